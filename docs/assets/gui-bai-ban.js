// Keeps the draft while it is typed, and says so; where another tab has kept it since, its writer chooses which stays.

import { keep, keepPhoto, kept } from "./gui-bai-giu.js";
import { make } from "./tim-the.js";

const WAIT = 400;

/** Where it is said whether the draft is kept. */
export const said = make("p", { class: "dv-form__kept" });

let state;
let waiting;

/** Keeps from now on what this holds: `name`, `draft`, `before`, and the `number` of what was kept last. */
export function keepFrom(holder) {
  state = holder;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting) keepNow();
  });
}

/** Keeps the draft soon. */
export function later() {
  said.removeAttribute("role");
  said.textContent = "Đang giữ…";
  clearTimeout(waiting);
  waiting = setTimeout(keepNow, WAIT);
}

/** Keeps the draft at once. */
export async function keepNow() {
  clearTimeout(waiting);
  waiting = undefined;
  try {
    const number = await keep(state.name, { draft: state.draft, before: state.before }, state.number);
    if (number === null) return tellOther();
    state.number = number;
    said.textContent = "Đã giữ trên máy này.";
  } catch {
    tellUnkept();
  }
  return undefined;
}

export function tellUnkept() {
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
  mine.addEventListener("click", async () => {
    const other = await kept(state.name);
    state.number = other ? other.record.number : 0;
    keepNow();
  });
}

/** Keeps a photo of the draft. */
export const keepPicture = (name, photo) => keepPhoto(state.name, name, photo).catch(tellUnkept);
