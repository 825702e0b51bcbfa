// The words of a question, as the search index has them: scripts/showcase/search/words.py tells how and why; a test
// compares the two. Nothing here may be more than browsers of 2022 can do: they are what people here have.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}/gu;

/** The longest question, in letters: what one may ask is bounded before any work is begun. */
export const LONGEST = 200;

/** Gives the words of a text in order, small and composed. */
export function wordsOf(text) {
  const whole = text
    .normalize("NFC")
    .replace(/\u00d0/g, "Đ")
    .replace(/\u00f0/g, "đ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(UNSEEN, "")
    .replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1")
    .replace(/([\p{L}\p{N}_])['‘’ʼ`´](?=[\p{L}\p{N}_])/gu, "$1");
  return whole.match(WORD) || [];
}

/** Gives the exact form of a word: its tone stands at the end, so that `hoà` and `hòa` are one. */
export function exact(word) {
  const apart = word.normalize("NFD");
  return apart.replace(TONES, "").normalize("NFC") + (apart.match(TONES) || []).join("");
}

/** Gives the plain form of a word, without any mark. */
export const plain = (word) => word.normalize("NFKD").replace(MARKS, "").replace(/đ/g, "d");

/** A sign of no text: here words were left out, so that what stands on its two sides does not stand side by side. */
export const GAP = "\ue000";

/**
 * Takes a question apart: its words, and of each whether it must stand right after the one before, as within “…”, or does not stand
 * beside it in the question, `isApart`.
 */
export function asked(text) {
  const parts = text.slice(0, LONGEST).split(/["“”„«»]/);
  return parts.flatMap((part, number) => {
    const isQuoted = number % 2 === 1 && parts.length > 2;
    return part.split(GAP).flatMap((piece) =>
      wordsOf(piece).map((word, at) => {
        return { word, exact: exact(word), plain: plain(word), isQuoted, isJoined: isQuoted && at > 0, isApart: !at };
      }),
    );
  });
}
