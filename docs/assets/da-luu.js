// The list of what was saved on this device, newest first: take away, take all away, undo, choose up to three to compare.

import { keep, root, saved, whenChanged } from "./nho.js";

const MOST_COMPARED = 3;

const part = (name) => document.querySelector(`[data-dv-${name}]`);
const form = part("saved");
const lines = part("lines");

/** Fills the page's own template of a line. */
function lineOf(model) {
  const line = part("line").content.cloneNode(true).firstElementChild;
  const at = (where) => line.querySelector(where);
  if (model.key) line.classList.add(`dv-f--${model.key}`);
  line.dataset.id = model.id;
  at(".dv-card__kicker").textContent = model.field;
  at("h2 a").textContent = model.title;
  at("h2 a").href = new URL(`mo-hinh/${model.id}/`, root);
  const [year, month, day] = model.day.split("-");
  at(".dv-card__meta").textContent = [model.place, day && `lưu ngày ${day}/${month}/${year}`]
    .filter(Boolean)
    .join("\u00a0·\u00a0");
  at("input").value = model.id;
  at("input").setAttribute("aria-label", `So sánh “${model.title}”`);
  at("button").setAttribute("aria-label", `Bỏ “${model.title}” khỏi danh sách`);
  at("button").addEventListener("click", () => drop(model));
  const image = at("img");
  // A photo may be another by now, under another name.
  image.addEventListener("error", () => withoutPicture(line));
  if (model.picture) image.src = new URL(model.picture, root);
  else withoutPicture(line);
  return line;
}

/** Puts a plain ground of the field's colour with its band where there is no picture. */
function withoutPicture(line) {
  const ground = document.createElement("div");
  ground.className = "dv-cover dv-cover--full dv-cover--block";
  line.querySelector(".dv-line__picture").replaceChildren(ground);
}

function show() {
  const models = saved();
  const chosen = ids();
  form.hidden = !models.length;
  part("empty").hidden = Boolean(models.length);
  part("note").hidden = false;
  part("number").textContent = `${models.length} bài`;
  lines.replaceChildren(...models.map(lineOf));
  for (const box of boxes()) box.checked = chosen.includes(box.value);
  showChosen();
}

const boxes = () => [...lines.querySelectorAll("input")];
const ids = () => boxes().flatMap((box) => (box.checked ? [box.value] : []));

function showChosen() {
  const { length } = ids();
  for (const box of boxes()) box.disabled = !box.checked && length >= MOST_COMPARED;
  part("chosen").textContent = length
    ? `Đã chọn ${length} bài${length < MOST_COMPARED ? "." : ", nhiều nhất là ba."}`
    : "Đánh dấu hai, ba bài để đặt cạnh nhau.";
  form.querySelector("[type=submit]").disabled = !length;
}

/** Says what was done, with the way back. */
function tell(sentence, before) {
  const told = part("told");
  told.textContent = sentence;
  if (!before) return;
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "dv-plain";
  undo.textContent = "Lấy lại";
  undo.addEventListener("click", () => {
    change(before, "Đã lấy lại.");
    part("title").focus();
  });
  told.append(" ", undo);
}

function change(models, sentence, before) {
  const isKept = keep(models);
  show();
  tell(
    isKept ? sentence : "Trình duyệt không cho trang ghi nhớ, hoặc máy đã hết chỗ; danh sách vẫn như cũ.",
    isKept && before,
  );
}

function drop(model) {
  const before = saved();
  const place = before.findIndex(({ id }) => id === model.id);
  change(
    before.filter(({ id }) => id !== model.id),
    `Đã bỏ “${model.title}”.`,
    before,
  );
  const next = lines.children[Math.min(place, lines.children.length - 1)];
  (next ? next.querySelector("button") : part("title")).focus();
}

part("clear").addEventListener("click", () => {
  const before = saved();
  change([], `Đã bỏ ${before.length} bài.`, before);
  part("title").focus();
});
lines.addEventListener("change", showChosen);
whenChanged(show);
addEventListener("pageshow", ({ persisted }) => persisted && show());
show();
try {
  localStorage.getItem("");
} catch {
  tell("Trình duyệt này không cho trang ghi nhớ, nên không lưu được bài.");
}
part("no-script").remove();
