// The search engine, in a worker of its own: it loads pieces of the index, finds, ranks and counts, and knows nothing of the
// page. CONTRIBUTING describes the index. It is asked {id, method, args} and answers {id, result} or {id, error}; between,
// {isWaiting} tells whether it waits for the network, so that the page can tell slow lines from endless work.

import { asked, plain } from "./tim-chu.js";

const VERSION = 1;
const PATIENCE = 12_000;
const TRIES = 3;
const NAME = 10;
/** What a term weighs in the title, the summary, a name of a place, host or theme, anywhere else; two side by side count double. */
const WEIGHTS = [10, 4, 2, 1];
const ZONES = WEIGHTS.length;
const PAIR = 2;
const MOST_PAIRS = 8;
const MOST_COMPLETIONS = 6;
const MOST_PLACES = 4;
/** Cards that are loaded at once at most, whatever the address says. */
const MOST_CARDS = 120;
const PAGE = 12;
/** The facet of which each choice must hold, and the one whose keys begin with the province and end with a name. */
const ALL_HOLD = "co";
const COMMUNE = "xa";
const PROVINCE = "tinh";
/** Units of before July 2025 by their codes; nobody may choose them. */
const FORMER = "cu";
const BY_PROVINCE = [COMMUNE, FORMER];

const folder = new URL("../tim/", import.meta.url);

// --- Loading --------------------------------------------------------------------------------------------------------

let open = 0;

/** Fetches a piece, or the manifest; what does not come, comes half or is something else is asked for thrice. */
async function load(path, options) {
  open += 1;
  if (open === 1) postMessage({ isWaiting: true });
  try {
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        // What could not be read may lie in a cache by now: the host itself is asked again.
        return await loadOnce(path, left === TRIES - 1 ? options : { cache: "reload" });
      } catch (error) {
        if (!left || error.isGone) throw error;
        await new Promise((resolve) => setTimeout(resolve, 300 * 3 ** (TRIES - 1 - left)));
      }
    }
  } finally {
    open -= 1;
    if (!open) postMessage({ isWaiting: false });
  }
}

async function loadOnce(path, options) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answered = await fetch(new URL(path, folder), { ...options, signal: stop.signal });
    if (!answered.ok)
      throw Object.assign(new Error(`${answered.status} for ${path}`), {
        isGone: answered.status === 404 || answered.status === 410,
      });
    const content = JSON.parse(await answered.text());
    if (!content || content.tim !== VERSION) throw new Error(`no piece of version ${VERSION}: ${path}`);
    return content;
  } finally {
    clearTimeout(timer);
  }
}

/** One edition of the index: what its manifest names, and nothing else. What failed to come is not remembered. */
class Index {
  constructor(manifest) {
    this.manifest = manifest;
    this.edition = crc32(JSON.stringify(manifest));
    this.models = manifest.models;
    this.pieces = new Map();
    this.groups = [];
    let first = 0;
    for (const letter of manifest.groups) {
      this.groups.push(first);
      first += letter.charCodeAt(0) - 97;
    }
  }

  piece(name) {
    if (!this.pieces.has(name)) {
      const loading = load(`manh/${name}.json`).catch((error) => {
        this.pieces.delete(name);
        throw error;
      });
      this.pieces.set(name, loading);
    }
    return this.pieces.get(name);
  }

  /** Gives the piece of a row of pieces in which a key lies. */
  async bucket(names, key) {
    const number = crc32(key) % (names.length / NAME);
    return this.piece(names.slice(number * NAME, (number + 1) * NAME));
  }

  /** Gives for each exact form of a plain term which models have it, as numbers, and where: {exact: Map(model → zone)}. */
  async term(key) {
    const { terms } = await this.bucket(this.manifest.terms, key);
    const found = has(terms, key) ? terms[key] : {};
    return new Map(Object.entries(found).map(([exact, signs]) => [exact, zonesOf(signs)]));
  }

  async words() {
    const { words } = await this.piece(this.manifest.words);
    return words ? words.split(" ") : [];
  }

  async card(model) {
    let group = this.groups.length - 1;
    while (this.groups[group] > model) group -= 1;
    const { cards } = await this.piece(this.manifest.cards.slice(group * NAME, (group + 1) * NAME));
    return JSON.parse(cards[model - this.groups[group]]);
  }

