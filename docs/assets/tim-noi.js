// Places of either era by their names, from the pieces of the search: what the search says above its results, and what the form offers.

import { asked, plain } from "./tim-chu.js";
import { has } from "./tim-kho.js";

const KINDS = ["thanh pho", "dac khu", "thi xa", "thi tran", "phuong", "quan", "huyen", "tinh", "xa", "tp"];
const MOST_WORDS = 8;
/** What a province is known as has no kind before it. */
const OF_A_PROVINCE = /^(?:tinh|thanh pho|tp) /;

/** Gives the rows of the places that a text names, as `search/places.py` describes them: its name, then after commas in what it lies. */
export async function placeRows(text, index) {
  const [name, ...larger] = text.split(",").map((part) => asked(part));
  if (!name.length || name.length > MOST_WORDS) return [];
  const bare = name.map((word) => word.plain).join(" ");
  const kind = KINDS.find((one) => bare.startsWith(`${one} `)) || "";
  // “Quản Bạ” is a name, though it begins like “quận”.
  const ways = [["", name], ...(kind ? [[kind, name.slice(kind.split(" ").length)]] : [])];
  const found = await Promise.all(
    ways.map(async ([kindOf, own]) => {
      const key = own.map((word) => word.plain).join(" ");
      const { places } = await index.bucket(index.manifest.places, key);
      return (has(places, key) ? places[key] : []).filter((row) => isMeant(row, kindOf, own, larger));
    }),
  );
  return found.flat();
}

/** Tells whether a row is what was typed: of that kind, in what was named after a comma, with the marks that were typed. */
function isMeant([name, within, , , province], kind, own, larger) {
  const bare = plain(name.toLowerCase());
  if (kind && !bare.startsWith(kind === "tp" ? "thanh pho " : `${kind} `)) return false;
  const around = plain(`${within}, ${province}`.toLowerCase());
  if (
    !larger.every((words) =>
      around.includes(
        words
          .map((word) => word.plain)
          .join(" ")
          .replace(OF_A_PROVINCE, ""),
      ),
    )
  )
    return false;
  const marks = asked(name).slice(-own.length);
  return own.every((word, at) => word.exact === word.plain || word.exact === marks[at].exact);
}
