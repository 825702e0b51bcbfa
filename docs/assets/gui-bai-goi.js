// A draft as it is sent: the file, its photos as they are cut, where they belong, and what is said of them.

import { cropped } from "./gui-bai-anh.js";
import { idOf, trimmed, valueAt } from "./gui-bai-nhap.js";
import { provinceOf } from "./gui-bai-noi.js";
import { blocksOf, changedKeys, changesOf } from "./gui-bai-sua.js";
import { yamlOf } from "./gui-bai-yaml.js";
import { root } from "./nho.js";

const FILE = "model.yaml";
const MOST_TRIES = 20;

/** Gives what is sent of a draft: `{id, title, branch, message, description, files, isNew}`, files as `{path, blob}`. */
export const packed = (state, form) => (state.before ? changeOf(state, form) : newOf(state, form));

async function newOf({ draft, photos }, form) {
  const whole = trimmed(draft, form.entries);
  const id = await freeId(idOf(whole) || "mo-hinh-moi");
  const place = valueAt(whole, ["dia_diem", 0, "noi"]) || valueAt(whole, ["dia_diem", 0, "tinh"]);
  const folder = `models/${await provinceOf(place)}/${id}`;
  const title = `Mô hình mới: ${whole.tieu_de}`;
  const files = await filesOf(folder, yamlOf(whole, form.entries), whole.anh, photos);
  return { id, title, branch: `gui-bai/${id}`, message: title, description: whole.tom_tat, files, isNew: true };
}

/** Of a model that is there only the keys that were changed are sent. */
async function changeOf({ name, draft, before, photos }, form) {
  const keys = changedKeys(draft, before, form.entries);
  if (!keys.includes("cap_nhat")) keys.push("cap_nhat");
  const dated = { ...draft, cap_nhat: before.cap_nhat === draft.cap_nhat ? today() : draft.cap_nhat };
  const title = `Sửa: ${trimmed(draft, form.entries).tieu_de}`;
  const files = await filesOf(`sua-doi/${name}`, changesOf(dated, keys, form.entries), draft.anh, photos);
  const labels = form.entries.filter(({ key }) => keys.includes(key)).map(({ label }) => `- ${label}`);
  const description = `Những mục được sửa:\n\n${labels.join("\n")}`;
  const blocks = blocksOf(dated, keys, form.entries);
  return { id: name, title, branch: `sua-bai/${name}`, message: title, description, files, isNew: false, blocks };
}

export const today = () => new Date().toLocaleDateString("en-GB");

async function filesOf(folder, text, told, photos) {
  const files = [{ path: `${folder}/${FILE}`, blob: new Blob([text], { type: "text/yaml" }) }];
  for (const { tep } of told || []) {
    const photo = photos.get(tep);
    if (photo) files.push({ path: `${folder}/${tep}`, blob: (await cropped(photo, photo.crop)).blob });
  }
  return files;
}

/** Gives an id that no page of the site has; where nobody can be asked, the first. */
async function freeId(id) {
  for (let number = 1; number < MOST_TRIES; number += 1) {
    const name = number === 1 ? id : `${id}-${number}`;
    try {
      const answered = await fetch(new URL(`mo-hinh/${name}/`, root));
      if (!answered.ok) return name;
    } catch {
      return name;
    }
  }
  return id;
}

/** Has the browser save a blob under a name. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
