// A model that is there becomes a draft: its open data as its editors would type them. What the open data keep back, comments, and what
// was withdrawn stay in the file, since only the keys that were changed are sent.

import { trimmed } from "./gui-bai-nhap.js";
import { yamlOf } from "./gui-bai-yaml.js";
import { root } from "./nho.js";

/** Gives the draft of a model by its id; null where the site has no data of it, throws where the network has none. */
export async function draftOfModel(id, entries) {
  const answered = await fetch(new URL(`mo-hinh/${id}/du-lieu.json`, root), { cache: "no-cache" });
  if (answered.status === 404 || answered.status === 410) return null;
  if (!answered.ok) throw new Error(String(answered.status));
  const [row] = (await answered.json()).mo_hinh || [];
  return row && row.id === id ? groupOf(row, entries) : null;
}

function groupOf(row, entries) {
  const found = {};
  for (const entry of entries) {
    const value = typedOf(row[entry.key], entry);
    if (value !== undefined) found[entry.key] = value;
  }
  return found;
}

function typedOf(value, entry) {
  if (value === undefined || value === null) return undefined;
  if (entry.kind === "many") return Array.isArray(value) ? value.map((one) => typedOf(one, entry.of) ?? "") : undefined;
  // Where a place lies today is told as units; it was typed as the name of a commune.
  if (entry.as === "commune") return typeof value === "string" ? value : value.xa?.ten;
  if (entry.kind === "group") return typeof value === "object" ? groupOf(value, entry.entries) : undefined;
  if (entry.kind === "date") return String(value).split("-").reverse().join("/");
  if (entry.kind === "number") return numberOf(value);
  return String(value);
}

/** Writes a number as Vietnamese write it, with all its digits. */
function numberOf(value) {
  const [whole, part] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  return part ? `${grouped},${part}` : grouped;
}

/** Gives the keys of which a draft says something else than the one that it began as. */
export function changedKeys(draft, before, entries) {
  const [now, then] = [draft, before].map((one) => trimmed(one, entries));
  return entries.map(({ key }) => key).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(then[key]));
}

/** Gives the labels of the keys that were changed in a draft, and otherwise in what it began as, `now`. */
export function changedInBoth(draft, before, now, entries) {
  const theirs = new Set(changedKeys(now, before, entries));
  const ours = new Set(changedKeys(draft, before, entries).filter((key) => theirs.has(key)));
  const apart = changedKeys(draft, now, entries).filter((key) => ours.has(key));
  return entries.filter(({ key }) => apart.includes(key)).map(({ label }) => `“${label}”`);
}

/** Writes some keys of a draft; one that has no value any more stands there without one, and is taken away where it is received. */
export function changesOf(draft, keys, entries) {
  const whole = trimmed(draft, entries);
  const gone = keys.filter((key) => whole[key] === undefined).map((key) => `${key}:\n`);
  const told = entries.filter(({ key }) => keys.includes(key) && whole[key] !== undefined);
  return (told.length ? yamlOf(whole, told) : "") + gone.join("");
}

/** Gives the lines of each of some keys, "" of one that has no value any more. */
export function blocksOf(draft, keys, entries) {
  const whole = trimmed(draft, entries);
  const block = (key) =>
    whole[key] === undefined
      ? ""
      : yamlOf(
          whole,
          entries.filter((entry) => entry.key === key),
        );
  return new Map(keys.map((key) => [key, block(key)]));
}
