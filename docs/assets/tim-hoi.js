// What a question asks for: its subject, and the place with which it ends, as “rác thải phường Hoàng Mai” does.

import { GAP, plain, wordsOf } from "./tim-chu.js";
import { isKind, placeRows } from "./tim-noi.js";

/** What all models are, and words that only link others: whoever leaves them out asks for the same. */
const OF_ALL = ["dân vận khéo", "mô hình", "cách làm", "về", "ở", "tại", "của", "và", "các", "những", "để"].map((one) =>
  one.split(" "),
);
const QUOTES = /["“”„«»]/;

/** Takes a question apart: `subject`, `place` or "", and the `rows` of the places that it may be. What is quoted is asked for as it is. */
export async function partsOf(text, index) {
  if (QUOTES.test(text)) return { subject: text, place: "", rows: [] };
  for (const { index: at } of [...text.matchAll(/\S+/g)].slice(1)) {
    const place = text.slice(at);
    const rows = isKind(place) ? await placeRows(place, index) : [];
    if (!rows.length) continue;
    const subject = withoutOfAll(text.slice(0, at));
    return subject ? { subject, place, rows } : { subject: place, place: "", rows: [] };
  }
  return { subject: withoutOfAll(text) || text, place: "", rows: [] };
}

/** Leaves out what says nothing of which model is meant; "" where nothing else is said. */
function withoutOfAll(text) {
  const words = text.split(/\s+/).filter(Boolean);
  const kept = [];
  let isLastKept = false;
  for (let at = 0; at < words.length; ) {
    const here = OF_ALL.find((phrase) => phrase.every((word, step) => isWord(words[at + step], word, phrase.length)));
    isLastKept = !here || isHalf(here, at, words);
    kept.push(isLastKept ? words[at] : GAP);
    at += isLastKept ? 1 : here.length;
  }
  // The last word may be one that is still being typed, unless a blank is behind it.
  const isEnded = /\s$/.test(text) || !isLastKept;
  return wordsOf(kept.join(" ")).length ? kept.join(" ") + (isEnded ? " " : "") : "";
}

/** Tells whether a word that links others is itself what is asked for: the end of two, as in “nhà ở”, “chỗ ở”. */
const isHalf = (phrase, at, words) => phrase.length === 1 && words.length === 2 && at === 1;

/** Tells whether a word is one of a phrase: a single one must have its marks, since “va”, “o”, “ve” may be others. */
function isWord(typed, word, length) {
  const small = (typed || "").normalize("NFC").toLowerCase();
  return small === word || (length > 1 && small === plain(word));
}
