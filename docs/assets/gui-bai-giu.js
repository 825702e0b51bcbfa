// What is typed is kept on this device: a draft under a name, with its photos, in IndexedDB; and in a file that its writer may take along.
// A draft has a number that grows with each time it is kept, so what another tab has kept since is not written over unseen.

import { root } from "./nho.js";

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

/** Gives the draft of a name and its photos: `{record, photos}`, photos by file name; null where there is none, or no store. */
export async function kept(name) {
  try {
    return await within("readonly", async (drafts, photos) => {
      const record = await answered(drafts.get(name));
      if (!record || typeof record !== "object") return null;
      const range = IDBKeyRange.bound(`${name}/`, `${name}/\uffff`);
      const [keys, values] = await Promise.all([answered(photos.getAllKeys(range)), answered(photos.getAll(range))]);
      const found = keys.map((key, at) => [key.slice(name.length + 1), opened(values[at])]);
      return { record, photos: new Map(found.filter(([, photo]) => photo)) };
    });
  } catch {
    return null;
  }
}

/** Keeps a draft; gives its number now, or null where another tab has kept it since `number`. Throws where the device takes nothing. */
export const keep = (name, record, number) =>
  within("readwrite", async (drafts) => {
    const there = await answered(drafts.get(name));
    if (there && there.number !== number) return null;
    const next = (there ? there.number : 0) + 1;
    await answered(drafts.put({ ...record, number: next }, name));
    return next;
  });

/** Keeps a photo of a draft. */
export async function keepPhoto(name, file, { blob, width, height, crop }) {
  const data = await blob.arrayBuffer();
  return within("readwrite", (_, photos) => answered(photos.put({ data, width, height, crop }, `${name}/${file}`)));
}

/** Forgets a draft with all its photos. */
export const forget = (name) =>
  within("readwrite", async (drafts, photos) => {
    await answered(drafts.delete(name));
    await answered(photos.delete(IDBKeyRange.bound(`${name}/`, `${name}/\uffff`)));
  });

function opened(photo) {
  if (!photo || !(photo.data instanceof ArrayBuffer)) return null;
  return {
    blob: new Blob([photo.data], { type: "image/jpeg" }),
    width: photo.width,
    height: photo.height,
    crop: cropOf(photo.crop),
  };
}

const cropOf = (crop) => ({ ratio: String(crop?.ratio || ""), at: Number(crop?.at) || 0 });

// --- In a file ------------------------------------------------------------------------------------------------------

const KIND = "dan-van-kheo/ban-nhap";

/** Writes a draft with its photos as one file. */
export async function fileOf(draft, photos) {
  const told = {};
  for (const [name, photo] of photos) told[name] = { data: await asText(photo.blob), crop: photo.crop };
  return new Blob([JSON.stringify({ loai: KIND, phien_ban: 1, bai: draft, anh: told })], { type: "application/json" });
}

/** Reads such a file: `{draft, photos}`, photos as blobs by name that are still to be drawn anew; throws where it is none. */
export async function readFile(file) {
  const told = JSON.parse(await file.text());
  if (!told || told.loai !== KIND || typeof told.bai !== "object") throw new Error("no draft");
  const photos = Object.entries(told.anh || {})
    .slice(0, 40)
    .map(([name, photo]) => [name, asBlob(photo.data), cropOf(photo.crop)]);
  return { draft: told.bai, photos };
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
