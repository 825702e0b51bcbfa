// A place is found while it is typed, of either era and without marks, in the pieces that the search has: from three letters on, by the
// beginnings of words. What is asked of one that was not chosen stands in gui-bai-hoi.js.

import { withOneEdition } from "./tim-kho.js";
import { placeRows, placesBegun } from "./tim-noi.js";
import { make } from "./tim-the.js";

const MOST = 12;
const LEAST = 3;
const PATIENCE = 250;
const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu)\s/i;
const UNKNOWN = "Chưa thấy nơi nào tên như vậy.";
/** One letter at the end says too little to be told unknown. */
const HARDLY_BEGUN = /(?:^|\s)\S$/;
const UNREACHED = "Chưa hỏi được danh sách địa danh. Cứ viết đủ xã, huyện, tỉnh; ban biên tập sẽ xem lại.";

export const wholeName = ([name, within]) => (within ? `${name}, ${within}` : name);
/** Tells whether a text is the whole name of a place. */
export const isSame = (row, text) => wholeName(row).toLowerCase() === text.normalize("NFC").toLowerCase();
const isFormer = (row) => Boolean(row[2]);

/** Gives the communes of today that a commune of before went to, or the provinces of a larger one; none of what there is today. */
export function whereToday(rows) {
  if (!rows.every(isFormer)) return [];
  const isCommune = rows.every(([name]) => COMMUNE.test(name));
  return [...new Set(rows.flatMap((row) => (isCommune ? row[5].map(([, label]) => label) : [row[4]])))];
}

/** Gives the places that a text means. */
export const placesNamed = (text) => withOneEdition((index) => placeRows(text, index));

/** Gives the places that a text may be the beginning of, as `[name, within, isFormer]`, the best first. */
const placesStarting = (text) =>
  withOneEdition(async (index) => (await placesBegun(text, index)).map((one) => [one.name, one.within, one.isFormer]));

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
  /** What is said helps to type, and goes when the field is left. */
  let isHint = false;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const take = (row) => {
    input.value = wholeName(row);
    close();
    choose(input.value);
    tellChosen(isFormer(row));
  };

  /** Says what the place is today whose whole name stands in the field. */
  async function tellChosen(isOfBefore) {
    latest += 1;
    const turn = latest;
    say("");
    const found = await placesNamed(input.value).catch(() => []);
    const row = found.find((one) => isSame(one, input.value) && isFormer(one) === isOfBefore);
    if (row && turn === latest) tell(row);
  }

  /** Says what a place is today; where it went to several, lets its reader say to which. */
  function tell(row) {
    const [name, , , , province, today] = row;
    isHint = false;
    if (!isFormer(row)) return said.replaceChildren();
    if (!COMMUNE.test(name) || !today.length) return say(`Tên trước đây; nay thuộc ${province}.`);
    if (whereToday([row]).length === 1) return say(`Nay là ${today[0][1]}, ${province}.`);
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

  const hint = (sentence) => {
    say(sentence);
    isHint = true;
  };
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
    if (text.length < LEAST) {
      say("");
      return close();
    }
    try {
      const found = await placesStarting(text);
      if (turn !== latest) return undefined;
      rows = found;
      const whole = rows.find((row) => isSame(row, text));
      if (whole) {
        close();
        return tellChosen(isFormer(whole));
      }
      // Whoever has gone on is asked which one is meant, and offered nothing.
      if (document.activeElement !== input) return undefined;
      hint(aboutRest());
      return show();
    } catch {
      if (turn === latest) say(UNREACHED);
      return close();
    }
  }

  const aboutRest = () => {
    const rest = rows.length - MOST;
    if (rest > 0) return `Còn ${rest.toLocaleString("vi-VN")} nơi nữa. Hãy gõ thêm chữ.`;
    return rows.length || HARDLY_BEGUN.test(input.value.trim()) ? "" : UNKNOWN;
  };

  async function settle() {
    clearTimeout(typing);
    close();
    if (isHint) say("");
    const text = input.value.trim();
    if (!text || said.hasChildNodes()) return;
    await placesNamed(text).catch(() => say(UNREACHED));
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
