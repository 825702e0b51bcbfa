// A draft as it is sent: the file, its photos as they are cut, where they belong, and what is said of them.

import { cropped } from "./gui-bai-anh.js";
import { idOf, trimmed, valueAt } from "./gui-bai-nhap.js";
import { provinceOf } from "./gui-bai-noi.js";
import { blocksOf, changedKeys, changesOf } from "./gui-bai-sua.js";
import { yamlOf } from "./gui-bai-yaml.js";
import { isId, root } from "./nho.js";

const FILE = "model.yaml";
const MOST_TRIES = 20;
const TO_LOOK_AT = `

Trước khi nhận bài:

- [ ] Con số đúng như nguồn.
- [ ] Ai được nêu tên, ai nhìn ảnh là nhận ra, đều đã đồng ý; ảnh có trẻ em thì cha mẹ đã đồng ý.
- [ ] Ảnh được phép dùng, có tên người chụp.
`;

/**
 * Gives what is sent of a draft: `{id, title, branch, message, description, files, isNew, sent}`, files as `{path, blob}`. Whoever sends it
 * keeps `sent` with the draft, so that the same draft sent once more is the same model, and the same change of the same day.
 */
export const packed = (state, form) => (state.before ? changeOf(state, form) : newOf(state, form));

async function newOf({ draft, photos, sent }, form) {
  const whole = trimmed(draft, form.entries);
  const named = idOf(whole) || "mo-hinh-moi";
  // Another title is another model only where the site has one under the id that was sent.
  const isSame = isId(sent?.id) && (sent.named === named || !(await isThere(sent.id)));
  const id = isSame ? sent.id : await freeId(named);
  const place = valueAt(whole, ["dia_diem", 0, "noi"]) || valueAt(whole, ["dia_diem", 0, "tinh"]);
  const folder = `models/${await provinceOf(place)}/${id}`;
  const title = `Mô hình mới: ${whole.tieu_de}`;
  const files = await filesOf(folder, yamlOf(whole, form.entries), whole.anh, photos);
  return {
    id,
    title,
    branch: `gui-bai/${id}`,
    message: title,
    description: `${whole.tom_tat}${TO_LOOK_AT}`,
    files,
    isNew: true,
    sent: { id, named },
  };
}

/** Of a model that is there only the keys that were changed are sent. */
async function changeOf({ name, draft, before, photos, sent }, form) {
  const keys = changedKeys(draft, before, form.entries);
  if (!keys.includes("cap_nhat")) keys.push("cap_nhat");
  const day = isLater(sent?.cap_nhat, before.cap_nhat) ? sent.cap_nhat : today();
  const dated = { ...draft, cap_nhat: before.cap_nhat === draft.cap_nhat ? day : draft.cap_nhat };
  const title = `Sửa: ${trimmed(draft, form.entries).tieu_de}`;
  const files = await filesOf(`sua-doi/${name}`, changesOf(dated, keys, form.entries), draft.anh, photos);
  const labels = form.entries.filter(({ key }) => keys.includes(key)).map(({ label }) => `- ${label}`);
  const description = `Những mục được sửa:\n\n${labels.join("\n")}${TO_LOOK_AT}`;
  const blocks = blocksOf(dated, keys, form.entries);
  return {
    id: name,
    title,
    branch: `sua-bai/${name}`,
    message: title,
    description,
    files,
    isNew: false,
    blocks,
    sent: { cap_nhat: dated.cap_nhat },
  };
}

/** Tells whether a day that was kept is one, and after another. */
function isLater(day, other) {
  const turned = (text) => text.split("/").reverse().join("");
  return typeof day === "string" && /^\d\d\/\d\d\/\d{4}$/.test(day) && turned(day) > turned(other || "");
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
    if (!(await isThere(name))) return name;
  }
  return id;
}

/** Tells whether the site has a model of an id; where nobody can be asked, it has none. */
async function isThere(id) {
  try {
    return (await fetch(new URL(`mo-hinh/${id}/`, root))).ok;
  } catch {
    return false;
  }
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
