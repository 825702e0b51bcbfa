// The search engine, in a worker of its own: it finds, ranks and counts, and knows nothing of the page.
// It is asked {id, method, args} and answers {id, result} or {id, error}; between, tim-kho.js says when it waits for the network.

import { asked, exact, plain, wordsOf } from "./tim-chu.js";
import { partsOf } from "./tim-hoi.js";
import { COMMUNE, FORMER, PROVINCE, withOneEdition } from "./tim-kho.js";
import { placeRows } from "./tim-noi.js";
import { mended, understood } from "./tim-tu.js";

/** What a term weighs in the title, the summary, a name of a place, host or theme, anywhere else; two side by side count double. */
const WEIGHTS = [10, 4, 2, 1];
const PAIR = 2;
const MOST_PAIRS = 8;
/** More than any sum of weights. */
const AS_TYPED = 1e6;
const MOST_PLACES = 4;
const MOST_NAMED = 3;
/** Of what has nearly all words only the nearest are told: the rest has no more than some of their letters in common. */
const MOST_NEAR = 6;
/** Cards that are loaded at once at most, whatever the address says. */
const MOST_CARDS = 120;
const PAGE = 12;
/** The facet of which each choice must hold. */
const ALL_HOLD = "co";

// --- Finding --------------------------------------------------------------------------------------------------------

/** Gives in which models a word stands, and where: as it is marked, or however. */
function having(forms, exact) {
  if (exact !== undefined) return forms.get(exact) || new Map();
  if (forms.size === 1) return forms.values().next().value;
  const found = new Map();
  for (const zones of forms.values()) {
    for (const [model, zone] of zones) {
      const before = found.get(model);
      if (before === undefined || zone < before) found.set(model, zone);
    }
  }
  return found;
}

const intersection = (sets) => {
  const [least, ...others] = [...sets].sort((one, other) => one.size - other.size);
  return [...least.keys()].filter((model) => others.every((other) => other.has(model)));
};

/**
 * Finds the models that have all words; `isExact` takes those that were typed with marks by their very marks. Gives their scores; those
 * in which all words stand side by side, as the syllables of Vietnamese do, undefined where that is not asked; and those in which
 * half of the pairs do.
 */
async function found(words, isExact, allowed, index) {
  const rows = words.map((word) => having(word.forms, isExact && word.isMarked ? word.exact : undefined));
  const pairs = await pairsOf(words, rows, isExact, index);
  const needed = pairs.filter(({ isNeeded }) => isNeeded).map(({ models }) => models);
  const models = intersection([...rows, ...needed, ...(allowed ? [allowed] : [])]);
  const scores = new Map(models.map((model) => [model, 0]));
  for (const row of rows) weigh(row, 1, scores, index.models);
  for (const { models: row } of pairs) weigh(row, PAIR, scores, index.models);
  const besides = (least) =>
    new Set(models.filter((model) => pairs.filter((pair) => pair.models.has(model)).length >= least));
  const isWhole = pairs.length && pairs.length === words.length - 1;
  return {
    scores,
    together: isWhole ? besides(pairs.length) : undefined,
    halfTogether: besides(Math.max(1, pairs.length / 2)),
  };
}

/** Adds what a term weighs to the scores of the models that have it: the rarer it is, the more it says. */
function weigh(zones, times, scores, models) {
  const rarity = times * Math.log(1 + models / (zones.size || 1));
  const [few, many] = scores.size < zones.size ? [scores, zones] : [zones, scores];
  for (const model of few.keys())
    if (many.has(model)) scores.set(model, scores.get(model) + WEIGHTS[zones.get(model)] * rarity);
}

/** Lifts what has the words without marks as they were typed over what has them with any. */
function bareFirst(scores, words) {
  const rows = words.filter(({ isBare }) => isBare).map((word) => word.forms.get(word.exact));
  return lifted(scores, rows.length ? intersection([scores, ...rows]) : []);
}

/** Lifts some models over all others. */
function lifted(scores, models) {
  for (const model of models) scores.set(model, scores.get(model) + AS_TYPED);
  return scores;
}

/** Tells whether a word is asked for as it was typed: with its marks, or without any where others have theirs. */
const isSure = (word) => word.isMarked || word.isBare;

