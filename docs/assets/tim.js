// The search of /mo-hinh/ as its reader sees it: the question in the address, the answer as cards; tim-may.js finds them.
// Nothing of the index is loaded before somebody searches.

import { spelled, wordsOf } from "./tim-chu.js";

const PAGE = 12;

const form = document.querySelector("[data-dv-search]");
const root = form && new URL(`${form.dataset.root}/`, location.href);
const part = (name) => document.querySelector(`[data-dv-search-${name}]`);

// --- The worker -----------------------------------------------------------------------------------------------------

let worker;
let lastId = 0;
const waiting = new Map();

/** Asks the worker, which is started by the first question; rejects where it cannot load or fails. */
function call(method, ...args) {
  if (!worker) {
    worker = new Worker(new URL("tim-may.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => settle(data.id, data));
    worker.addEventListener("error", () => {
      worker = undefined;
      for (const id of [...waiting.keys()]) settle(id, { error: "worker" });
    });
  }
  lastId += 1;
  const id = lastId;
  worker.postMessage({ id, method, args });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function settle(id, { result, error }) {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error) reject(new Error(error));
  else resolve(result);
}

const SIGNATURE = "pagefind_dcd".length;
const fragments = new Map();

/** Loads the card of a result: JSON within Pagefind's own wrapping. */
async function load(id) {
  const answered = await fetch(new URL(`tim/fragment/${id}.pf_fragment`, root));
  if (!answered.ok) throw new Error(`${answered.status} for ${id}`);
  const data = new Uint8Array(await answered.arrayBuffer());
  // A host that knows gzip may have unpacked it already.
  const isPacked = data[0] === 0x1f && data[1] === 0x8b;
  const stream = new Blob([data]).stream();
  const text = await new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
  return JSON.parse(JSON.parse(text.slice(SIGNATURE)).meta.bai);
}

function cardData(id) {
  if (!fragments.has(id)) fragments.set(id, load(id));
  return fragments.get(id);
}

// --- The question ---------------------------------------------------------------------------------------------------

/** Reads the question from an address. */
function read(address) {
  const values = new URLSearchParams(address.search);
  const facets = {};
  for (const box of facetNames()) {
    const chosen = values.getAll(box);
    if (chosen.length) facets[box] = chosen;
  }
  return {
    text: values.get("q") || "",
    facets,
    sort: values.get("sap") || "",
    pages: Math.max(1, Number(values.get("trang")) || 1),
  };
}

/** Writes a question as an address. */
function write(question) {
  const values = new URLSearchParams();
  if (question.text.trim()) values.set("q", question.text.trim());
  for (const [name, keys] of Object.entries(question.facets)) for (const key of keys) values.append(name, key);
  if (question.sort) values.set("sap", question.sort);
  if (question.pages > 1) values.set("trang", question.pages);
  const written = values.toString().replaceAll("%2F", "/");
  return location.pathname + (written && `?${written}`);
}

const isEmpty = (question) => !wordsOf(question.text).length && !Object.keys(question.facets).length && !question.sort;
const boxOf = (name) => form.querySelector(`[data-dv-facet="${name}"]`);
const facetNames = () => [...form.querySelectorAll("[data-dv-facet]")].map((box) => box.dataset.dvFacet);

// --- The page -------------------------------------------------------------------------------------------------------

const number = (value) => value.toLocaleString("vi-VN");
const quoted = (words) => words.map((word) => `“${word}”`).join(", ");

/** Makes an element with attributes and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Gives a test for the words of a text that were asked for: as they are marked, or however they are. */
function isWanted(known, isExact) {
  const exact = new Set(known.filter((word) => isExact && word.hasMarks).map((word) => word.exact));
  const bases = new Set(known.filter((word) => !(isExact && word.hasMarks)).map((word) => word.base));
  const beginnings = known.filter((word) => word.isBeginning).map((word) => word.base);
  return (text) => {
    const word = spelled(wordsOf(text)[0] || "");
    const found =
      exact.has(word.exact) || bases.has(word.base) || beginnings.some((some) => word.base.startsWith(some));
    return found && word.base;
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

/** Chooses the passage with most of the words that the title lacks; none where it lacks none. */
function passage(card, wanted) {
  const wordsIn = (text) => new Set(text.split(/\s+/).map(wanted).filter(Boolean));
  const titled = wordsIn(card.tieu_de);
  let best = "";
  let most = 0;
  for (const text of [card.tom_tat, ...card.doan]) {
    const more = [...wordsIn(text)].filter((word) => !titled.has(word)).length;
    if (more > most) [best, most] = [text, more];
  }
  return best && around(best, wanted);
}

/** Fills the page's own template of a card. */
function cardOf(card, wanted) {
  const made = part("card").content.cloneNode(true).firstElementChild;
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
  const found = passage(card, wanted);
  if (found) at("passage").append(...marked(found, wanted));
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

/** Says in a sentence what was found, and which words were not. */
function told(question, { ids, words, exact, isNear }) {
  const lost = words.filter((word) => word.isUnknown).map((word) => word.word);
  const about = question.text.trim() ? ` cho “${question.text.trim()}”` : "";
  const others = exact.length && ids.length - exact.length;
  const more = others ? `, thêm ${number(others)}\u00a0mô hình viết khác dấu` : "";
  if (isNear)
    return `Không có mô hình nào đủ các từ của “${question.text.trim()}”; ${number(ids.length)}\u00a0mô hình có gần đủ.`;
  const sentence = ids.length
    ? `${number(ids.length - others)}\u00a0mô hình${about}${more}.`
    : `Không có mô hình nào${about}.`;
  return lost.length ? `${sentence} Không thấy ${quoted(lost)} trong bài nào.` : sentence;
}

/** Offers ways on where nothing, or not every word, was found. */
async function waysOn(question, { ids, words, known }) {
  const ways = [];
  const asked = (text, facets = question.facets) => write({ ...question, text, facets, pages: 1 });
  const mended = words.length > known.length && (await call("mended", words));
  if (mended) ways.push([`Ý bạn là “${mended}”?`, asked(mended)]);
  if (!ids.length && Object.keys(question.facets).length)
    ways.push(["Bỏ các lựa chọn đang lọc", asked(question.text, {})]);
  if (!ids.length && known.length > 1)
    for (const word of known) ways.push([`Chỉ tìm “${word.word}”`, asked(word.word)]);
  return ways;
}

// --- Facets ---------------------------------------------------------------------------------------------------------

/** Brings boxes, counts and the list of what is chosen to a question and its answer. */
async function showFacets(question, found) {
  for (const name of facetNames()) {
    const box = boxOf(name);
    if (box.hasAttribute("data-dv-asked")) await offerCommunes(box, question);
    const chosen = question.facets[name] || [];
    for (const input of box.querySelectorAll("input")) input.checked = chosen.includes(input.value);
    box.querySelector("[data-dv-chosen]").textContent = chosen.length ? ` (${chosen.length})` : "";
    if (found && box.open) await showCounts(box, question, found);
  }
  showChosen(question);
}

/** Counts what each option of an open facet would give with the other choices as they are. */
async function showCounts(box, question, { terms, words }) {
  const counts = await call("counts", box.dataset.dvFacet, question, { terms, words });
  for (const input of box.querySelectorAll("input")) {
    const counted = counts[input.value] || 0;
    const row = input.closest("label");
    row.querySelector(".dv-count").textContent = number(counted);
    row.classList.toggle("dv-option--none", !counted && !input.checked);
  }
}

/** Offers the communes of the provinces chosen: all of them would be 3,321. */
async function offerCommunes(box, question) {
  const provinces = question.facets.tinh || [];
  const chosen = question.facets[box.dataset.dvFacet] || [];
  box.hidden = !provinces.length && !chosen.length;
  if (box.hidden) return;
  const offered = (await call("communes")).filter(
    ([key]) => provinces.includes(key.split("/")[0]) || chosen.includes(key),
  );
  offered.sort(([, one], [, other]) => one.localeCompare(other, "vi"));
  box
    .querySelector("fieldset")
    .replaceChildren(
      box.querySelector("legend"),
      ...offered.map(([key, label]) => option(box.dataset.dvFacet, key, label)),
    );
}

function option(name, key, label) {
  const input = make("input", { type: "checkbox", name, value: key });
  return make("label", { class: "dv-option" }, input, make("span", {}, label), make("span", { class: "dv-count" }));
}

/** Lists what is chosen, each with a button to take it back. */
function showChosen(question) {
  const buttons = Object.entries(question.facets).flatMap(([name, keys]) => keys.map((key) => chip(name, key)));
  part("chosen").replaceChildren(...buttons);
  part("chosen").hidden = !buttons.length;
}

function chip(name, key) {
  const input = [...boxOf(name).querySelectorAll("input")].find((one) => one.value === key);
  const label = input ? input.nextElementSibling.textContent : key;
  const button = make("button", { type: "button", class: "dv-chip", "aria-label": `Bỏ lựa chọn ${label}` }, label);
  button.addEventListener("click", () => {
    if (input) input.checked = false;
    ask(questionOfForm(), "push");
    form.q.focus();
  });
  return button;
}

// --- From question to page ------------------------------------------------------------------------------------------

let turn = 0;
let shown;

/** Answers a question on the page; `history` says whether its address is a step of its own, a correction, or there already. */
async function ask(question, history) {
  const mine = ++turn;
  if (history) window.history[`${history}State`](null, "", write(question));
  const isBrowsing = isEmpty(question);
  for (const place of document.querySelectorAll("[data-dv-browse]")) place.hidden = !isBrowsing;
  part("results").hidden = isBrowsing;
  if (isBrowsing) {
    part("status").textContent = "";
    shown = undefined;
    await showFacets(question);
    return;
  }
  const slow = setTimeout(() => {
    if (mine === turn) part("status").textContent = "Đang tìm…";
  }, 400);
  try {
    const found = await call("answer", question);
    if (mine !== turn) return;
    shown = { question, found };
    await showResults(question, found, mine);
    // What was found is said by now, while the facets may take long on a slow line.
    clearTimeout(slow);
    await showFacets(question, found);
  } catch (error) {
    console.error(error);
    if (mine !== turn) return;
    part("status").textContent = "Chưa tải được phần tìm kiếm. Hãy thử lại, hoặc xem theo danh sách.";
    for (const place of document.querySelectorAll("[data-dv-browse]")) place.hidden = false;
  } finally {
    clearTimeout(slow);
  }
}

async function showResults(question, found, mine) {
  const [cards, ways] = await Promise.all([cardsOf(found, 0, question.pages * PAGE), waysOn(question, found)]);
  if (mine !== turn) return;
  part("status").textContent = told(question, found);
  part("ways").replaceChildren(...ways.map(([label, address]) => make("li", {}, make("a", { href: address }, label))));
  part("cards").replaceChildren(...cards);
  part("more").hidden = found.ids.length <= cards.length;
  for (const place of document.querySelectorAll("[data-dv-browse]")) place.hidden = found.ids.length > 0;
}

async function cardsOf(found, from, to) {
  const wanted = [false, true].map((isExact) => isWanted(found.known, isExact));
  const ids = found.ids.slice(from, to);
  const loaded = await Promise.all(ids.map(cardData));
  return loaded.map((card, at) => cardOf(card, wanted[Number(found.exact.includes(ids[at]))]));
}

async function showMore() {
  const { question, found } = shown;
  const cards = await cardsOf(found, question.pages * PAGE, (question.pages + 1) * PAGE);
  question.pages += 1;
  window.history.replaceState(null, "", write(question));
  part("cards").append(...cards);
  part("more").hidden = found.ids.length <= question.pages * PAGE;
  cards[0]?.querySelector("a").focus();
}

function questionOfForm() {
  const values = new FormData(form);
  const facets = {};
  for (const name of facetNames()) if (values.getAll(name).length) facets[name] = values.getAll(name);
  // A commune without its province goes with it.
  if (facets.xa) facets.xa = facets.xa.filter((key) => (facets.tinh || []).includes(key.split("/")[0]));
  if (facets.xa && !facets.xa.length) delete facets.xa;
  return { text: values.get("q"), facets, sort: values.get("sap") || "", pages: 1 };
}

function answerAddress() {
  const question = read(location);
  form.q.value = question.text;
  form.sap.value = question.sort;
  return ask(question);
}

function begin() {
  form.hidden = false;
  let typing;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    ask(questionOfForm(), "push");
  });
  form.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => ask(questionOfForm(), "replace"), 250);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== form.q) ask(questionOfForm(), "push");
  });
  form.addEventListener(
    "toggle",
    (event) => event.target.open && shown && showFacets(shown.question, shown.found),
    true,
  );
  for (const [event, isOutside] of [
    ["click", (target) => !target.closest(".dv-facet")],
    ["keydown", (_, key) => key === "Escape"],
  ]) {
    document.addEventListener(event, ({ target, key }) => {
      if (isOutside(target, key)) closeFacets(key && target);
    });
  }
  part("more").addEventListener("click", showMore);
  window.addEventListener("popstate", answerAddress);
  answerAddress();
}

function closeFacets(within) {
  for (const open of form.querySelectorAll("details[open]")) {
    open.open = false;
    if (within && open.contains(within)) open.querySelector("summary").focus();
  }
}

if (form) begin();
