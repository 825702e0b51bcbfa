// The search behind /mo-hinh/, in a worker of its own: asks Pagefind, ranks and counts, and knows nothing of the page.
// It answers {id, method, args} with {id, result} or {id, error}.

import { END, MARKED, PAIRED, spelled, spellings, wordsOf } from "./tim-chu.js";

const ENOUGH = 12;
const MOST_WORDS = 12;
const MOST_PAIRS = 8;
const NOTHING = { "-": "-" };
/** The facet of which each choice must hold, and the one whose values have a name behind their key. */
const ALL_HOLD = "co";
const NAMED = "xa";
// Words count once and by their weight alone: neither their number nor a record's length says anything.
const RANKING = { termSimilarity: 0, pageLength: 0, termFrequency: 0, termSaturation: 2, diacriticSimilarity: 0 };

const folder = new URL("../tim/", import.meta.url);

/** Calls a function once, when it is first needed; again after it failed. */
function once(make) {
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

const engine = once(async () => {
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.options({ ranking: RANKING });
  return pagefind;
});

const knownWords = once(async () => (await fetch(new URL("tu.json", folder))).json());

/** Gives for each result's id its place among all by place, and the day of its publication. */
const orders = once(async () => {
  const rows = new DataView(await (await fetch(new URL("thu-tu.bin", folder))).arrayBuffer());
  const found = new Map();
  for (let at = 0; at < rows.byteLength; at += 6) {
    const id = `vi_${rows.getUint32(at).toString(16).padStart(6, "0")}`;
    found.set(id, { place: at, day: rows.getUint16(at + 4) });
  }
  return found;
});

/** Gives the words of a question, each once, with what the index knows of them. */
async function understood(text, pagefind) {
  const words = [...new Set(wordsOf(text))].slice(0, MOST_WORDS).map((word) => ({ word, ...spelled(word) }));
  const isTyping = !/\s$/.test(text);
  await Promise.all(words.map((word, at) => look(word, isTyping && at === words.length - 1, pagefind)));
  return words;
}

/** Finds out whether the index has a word as it is marked, else marked in any way, else, of one being typed, as a beginning. */
async function look(word, isTyped, pagefind) {
  word.term = word.base + MARKED;
  word.hasMarks = word.exact !== word.term + END;
  word.count = await count(pagefind, word.exact);
  word.isExact = word.count > 0;
  if (word.isExact && word.hasMarks) return;
  await loadAll(word, pagefind);
  word.count = await count(pagefind, word.term);
  if (word.count) return;
  word.isBeginning = isTyped && word.base.length > 1 && (await count(pagefind, word.base)) > 0;
  if (word.isBeginning) word.term = word.base;
  word.isUnknown = !word.isBeginning;
}

const loadAll = (word, pagefind) => word.isBeginning || pagefind.preload(spellings(word.base).join(" "));
const count = async (pagefind, term) => (await pagefind.search(term, { filters: NOTHING })).unfilteredResultCount;

/** Gives the filters of a question in Pagefind's words, without those of one facet. */
async function filters(question, pagefind, without) {
  const wanted = {};
  for (const [name, keys] of Object.entries(question.facets)) {
    if (name === without) continue;
    const values = await valuesOf(name, keys, pagefind);
    wanted[name] = name === ALL_HOLD ? values : { any: values };
  }
  return wanted;
}

/** Gives the values of the index for keys: a commune's has its name behind it. */
async function valuesOf(name, keys, pagefind) {
  if (name !== NAMED) return keys;
  const known = await values(name, pagefind);
  return keys.map((key) => known.find((value) => value.startsWith(`${key} `)) || key);
}

/** Loads a facet and gives all its values. */
async function values(name, pagefind) {
  const { totalFilters } = await pagefind.search(null, { filters: { [name]: "-" } });
  return Object.keys(totalFilters[name] || {});
}

// --- The answer -----------------------------------------------------------------------------------------------------

/** Searches; gives the results' ids in order, how many of them have the very marks, the words, and the terms that give all. */
async function answer(question) {
  const pagefind = await engine();
  const words = await understood(question.text, pagefind);
  const known = words.filter((word) => !word.isUnknown);
  if (words.length && !known.length) return { ids: [], exact: [], words, known, terms: [] };
  const narrowed = await filters(question, pagefind);
  const find = (terms) => pagefind.search(terms.join(" ") || null, { filters: narrowed });
  const exact = known.map((word) => word.exact);
  const isMarked = known.some((word) => word.hasMarks) && known.every((word) => word.isExact);
  const close = isMarked ? await ranked(find, exact, known) : [];
  const terms = close.length < ENOUGH ? known.map((word) => word.term) : exact;
  if (terms !== exact) await Promise.all(known.map((word) => loadAll(word, pagefind)));
  const wide = terms === exact ? [] : await ranked(find, terms, known);
  const near = close.length || wide.length ? [] : await nearlyAll(find, terms, known);
  const ids = [...new Set([...close, ...wide, ...near].map((result) => result.id))];
  const order = question.sort || (words.length ? "" : "moi");
  return {
    ids: order ? await sorted(ids, order) : ids,
    exact: close.map((result) => result.id),
    isNear: near.length > 0,
    words,
    known,
    terms,
  };
}

/** Finds what has all terms; what has more of the words standing together comes first. */
async function ranked(find, terms, words) {
  const { results } = await find(terms);
  if (!results.length) return results;
  const together = new Map(results.map((result) => [result.id, 0]));
  for (const pair of pairsOf(words)) {
    const having = (await find([pair])).results.filter(({ id }) => together.has(id));
    // As with words: what stands together in few of them says most.
    for (const { id } of having) together.set(id, together.get(id) + Math.log(1 + results.length / having.length));
  }
  for (const result of results) result.together = together.get(result.id);
  return results.sort(byFit);
}

const byFit = (one, other) => (other.together || 0) - (one.together || 0) || other.score - one.score;

/** Gives the pairs of words that say most: those with the rarest word. */
function pairsOf(words) {
  const whole = words.filter((word) => !word.isBeginning);
  const pairs = whole
    .slice(1)
    .map((word, at) => [whole[at].base + PAIRED + word.base + END, Math.min(word.count, whole[at].count)]);
  return pairs
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_PAIRS)
    .map(([pair]) => pair);
}