  /** Gives the models of each key of a facet: {key: [model]}; of the communes those of the provinces alone. */
  async facet(name, provinces = []) {
    const { facets } = this.manifest;
    const own = has(facets, name) ? facets[name] : undefined;
    const names = BY_PROVINCE.includes(name)
      ? provinces.filter((key) => has(own, key)).map((key) => own[key])
      : own
        ? [own]
        : [];
    const pieces = await Promise.all(names.map((piece) => this.piece(piece)));
    const rows = pieces.flatMap(({ keys }) => Object.entries(keys));
    return new Map(rows.map(([key, signs]) => [key, numbersOf(signs)]));
  }
}

const has = (object, key) => Object.hasOwn(object || {}, key);

let current;

/** Gives the index that is held; the first question loads its manifest. */
async function held() {
  current = current || new Index(await load("muc-luc.json", { cache: "no-cache" }));
  return current;
}

/** Does something with one edition of the index. Where a piece cannot be had, and there is another edition now, once more with that. */
async function withOneEdition(work) {
  const index = await held();
  try {
    return await work(index);
  } catch (error) {
    const newer = new Index(await load("muc-luc.json", { cache: "no-cache" }));
    if (newer.edition === index.edition) throw error;
    current = newer;
    return work(newer);
  }
}

// --- Numbers --------------------------------------------------------------------------------------------------------

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]));

/** Reads rising numbers: each is its distance from the last one's multiple of `step`, five bits a sign, the lowest first. */
function numbersOf(signs, step = 1) {
  const found = [];
  let before = 0;
  let number = 0;
  let scale = 1;
  for (const sign of signs) {
    const value = VALUES.get(sign);
    number += (value % 32) * scale;
    scale *= 32;
    if (value < 32) {
      before += number - (before % step);
      found.push(before);
      number = 0;
      scale = 1;
    }
  }
  return found;
}

function zonesOf(signs) {
  return new Map(numbersOf(signs, ZONES).map((number) => [Math.floor(number / ZONES), number % ZONES]));
}

/** Gives the checksum by which a key's piece is known, that of zip and PNG. */
function crc32(text) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

// --- Words ----------------------------------------------------------------------------------------------------------

