// A place is found while it is typed, of either era and without marks, in the pieces that the search has. What nobody knows may stay as
// it was typed, and is told as such.

import { withOneEdition } from "./tim-kho.js";
import { placeRows } from "./tim-noi.js";
import { make } from "./tim-the.js";

const MOST = 12;
const PATIENCE = 250;
const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu)\s/i;
const UNKNOWN = "Chưa thấy nơi nào tên như vậy. Vẫn gửi được: ban biên tập sẽ xem lại.";
const UNREACHED = "Chưa hỏi được danh sách địa danh. Cứ viết đủ xã, huyện, tỉnh; ban biên tập sẽ xem lại.";

const wholeName = ([name, within]) => (within ? `${name}, ${within}` : name);

/** Gives the places that a text means. */
export const placesNamed = (text) => withOneEdition((index) => placeRows(text, index));

/** The folder of models whose province nobody knows, as `showcase import` names it. */
const NOWHERE = "khac";

/** Gives the slug of the province of today in which a place lies, or NOWHERE. */
export async function provinceOf(text) {
  try {
    const rows = await placesNamed(text || "");
    return rows.length ? rows[0][3] : NOWHERE;
  } catch {
    return NOWHERE;
  }
}

/** Makes of an input one that offers places; `choose` is told the text that was taken, and `now` the commune of today. */
export function offerPlaces(input, { choose, now }) {
  const list = make("ul", {
    class: "dv-form__offers",
    id: `${input.id}-noi`,
    role: "listbox",
    "aria-label": "Các nơi",
  });
  const said = make("div", { class: "dv-form__said", role: "status" });
  list.hidden = true;
  for (const [key, value] of Object.entries({
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    autocomplete: "off",
  }))
    input.setAttribute(key, value);
  let rows = [];
  let at = -1;
  let typing;
  let latest = 0;
  /** The commune of today was chosen here, so it goes with the place. */
  let isOurs = false;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const take = (row) => {
    latest += 1;
    input.value = wholeName(row);
    close();
    choose(input.value);
    tell(row);
  };

  /** Says what a place is today; where it went to several, lets its reader say to which. */
  function tell([name, , former, , province, today]) {
    if (!former) return said.replaceChildren();
    if (!COMMUNE.test(name) || !today.length) return say(`Tên trước đây; nay thuộc ${province}.`);
    if (today.length === 1) return say(`Nay là ${today[0][1]}, ${province}.`);
    say("Nơi này nay chia về nhiều xã, phường. Chỗ của mô hình nay thuộc:");
    for (const [, label] of today) {
      const button = make("button", { type: "button", class: "dv-button" }, label);
      button.addEventListener("click", () => {
        isOurs = true;
        now(label);
        say(`Nay là ${label}, ${province}.`);
      });
      said.append(button);
    }
    return undefined;
  }

  const say = (sentence) => said.replaceChildren(...(sentence ? [make("p", {}, sentence)] : []));

  function show() {
    list.replaceChildren(
      ...rows.slice(0, MOST).map((row, number) => {
        const option = make(
          "li",
          { role: "option", id: `${list.id}-${number}`, "aria-selected": "false" },
          make("strong", {}, row[0]),
        );
        option.append(row[1] ? `, ${row[1]}` : "", row[2] ? " (tên cũ)" : "");
        option.addEventListener("pointerdown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(row));
        return option;
      }),
    );
    list.hidden = !rows.length;
    input.setAttribute("aria-expanded", String(rows.length > 0));
  }

  async function look() {
    latest += 1;
    const turn = latest;
    const text = input.value.trim();
    if (text.length < 2) {
      say("");
      return close();
    }
    try {
      const found = await placesNamed(text);
      if (turn !== latest) return undefined;
      rows = found;
      say("");
      if (rows.length === 1 && wholeName(rows[0]).toLowerCase() === text.toLowerCase()) {
        tell(rows[0]);
        return close();
      }
      return show();
    } catch {
      if (turn === latest) say(UNREACHED);
      return close();
    }
  }

  async function settle() {
    clearTimeout(typing);
    close();
    const text = input.value.trim();
    if (!text || said.hasChildNodes()) return;
    try {
      const found = await placesNamed(text);
      if (!found.length && input.value.trim() === text) say(UNKNOWN);
    } catch {
      say(UNREACHED);
    }
  }

  input.addEventListener("input", () => {
    said.replaceChildren();
    if (isOurs) now("");
    isOurs = false;
    clearTimeout(typing);
    typing = setTimeout(look, PATIENCE);
  });
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const many = list.children.length;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) take(rows[at]);
    else if (event.key === "ArrowDown") at = (at + 1) % many;
    else if (event.key === "ArrowUp") at = (at + many - 1) % many;
    else return;
    event.preventDefault();
    for (const [number, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(number === at));
    if (at >= 0 && !list.hidden) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  });
  return [list, said];
}
