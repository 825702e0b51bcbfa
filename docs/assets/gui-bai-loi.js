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

/** Puts what is wrong in the order in which one comes to its fields, `{key, …}`; what is at none comes last. */
export function inOrder(found) {
  const places = [...tool.querySelectorAll("[data-dv-path]")];
  const placed = found.map((one) => ({ one, at: places.indexOf(boxAt(one.key)) }));
  const after = ({ at }) => (at < 0 ? places.length : at);
  return placed.sort((one, other) => after(one) - after(other)).map(({ one }) => one);
}

/** Gives buttons that put what was probably meant into the field at a path, and do something `then`. */
export function choicesOf(path, choices, then) {
  const buttons = choices.map((choice) => {
    const button = make("button", { type: "button", class: "dv-button" }, choice);
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

/** Takes away what was shown at a field. */
export function unmark(path) {
  const box = boxAt(path);
  const line = box?.querySelector(".dv-form__wrong:not([hidden])");
  if (!line) return;
  line.hidden = true;
  dropChoices(line);
  const field = box.querySelector("[aria-invalid]");
  if (field) field.removeAttribute("aria-invalid");
}

/** Takes away all that was shown. */
export function unmarkAll() {
  for (const line of tool.querySelectorAll(".dv-form__wrong")) {
    line.hidden = true;
    dropChoices(line);
  }
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
  box.scrollIntoView({ block: "center" });
}
