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
  const inText = words.filter(isMissing).map((word) => word.word);
  return [
    ...(isInSummary ? marked(around(card.tom_tat, wanted), wanted) : []),
    ...(isInSummary && inText.length ? [" "] : []),
    ...(inText.length ? [make("span", { class: "dv-card__within" }, `Trong bài có ${quoted(inText)}.`)] : []),
  ];
}

/** Fills the page's own template of a card. */
export function cardOf(card, wanted, root, asked) {
  const made = document.querySelector("[data-dv-search-card]").content.cloneNode(true).firstElementChild;
  const at = (name) => made.querySelector(`[data-dv-card="${name}"]`);
  const path = (relative) => new URL(relative, root).href;
  const sources = (sizes) => sizes.map(([where, width]) => `${path(where)} ${width}w`).join(", ");
  made.classList.add(`dv-f--${card.linh_vuc}`);
  const { anh } = card;
  const { sizes } = at("picture").dataset;
  const picture = make("img", {
    sizes,
    alt: anh.mo_ta,
    width: anh.rong,
    height: anh.cao,
    loading: "lazy",
    decoding: "async",
  });
  if (anh.jpeg.length) picture.srcset = sources(anh.jpeg);
  picture.src = path(anh.src);
  const webp = anh.webp.length ? [make("source", { type: "image/webp", sizes, srcset: sources(anh.webp) })] : [];
  at("picture").prepend(make("picture", {}, ...webp, picture));
  at("picture").removeAttribute("data-sizes");
  if (!anh.nhan) at("tag").remove();
  else at("tag").textContent = anh.nhan;
  at("kicker").textContent = card.ten_linh_vuc;
  at("title").href = path(card.bai);
  at("title").append(...marked(card.tieu_de, wanted));
  const found = passage(card, wanted, asked);
  if (found.length) at("passage").append(...found);
  else at("passage").remove();
  if (card.so)
    at("number").append(
      make("strong", {}, card.so),
      card.chi_so ? make("br") : "\u00a0",
      card.chi_so || card.don_vi_tinh,
    );
  else at("number").remove();
  at("meta").append(...marked(card.noi, wanted), ` · ${card.nam}`, card.huong_dan ? " · có hướng dẫn" : "");
  if (card.nhan_rong) at("spread").textContent = `Đã nhân rộng tới ${number(card.nhan_rong)}\u00a0nơi`;
  else at("spread").remove();
  for (const left of made.querySelectorAll("[data-dv-card]")) left.removeAttribute("data-dv-card");
  return made;
}
