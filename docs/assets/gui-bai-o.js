// The fields of the form, made of its entries: each shows a value of the draft, writes it there, and has its help and what is wrong with it.

import { itemsOf } from "./gui-bai-muc.js";
import { isAsked, trimmed, valueAt } from "./gui-bai-nhap.js";
import { offerPlaces } from "./gui-bai-noi.js";
import { idIn } from "./nho.js";
import { make } from "./tim-the.js";

const FEW = 5;
const LONG = 120;
const COUNTED_FROM = 100;

export const idOfPath = (path) => `o-${path.join("-")}`;
export const nameOfPath = (path) => path.join(".");

/** Gives the boxes of some entries of a group at a path: the usual ones, then the others in a fold. */
export function fieldsOf(entries, path, ui) {
  const asked = entries.filter((entry) => entry.as !== "file");
  const boxes = asked.filter((entry) => !entry.fold).map((entry) => fieldOf(entry, [...path, entry.key], ui));
  const folded = asked.filter((entry) => entry.fold);
  if (folded.length) boxes.push(foldOf(folded, path, ui));
  return boxes;
}

function foldOf(entries, path, ui) {
  const labels = entries.map((entry) => entry.label.charAt(0).toLowerCase() + entry.label.slice(1));
  const told = labels.length > 3 ? `${labels.slice(0, 3).join(", ")}…` : labels.join(", ");
  const summary = make("summary", {}, `Thêm, nếu có: ${told}`);
  const fold = make("details", { class: "dv-form__more" }, summary);
  fold.append(...entries.map((entry) => fieldOf(entry, [...path, entry.key], ui)));
  fold.open = Object.keys(trimmed(valueAt(ui.draft, path) || {}, entries)).length > 0;
  return fold;
}

/** Gives the box of one entry; one that is asked for beside a choice alone comes and goes with that. */
export function fieldOf(entry, path, ui) {
  const box = makerOf(entry)(entry, path, ui);
  box.dataset.dvPath = nameOfPath(path);
  if (entry.when) {
    ui.conditions.push(() => {
      box.hidden = !isAsked(entry, valueAt(ui.draft, path.slice(0, -1)));
      return box.isConnected;
    });
  }
  return box;
}

function makerOf(entry) {
  if (entry.kind === "group") return groupOf;
  if (entry.kind === "many") return entry.of.kind === "choice" ? checksOf : itemsOf(fieldsOf, parts);
  if (entry.kind === "choice") return entry.options.length > FEW ? selectOf : radiosOf;
  return entry.as === "source" ? sourceOf : inputOf;
}

// --- What fields have in common -------------------------------------------------------------------------------------

/** Gives label words, help and the place for what is wrong, with the ids that lead to them. */
function parts(entry, path) {
  const id = idOfPath(path);
  const words = [entry.label];
  if (entry.must) words.push(" ", make("span", { class: "dv-form__must" }, "bắt buộc"));
  const help = entry.help ? [make("p", { class: "dv-form__help", id: `${id}-giup` }, entry.help)] : [];
  const wrong = make("p", { class: "dv-form__wrong", id: `${id}-sai` });
  wrong.hidden = true;
  return { id, words, help, wrong, described: [...(help.length ? [`${id}-giup`] : []), wrong.id].join(" ") };
}

const text = (value) => (typeof value === "string" ? value : "");

function groupOf(entry, path, ui) {
  const { words, help, wrong } = parts(entry, path);
  return make(
    "fieldset",
    { class: "dv-form__group" },
    make("legend", {}, ...words),
    ...help,
    wrong,
    ...fieldsOf(entry.entries, path, ui),
  );
}

function inputOf(entry, path, ui) {
  const { id, words, help, wrong, described } = parts(entry, path);
  const isLong = entry.kind === "story" || (entry.kind === "text" && entry.most > LONG);
  const input = make(isLong ? "textarea" : "input", { id, "aria-describedby": described });
  if (isLong) input.rows = entry.kind === "story" ? 7 : 3;
  else for (const [key, value] of Object.entries(attributesOf(entry))) input.setAttribute(key, value);
  input.value = text(valueAt(ui.draft, path));
  const box = make("div", { class: "dv-form__field" }, make("label", { for: id }, ...words), ...help, input);
  const count = entry.most >= COUNTED_FROM ? [make("span", { class: "dv-count" })] : [];
  const recount = () => {
    const many = [...input.value.normalize("NFC")].length;
    for (const one of count)
      one.textContent = many ? `${many.toLocaleString("vi-VN")}/${entry.most.toLocaleString("vi-VN")}` : "";
  };
  const write = () => {
    ui.set(path, entry.as === "model" ? idIn(input.value) || input.value : input.value);
    recount();
  };
  input.addEventListener("input", write);
  if (entry.as === "place")
    box.append(...offerPlaces(input, { choose: write, now: (label) => writeBeside("hien_nay", label, path, ui) }));
  box.append(...count, wrong);
  recount();
  return box;
}