/** Loads the words that stand side by side: those that must, and of the others those with the rarest words. */
async function pairsOf(words, rows, isExact, index) {
  const all = words.slice(1).flatMap((word, at) => {
    const first = words[at];
    if (word.isApart || word.completions || first.completions) return [];
    const isMarked = isExact && (isSure(word) || isSure(first));
    return [{ first, word, isMarked, isNeeded: word.isJoined, rarity: Math.min(rows[at].size, rows[at + 1].size) }];
  });
  const others = all.filter(({ isNeeded }) => !isNeeded).sort((one, other) => one.rarity - other.rarity);
  const wanted = [...all.filter(({ isNeeded }) => isNeeded), ...others.slice(0, MOST_PAIRS)];
  return Promise.all(
    wanted.map(async ({ first, word, isMarked, isNeeded }) => {
      const forms = await index.term(`${first.plain} ${word.plain}`);
      const fits = ([exact]) => {
        const [one, other] = exact.split(" ");
        return (!isSure(first) || one === first.exact) && (!isSure(word) || other === word.exact);
      };
      return { models: having(isMarked ? new Map([...forms].filter(fits)) : forms), isNeeded };
    }),
  );
}

/** Finds what has all words but one, where nothing has all, and not all of them scattered over a long text. */
async function nearlyAll(words, allowed, index) {
  const scores = new Map();
  for (const left of words) {
    const some = words.flatMap((word, at) => {
      if (word === left) return [];
      return [words[at - 1] === left ? { ...word, isApart: true } : word];
    });
    const { scores: all, halfTogether } = await found(some, false, allowed, index);
    for (const [model, score] of among(halfTogether, all)) scores.set(model, Math.max(score, scores.get(model) || 0));
  }
  return new Map([...scores].sort(([, one], [, other]) => other - one).slice(0, MOST_NEAR));
}

/** Gives the models that the chosen facets let through, undefined for all of them; `without` is a facet that is left aside. */
async function allowedBy(facets, index, without) {
  const sets = [];
  for (const [name, chosen] of Object.entries(facets)) {
    if (name === without) continue;
    const rows = await index.facet(
      name,
      chosen.map((key) => key.split("/")[0]),
    );
    const of = (key) =>
      rows.get(name === COMMUNE ? [...rows.keys()].find((row) => row.startsWith(`${key} `)) : key) || [];
    const lists = chosen.map(of);
    if (name === ALL_HOLD) sets.push(...lists.map((list) => new Set(list)));
    else sets.push(new Set(lists.flat()));
  }
  return sets.length ? new Set(intersection(sets)) : undefined;
}

/**
 * Gives scores of what was found by the marks that were typed, and of what differs in marks; in which of the first the two words of a
 * question stand side by side, undefined of other questions; and whether all is only near. Two words that have other marks must stand
 * so, once they are typed: “có … bắc” is no way to write “cờ bạc”.
 */
async function matches(words, allowed, index, isTyping) {
  words.forEach((word, at) => {
    if (!word.forms.size && words[at + 1]) words[at + 1].isApart = true;
  });
  const known = words.filter((word) => word.forms.size);
  if (!known.length || words.some((word) => word.isQuoted && !word.forms.size))
    return { close: new Map(), other: new Map(), isNear: false };
  const { scores, together } = await found(known, true, allowed, index);
  const isSlip = known.length === 2 && together && !isTyping && known.some((word) => word.isElse);
  const close = bareFirst(lifted(isSlip ? among(together, scores) : scores, together || []), known);
  const other = known.some((word) => word.isMarked) ? await differing(known, allowed, index, isTyping) : new Map();
  for (const model of close.keys()) other.delete(model);
  if (close.size || other.size || known.length < 3 || known.some((word) => word.isQuoted))
    return { close, other, whole: isOnePhrase(words) ? together : undefined, isNear: false };
  const near = await nearlyAll(known, allowed, index);
  return { close: near, other, isNear: near.size > 0 };
}

/** Tells whether two words were asked for as they were typed: of three, that each two stand side by side says nothing of all. */
function isOnePhrase(words) {
  const hasMarks = words.some((word) => word.exact !== word.plain);
  return words.length === 2 && words.every((word) => word.forms.size && (hasMarks ? isSure(word) : true));
}

