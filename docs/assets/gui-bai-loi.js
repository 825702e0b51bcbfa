// What is wrong with a value is shown at its field, and goes when it is typed anew; ways lead to the field, in its step.

import { idOfPath, nameOfPath } from "./gui-bai-o.js";
import { make } from "./tim-the.js";

const tool = document.querySelector("[data-dv-form]");

const boxAt = (path) => {
  for (let size = path.length; size; size -= 1) {
    const box = tool.querySelector(`[data-dv-path="${CSS.escape(nameOfPath(path.slice(0, size)))}"]`);
    if (box) return box;
  }
  return null;
};

/** Counts what is to be done: what nobody has filled in yet is no mistake. */
export function toDo(found) {
  const lacking = found.filter(({ isLacking }) => isLacking).length;
  const wrong = found.length - lacking;
  const counted = [lacking ? `${lacking} chỗ cần điền` : "", wrong ? `${wrong} chỗ cần sửa` : ""];
  return counted.filter(Boolean).join(", ");
}

/** Puts what is wrong in the order in which one comes to its fields; what is at none comes last. */
function inOrder(found) {
  const places = [...tool.querySelectorAll("[data-dv-path]")];
  const placed = found.map((one) => ({ one, at: places.indexOf(boxAt(one.key)) }));
  const after = ({ at }) => (at < 0 ? places.length : at);
  return placed.sort((one, other) => after(one) - after(other)).map(({ one }) => one);
}

/** Gives buttons that put what was probably meant into the field at a path, and do something `then`; one alone says what it does. */
function choicesOf(path, choices, then) {
  const buttons = choices.map((choice) => {
    const label = choices.length > 1 ? choice : `Sửa thành ${choice}`;
    const button = make("button", { type: "button", class: "dv-button" }, label);
    button.addEventListener("click", () => {
      const field = document.getElementById(idOfPath(path));
      field.value = choice;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      then(field);
    });
    return button;
  });
  return make("div", { class: "dv-form__choices" }, ...buttons);
}

const dropChoices = (line) => {
  if (line.nextElementSibling?.matches(".dv-form__choices")) line.nextElementSibling.remove();
};

/** Shows what is wrong at the field at its path, or at what holds it. */
export function mark({ path, message, choices = [] }) {
  const box = boxAt(path);
  const line = box?.querySelector(".dv-form__wrong");
  if (!line) return;
  line.textContent = message;
  line.hidden = false;
  dropChoices(line);
  if (choices.length) line.after(choicesOf(path, choices, (field) => field.focus()));
  const field = box.querySelector("input, textarea, select");
  if (field && box.classList.contains("dv-form__field")) field.setAttribute("aria-invalid", "true");
}

/** Takes away what was shown at a field, and at the lists and groups in which it stands: a list with an item is not empty. */
export function unmark(path) {
  const box = boxAt(path);
  hide(box?.querySelector(".dv-form__wrong:not([hidden])"));
  box?.querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  for (let around = box; around; around = around.parentElement.closest("[data-dv-path]"))
    hide(around.querySelector(":scope > .dv-form__wrong:not([hidden])"));
}

function hide(line) {
  if (!line) return;
  line.hidden = true;
  dropChoices(line);
}

/** Takes away all that was shown. */
export function unmarkAll() {
  for (const line of tool.querySelectorAll(".dv-form__wrong")) hide(line);
  for (const field of tool.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** Leads to the field at a path; `show` shows its step. */
export function leadTo(path, show) {
  const box = boxAt(path);
  if (!box) return;
  show(box.closest("[data-dv-step]").dataset.dvStep, false);
  for (let fold = box.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const field = box.querySelector("input, textarea, select, button");
  if (field) field.focus();
  // A group is taller than a screen: what is wrong with it stands at its head.
  (box.querySelector(":scope > .dv-form__wrong:not([hidden])") || field || box).scrollIntoView({ block: "center" });
}

// --- All that is wrong, told in one place ------------------------------------------------------------------------------

/** Gives a list of what is wrong, `{key, message, severity, choices}`, each a way to its field; `then` comes after a choice. */
export function listOf(found, leadTo, then) {
  const links = inOrder(found).map(({ key, message, severity, choices = [] }) => {
    const link = make("a", { href: "#" }, `${severity === "error" ? "" : "Nên xem lại: "}${wherein(key)}${message}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leadTo(key);
    });
    return make("li", {}, link, ...(choices.length ? [choicesOf(key, choices, then)] : []));
  });
  return make("ul", {}, ...links);
}

/** Gives what is wrong as `listOf` takes it, each sentence with what it is of, where it does not say so itself. */
export const named = (found, entries) =>
  found.map((one) => ({
    ...one,
    key: one.path,
    message: withLabel(entries, one.path, one.message),
    severity: "error",
  }));

/** At its field a sentence stands under the label. */
function withLabel(entries, path, message) {
  let [found, inner] = [null, entries];
  for (const step of path) {
    const next = typeof step === "number" ? found?.of : inner?.find(({ key }) => key === step);
    if (next?.label) found = next;
    inner = next?.entries || next?.of?.entries;
  }
  const isSaid = !found || found.as === "file" || message.includes(`“${found.label}”`);
  return isSaid ? message : `${found.label}: ${message}`;
}

/** Names the item of a list in which a field stands: “Ảnh 2, ”. */
function wherein(path) {
  const at = path.findIndex((step) => typeof step === "number");
  const item = at > 0 && tool.querySelector(`[data-dv-path="${CSS.escape(path.slice(0, at + 1).join("."))}"] > legend`);
  return item ? `${item.textContent}: ` : "";
}
