// What is typed is kept on this device: a draft under a name, with its photos, in IndexedDB; and in a file that its writer may take along.
// A draft has another number each time it is kept, so what another tab has kept since is not written over unseen. Its photos lie under keys
// that only it knows: two drafts may both call a photo `anh-1.jpg`, and neither shows the other's.

import { root } from "./nho.js";

/** The name of the draft of a model that is not there yet. */
export const NEW = "moi";
const NAME = `${root.pathname}.gui-bai`;
const DRAFTS = "drafts";
const PHOTOS = "photos";

let opening;

function database() {
  opening =
    opening ||
    new Promise((resolve, reject) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore(DRAFTS);
        asked.result.createObjectStore(PHOTOS);
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      asked.onblocked = () => reject(new Error("blocked"));
    });
  return opening;
}

/** Runs some work on both stores, whole or not at all; gives what it gave. */
async function within(mode, work) {
  const open = (await database()).transaction([DRAFTS, PHOTOS], mode);
  const done = new Promise((resolve, reject) => {
    open.oncomplete = resolve;
    open.onabort = () => reject(open.error || new Error("aborted"));
  });
  const result = await work(open.objectStore(DRAFTS), open.objectStore(PHOTOS), open);
  await done;
  return result;
}

const answered = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** Gives a text that nobody has given before: the number of a draft, or the key of a photo. */
export const random = () => [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("-");

const rangeOf = (name) => IDBKeyRange.bound(`${name}/`, `${name}/\uffff`);

/** Gives the draft of a name and its photos: `{record, photos}`, photos by file name; null where there is none, or no store. */
export async function kept(name) {
  const last = takenUnkept(name);
  try {
    return await within("readonly", async (drafts, store) => {
      const there = await answered(drafts.get(name));
      // What was typed last counts unless another tab has kept something since.
      const isLatest = last && [last.number, last.next].includes(there?.number);
      const record = isLatest ? { ...last, number: there?.number } : there;
      if (!record || typeof record !== "object") return null;
      const photos = new Map();
      for (const [file, told] of Object.entries(record.photos || {})) {
        const found = await answered(store.get(`${name}/${told.key}`));
        if (found?.data instanceof ArrayBuffer) photos.set(file, opened(told, found.data));
      }
      return { record, photos, isLatest };
    });
  } catch {
    return last && { record: last, photos: new Map(), isLatest: true };
  }
}

/** Gives the number of the draft of a name, undefined where there is none. */
export const numberOf = (name) => within("readonly", async (drafts) => (await answered(drafts.get(name)))?.number);

/**
 * Keeps a draft with its photos, and of all photos of its name no other, under the number `next`; tells whether it did: where another tab
 * has kept the draft since `number` nothing is written. Throws where the device takes nothing.
 */
export async function keep(name, record, photos, number, next) {
  const there = new Set(await within("readonly", (_, store) => answered(store.getAllKeys(rangeOf(name)))));
  const wanted = new Set([...photos.values()].map(({ key }) => `${name}/${key}`));
  const added = [...photos.values()].filter(({ key }) => !there.has(`${name}/${key}`));
  const written = await Promise.all(added.map(async ({ key, blob }) => [await blob.arrayBuffer(), `${name}/${key}`]));
  return within("readwrite", async (drafts, store) => {
    const before = await answered(drafts.get(name));
    if (before?.number !== number) return false;
    for (const [data, key] of written) store.put({ data }, key);
    for (const key of there) if (!wanted.has(key)) store.delete(key);
    await answered(drafts.put({ ...record, photos: toldOf(photos), number: next }, name));
    return true;
  });
}

const toldOf = (photos) =>
  Object.fromEntries([...photos].map(([file, { key, width, height, crop }]) => [file, { key, width, height, crop }]));

const opened = ({ key, width, height, crop }, data) => ({
  key,
  blob: new Blob([data], { type: "image/jpeg" }),
  width,
  height,
  crop: cropOf(crop),
});

// --- Typed last -----------------------------------------------------------------------------------------------------

/** Keeps what the store had no time for while the page is left: the texts alone, for this tab. */
export function keepLast(name, record, photos, numbers) {
  try {
    sessionStorage.setItem(`${NAME}/${name}`, JSON.stringify({ ...record, photos: toldOf(photos), ...numbers }));
  } catch {
    // A closed or full store: as it was before there was any.
  }
}

function takenUnkept(name) {
  try {
    const found = JSON.parse(sessionStorage.getItem(`${NAME}/${name}`));
    sessionStorage.removeItem(`${NAME}/${name}`);
    return found && typeof found === "object" ? found : null;
  } catch {
    return null;
  }
}

const cropOf = (crop) => ({ ratio: String(crop?.ratio || ""), at: Number(crop?.at) || 0 });

// --- In a file ------------------------------------------------------------------------------------------------------

const KIND = "dan-van-kheo/ban-nhap";

/** Writes a draft with its photos as one file, which says whose it is, and what that was when it began. */
export async function fileOf({ name, draft, before, sent }, photos) {
  const anh = {};
  for (const [file, photo] of photos) anh[file] = { data: await asText(photo.blob), crop: photo.crop };
  const told = { loai: KIND, phien_ban: 2, ten: name, truoc: before, da_gui: sent, bai: draft, anh };
  return new Blob([JSON.stringify(told)], { type: "application/json" });
}

/** Reads such a file: `{name, draft, before, sent, photos}`, photos as blobs by name that are still to be drawn anew; throws where it is none. */
export async function readFile(file) {
  const told = JSON.parse(await file.text());
  if (told?.loai !== KIND || typeof told.ten !== "string" || typeof told.bai !== "object") throw new Error("no draft");
  const photos = Object.entries(told.anh || {})
    .slice(0, 40)
    .map(([name, photo]) => [name, asBlob(photo.data), cropOf(photo.crop)]);
  return { name: told.ten, draft: told.bai, before: told.truoc, sent: told.da_gui, photos };
}

const STEP = 0x8000;

async function asText(blob) {
  const data = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let at = 0; at < data.length; at += STEP) binary += String.fromCharCode(...data.subarray(at, at + STEP));
  return btoa(binary);
}

const asBlob = (text) =>
  new Blob([Uint8Array.from(atob(String(text)), (sign) => sign.charCodeAt(0))], { type: "image/jpeg" });
