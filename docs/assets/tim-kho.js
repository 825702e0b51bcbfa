// The index as it lies on the host: its pieces are loaded and read here, of one edition at a time; nothing here knows of words.
// CONTRIBUTING describes the format. While it waits for the network the worker says {isWaiting: true}.

const VERSION = 1;
const PATIENCE = 12_000;
const TRIES = 3;
const NAME = 10;
/** Where a term may stand: title, summary, a name, the text. */
export const ZONES = 4;
/** The facets whose keys begin with a province: communes of today, and units of before July 2025, which nobody may choose. */
export const COMMUNE = "xa";
export const FORMER = "cu";
export const PROVINCE = "tinh";
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

export const has = (object, key) => Object.hasOwn(object || {}, key);

let current;

/** Gives the index that is held; the first question loads its manifest. */
async function held() {
  current = current || new Index(await load("muc-luc.json", { cache: "no-cache" }));
  return current;
}

/** Does something with one edition of the index. Where a piece cannot be had, and there is another edition now, once more with that. */
export async function withOneEdition(work) {
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
