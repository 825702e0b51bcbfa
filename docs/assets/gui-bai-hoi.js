// What is asked of a place that was typed and not chosen: which one it is. The editors take none that may be several, or that no list has.
// What the lists answered is kept, so that whoever looks through the form waits for nobody.

import { isSame, placesNamed, whereToday, wholeName } from "./gui-bai-noi.js";
import { asked } from "./tim-chu.js";

/** The lists of the form whose items are places. */
const LISTS = ["dia_diem", "da_nhan_rong"];
const MOST = 12;
const PATIENCE = 5000;
const UNKNOWN =
  "Chưa thấy nơi nào tên như vậy. Hãy gõ lại rồi chọn trong danh sách. Nếu là tên cũ nay không còn, hãy ghi thêm ô “Nay thuộc xã, phường nào”.";

const answers = new Map();

const placesOf = (draft) =>
  LISTS.flatMap((list) =>
    (draft[list] || []).map((one, at) => ({
      at: [list, at],
      text: (one?.noi || "").normalize("NFC").trim(),
      now: (one?.hien_nay || "").trim(),
    })),
  ).filter(({ text }) => text);

/** Asks the lists about the places of a draft; of what they do not answer soon nothing is known. */
export async function learnPlaces(draft) {
  const texts = placesOf(draft)
    .map(({ text }) => text)
    .filter((text) => !answers.has(text));
  const learn = async (text) => answers.set(text, await placesNamed(text));
  const all = Promise.all(texts.map((text) => learn(text).catch(() => {})));
  if (texts.length) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** Gives what is asked of the places of a draft, as `{path, message, choices}`. */
export const questionsOf = (draft) =>
  placesOf(draft).flatMap(({ at, text, now }) => {
    const rows = answers.get(text);
    if (!rows) return [];
    const which = questionOf(text, now, rows);
    if (which) return [{ path: [...at, "noi"], ...which }];
    const today = now ? null : todayOf(text, rows);
    return today ? [{ path: [...at, "hien_nay"], ...today }] : [];
  });

/** Asks in which commune, or province, of today a place lies that was divided. */
function todayOf(text, rows) {
  const whole = rows.filter((row) => isSame(row, text));
  const choices = whereToday(whole.length ? whole : rows);
  if (choices.length < 2) return null;
  return { message: `${rows[0][0]} nay chia về ${choices.length} nơi. Nơi này nay thuộc đâu?`, choices };
}

function questionOf(text, now, rows) {
  if (!rows.length) return now ? null : { message: UNKNOWN, choices: [] };
  if (rows.some((row) => isSame(row, text))) return null;
  const agreeing = now ? rows.filter((row) => isNow(row, now)) : [];
  const meant = agreeing.length ? agreeing : rows;
  // The name of a province is the province, though communes bear it too.
  const one = meant.length === 1 ? meant[0] : meant.find(([, within]) => !within);
  if (one && isWritten(text, one)) return null;
  const names = [...new Set(meant.map(wholeName))];
  const message =
    names.length === 1 ? "Có phải nơi này không?" : `“${text}” có thể là ${names.length} nơi. Đây là nơi nào?`;
  return {
    message: names.length > MOST ? `${message} Không thấy thì hãy gõ thêm huyện, tỉnh.` : message,
    choices: names.slice(0, MOST),
  };
}

/** Tells whether a place is, today, what was said of it. */
function isNow([, , , , province, today], now) {
  const said = now.split(",")[0].trim().toLowerCase();
  return [province, ...today.map(([, label]) => label)].some((name) => ` ${name.toLowerCase()}`.endsWith(` ${said}`));
}

/** Tells whether a text has all its marks. */
function isWritten(text, [name, within, , , province]) {
  const known = new Set(asked(`${name}, ${within}, ${province}, tỉnh, thành phố`).map(({ exact }) => exact));
  return asked(text).every(({ exact }) => known.has(exact));
}