/** Looks up the words of a question, each once; those that the index lacks are taken apart, completed, or found unknown. */
async function understood(text, index) {
  const rows = asked(text);
  const isTyping = !/[\s"“”]$/.test(text);
  const seen = new Set();
  const words = rows.filter((row, at) => {
    const isNew = row.isQuoted || !seen.has(row.exact);
    seen.add(row.exact);
    row.isTyped = isTyping && at === rows.length - 1;
    return isNew;
  });
  await Promise.all(words.map(async (word) => settle(word, await index.term(word.plain))));
  if (words.every((word) => word.forms.size)) return words;
  const known = await index.words();
  const better = words.map((word) => (word.forms.size || word.isQuoted ? [word] : understoodOtherwise(word, known)));
  const all = better.flat();
  await Promise.all(all.filter((word) => !word.forms).map(async (word) => settle(word, await index.term(word.plain))));
  await Promise.all(all.filter((word) => word.completions).map((word) => complete(word, index)));
  return all;
}

/** Notes which forms of a word the index has; `isMarked` is one that was typed with the very marks that somebody wrote. */
function settle(word, forms) {
  word.forms = forms;
  word.isMarked = word.exact !== word.plain && forms.has(word.exact);
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
}

/** Takes `giaiphongmatbang` apart into the fewest known words, the most frequent ones; undefined where that cannot be. */
function takenApart(word, known) {
  const letters = [...word.word.normalize("NFC")];
  const bare = letters.map(plain);
  if (letters.length < 6 || letters.length > 60 || bare.some((letter) => letter.length !== 1)) return undefined;
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
  return parts.flatMap((part) => asked(part)).map((row) => ({ ...row, isPart: true }));
}

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

/** Finds the models that have all words; `isExact` takes those that were typed with marks by their very marks. */
async function found(words, isExact, allowed, index) {
  const rows = words.map((word) => having(word.forms, isExact && word.isMarked ? word.exact : undefined));
  const pairs = await pairsOf(words, rows, isExact, index);
  const needed = pairs.filter(({ isNeeded }) => isNeeded).map(({ models }) => models);
  const models = intersection([...rows, ...needed, ...(allowed ? [allowed] : [])]);
  const scores = new Map(models.map((model) => [model, 0]));
  for (const row of rows) weigh(row, 1, scores, index.models);
  for (const { models: row } of pairs) weigh(row, PAIR, scores, index.models);
  return scores;
}

/** Adds what a term weighs to the scores of the models that have it: the rarer it is, the more it says. */
function weigh(zones, times, scores, models) {
  const rarity = times * Math.log(1 + models / (zones.size || 1));
  const [few, many] = scores.size < zones.size ? [scores, zones] : [zones, scores];
  for (const model of few.keys())
    if (many.has(model)) scores.set(model, scores.get(model) + WEIGHTS[zones.get(model)] * rarity);
}

/** Loads the words that stand side by side: those that must, and of the others those with the rarest words. */
async function pairsOf(words, rows, isExact, index) {
  const all = words.slice(1).flatMap((word, at) => {
    const first = words[at];
    if (word.completions || first.completions) return [];
    const isMarked = isExact && (word.isMarked || first.isMarked);
    return [{ first, word, isMarked, isNeeded: word.isJoined, rarity: Math.min(rows[at].size, rows[at + 1].size) }];
  });
  const others = all.filter(({ isNeeded }) => !isNeeded).sort((one, other) => one.rarity - other.rarity);
  const wanted = [...all.filter(({ isNeeded }) => isNeeded), ...others.slice(0, MOST_PAIRS)];
  return Promise.all(
    wanted.map(async ({ first, word, isMarked, isNeeded }) => {
      const forms = await index.term(`${first.plain} ${word.plain}`);
      const fits = ([exact]) => {
        const [one, other] = exact.split(" ");
        return (!first.isMarked || one === first.exact) && (!word.isMarked || other === word.exact);
      };
      return { models: having(isMarked ? new Map([...forms].filter(fits)) : forms), isNeeded };
    }),
  );
}

/** Finds what has all words but one, where nothing has all. */
async function nearlyAll(words, allowed, index) {
  const scores = new Map();
  for (const left of words) {
    const some = words.filter((word) => word !== left);
    for (const [model, score] of await found(some, false, allowed, index))
      scores.set(model, Math.max(score, scores.get(model) || 0));
  }
  return scores;
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

/** Gives scores of what was found by the marks that were typed, of what differs in marks, and whether all is only near. */
async function matches(words, allowed, index) {
  const known = words.filter((word) => word.forms.size);
  if (!known.length) return { close: new Map(), other: new Map(), isNear: false };
  const close = await found(known, true, allowed, index);
  const other = known.some((word) => word.isMarked) ? await found(known, false, allowed, index) : new Map();
  for (const model of close.keys()) other.delete(model);
  if (close.size || other.size || known.length < 3 || known.some((word) => word.isQuoted))
    return { close, other, isNear: false };
  return { close: await nearlyAll(known, allowed, index), other, isNear: true };
}

async function inOrder(scores, sort, index) {
  const models = [...scores.keys()];
  if (sort === "noi") return models.sort((one, other) => one - other);
  if (sort === "moi") {
    const { days } = await index.piece(index.manifest.days);
    return models.sort((one, other) => days[other] - days[one] || one - other);
  }
  return models.sort((one, other) => scores.get(other) - scores.get(one) || one - other);
}

/** Answers a question: {text, facets, sort, pages}. */
async function answer(question, index) {
  const allowed = await allowedBy(question.facets, index);
  const words = await understood(question.text, index);
  const isAsked = words.length > 0;
  const everything = () =>
    new Map((allowed ? [...allowed] : [...Array(index.models).keys()]).map((model) => [model, 0]));
  const { close, other, isNear } = isAsked
    ? await matches(words, allowed, index)
    : { close: everything(), other: new Map(), isNear: false };
  const sort = question.sort || (isAsked ? "" : "moi");
  const models = [...(await inOrder(close, sort, index)), ...(await inOrder(other, sort, index))];
  const shown = models.slice(0, Math.min(question.pages * PAGE, MOST_CARDS));
  const [cards, places] = await Promise.all([
    Promise.all(shown.map((model) => index.card(model))),
    isAsked ? placesOf(question.text, index) : [],
  ]);
  return {
    edition: index.edition,
    total: models.length,
    close: close.size,
    isNear,
    cards,
    places,
    words: words.map(told),
    better: words.some((word) => !word.forms.size) ? mended(words, await index.words()) : "",
  };
}

/** Gives of a word what the page tells of it. */
function told(word) {
  const { word: text, exact, plain: bare, isMarked, completions, isPart, forms } = word;
  const endings = completions?.map(plain);
  return { word: text, exact, plain: bare, isMarked, isPart: Boolean(isPart), endings, isUnknown: !forms.size };
}

/** Counts by key what each option of a facet would give, with the other choices as they are. */
async function counts(name, question, index) {
  const without = name === ALL_HOLD ? "" : name;
  const allowed = await allowedBy(question.facets, index, without);
  const words = await understood(question.text, index);
  const { close, other } = words.length ? await matches(words, allowed, index) : { close: allowed, other: new Map() };
  const rows = await index.facet(name, question.facets[PROVINCE] || []);
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

const KINDS = ["thanh pho", "dac khu", "thi xa", "thi tran", "phuong", "quan", "huyen", "tinh", "xa", "tp"];

/** Gives the places of either era that a question names, with how many models each has today. */
async function placesOf(text, index) {
  const [name, ...larger] = text.split(",").map((part) => asked(part));
  if (!name.length || name.length > 8) return [];
  const bare = name.map((word) => word.plain).join(" ");
  const kind = KINDS.find((one) => bare.startsWith(`${one} `)) || "";
  const own = name.slice(kind ? kind.split(" ").length : 0);
  const key = own.map((word) => word.plain).join(" ");
  const { places } = await index.bucket(index.manifest.places, key);
  const rows = (has(places, key) ? places[key] : []).filter((row) => isMeant(row, kind, own, larger));
  return Promise.all(rows.slice(0, MOST_PLACES).map((row) => placeOf(row, index)));
}

/** Tells whether a row is what was typed: of that kind, in what was named after a comma, with the marks that were typed. */
function isMeant([name, within, , , province], kind, own, larger) {
  const bare = plain(name.toLowerCase());
  if (kind && !bare.startsWith(kind === "tp" ? "thanh pho " : `${kind} `)) return false;
  const around = plain(`${within}, ${province}`.toLowerCase());
  if (!larger.every((words) => around.includes(words.map((word) => word.plain).join(" ")))) return false;
  const marks = asked(name).slice(-own.length);
  return own.every((word, at) => word.exact === word.plain || word.exact === marks[at].exact);
}

async function placeOf([name, within, former, province, provinceName, today, near], index) {
  const [communes, formers, provinces] = await Promise.all(
    [COMMUNE, FORMER, PROVINCE].map((facet) => index.facet(facet, [province])),
  );
  const startOf = (slug) => `${province}/${slug} `;
  const having = (slug) => [...communes].filter(([key]) => key.startsWith(startOf(slug))).flatMap(([, list]) => list);
  const beside = near ? near.split(" ").map((slug) => ({ slug, count: having(slug).length })) : [];
  const own = former
    ? formers.get(`${province}/${former}`)
    : today.length
      ? having(today[0][0])
      : provinces.get(province);
  const count = own ? own.length : 0;
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

// --- Near words -----------------------------------------------------------------------------------------------------

/** Gives the words of a question with near ones in the place of the unknown; "" where nothing can be mended. */
function mended(words, known) {
  const better = words.map((word) => (word.forms.size ? word.word : nearest(word.plain, known)));
  return better.every(Boolean) ? better.join(" ") : "";
}

/** Gives the known word with the fewest letters to change, the more frequent first; "" where none is near. */
function nearest(bare, known) {
  let best = "";
  let least = bare.length > 6 ? 3 : 2;
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

// --- Being asked ----------------------------------------------------------------------------------------------------

const METHODS = { answer, counts, communes };

addEventListener("message", async ({ data: { id, method, args } }) => {
  try {
    postMessage({ id, result: await withOneEdition((index) => METHODS[method](...args, index)) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