async function differing(words, allowed, index, isTyping) {
  const { scores, together } = await found(words, false, allowed, index);
  return together && !isTyping ? among(together, scores) : scores;
}

const among = (models, scores) => new Map([...scores].filter(([model]) => models.has(model)));

async function inOrder(scores, sort, index) {
  const models = [...scores.keys()];
  if (sort === "noi") return models.sort((one, other) => one - other);
  if (sort === "moi") {
    const { days } = await index.piece(index.manifest.days);
    return models.sort((one, other) => days[other] - days[one] || one - other);
  }
  return models.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
}

/** Gives the models of the province with whose name a question ends, as “đường hoa Sơn La” does: what is there comes first. */
async function inProvinceNamed(text, index) {
  const bare = ` ${asked(text)
    .map((word) => word.plain)
    .join(" ")}`;
  const provinces = await index.facet(PROVINCE);
  const named = [...provinces.keys()].filter((slug) => bare.endsWith(` ${slug.replaceAll("-", " ")}`));
  return new Set(named.flatMap((slug) => provinces.get(slug)));
}

/** Gives the models of the place with which a question ends, or of the province whose bare name it ends with. */
async function inPlaceNamed(text, { rows }, index) {
  if (!rows.length) return inProvinceNamed(text, index);
  return new Set((await Promise.all(rows.map((row) => modelsOf(row, index)))).flat());
}

/** Answers a question: {text, facets, sort, pages}. */
async function answer(question, index) {
  const allowed = await allowedBy(question.facets, index);
  const parts = await partsOf(question.text, index);
  const words = await understood(parts.subject, index);
  const isAsked = words.length > 0;
  const everything = () =>
    new Map((allowed ? [...allowed] : [...Array(index.models).keys()]).map((model) => [model, 0]));
  const { close, other, whole, isNear } = isAsked
    ? await matches(words, allowed, index, question.isTyping)
    : { close: everything(), other: new Map(), isNear: false };
  const sort = question.sort || (isAsked ? "" : "moi");
  const here = isAsked && !sort ? await inPlaceNamed(question.text, parts, index) : new Set();
  const ordered = await inOrder(close, sort, index);
  const [there, elsewhere] = [ordered.filter((model) => here.has(model)), ordered.filter((model) => !here.has(model))];
  const models = [...there, ...elsewhere, ...(await inOrder(other, sort, index))];
  const shown = models.slice(0, Math.min(question.pages * PAGE, MOST_CARDS));
  const [cards, places, named] = await Promise.all([
    Promise.all(shown.map(async (model) => ({ ...(await index.card(model)), isWhole: whole?.has(model) }))),
    isAsked ? placesOf(parts.place || parts.subject, index) : { places: [], morePlaces: 0 },
    namedOf(question.text, index),
  ]);
  return {
    edition: index.edition,
    total: models.length,
    close: close.size,
    together: whole?.size,
    place: parts.place && !sort ? { name: parts.place.trim(), count: there.length } : null,
    isNear,
    cards,
    ...places,
    ...named,
    words: words.map(told),
    better: words.some((word) => !word.forms.size) ? mended(words, await index.words()) : "",
  };
}

/** Gives of a word what the page tells of it. */
function told(word) {
  const { word: text, exact, plain: bare, isMarked, isElse, completions, isPart, forms } = word;
  const endings = completions?.map(plain);
  return { word: text, exact, plain: bare, isMarked, isElse, isPart: Boolean(isPart), endings, isUnknown: !forms.size };
}

/** Counts by key what each option of a facet would give, with the other choices as they are. */
async function counts(name, question, index) {
  const without = name === ALL_HOLD ? "" : name;
  const allowed = await allowedBy(question.facets, index, without);
  const words = await understood((await partsOf(question.text, index)).subject, index);
  const { close, other } = words.length
    ? await matches(words, allowed, index, question.isTyping)
    : { close: allowed, other: new Map() };
  const communes = question.facets[COMMUNE] || [];
  const rows = await index.facet(name, [
    ...new Set([...(question.facets[PROVINCE] || []), ...communes.map((key) => key.split("/")[0])]),
  ]);
  const holds = (model) => !close || close.has(model) || other.has(model);
  const counted = [...rows].map(([key, models]) => [key.split(" ")[0], models.filter(holds).length]);
  return { edition: index.edition, counts: Object.fromEntries(counted) };
}

