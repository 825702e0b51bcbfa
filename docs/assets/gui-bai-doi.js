// What a correction changes, told in short before it is sent: each field with what it said and what it says, and where a text still has
// a number that a result no longer has.

import { trimmed } from "./gui-bai-nhap.js";
import { changedKeys } from "./gui-bai-sua.js";
import { make } from "./tim-the.js";

const LONGEST = 90;
/** Letters before the first that differs which are shown of a long text. */
const BEFORE = 20;
const NOTHING = "(trống)";
/** The date of the correction is no correction. */
const DATE = "cap_nhat";
/** What counts and what is cited has its own numbers. */
const NO_TEXT = ["ket_qua", "nguon"];

/** Tells whether anything of a model was changed. */
export const isChanged = (draft, before, entries) => changedKeys(draft, before, entries).some((key) => key !== DATE);

/** Gives what is said of a correction; `leadTo` leads to the field at a path. */
export function correctionView({ draft, before }, entries, leadTo) {
  const [now, then] = [draft, before].map((one) => trimmed(one, entries));
  const rows = entries
    .filter(({ key }) => key !== DATE)
    .flatMap((entry) => changesOf(then[entry.key], now[entry.key], entry, ""));
  const lines = rows.map(([label, from, to]) =>
    make("li", {}, make("b", {}, label), ": ", make("del", {}, from), " → ", make("ins", {}, to)),
  );
  const title = make("h3", {}, "Bản sửa một bài đã đăng: những chỗ thay đổi");
  const left = oldNumbers(then, now).flatMap((number) =>
    leftView(number, placesWith(number, now, entries, []), leadTo),
  );
  return [title, ...(lines.length ? [make("ul", { class: "dv-form__changes" }, ...lines)] : []), ...left];
}

// --- What differs ---------------------------------------------------------------------------------------------------

/** Gives label, words before and words after of each field that differs. */
function changesOf(from, to, entry, above) {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  const label = above ? `${above}, ${entry.label}` : entry.label;
  if (entry.kind === "group")
    return entry.entries.flatMap((one) => changesOf(from?.[one.key], to?.[one.key], one, label));
  if (entry.kind === "many" && entry.of.kind !== "choice") return changesOfItems(from || [], to || [], entry, label);
  return [[label, ...shortened(wordsOf(from, entry), wordsOf(to, entry))]];
}

function changesOfItems(from, to, entry, label) {
  const many = (list) => (list.length ? `${list.length} mục` : NOTHING);
  const count = from.length === to.length ? [] : [[label, many(from), many(to)]];
  const both = Math.min(from.length, to.length);
  const items = from.slice(0, both).flatMap((one, at) => {
    const name = `${label} ${at + 1}`;
    if (entry.of.kind === "group")
      return entry.of.entries.flatMap((inner) => changesOf(one[inner.key], to[at][inner.key], inner, name));
    return changesOf(one, to[at], { ...entry.of, label: name }, "");
  });
  return [...count, ...items];
}

function wordsOf(value, entry) {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, entry.of)).join(", ");
  const [, label] = entry.options?.find(([key]) => key === value) || [];
  return label || String(value);
}

/** Shortens two texts to what is around the first letter that differs. */
function shortened(from, to) {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  const begin = Math.max(from.length, to.length) > LONGEST ? from.lastIndexOf(" ", Math.max(0, same - BEFORE)) + 1 : 0;
  return [from, to].map((text) => {
    const rest = text.slice(begin).replace(/\s+/g, " ");
    const end = rest.length > LONGEST ? `${rest.slice(0, LONGEST).trimEnd()}…` : rest;
    return end ? `${begin ? "…" : ""}${end}` : NOTHING;
  });
}

// --- Numbers that were left behind ----------------------------------------------------------------------------------

const bare = (text) => text.replace(/(\d)\.(?=\d{3}(?!\d))/g, "$1");
const numbersOf = (one) => [one?.truoc, one?.sau].filter(Boolean);

/** Gives the numbers of two digits and more that results had and none has any more. */
function oldNumbers(then, now) {
  const left = new Set((now.ket_qua || []).flatMap(numbersOf).map(bare));
  const old = (then.ket_qua || []).flatMap(numbersOf).filter((one) => /\d.*\d/.test(one) && !left.has(bare(one)));
  return [...new Set(old)];
}

/** Gives label and path of each text in which a number stands. */
function placesWith(number, group, entries, path) {
  return entries.flatMap((entry) => {
    const value = group[entry.key];
    if (value === undefined || (!path.length && NO_TEXT.includes(entry.key))) return [];
    return placesIn(value, entry, number, [...path, entry.key]);
  });
}

function placesIn(value, entry, number, path) {
  if (entry.kind === "group") return placesWith(number, value, entry.entries, path);
  if (entry.kind === "many")
    return value.flatMap((one, at) => placesIn(one, { label: entry.label, ...entry.of }, number, [...path, at]));
  const isText = entry.kind === "text" || entry.kind === "story";
  const stands = new RegExp(`(?:^|[^\\d.,])${bare(number)}(?!\\d|[.,]\\d)`);
  return isText && stands.test(bare(value)) ? [[entry.label, path]] : [];
}

function leftView(number, places, leadTo) {
  if (!places.length) return [];
  const links = places.flatMap(([label, path], at) => {
    const link = make("a", { href: "#" }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leadTo(path);
    });
    return at ? [", ", link] : [link];
  });
  return [make("p", { class: "dv-note" }, `Trong bài còn chỗ ghi ${number}: `, ...links, ".")];
}
