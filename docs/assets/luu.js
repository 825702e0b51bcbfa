// Keeps the model of this page on the reader's device, or takes it away again, and leads on to the list and the comparison.

import { keep, root, saved, whenChanged } from "./nho.js";

const article = document.querySelector("[data-dv-model]");
const button = document.querySelector("[data-dv-save]");
const told = document.querySelector("[data-dv-told]");
const { dvModel: id, dvField: key } = article.dataset;

const words = (name) => article.querySelector(`[data-dv-part="${name}"]`).textContent.trim();

/** What the list shows of a model without asking anybody: as this page has it today. */
function seen(day) {
  const image = article.querySelector(".dv-picture img");
  const address = image?.currentSrc || image?.src || "";
  const picture = address.startsWith(root.href) ? address.slice(root.href.length) : "";
  return { id, title: words("title"), field: words("field"), key, place: words("place"), picture, day };
}

function show() {
  const isSaved = saved().some((model) => model.id === id);
  button.setAttribute("aria-pressed", isSaved);
  button.querySelector("span").textContent = isSaved ? "Đã lưu" : "Lưu";
}

function tell(sentence, hasList) {
  told.textContent = sentence;
  if (!hasList) return;
  const link = document.createElement("a");
  link.href = new URL("da-luu/", root);
  link.textContent = "Xem các bài đã lưu";
  told.append(" ", link);
}

button.addEventListener("click", () => {
  const models = saved();
  const others = models.filter((model) => model.id !== id);
  const isNew = others.length === models.length;
  const day = new Date().toLocaleDateString("sv");
  if (!keep(isNew ? [seen(day), ...others] : others))
    tell("Chưa lưu được: trình duyệt không cho trang ghi nhớ, hoặc máy đã hết chỗ.");
  else if (isNew) tell("Đã lưu trên máy này.", true);
  else tell("Đã bỏ khỏi danh sách lưu.");
  show();
});

// The list tells what the page told when it was last read.
const models = saved();
const known = models.find((model) => model.id === id);
if (known) {
  const now = seen(known.day);
  if (JSON.stringify(now) !== JSON.stringify(known)) keep(models.map((model) => (model === known ? now : model)));
}

show();
whenChanged(show);
button.hidden = false;
document.querySelector("[data-dv-compare]").hidden = false;
