// The cards of results: the page's own template of a card is filled, the words that were asked for are marked.

import { exact, plain, wordsOf } from "./tim-chu.js";

export const number = (value) => value.toLocaleString("vi-VN");
export const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

/** Makes an element with attributes and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Gives a test for the words of a text that were asked for: as they are marked, or however they are. It gives the plain form. */
export function isWanted(words, isClose) {
  const known = words.filter((word) => !word.isUnknown);
  const marks = new Set(known.filter((word) => isClose && word.isMarked).map((word) => word.exact));
  const bare = new Set(
    known.filter((word) => !(isClose && word.isMarked)).flatMap((word) => word.endings || [word.plain]),
  );
  return (text) => {
    const [word = ""] = wordsOf(text);
    return (marks.has(exact(word)) || bare.has(plain(word))) && plain(word);
  };
}

/** Gives a text as nodes, with the words that were asked for marked. */
function marked(text, wanted) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}\p{M}]+)*/gu)) {
    if (!wanted(match[0])) continue;
    nodes.push(text.slice(end, match.index), make("mark", {}, match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

/** Cuts a passage to what stands around the first word asked for. */
function around(text, wanted) {
  const words = text.split(/\s+/);
  const at = Math.max(0, words.findIndex(wanted));
  const start = at + 18 < words.length || at > 18 ? Math.max(0, Math.min(at - 6, words.length - 24)) : 0;
  const cut = words.slice(start, start + 26);
  return (start ? "… " : "") + cut.join(" ") + (start + cut.length < words.length ? " …" : "");
}

/** Gives what a card says of where the words stand that its title and place lack: in the summary, or anywhere in the text. */
function passage(card, wanted, words) {
  const wordsIn = (text) =>
    new Set(
      text
        .split(/[\s–-]+/)
        .map(wanted)
        .filter(Boolean),
    );
  const seen = wordsIn(`${card.tieu_de} ${card.noi} ${card.ten_linh_vuc}`);
  const told = wordsIn(card.tom_tat);
  const isInSummary = [...told].some((word) => !seen.has(word));
  const isMissing = (word) =>
    !word.isUnknown && !(word.endings || [word.plain]).some((form) => seen.has(form) || told.has(form));
  const missing = words.filter(isMissing).map(({ word }) => word);
  const inText = card.isWhole && missing.length ? [words.map(({ word }) => word).join(" ")] : missing;
  return [
    ...(isInSummary ? marked(around(card.tom_tat, wanted), wanted) : []),
    ...(isInSummary && inText.length ? [" "] : []),
    ...(inText.length ? [make("span", { class: "dv-card__within" }, `Bài có ${quoted(inText)}.`)] : []),
  ];
}

/** Fills the page's own template of a card: title, passage, result, place and year, a thumb. */
export function cardOf(card, wanted, root, asked) {
  const made = document.querySelector("[data-dv-search-card]").content.cloneNode(true).firstElementChild;
  const at = (name) => made.querySelector(`[data-dv-card="${name}"]`);
  const fill = (name, nodes) => (nodes.length ? at(name).append(...nodes) : at(name).remove());
  const path = (relative) => new URL(relative, root).href;
  made.classList.add(`dv-f--${card.linh_vuc}`);
  if (card.anh) draw(at("picture"), card.anh, path);
  else at("picture").replaceWith(cover(card.bia));
  at("title").href = path(card.bai);
  at("title").append(...marked(card.tieu_de, wanted));
  const told = passage(card, wanted, asked);
  if (!told.length) {
    at("passage").className = "dv-card__summary";
    told.push(around(card.tom_tat, () => false));
  }
  at("passage").append(...told);
  fill("result", card.so ? result(card) : []);
  at("meta").append(...meta(card, wanted));
  for (const left of made.querySelectorAll("[data-dv-card]")) left.removeAttribute("data-dv-card");
  return made;
}

function draw(place, { src, webp, jpeg, rong, cao, mo_ta, nhan }, path) {
  const { sizes } = place.dataset;
  const sources = (files) => files.map(([where, width]) => `${path(where)} ${width}w`).join(", ");
  const image = make("img", { sizes, alt: mo_ta, width: rong, height: cao, loading: "lazy", decoding: "async" });
  if (jpeg.length) image.srcset = sources(jpeg);
  image.src = path(src);
  const small = webp.length ? [make("source", { type: "image/webp", sizes, srcset: sources(webp) })] : [];
  place.removeAttribute("data-sizes");
  place.append(make("picture", {}, ...small, image));
  if (nhan) place.append(make("span", { class: "dv-tag" }, nhan));
  place.append(make("span", { class: "dv-weave" }));
}

const NUMBERS = ["bars", "number", "copies"];

/** Draws the thumb of a cover that is set in type: its number, or its words. It says nothing that the row does not. */
function cover([kind, tone, band, thumb, size]) {
  const isNumber = NUMBERS.includes(kind);
  // `khoảng 58` in the row is `58` here: as large as it can be.
  const shown = isNumber ? thumb.replace(/^[^\d-]+/, "") : thumb;
  const digits = Math.ceil([...shown].reduce((width, sign) => width + (/[.,]/.test(sign) ? 0.45 : 1), 0));
  const said = isNumber ? `dv-cover__big dv-digits--${Math.min(digits, 12)}` : `dv-cover__words dv-size--${size}`;
  const look = `dv-cover--${isNumber ? "number" : "words"} dv-cover--${tone} dv-cover--${band === "block" ? "edge" : band}`;
  const inside = make("div", { class: "dv-cover__in" }, make("p", { class: said }, shown));
  return make("div", { class: `dv-cover ${look}`, "aria-hidden": "true" }, inside);
}

/** Gives what was counted, from what to what: `Điểm rác tự phát: 14 → 2`. */
function result({ chi_so, truoc, so, don_vi_tinh }) {
  const before = truoc ? [make("b", {}, truoc), " → "] : [];
  const unit = ["", "%"].includes(don_vi_tinh) ? don_vi_tinh : `\u00a0${don_vi_tinh}`;
  return [`${chi_so}: `, make("span", { class: "dv-amount" }, ...before, make("b", {}, so), unit)];
}

/** Gives kind, place and year, as in the lists; the field only where a word that was asked for stands in its name alone. */
function meta({ loai, tieu_de, noi, nam, nhan_rong, huong_dan, luu_y, ten_linh_vuc }, wanted) {
  const wordsIn = (text) =>
    text
      .split(/[\s–-]+/)
      .map(wanted)
      .filter(Boolean);
  const seen = wordsIn(`${tieu_de} ${noi}`);
  const isAsked = wordsIn(ten_linh_vuc).some((word) => !seen.includes(word));
  return [
    loai ? `${loai}\u00a0·\u00a0` : "",
    ...(isAsked ? [...marked(ten_linh_vuc, wanted), "\u00a0·\u00a0"] : []),
    ...marked(noi, wanted),
    `\u00a0·\u00a0${nam}`,
    nhan_rong ? `\u00a0·\u00a0${number(nhan_rong)}\u00a0nơi làm theo` : "",
    huong_dan ? "\u00a0·\u00a0có hướng dẫn" : "",
    luu_y ? "\u00a0·\u00a0có lưu ý" : "",
  ];
}
