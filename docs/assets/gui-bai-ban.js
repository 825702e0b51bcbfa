// Keeps the draft while it is typed, and says so; where another tab has kept it since, its writer chooses which stays.

import { keep, keepLast, numberOf, random } from "./gui-bai-giu.js";
import { make } from "./tim-the.js";

const WAIT = 400;

/** Where it is said whether the draft is kept. */
export const said = make("p", { class: "dv-form__kept" });

let state;
let waiting;
let last = Promise.resolve();
/** How often something was typed, how often that was when the draft was kept, and the number that it was kept under or would have been. */
let typed = 0;
let keptAt = 0;
let next;

/** Keeps from now on what this holds: `name`, `draft`, `before`, `sent`, `photos`, and the `number` of what was kept last. */
export function keepFrom(holder) {
  state = holder;
  const isUnkept = () => typed !== keptAt;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && isUnkept()) keepNow();
  });
  addEventListener("pagehide", () => {
    if (isUnkept()) keepLast(state.name, recordOf(), photosOf(state), { number: state.number, next });
  });
}

const recordOf = () => ({ draft: state.draft, before: state.before, sent: state.sent });

/** Gives the photos that a draft names, which are all that is kept of it. */
export function photosOf({ draft, photos }) {
  const named = new Set((draft.anh || []).map(({ tep }) => tep));
  return new Map([...photos].filter(([file]) => named.has(file)));
}

/** Keeps the draft soon. */
export function later() {
  typed += 1;
  said.removeAttribute("role");
  said.textContent = "Đang giữ…";
  clearTimeout(waiting);
  waiting = setTimeout(keepNow, WAIT);
}

/** Keeps the draft at once, after what is being kept. */
export const keepNow = () => inTurn(keepOnce);

/** Keeps the draft in place of whatever is kept under its name. */
export const keepOver = () =>
  inTurn(async () => {
    state.number = await numberOf(state.name).catch(() => undefined);
    await keepOnce();
  });

function inTurn(work) {
  clearTimeout(waiting);
  last = last.then(work);
  return last;
}

async function keepOnce() {
  const at = typed;
  next = random();
  try {
    if (!(await keep(state.name, recordOf(), photosOf(state), state.number, next))) return tellOther();
    state.number = next;
    keptAt = at;
    if (typed === at) said.textContent = "Đã giữ trên máy này.";
  } catch {
    tellUnkept();
  }
  return undefined;
}

function tellUnkept() {
  said.setAttribute("role", "status");
  said.textContent =
    "Trình duyệt không cho giữ bản nháp trên máy này. Đừng đóng trang trước khi gửi hoặc tải bản nháp về.";
}

/** Another tab has kept the draft since: its writer chooses which stays. */
function tellOther() {
  const theirs = make("button", { type: "button", class: "dv-button" }, "Lấy bản ở thẻ kia");
  const mine = make("button", { type: "button", class: "dv-button" }, "Giữ bản ở đây");
  said.setAttribute("role", "status");
  said.replaceChildren("Bài này vừa được sửa ở một thẻ khác của trình duyệt. ", theirs, " ", mine);
  theirs.addEventListener("click", () => location.reload());
  mine.addEventListener("click", keepOver);
}