/** Writes the value of a key beside this one, where that is asked for. */
function writeBeside(key, value, path, ui) {
  const beside = [...path.slice(0, -1), key];
  ui.set(beside, value);
  const input = document.getElementById(idOfPath(beside));
  if (!input) return;
  input.value = value;
  const fold = input.closest("details");
  if (fold) fold.open = true;
}

function attributesOf(entry) {
  if (entry.kind === "number") return { inputmode: "decimal", autocomplete: "off", class: "dv-form__short" };
  if (entry.kind === "whole") return { inputmode: "numeric", autocomplete: "off", class: "dv-form__short" };
  if (entry.kind === "date")
    return { inputmode: "numeric", autocomplete: "off", class: "dv-form__short", placeholder: "22/11/2026" };
  if (entry.key === "email") return { type: "email", autocomplete: "off" };
  if (entry.key === "url") return { type: "url", autocomplete: "off" };
  return { type: "text", autocomplete: "off" };
}

// --- Choices --------------------------------------------------------------------------------------------------------

function selectOf(entry, path, ui) {
  const { id, words, help, wrong, described } = parts(entry, path);
  const select = make("select", { id, "aria-describedby": described }, make("option", { value: "" }, "Chọn…"));
  select.append(...entry.options.map(([key, label]) => make("option", { value: key }, label)));
  select.value = text(valueAt(ui.draft, path));
  select.addEventListener("change", () => {
    ui.set(path, select.value);
    // An indicator has its unit.
    const [, , unit] = entry.options.find(([key]) => key === select.value) || [];
    if (unit) writeBeside("don_vi_tinh", unit, path, ui);
  });
  return make("div", { class: "dv-form__field" }, make("label", { for: id }, ...words), ...help, select, wrong);
}

/** A choice of few is seen at once; one that is no must can be taken back. */
function radiosOf(entry, path, ui) {
  const { id, words, help, wrong, described } = parts(entry, path);
  const isSingle = entry.options.length === 1;
  const chosen = text(valueAt(ui.draft, path));
  const options = isSingle || entry.must ? entry.options : [["", "Không ghi"], ...entry.options];
  const boxes = options.map(([key, label], at) => {
    const input = make("input", {
      type: isSingle ? "checkbox" : "radio",
      name: id,
      value: key,
      "aria-describedby": described,
    });
    if (!at) input.id = id;
    input.checked = chosen === key;
    input.addEventListener("change", () => ui.set(path, input.checked ? key : ""));
    return make("label", {}, input, label);
  });
  return make("fieldset", { class: "dv-form__choice" }, make("legend", {}, ...words), ...help, ...boxes, wrong);
}

function checksOf(entry, path, ui) {
  const { id, words, help, wrong, described } = parts(entry, path);
  const chosen = valueAt(ui.draft, path);
  const boxes = entry.of.options.map(([key, label], at) => {
    const input = make("input", { type: "checkbox", value: key, "aria-describedby": described });
    if (!at) input.id = id;
    input.checked = Array.isArray(chosen) && chosen.includes(key);
    input.addEventListener("change", () => {
      const ticked = [...fieldset.querySelectorAll("input:checked")];
      ui.set(
        path,
        ticked.map((one) => one.value),
      );
    });
    return make("label", {}, input, label);
  });
  const many = make("div", { class: "dv-form__many" }, ...boxes);
  const fieldset = make("fieldset", { class: "dv-form__choice" }, make("legend", {}, ...words), ...help, many, wrong);
  return fieldset;
}

/** The sources are those that the form has now, by their titles. */
function sourceOf(entry, path, ui) {
  const { id, words, help, wrong, described } = parts(entry, path);
  const select = make("select", { id, "aria-describedby": described });
  let shown = null;
  const fill = () => {
    const titles = (ui.draft.nguon || []).map((one, at) => `${at + 1}. ${one?.ten || "(chưa có tên)"}`);
    if (titles.join("\n") !== shown) {
      shown = titles.join("\n");
      select.replaceChildren(make("option", { value: "" }, titles.length ? "Chọn…" : "Chưa có nguồn nào"));
      select.append(...titles.map((title, at) => make("option", { value: String(at + 1) }, title)));
    }
    select.value = text(valueAt(ui.draft, path));
    return select.isConnected;
  };
  ui.conditions.push(fill);
  fill();
  select.addEventListener("change", () => ui.set(path, select.value));
  return make("div", { class: "dv-form__field" }, make("label", { for: id }, ...words), ...help, select, wrong);
}
