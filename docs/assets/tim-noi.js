// Places of either era by their names, from the pieces of the search: what the search says above its results, and what the form offers.

import { asked, plain } from "./tim-chu.js";
import { has, PROVINCE } from "./tim-kho.js";

const KINDS = ["thanh pho", "dac khu", "thi xa", "thi tran", "phuong", "quan", "huyen", "tinh", "xa", "tp"];
const MOST_WORDS = 8;
/** What a province is known as has no kind before it. */
const OF_A_PROVINCE = /^(?:tinh|thanh pho|tp) /;

const plainOf = (words) => words.map((word) => word.plain).join(" ");
const kindOf = (bare) => KINDS.find((one) => bare.startsWith(`${one} `)) || "";

/** Tells whether a text begins with the kind of a place: “phường Hoàng Mai”. */
export const isKind = (text) => kindOf(plain(text.toLowerCase())) !== "";

/** Gives how a name may be read, as `[kind, words]`: “Quản Bạ” is a name, though it begins like “quận”. */
function waysOf(name) {
  const kind = kindOf(plainOf(name));
  return [["", name], ...(kind ? [[kind, name.slice(kind.split(" ").length)]] : [])];
}

/**
 * Gives the rows of the places that a text names, as `search/places.py` describes them: its name, then after commas in what it lies;
 * of a province that has models the comma may be missing, as in “Hoàng Mai Hà Nội”.
 */
export async function placeRows(text, index) {
  const [name, ...larger] = text.split(",").map((part) => asked(part));
  const found = await rowsOf(name, larger, index);
  if (found.length || larger.length || name.length < 2) return found;
  const bare = plainOf(name);
  const slugs = [...(await index.facet(PROVINCE)).keys()];
  const province = slugs.map((slug) => slug.replaceAll("-", " ")).find((one) => bare.endsWith(` ${one}`));
  if (!province) return [];
  const end = name.length - province.split(" ").length;
  return rowsOf(name.slice(0, end), [name.slice(end)], index);
}

async function rowsOf(name, larger, index) {
  if (!name.length || name.length > MOST_WORDS) return [];
  const found = await Promise.all(
    waysOf(name).map(async ([kind, own]) => {
      const key = plainOf(own);
      const { places } = await index.bucket(index.manifest.places, key);
      return (has(places, key) ? places[key] : []).filter((row) => isMeant(row, kind, own, larger));
    }),
  );
  return found.flat();
}

/** Tells whether a row is what was typed: of that kind, in what was named after a comma, with the marks that were typed. */
function isMeant([name, within, , , province], kind, own, larger) {
  const bare = plain(name.toLowerCase());
  if (!isOfKind(bare, kind)) return false;
  const around = plain(`${within}, ${province}`.toLowerCase());
  if (
    !larger.every((words) =>
      around.includes(
        words
          .map((word) => word.plain)
          .join(" ")
          .replace(OF_A_PROVINCE, ""),
      ),
    )
  )
    return false;
  const marks = asked(name).slice(-own.length);
  return own.every((word, at) => word.exact === word.plain || word.exact === marks[at].exact);
}

const isOfKind = (bare, kind) => !kind || bare.startsWith(kind === "tp" ? "thanh pho " : `${kind} `);

// --- What a text may be the beginning of ----------------------------------------------------------------------------

/** Letters of a plain name by which the piece is known where it lies. */
const FIRST = 2;

/**
 * Gives the places that a text may be the beginning of, the best first, as `{name, within, isFormer}`: of its words the last may be
 * begun, or all where none fits so; in what a place lies may stand behind a comma, or behind its whole name.
 */
export async function placesBegun(text, index) {
  const [name, ...larger] = text.split(",").map((part) => asked(part));
  // While a site is published anew this script may come before the manifest.
  if (!name.length || name.length > MOST_WORDS || !index.manifest.starts) return [];
  const around = larger.map((words) => plainOf(words).replace(OF_A_PROVINCE, ""));
  const found = await Promise.all(
    waysOf(name).map(async ([kind, own]) => {
      const key = plainOf(own);
      const { starts } = await index.bucket(index.manifest.starts, key.slice(0, FIRST));
      return starts.map((row) => begunBy(row, kind, own, around)).filter(Boolean);
    }),
  );
  const all = found.flat();
  const most = Math.max(...all.map(({ whole }) => whole));
  return all.filter(({ whole }) => whole === most).sort(byFit);
}

/** Smaller numbers first: words of the place that were not typed, whether the last one is whole, then present and larger places. */
const byFit = (one, other) =>
  one.left - other.left || one.isOpen - other.isOpen || one.isFormer - other.isFormer || one.depth - other.depth;

/** Tells how a place fits what was typed; undefined where it does not. */
function begunBy([name, within, province, isFormer], kind, own, around) {
  const bare = plain(name.toLowerCase());
  if (!isOfKind(bare, kind) || !bare.includes(` ${own[0].plain}`)) return undefined;
  const words = asked(name).slice(kindOf(bare).split(" ").filter(Boolean).length);
  const many = Math.min(own.length, words.length);
  if (!own.slice(0, many).every((word, at) => isBegun(word, words[at]))) return undefined;
  const rest = own.length > many ? [plainOf(own.slice(many)).replace(OF_A_PROVINCE, "")] : [];
  const lies = ` ${plainOf([...asked(within), ...asked(province)])}`;
  if (![...rest, ...around].every((part) => lies.includes(` ${part}`))) return undefined;
  const isWhole = (word, at) => word.plain === words[at].plain;
  return {
    name,
    within,
    isFormer,
    whole: own.slice(0, many - (rest.length ? 0 : 1)).filter(isWhole).length,
    left: words.length - many,
    isOpen: isWhole(own[many - 1], many - 1) ? 0 : 1,
    depth: within.split(",").length,
  };
}

/** Tells whether a word may be the beginning of another: what has marks must have the same there, what has none may have any. */
function isBegun(typed, word) {
  if (!word.plain.startsWith(typed.plain)) return false;
  if (typed.exact === typed.plain) return true;
  const [letters, tone] = apart(typed.exact);
  const [others, otherTone] = apart(word.exact);
  return (
    (!tone || tone === otherTone) && [...letters].every((one, at) => one === others[at] || one === plain(others[at]))
  );
}

/** Gives letters and tone of an exact form. */
function apart(form) {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]*$/.exec(form)[0];
  return [form.slice(0, form.length - tone.length), tone];
}
