// The lists of the form: items that are added, taken away and moved; of photos each begins with its picture.

import { photoBox, photoButton } from "./gui-bai-anh-o.js";
import { put, valueAt } from "./gui-bai-nhap.js";
import { make } from "./tim-the.js";

const isOfPhotos = (entry) => entry.of.kind === "group" && entry.of.entries.some((one) => one.as === "file");
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** Gives the maker of a list; `fieldsOf` makes the fields of a group, `parts` what every field has. */
export const itemsOf = (fieldsOf, parts) => (entry, path, ui) => {
  const { id, words, help, wrong } = parts(entry, path);
  const isGroup = entry.of.kind === "group";
  const what = isGroup ? entry.of.what : entry.item || "mục";
  const list = make("ol", { class: "dv-form__items" });
  const box = make("fieldset", { class: "dv-form__list", id }, make("legend", {}, ...words), ...help, wrong, list);
  const items = () => {
    if (!Array.isArray(valueAt(ui.draft, path))) put(ui.draft, path, []);
    return valueAt(ui.draft, path);
  };

  const act = (change, focusAt) => {
    change(items());
    ui.set(path, items());
    fill();
    const item = list.children[focusAt] || list.lastElementChild;
    const target = item?.querySelector("input, textarea, select, button") || box.querySelector("button, input");
    if (target) target.focus();
  };

  const button = (label, title, run) => {
    const made = make("button", { type: "button", class: "dv-form__act", "aria-label": title }, label);
    made.addEventListener("click", run);
    return made;
  };

  const acts = (at, many) => {
    const name = `${what} ${at + 1}`;
    const swap = (all) => all.splice(at - 1, 2, all[at], all[at - 1]);
    const up = at ? [button("Đưa lên", `Đưa ${name} lên trên`, () => act(swap, at - 1))] : [];
    const isKept = many === 1 && entry.begin;
    const away = isKept ? [] : [button("Bỏ", `Bỏ ${name}`, () => act((all) => all.splice(at, 1), Math.max(0, at - 1)))];
    return make("p", { class: "dv-form__acts" }, ...up, ...away);
  };

  const itemOf = (at, many) => {
    const here = [...path, at];
    if (!isGroup) return make("li", {}, lineOf(here, at), acts(at, many));
    const photo = isOfPhotos(entry) ? [photoBox(here, ui)] : [];
    const head = make("legend", {}, `${capital(what)} ${at + 1}`);
    const group = make(
      "fieldset",
      { class: "dv-form__item" },
      head,
      ...photo,
      ...fieldsOf(entry.of.entries, here, ui),
      acts(at, many),
    );
    group.dataset.dvPath = here.join(".");
    return make("li", {}, group);
  };

  const lineOf = (here, at) => {
    const area = make("textarea", {
      rows: "2",
      id: `o-${here.join("-")}`,
      "aria-label": `${entry.label}, ${at + 1}`,
      "aria-describedby": `${id}-sai`,
    });
    area.value = valueAt(ui.draft, here) || "";
    area.addEventListener("input", () => ui.set(here, area.value));
    const line = make("div", { class: "dv-form__line" }, area);
    line.dataset.dvPath = here.join(".");
    return line;
  };

  const adder = isOfPhotos(entry)
    ? photoButton(ui, (photo) => act((all) => all.push(photo), items().length))
    : make("button", { type: "button", class: "dv-button" }, `Thêm ${what}`);
  if (!isOfPhotos(entry))
    adder.addEventListener("click", () => act((all) => all.push(isGroup ? {} : ""), items().length));

  const fill = () => {
    const all = items();
    while (all.length < (entry.begin || 0)) all.push({});
    list.replaceChildren(...all.map((_, at) => itemOf(at, all.length)));
    adder.hidden = Boolean(entry.most) && all.length >= entry.most;
    ui.refresh();
  };

  box.append(adder);
  fill();
  return box;
};