const without = (list, place) => list.filter((_, at) => at !== place);

/** Finds what has all terms but one, where nothing has all; the pairs that stand together still tell what comes first. */
async function nearlyAll(find, terms, words) {
  if (terms.length < 3) return [];
  const found = [];
  for (const at of terms.keys()) found.push(...(await ranked(find, without(terms, at), without(words, at))));
  return found.sort(byFit);
}

async function sorted(ids, order) {
  const known = await orders();
  const of = (id) => known.get(id) || { place: Infinity, day: -1 };
  const byPlace = (one, other) => of(one).place - of(other).place;
  return ids.sort(order === "noi" ? byPlace : (one, other) => of(other).day - of(one).day || byPlace(one, other));
}

/** Counts by key what each value of a facet would give, with the other choices as they are. */
async function counts(name, question, { terms, words }) {
  const pagefind = await engine();
  await values(name, pagefind);
  if (words.length && !terms.length) return {};
  const narrowed = await filters(question, pagefind, name === ALL_HOLD ? "" : name);
  const found = (await pagefind.search(terms.join(" ") || null, { filters: narrowed })).filters[name] || {};
  return Object.fromEntries(Object.entries(found).map(([value, counted]) => [value.split(" ")[0], counted]));
}

/** Gives key and name of all communes that have a model. */
async function communes() {
  return (await values(NAMED, await engine())).map((value) => [
    value.split(" ")[0],
    value.slice(value.indexOf(" ") + 1),
  ]);
}

/** Gives a question's words with near ones in the place of the unknown; "" where nothing can be mended. */
async function mended(words) {
  const list = await knownWords();
  const better = words.map((word) => (word.isUnknown ? nearest(word.base, list) : word.word)).filter(Boolean);
  const kept = words.filter((word) => !word.isUnknown);
  return better.length > kept.length ? better.join(" ") : "";
}

/** Gives the known word that has fewest letters to change, the more frequent first; "" where none is near. */
function nearest(base, list) {
  let best = "";
  let least = base.length > 4 ? 3 : 2;
  for (const word of list) {
    const steps = distance(base, spelled(word).base, least);
    if (steps < least) [best, least] = [word, steps];
  }
  return best;
}

/** Counts the letters to change, add, drop or swap from one word to another. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (isSame ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        next[to] = Math.min(next[to], before[to - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

const METHODS = { answer, counts, communes, mended };

addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    postMessage({ id, result: await METHODS[method](...args) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
