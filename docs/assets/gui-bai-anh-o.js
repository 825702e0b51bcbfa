// Photos as the form shows them: chosen from the device, each with its picture and how it is cut.

import { addressOf, cropped, RATIOS, redrawn } from "./gui-bai-anh.js";
import { valueAt } from "./gui-bai-nhap.js";
import { make } from "./tim-the.js";

/** What is said of a photo of which only the name is left. */
export const LOST = "Ảnh này không còn trên máy, hãy chọn lại: bỏ mục này rồi thêm ảnh từ máy.";
const RATIO_WORDS = { "": "Giữ nguyên", "3:2": "Cắt ngang 3:2 (ảnh bìa)", "4:3": "Cắt ngang 4:3", "1:1": "Cắt vuông" };

/** Gives what photos are chosen by; `add` is told of each that could be read. */
export function photoButton(ui, add) {
  const input = make("input", { type: "file", id: "o-them-anh", accept: "image/*,.heic,.heif", multiple: "" });
  const label = make("label", { class: "dv-button dv-form__file", for: input.id }, "Chọn ảnh từ máy");
  const said = make("div", { role: "status", class: "dv-form__said" });
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    said.replaceChildren(make("p", {}, "Đang thu nhỏ ảnh…"));
    const wrong = [];
    for (const file of files) {
      try {
        const photo = await redrawn(file);
        const tep = ui.photos.add(photo);
        add({ tep });
      } catch (error) {
        wrong.push(make("p", { class: "dv-form__wrong" }, `${file.name}: ${error.message}`));
      }
    }
    said.replaceChildren(...wrong);
  });
  return make("div", { class: "dv-form__adder" }, input, label, said);
}

/** Gives the picture of the photo at a path, and how it is cut; of one that lies on the site alone its name. */
export function photoBox(path, ui) {
  const tep = valueAt(ui.draft, [...path, "tep"]);
  const photo = ui.photos.of(tep);
  if (!photo && ui.photos.isOnSite(tep)) return make("p", { class: "dv-form__help" }, `Ảnh đang có trên trang: ${tep}`);
  if (!photo)
    return make("div", { "data-dv-path": [...path, "tep"].join(".") }, make("p", { class: "dv-form__wrong" }, LOST));
  const image = make("img", { alt: "", class: "dv-form__photo" });
  const id = `o-${path.join("-")}-cat`;
  const ratio = make("select", { id });
  ratio.append(...Object.keys(RATIOS).map((key) => make("option", { value: key }, RATIO_WORDS[key])));
  ratio.value = photo.crop.ratio;
  const at = make("input", { type: "range", min: "0", max: "100", id: `${id}-cho`, value: String(photo.crop.at) });
  const where = make("div", { class: "dv-form__field" }, make("label", { for: at.id }, "Dịch khung cắt"), at);
  let latest = 0;
  const show = async () => {
    latest += 1;
    const turn = latest;
    where.hidden = !ratio.value;
    const shown = await cropped(photo, { ratio: ratio.value, at: Number(at.value) });
    const address = await addressOf(shown.blob);
    if (turn === latest) image.src = address;
  };
  const change = () => {
    ui.photos.cut(tep, { ratio: ratio.value, at: Number(at.value) });
    show();
  };
  ratio.addEventListener("change", change);
  at.addEventListener("input", change);
  show();
  const cut = make("div", { class: "dv-form__field" }, make("label", { for: id }, "Khuôn ảnh"), ratio);
  return make("div", { class: "dv-form__picture" }, image, cut, where);
}
