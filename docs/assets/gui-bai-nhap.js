// The draft of a model: plain texts, lists and groups under the keys of the form, as they are typed. Nothing here knows a page.
// An entry is a key as the page's data describes it: kind, limits, choices, the entries of a group.

/** Controls, signs that are not seen, halves of signs: none may stand in a file, but what joins a pictograph. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}\p{Zl}\p{Zp}]/u;
const PICTOGRAPH = /^[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]$/u;
/** 1️⃣ #️⃣ ©️ ‼️ ℹ️ ㊗️ begin with signs that are no pictographs by themselves. */
const BECOMES_ONE = /^[0-9#*\u00a9\u00ae\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299]$/;

/** Gives a text as it is written to the file: composed, without what is not seen; on one line unless it is a story. */
export function clean(text, isStory = false) {
  const whole = String(text)
    .replace(/\r\n?|\u0085|[\u2028\u2029]/g, "\n")
    .normalize("NFC")
    .replace(/\u00d0/g, "Đ")
    .replace(/\u00f0/g, "đ")
    .replace(/[\u00a0\u202f]/g, " ");
  const seen = UNSEEN.test(whole) ? seenOf([...whole]) : whole;
  return isStory ? seen.replace(/\t/g, "    ").replace(/ +$/gm, "").trim() : seen.replace(/\s+/g, " ").trim();
}

/** Gives signs without those that are not seen; a joiner between pictographs and the choice of their look stay. */
function seenOf(signs) {
  const kept = [];
  for (const [at, sign] of signs.entries()) {
    const last = kept[kept.length - 1] || "";
    const isLook = /[\ufe0e\ufe0f]/.test(sign) && (PICTOGRAPH.test(last) || BECOMES_ONE.test(last));
    const isJoiner =
      sign === "\u200d" && (PICTOGRAPH.test(last) || last === "\ufe0f") && PICTOGRAPH.test(signs[at + 1] || "");
    if (isLook || isJoiner || sign === "\n" || sign === "\t" || !UNSEEN.test(sign)) kept.push(sign);
  }
  return kept.join("");
}

/** Gives what a date means that was typed with other signs, words or none, as `22/11/2026`; the text itself where it is no date. */
export function dateOf(text) {
  const bare = clean(text)
    .replace(/^ngày\s+/i, "")
    .replace(/^(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+/i, "$1/$2/");
  const turned = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (turned) return written(turned[3], turned[2], turned[1]);
  const apart = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4}|\d{2})$/.exec(bare) || /^(\d{2})(\d{2})(\d{4})$/.exec(bare);
  return apart ? written(apart[1], apart[2], apart[3].padStart(4, "20")) : clean(text);
}

/** Gives an address on the web as browsers take it, though the scheme was left out: `nghean.gov.vn`. */
const webAddressOf = (text) => (/^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : text);

const written = (day, month, year) => `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`;

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Gives the value at a path of keys and numbers, undefined where there is none. */
export const valueAt = (draft, path) =>
  path.reduce((value, step) => (value && Object.hasOwn(value, step) ? value[step] : undefined), draft);

/** Puts a value at a path, with the groups and lists above it. */
export function put(draft, path, value) {
  let here = draft;
  path.slice(0, -1).forEach((step, at) => {
    if (!Object.hasOwn(here, step) || typeof here[step] !== "object" || here[step] === null)
      here[step] = typeof path[at + 1] === "number" ? [] : {};
    here = here[step];
  });
  here[path[path.length - 1]] = value;
}

/** Tells whether a key is asked for beside what was chosen. */
export const isAsked = (entry, group) => !entry.when || entry.when[1].includes(group?.[entry.when[0]]);

/** Gives what of a draft goes into the file: known keys with something in them, texts cleaned. */
export function trimmed(draft, entries) {
  const found = {};
  for (const entry of entries) {
    // What is asked for beside what is itself not asked for is not asked for either.
    const value = isAsked(entry, found) ? trimmedValue(draft?.[entry.key], entry) : undefined;
    if (value !== undefined) found[entry.key] = value;
  }
  return found;
}

function trimmedValue(value, entry) {
  if (entry.kind === "many") {
    const items = (Array.isArray(value) ? value : []).map((one) => trimmedValue(one, entry.of));
    const kept = items.filter((one) => one !== undefined);
    return kept.length ? kept : undefined;
  }
  if (entry.kind === "group") {
    if (!isGroup(value)) return undefined;
    const group = trimmed(value, entry.entries);
    dropYear(group, entry);
    return Object.keys(group).length ? group : undefined;
  }
  if (typeof value !== "string") return undefined;
  if (entry.kind === "date") return dateOf(value) || undefined;
  const text = clean(value, entry.kind === "story");
  return (entry.key === "url" ? webAddressOf(text) : text) || undefined;
}

/** Gives where in a draft stands what the trimmed one has at a path: an empty item counts in the lists of the draft alone. */
export function pathInDraft(path, draft, entries) {
  const found = [];
  let [value, entry] = [draft, { entries }];
  for (const step of path) {
    let here = step;
    if (typeof step === "number" && Array.isArray(value) && entry) {
      const { of } = entry;
      const kept = value.flatMap((one, at) => (trimmedValue(one, of) === undefined ? [] : [at]));
      here = kept[step] ?? step;
      entry = of;
    } else entry = entry?.entries?.find(({ key }) => key === step);
    found.push(here);
    value = value?.[here];
  }
  return found;
}

/** A year beside a day of that year says nothing more. */
function dropYear(group, entry) {
  if (entry.oneOf && group.nam && group.ngay?.endsWith(`/${group.nam}`)) delete group.nam;
}

/** Gives of anything that was kept or brought in what has the shape of a draft; what has not is left out. */
export function sound(value, entries) {
  const found = {};
  if (!isGroup(value)) return found;
  for (const entry of entries) {
    const one = Object.hasOwn(value, entry.key) ? soundValue(value[entry.key], entry) : undefined;
    if (one !== undefined) found[entry.key] = one;
  }
  return found;
}

function soundValue(value, entry) {
  if (entry.kind === "group") return isGroup(value) ? sound(value, entry.entries) : undefined;
  if (entry.kind === "many")
    return Array.isArray(value)
      ? value
          .slice(0, 200)
          .map((one) => soundValue(one, entry.of))
          .filter((one) => one !== undefined)
      : undefined;
  return typeof value === "string" ? value.slice(0, 40_000) : undefined;
}

const FOLDED = /[\u0300-\u036f]/g;
const LONGEST_ID = 60;

/** Gives a part of an address: `Đồng Xuân` becomes `dong-xuan`. */
export const slug = (text) =>
  clean(text)
    .normalize("NFKD")
    .replace(FOLDED, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/['‘’ʼ`´]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const KIND_OF_PLACE = /^(?:thành phố|đặc khu|thị xã|thị trấn|phường|quận|huyện|tỉnh|xã|tp\.?)\s+/i;

/** Makes the id of a new model of its place and its title, as `showcase new` does; "" where there is no letter. */
export function idOf(draft) {
  const place = (valueAt(draft, ["dia_diem", 0, "noi"]) || "").split(",")[0].trim().replace(KIND_OF_PLACE, "");
  let id = "";
  for (const word of `${slug(place)}-${slug(draft.tieu_de || "")}`.split("-").filter(Boolean)) {
    const longer = id ? `${id}-${word}` : word;
    if (longer.length > LONGEST_ID) break;
    id = longer;
  }
  return id.length < 3 || /^[\d-]+$/.test(id) ? id && `mo-hinh-${id}` : id;
}
