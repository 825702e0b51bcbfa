// A draft as it is sent: the file, its photos as they are cut, where they belong, and what is said of them.

import { cropped } from "./gui-bai-anh.js";
import { idOf, trimmed, valueAt } from "./gui-bai-nhap.js";
import { provinceOf } from "./gui-bai-noi.js";
import { yamlOf } from "./gui-bai-yaml.js";
import { root } from "./nho.js";

const FILE = "model.yaml";
const MOST_TRIES = 20;

/** Gives what is sent of a draft: `{id, title, branch, message, description, files, isNew}`, files as `{path, blob}`. */
export async function packed({ draft, form, photos }) {
  const whole = trimmed(draft, form.entries);
  const id = await freeId(idOf(whole) || "mo-hinh-moi");
  const place = valueAt(whole, ["dia_diem", 0, "noi"]) || valueAt(whole, ["dia_diem", 0, "tinh"]);
  const folder = `models/${await provinceOf(place)}/${id}`;
  const title = `Mô hình mới: ${whole.tieu_de}`;
  const text = new Blob([yamlOf(whole, form.entries)], { type: "text/yaml" });
  const files = [{ path: `${folder}/${FILE}`, blob: text }];
  for (const { tep } of whole.anh || []) {
    const photo = photos.get(tep);
    if (photo) files.push({ path: `${folder}/${tep}`, blob: (await cropped(photo, photo.crop)).blob });
  }
  return { id, title, branch: `gui-bai/${id}`, message: title, description: descriptionOf(whole), files, isNew: true };
}

function descriptionOf(whole) {
  const photos = (whole.anh || []).length;
  const lines = [
    whole.tom_tat,
    "",
    "Gửi từ biểu mẫu trên trang. Người duyệt xem giúp:",
    "- [ ] Đúng nơi, đúng đơn vị, đúng năm.",
    "- [ ] Con số khớp với nguồn.",
    ...(photos ? [`- [ ] ${photos} ảnh: người trong ảnh đã đồng ý.`] : []),
    "- [ ] Lời văn dễ hiểu, không chép nguyên của nguồn.",
  ];
  return lines.join("\n");
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