/** Gives key and name of the communes of provinces that have a model. */
async function communes(provinces, index) {
  const rows = await index.facet(COMMUNE, provinces);
  return [...rows.keys()].map((row) => [row.split(" ")[0], row.slice(row.indexOf(" ") + 1)]);
}

// --- Places ---------------------------------------------------------------------------------------------------------

/** Gives the places of either era that a question names, with how many models each has today. */
async function placesOf(text, index) {
  const rows = await placeRows(text, index);
  const places = await Promise.all(rows.slice(0, MOST_PLACES).map((row) => placeOf(row, index)));
  return { places, morePlaces: rows.length - places.length };
}

/** Gives the models of each commune of today of a province, by its slug. */
const byCommune = (communes, province) => (slug) =>
  [...communes].filter(([key]) => key.startsWith(`${province}/${slug} `)).flatMap(([, list]) => list);

/** Gives the models that say to be of a place. */
async function modelsOf([, , former, province, , today], index) {
  const [communes, formers, provinces] = await Promise.all(
    [COMMUNE, FORMER, PROVINCE].map((facet) => index.facet(facet, [province])),
  );
  if (former) return former.split(" ").flatMap((code) => formers.get(`${province}/${code}`) || []);
  return today.length ? byCommune(communes, province)(today[0][0]) : provinces.get(province) || [];
}

async function placeOf(row, index) {
  const [name, within, former, province, provinceName, today, near] = row;
  const communes = await index.facet(COMMUNE, [province]);
  const startOf = (slug) => `${province}/${slug} `;
  const having = byCommune(communes, province);
  const beside = near ? near.split(" ").map((slug) => ({ slug, count: having(slug).length })) : [];
  const count = (await modelsOf(row, index)).length;
  return {
    name,
    within,
    isFormer: Boolean(former),
    province,
    provinceName,
    communes: today.map(([slug, label]) => ({ slug, label, count: having(slug).length })),
    count,
    near: count
      ? []
      : beside
          .filter((one) => one.count)
          .slice(0, 3)
          .map((one) => ({ ...one, label: labelOf(communes, startOf(one.slug)) })),
  };
}

const labelOf = (rows, start) => [...rows.keys()].find((row) => row.startsWith(start)).slice(start.length);

// --- Events and documents --------------------------------------------------------------------------------------------

/** Words that say nothing of which one is meant: “chỉ thị số 11 của Sơn La”. */
const BETWEEN = ["so", "nam", "ngay", "ve", "cua", "o", "tai"];

/** Gives the events and documents that a question names by their kind, or the letters of their number, and all its other words. */
async function namedOf(text, index) {
  const words = asked(text);
  const bare = ` ${words.map((word) => word.plain).join(" ")} `;
  const named = index.manifest.named || {}; // while a site is published anew this script may come before the manifest
  const keys = Object.keys(named).filter((key) => bare.includes(` ${key} `));
  const pieces = await Promise.all(keys.map((key) => index.piece(named[key])));
  const rows = new Map(pieces.flatMap((piece) => piece.named).map((row) => [row[1], row]));
  const telling = words.filter((word) => !BETWEEN.includes(word.plain));
  const meant = [...rows.values()].filter((row) => holding(telling, row.join(" ")).length === telling.length);
  const inName = new Map(meant.map((row) => [row, holding(telling, row[0]).length]));
  meant.sort((one, other) => inName.get(other) - inName.get(one));
  return { named: meant.slice(0, MOST_NAMED), moreNamed: meant.slice(MOST_NAMED).map(([, path]) => path) };
}

/** Gives the words of a question that stand in a text, with the marks that were typed. */
function holding(words, text) {
  const own = wordsOf(text).map(exact);
  const [forms, bare] = [new Set(own), new Set(own.map(plain))];
  return words.filter((word) => (word.exact === word.plain ? bare.has(word.plain) : forms.has(word.exact)));
}

// --- Being asked ----------------------------------------------------------------------------------------------------

const METHODS = { answer, counts, communes };

addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    postMessage({ id, result: await withOneEdition((index) => METHODS[method](...args, index)) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
