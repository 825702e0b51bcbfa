// Words as the search index spells them: scripts/showcase/publish/search_words.py tells how and why; a test compares the two.

export const MARKED = "ø";
export const PAIRED = "æ";
export const END = "z";
const TONES = { "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j" };
const VOWELS = { "\u0306": "b", "\u0302": "c", "\u031b": "h" };
// What a letter may carry, as marks of the index: to load every list in which some spelling of a word may lie.
const CARRIED = { a: "qbc", d: "qd", e: "qc", o: "qch", u: "qh" };
const WORD = /[\p{L}\p{N}]+/gu;
/** Gives the words of a text in order, small and composed. */
export function wordsOf(text) {
  const plain = text
    .normalize("NFC")
    .replace(/\u00d0/g, "Đ")
    .replace(/\u00f0/g, "đ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "")
    .replace(/(?<=[\p{L}\p{N}_])['‘’ʼ`´](?=[\p{L}\p{N}_])/gu, "");
  return plain.match(WORD) || [];
}

/** Gives a word's letters without marks, and with all of them as the index spells it. */
export function spelled(word) {
  let base = "";
  let marks = "";
  let tones = "";
  for (const sign of word.normalize("NFKD")) {
    if (TONES[sign]) tones += TONES[sign];
    else if (VOWELS[sign]) marks = marks.slice(0, -1) + VOWELS[sign];
    else if (!/\p{M}/u.test(sign)) {
      base += sign === "đ" ? "d" : sign;
      marks += sign === "đ" ? "d" : "q";
    }
  }
  return { base, exact: base + MARKED + marks.replace(/q+$/, "") + tones + END };
}

/** Gives every way to mark the letters of a word: where its lists begin and end is known to Pagefind alone. */
export function spellings(base) {
  let marks = [""];
  for (const letter of base)
    marks = marks.flatMap((before) => [...(CARRIED[letter] || "q")].map((mark) => before + mark));
  if (marks.length > 200) return [base + MARKED];
  const ends = ["", ...Object.values(TONES)];
  return marks.flatMap((some) => ends.map((tone) => base + MARKED + some.replace(/q+$/, "") + tone + END));
}
