// The words of a question as the index knows them: looked up, completed while they are typed, taken apart, mended.

import { asked, plain } from "./tim-chu.js";

const MOST_COMPLETIONS = 6;
const SYLLABLE = /^(?:[bcdghklmnprstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;
/** Vowels in two places at least: `gi` and `qu` begin a syllable, and do not count. */
const SEVERAL = /^(?:gi|qu|[^aeiouy])*[aeiouy]+[^aeiouy]+[aeiouy]/;

// --- What is known of them ----------------------------------------------------------------------------------------------------------

/**
 * Looks up the words of a question, each once; those that the index lacks are taken apart, completed, or found unknown. `isBare`
 * has no marks, as somebody wrote it, where others of the question have: in “nhà hoang” hardly anybody means Hoàng Mai.
 */
export async function understood(text, index) {
  const rows = asked(text);
  const isTyping = !/[\s"“”]$/.test(text);
  const seen = new Set();
  const words = rows.filter((row, at) => {
    const isNew = row.isQuoted || !seen.has(row.exact);
    seen.add(row.exact);
    row.isTyped = isTyping && at === rows.length - 1;
    if (!isNew && rows[at + 1]) rows[at + 1].isApart = true;
    return isNew;
  });
  await Promise.all(words.map(async (word) => settle(word, await index.term(word.plain))));
  const hasMarks = rows.some((row) => row.exact !== row.plain);
  for (const word of words) word.isBare = hasMarks && word.exact === word.plain && word.forms.has(word.exact);
  if (words.every((word) => word.forms.size)) return words;
  const known = await index.words();
  const better = words.map((word) => (word.forms.size || word.isQuoted ? [word] : understoodOtherwise(word, known)));
  const all = better.flat();
  await Promise.all(all.filter((word) => !word.forms).map(async (word) => settle(word, await index.term(word.plain))));
  await Promise.all(all.filter((word) => word.completions).map((word) => complete(word, index)));
  return all;
}

/** Notes which forms of a word the index has; `isMarked` was typed with marks that somebody wrote, `isElse` with others. */
function settle(word, forms) {
  word.forms = forms;
  word.isMarked = word.exact !== word.plain && forms.has(word.exact);
  word.isElse = forms.size > 0 && word.exact !== word.plain && !word.isMarked;
}

/** Takes a word for the beginning of others, or for several written without blanks; else it stays unknown. */
function understoodOtherwise(word, known) {
  const begun =
    word.isTyped && word.plain.length > 1 ? known.filter((other) => plain(other).startsWith(word.plain)) : [];
  if (begun.length) {
    word.completions = begun.slice(0, MOST_COMPLETIONS);
    return [word];
  }
  return takenApart(word, known) || [word];
}

async function complete(word, index) {
  const rows = await Promise.all(word.completions.map((other) => index.term(plain(other))));
  word.forms = new Map(rows.flatMap((forms) => [...forms]));
  word.isMarked = false;
  word.isElse = false;
}

/** Takes `giaiphongmatbang` apart into the fewest known words, the most frequent ones; undefined where that cannot be. */
function takenApart(word, known) {
  const letters = [...word.word.normalize("NFC")];
  const bare = letters.map(plain);
  // “thuyền” is one syllable, however long: only several can have been written without blanks.
  if (
    !SEVERAL.test(bare.join("")) ||
    letters.length < 6 ||
    letters.length > 60 ||
    bare.some((letter) => letter.length !== 1)
  )
    return undefined;
  const ranks = new Map();
  known.forEach((other, rank) => {
    const key = plain(other);
    if (!ranks.has(key) && (key.length > 1 || rank < 200)) ranks.set(key, rank);
  });
  const best = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= bare.length; end += 1) {
    for (let from = Math.max(0, end - 7); from < end; from += 1) {
      const rank = best[from] && ranks.get(bare.slice(from, end).join(""));
      if (rank === undefined) continue;
      const cost = best[from].cost + 12 + Math.log(1 + rank);
      if (!best[end] || cost < best[end].cost) best[end] = { cost, from };
    }
  }
  if (!best[bare.length]) return undefined;
  const parts = [];
  for (let end = bare.length; end; end = best[end].from) parts.unshift(letters.slice(best[end].from, end).join(""));
  return parts
    .flatMap((part) => asked(part))
    .map((row, at) => ({ ...row, isPart: true, isApart: at === 0 && word.isApart }));
}

// --- Near words -----------------------------------------------------------------------------------------------------

/** Gives the words of a question with near ones in the place of the unknown; "" where nothing can be mended. */
export function mended(words, known) {
  const better = words.map((word) => (word.forms.size ? word.word : isSound(word) ? "" : nearest(word.plain, known)));
  return better.every(Boolean) ? better.join(" ") : "";
}

/** Tells whether a word was written with its marks as one syllable can be: no slip, though no model has it, as “mùi”. */
const isSound = ({ exact, plain: bare }) => exact !== bare && SYLLABLE.test(bare);

/** Gives the known word with the fewest letters to change, the more frequent first; "" where none is near. */
function nearest(bare, known) {
  let best = "";
  let least = bare.length > 6 && SEVERAL.test(bare) ? 3 : 2;
  for (const word of known) {
    const other = plain(word);
    // In so short a word another letter is another word: nothing is better than “bắc” for “rác”.
    if (bare.length < 4 && other.length <= bare.length && !isSwapped(bare, other)) continue;
    if (other[0] !== bare[0]) continue;
    const steps = distance(bare, other, least);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

const isSwapped = (one, other) => one !== other && [...one].sort().join("") === [...other].sort().join("");

/** Counts the letters to change, add, drop or swap from one word to another. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (isSame ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        next[to] = Math.min(next[to], before[to - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
