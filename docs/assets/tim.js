// The search of /mo-hinh/ as its reader sees it: the question in the address, the answer as cards; tim-may.js finds them.
// Nothing of the index is loaded before somebody searches.

import { asked, exact, LONGEST, plain, wordsOf } from "./tim-chu.js";
import { cardOf, isWanted, make, number, quoted } from "./tim-the.js";

const MOST_PAGES = 10;
/** Milliseconds of work, waiting for the network apart, after which a question is given up. */
const LONGEST_WORK = 3000;
const LONGEST_START = 20_000;
const TOO_LONG = "too long";
/** Milliseconds after which a slow line is told of. */
const SLOW = 4000;

const form = document.querySelector("[data-dv-search]");
const list = form?.closest(".dv-list");
const root = form && new URL(`${form.dataset.root}/`, location.href);
const part = (name) => document.querySelector(`[data-dv-search-${name}]`);

// --- The worker -----------------------------------------------------------------------------------------------------

let worker;
let lastId = 0;
let guard;
let isStarted = false;
let isOnItsWay = false;
const waiting = new Map();

/** Asks the worker, which is started by the first question; rejects where it cannot load, fails, or works too long. */
function call(method, ...args) {
  if (!worker) start();
  lastId += 1;
  const id = lastId;
  const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.postMessage({ id, method, args });
  watch();
  return answered;
}

function start() {
  worker = new Worker(new URL("tim-may.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    isStarted = true;
    if (data.id) settle(data.id, data);
    else isOnItsWay = data.isWaiting;
    watch();
  });
  const mine = worker;
  mine.addEventListener("error", () => mine === worker && giveUp("worker"));
}

/** Gives the worker its time, from now on; while it waits for the network it has all that the network takes. */
function watch() {
  clearTimeout(guard);
  if (!waiting.size || isOnItsWay) return;
  guard = isStarted ? setTimeout(giveUp, LONGEST_WORK, TOO_LONG) : setTimeout(giveUp, LONGEST_START, "no worker");
}

function giveUp(why) {
  worker.terminate();
  worker = undefined;
  isStarted = false;
  isOnItsWay = false;
  for (const id of [...waiting.keys()]) settle(id, { error: why });
}

function settle(id, { result, error }) {
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  if (error) reject(new Error(error));
  else resolve(result);
}

// --- The question ---------------------------------------------------------------------------------------------------

/** Reads the question from an address; what it may be is bounded. */
function read(address) {
  const values = new URLSearchParams(address.search);
  const facets = {};
  for (const box of facetNames()) {
    const chosen = [...new Set(values.getAll(box))].slice(0, 40);
    if (chosen.length) facets[box] = chosen;
  }
  const pages = Math.floor(Number(values.get("trang"))) || 1;
  return {
    text: (values.get("q") || "").slice(0, LONGEST),
    facets,
    sort: ["moi", "noi"].includes(values.get("sap")) ? values.get("sap") : "",
    pages: Math.min(Math.max(1, pages), MOST_PAGES),
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
const boxOf = (name) => part("facets").querySelector(`[data-dv-facet="${name}"]`);
const facetNames = () => [...part("facets").querySelectorAll("[data-dv-facet]")].map((box) => box.dataset.dvFacet);

// --- The answer -----------------------------------------------------------------------------------------------------

const SORTED = { moi: ", mới đăng trước", noi: ", theo địa phương" };
const hidden = (text) => make("span", { class: "dv-hidden" }, text);

/** Says what was found, and which words were not: in a line where there is something, else as a word of its own. */
function told(question, { total, close, together, words, isNear, place }) {
  const text = question.text
    .replace(/["“”„«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const more = [...(place && total ? [aboutThere(place)] : []), ...aboutWords(words)];
  if (total && close && !isNear) {
    // What was asked stands in the box above; who listens hears it again.
    const about = text ? [hidden(` cho “${text}”`)] : [];
    const others = total - close;
    const below = others ? ` Ở dưới còn ${number(others)}\u00a0bài khác dấu.` : "";
    const partly = words.some(({ isUnknown }) => isUnknown) ? " có một phần các từ ấy" : "";
    const apart = together < close ? aboutApart(together, words, text) : "";
    return make("p", {}, stories(close), ...about, `${partly}${SORTED[question.sort] || ""}.${apart}${below}`, ...more);
  }
  return notice(...nothing(text, { total, isNear }), more);
}

/** Gives the heading and the sentence where no model is quite what was asked for. */
function nothing(text, { total, isNear }) {
  const below = `${stories(total)} dưới đây`;
  if (isNear) return [`Chưa có bài nào đủ các từ của “${text}”`, `${below} gần nhất.`];
  if (total) return [`Chưa có bài nào viết đúng “${text}”`, `${below} giống chữ, khác dấu.`];
  return [text ? `Chưa có bài nào cho “${text}”` : "Chưa có bài nào như đã chọn", ""];
}

/** Says how many stories have two words side by side: in the others they stand apart, and may mean something else. */
function aboutApart(together, words, text) {
  const whole = `“${asTyped(words, text)}”`;
  if (together) return ` Trong đó ${stories(together)} có cả cụm từ ${whole}.`;
  return ` Không bài nào có cả cụm từ ${whole}; hai chữ ấy ở những chỗ khác nhau.`;
}

/** Gives words as they stand in the question, where it has them in a row: names keep their capitals. */
function asTyped(words, text) {
  const whole = words.map(({ word }) => word).join(" ");
  const at = text.normalize("NFC").toLowerCase().indexOf(whole);
  return at < 0 ? whole : text.normalize("NFC").slice(at, at + whole.length);
}

/** Says how much of what was found is in the place that was asked for, which comes first. */
const aboutThere = ({ name, count }) =>
  count ? ` Trước hết là ${stories(count)} ở ${name}.` : ` Chưa có bài nào như vậy ở ${name}; đây là bài của nơi khác.`;

function aboutWords(words) {
  const those = (kind) => words.filter((word) => word[kind]).map((word) => word.word);
  const [lost, elsewhere, parts] = ["isUnknown", "isElse", "isPart"].map(those);
  return [
    elsewhere.length ? ` Không bài nào viết ${quoted(elsewhere)}; đã tìm theo chữ không dấu.` : "",
    parts.length ? ` Hiểu là “${parts.join(" ")}”.` : "",
    lost.length ? ` Không thấy ${quoted(lost)} trong bài nào.` : "",
  ].filter(Boolean);
}

function notice(heading, sentence, more = []) {
  const said = [sentence, ...more].join("").trim();
  return make("div", { class: "dv-told" }, make("h2", {}, heading), ...(said ? [make("p", {}, said)] : []));
}

/** Says a sentence, or what was made to be said; nothing where there is nothing to say. */
function say(said) {
  const line = typeof said === "string" ? make("p", {}, said) : said;
  part("status").replaceChildren(...(said ? [line] : []));
}

/** Offers ways on where nothing, or not every word, was found. */
function waysOn(question, { total, words, better }) {
  const ways = [];
  const other = (text, facets = question.facets) => write({ ...question, text, facets, pages: 1 });
  const known = words.filter((word) => !word.isUnknown);
  if (better) ways.push([`Ý bạn là “${better}”?`, other(better)]);
  if (!total && Object.keys(question.facets).length) ways.push(["Bỏ các lựa chọn đang lọc", other(question.text, {})]);
  if (!total && known.length > 1) for (const word of known) ways.push([`Chỉ tìm “${word.word}”`, other(word.word)]);
  return ways.map(([label, address]) => make("li", {}, make("a", { href: address }, label)));
}

/** Answers before the results: the places, events, documents, themes and fields that the question names. */
function answersOf(question, { places, morePlaces, named, moreNamed }) {
  const rest = `Còn ${number(morePlaces)}\u00a0nơi khác cùng tên: gõ thêm tên huyện, tỉnh sau dấu phẩy.`;
  const more = morePlaces ? [make("li", {}, rest)] : [];
  const known = [...places.filter(({ count }) => count), ...places.filter(({ count }) => !count)];
  const others = Object.entries(LISTS).map((list) => aboutOthers(list, moreNamed));
  const told = [...named.map(([name, path, about]) => answer(link(path, name), about)), ...others.flat()];
  return [...known.map(aboutPlace), ...more, ...told, ...namedIn(question.text).map(aboutTerm)];
}

const LISTS = { "su-kien/": "sự kiện", "van-ban/": "văn bản" };

/** Leads to the list of all where more events or documents were named than are told of. */
function aboutOthers([list, label], paths) {
  const count = paths.filter((path) => path.startsWith(list)).length;
  return count ? [make("li", {}, "Còn ", link(list, `${number(count)}\u00a0${label} khác`))] : [];
}

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const link = (path, label) => make("a", { href: new URL(path, root).href }, label);
const stories = (count) => `${number(count)}\u00a0bài`;

/** Tells of a place in two lines: what it is called, then what it is part of, now and before, and what there is of it. */
function aboutPlace({ name, within, isFormer, province, provinceName, communes, count, near }) {
  const pathOf = (slug) => `dia-phuong/${province}/${slug}${slug ? "/" : ""}`;
  const own = !isFormer && communes.length < 2 ? pathOf(communes.length ? communes[0].slug : "") : "";
  const shown = capitalised(isFormer ? `${name} (cũ)` : name);
  const where = isFormer
    ? [within ? `${within}, nay thuộc ` : "nay thuộc ", ...now(communes, pathOf, provinceName)]
    : [within];
  const here = isFormer ? " ghi ở đây" : "";
  const known = count ? [`${stories(count)}${here}`] : [`chưa có bài nào${near.length ? "" : here}`];
  if (!count && near.length) known.push("; gần đó: ", ...near.flatMap(nearby(pathOf)));
  return answer(count && own ? link(own, shown) : shown, ...where, where[0] ? "\u00a0·\u00a0" : "", ...known);
}

const answer = (name, ...about) => make("li", {}, make("b", {}, name), " ", ...about);

/** Names the communes of today; of many those that have models. */
function now(communes, pathOf, provinceName) {
  if (!communes.length) return [link(pathOf(""), provinceName)];
  const named = communes.length > 3 ? communes.filter((one) => one.count).slice(0, 3) : communes;
  const names = named.flatMap(({ slug, label, count }, at) => [
    at ? ", " : "",
    count ? link(pathOf(slug), label) : label,
    count ? ` (${number(count)})` : "",
  ]);
  const rest = communes.length - named.length;
  const more = rest
    ? `${named.length ? " và " : ""}${rest}\u00a0xã, phường, đặc khu${named.length ? " khác" : ""}`
    : "";
  return [...names, `${more}, ${provinceName}`];
}

const nearby =
  (pathOf) =>
  ({ slug, label, count }, at) => [at ? ", " : "", link(pathOf(slug), label), ` (${count})`];

/** Gives the options of fields and themes that a question names, by their labels or by everyday words. */
function namedIn(text) {
  const words = asked(text);
  if (!words.length) return [];
  return ["linh-vuc", "chu-de"].flatMap((name) => {
    const box = boxOf(name);
    const rows = box ? [...box.querySelectorAll("label")] : [];
    return rows.filter((row) => names(row).some((one) => isNamed(one, words))).map((row) => [name, row]);
  });
}

function names(row) {
  return [row.querySelector("span").textContent, ...(row.dataset.dvNames || "").split("|")].filter(Boolean);
}

/** Tells whether a name stands in a question: with its marks, or one of several words without; a single one must be all of it. */
function isNamed(name, words) {
  const own = wordsOf(name);
  const isAt = (form, at) =>
    own.every((word, place) => words[at + place] && words[at + place][form] === FORMS[form](word));
  const isPlain = words.every((word) => word.exact === word.plain) && (own.length > 1 || words.length === 1);
  return words.some((_, at) => isAt("exact", at) || (isPlain && isAt("plain", at)));
}
const FORMS = { exact, plain };

function aboutTerm([name, row]) {
  const { value } = row.querySelector("input");
  const label = row.querySelector("span").textContent;
  const kind = name === "chu-de" ? "Chủ đề" : "Lĩnh vực";
  return answer(link(`${name}/${value}/`, label), `${kind}\u00a0·\u00a0${stories(Number(row.dataset.dvTotal))}`);
}

// --- Facets ---------------------------------------------------------------------------------------------------------

/** Checks in a box what a question chooses. */
function check(box, question) {
  const chosen = question.facets[box.dataset.dvFacet] || [];
  for (const input of box.querySelectorAll("input")) input.checked = chosen.includes(input.value);
  box.querySelector("[data-dv-chosen]").textContent = chosen.length ? ` (${chosen.length})` : "";
}

/** Brings boxes, counts and the list of what is chosen to a question and its answer. */
async function showFacets(question, found) {
  const mine = turn;
  showChosen(question, false);
  for (const name of facetNames()) {
    const box = boxOf(name);
    forgetCountsIn(box, found);
    if (box.hasAttribute("data-dv-asked")) await offerCommunes(box, question, () => mine === turn);
    if (mine !== turn) return;
    check(box, question);
    if (found && box.open && part("filter").open) await showCounts(box, question, () => mine === turn);
    if (mine !== turn) return;
  }
  showChosen(question, true);
}

/** Takes away the counts of another question: where nothing is asked, those of all models stand there again. */
function forgetCountsIn(box, found) {
  for (const row of box.querySelectorAll("label")) {
    row.querySelector(".dv-count").textContent = found
      ? ""
      : row.dataset.dvTotal
        ? number(Number(row.dataset.dvTotal))
        : "";
    row.classList.remove("dv-option--none");
  }
}

/** Shows no numbers where they could not be had: those of another question would be wrong. */
function forgetCounts(error) {
  console.error(error);
  for (const count of part("facets").querySelectorAll(".dv-count")) count.textContent = "";
}

/** Counts what each option of an open facet would give with the other choices as they are. */
async function showCounts(box, question, isDue) {
  const { edition, counts } = await call("counts", box.dataset.dvFacet, question);
  if (!isDue()) return;
  if (shown && shown.found.edition !== edition) return ask(shown.question);
  for (const input of box.querySelectorAll("input")) {
    const counted = counts[input.value] || 0;
    const row = input.closest("label");
    row.querySelector(".dv-count").textContent = number(counted);
    row.classList.toggle("dv-option--none", !counted && !input.checked);
  }
}

/** Offers the communes of the provinces chosen: all of them would be 3,321. */
async function offerCommunes(box, question, isDue) {
  const provinces = question.facets.tinh || [];
  const chosen = question.facets[box.dataset.dvFacet] || [];
  box.hidden = !provinces.length && !chosen.length;
  if (box.hidden) return;
  const offered = (
    await call("communes", [...new Set([...provinces, ...chosen.map((key) => key.split("/")[0])])])
  ).filter(([key]) => provinces.includes(key.split("/")[0]) || chosen.includes(key));
  if (!isDue()) return;
  offered.sort(([, one], [, other]) => one.localeCompare(other, "vi"));
  box
    .querySelector("fieldset")
    .replaceChildren(
      box.querySelector("legend"),
      ...offered.map(([key, label]) => option(box.dataset.dvFacet, key, label)),
    );
}

function option(name, key, label) {
  const input = make("input", { type: "checkbox", form: form.id, name, value: key });
  return make("label", { class: "dv-option" }, input, make("span", {}, label), make("span", { class: "dv-count" }));
}

/** Lists what is chosen, each with a button to take it back; of communes nothing is said to be missing until they have come. */
function showChosen(question, areAllThere) {
  const buttons = Object.entries(question.facets).flatMap(([name, keys]) =>
    keys.map((key) => chip(name, key, areAllThere)),
  );
  part("chosen").replaceChildren(...buttons);
  part("chosen").hidden = !buttons.length;
  part("many").textContent = buttons.length ? ` (${buttons.length})` : "";
}

function chip(name, key, areAllThere) {
  const input = [...boxOf(name).querySelectorAll("input")].find((one) => one.value === key);
  const box = boxOf(name).querySelector("summary").firstChild.textContent.trim();
  const isMissing = areAllThere || !boxOf(name).hasAttribute("data-dv-asked");
  const label = input ? input.nextElementSibling.textContent : `${box} “${key}”${isMissing ? " (không có ở đây)" : ""}`;
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
  turn += 1;
  const mine = turn;
  if (history === "push") rememberPlace();
  if (history) window.history[`${history}State`](null, "", write(question));
  // At once, so that the form says what is asked even where no answer comes.
  for (const name of facetNames()) check(boxOf(name), question);
  if (isEmpty(question)) {
    say(question.text.trim() ? "Câu hỏi chưa có chữ hay số nào để tìm." : "");
    show({ isAsked: false });
    showFacets(question).catch(forgetCounts);
    return;
  }
  wait();
  const slow = setTimeout(() => mine === turn && tellOfWaiting(), 400);
  const slower = setTimeout(() => mine === turn && tellOfSlowness(), SLOW);
  try {
    const answer = await call("answer", question);
    if (mine !== turn) return;
    shown = { question, found: answer };
    showResults(question, answer);
    showFacets(question, answer).catch(forgetCounts);
  } catch (error) {
    console.error(error);
    if (mine === turn) tellOfFailure(error.message === TOO_LONG);
  } finally {
    clearTimeout(slow);
    clearTimeout(slower);
  }
}

/** Keeps the answer before until there is one, so that nothing moves meanwhile; where there was none, room for one. */
function wait() {
  if (!list.hasAttribute("data-dv-asked-for") || !part("failed").hidden) {
    say("");
    part("cards").replaceChildren();
    part("others").hidden = true;
    part("more").hidden = true;
    show({ isAsked: true, hasResults: true });
  }
  part("results").setAttribute("aria-busy", "true");
}

/** Says that the answer is on its way, over what was said before: its room is kept, and nobody sees or hears it. */
function tellOfWaiting() {
  for (const said of part("status").children) said.classList.add("dv-said__before");
  part("status").append(make("p", { class: "dv-searching" }, "Đang tìm…"));
}

/** Shows the parts that belong together: results or else the list, what answers besides, and how to ask again where that failed. */
function show({ isAsked = true, hasResults = false, hasFailed = false, answers = [], ways = [], isWanting = false }) {
  list.toggleAttribute("data-dv-asked-for", isAsked);
  part("results").removeAttribute("aria-busy");
  part("results").hidden = !hasResults;
  for (const place of document.querySelectorAll("[data-dv-browse]")) place.hidden = hasResults;
  part("failed").hidden = !hasFailed;
  part("filter").hidden = hasFailed || (isWanting && !part("many").textContent);
  part("answers").replaceChildren(...answers);
  part("ways").replaceChildren(...ways);
  part("ways").hidden = !ways.length;
  part("send").hidden = !isWanting;
  part("done").textContent = "Đóng";
  if (!hasResults) shown = undefined;
}

const FAILED = {
  true: ["Máy tìm quá lâu nên đã dừng", "Hãy gõ ít từ hơn."],
  false: ["Chưa tải được kết quả", "Mạng chập chờn hoặc trang vừa có bản mới. Câu hỏi của bạn còn nguyên ở trên."],
};

/** Tells that a question could not be answered, and leaves nothing there that might be taken for its answer. */
function tellOfFailure(isLong) {
  say(notice(...FAILED[isLong]));
  show({ hasFailed: true });
}

/** After some seconds of waiting the lists are there meanwhile; what was found before stays away, for it answers another question. */
function tellOfSlowness() {
  say("Mạng chậm, vẫn đang tìm… Trong lúc chờ, bạn xem được danh sách dưới đây.");
  show({});
}

function showResults(question, answer) {
  const { total, close, words, isNear } = answer;
  showChosen(question, false);
  show({
    hasResults: total > 0,
    answers: answersOf(question, answer),
    ways: waysOn(question, answer),
    isWanting: !close || isNear,
  });
  say(told(question, answer));
  shown = { question, found: answer };
  const [exactly, loosely] = [true, false].map((isClose) => isWanted(words, isClose));
  // A word is said to stand in a text only where it surely does: as typed, in a model that has all words.
  const sure = (isClose) =>
    words.filter((word) => !isNear && (word.exact === word.plain || (isClose && word.isMarked)));
  const made = answer.cards.map((card, at) =>
    at < close ? cardOf(card, exactly, root, sure(true)) : cardOf(card, loosely, root, sure(false)),
  );
  part("cards").replaceChildren(...made.slice(0, close));
  part("others").hidden = made.length <= close;
  part("other-cards").replaceChildren(...made.slice(close));
  part("more").hidden = total <= made.length || question.pages >= MOST_PAGES;
  if (total) part("done").textContent = `Xem ${stories(total)}`;
  const { y } = window.history.state || {};
  if (y) window.scrollTo(0, y);
}

/** Shows a page more: the question with one page more, of one edition with what stands there. */
async function showMore() {
  const { question, found: before } = shown;
  await ask({ ...question, pages: question.pages + 1 }, "replace");
  const cards = [...document.querySelectorAll("[data-dv-search-results] article")];
  cards[before.cards.length]?.querySelector("a").focus();
}

/** Notes in the address's own step how far down the reader is. */
function rememberPlace() {
  window.history.replaceState({ y: Math.round(window.scrollY) }, "");
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
  part("facets").hidden = false;
  part("lists").hidden = true;
  part("off").hidden = true;
  let typing;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(typing);
    ask(questionOfForm(), "push");
  });
  form.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => ask({ ...questionOfForm(), isTyping: true }, "replace"), 250);
  });
  const filter = part("filter");
  filter.addEventListener("change", () => ask(questionOfForm(), "push"));
  filter.addEventListener(
    "toggle",
    (event) => event.target.open && shown && showFacets(shown.question, shown.found).catch(forgetCounts),
    true,
  );
  filter.addEventListener("keydown", (event) => event.key === "Escape" && close(event.target.closest("details[open]")));
  part("done").addEventListener("click", () => close(filter));
  part("more").addEventListener("click", showMore);
  part("again").addEventListener("click", async () => {
    form.q.focus(); // the button goes, and the focus would go with it
    await ask(read(location));
    if (!part("failed").hidden) part("again").focus();
  });
  window.addEventListener("pagehide", rememberPlace);
  window.addEventListener("popstate", answerAddress);
  answerAddress();
}

/** Closes what was opened, and leads back to what opened it. */
function close(box) {
  if (!box) return;
  box.open = false;
  box.querySelector("summary").focus();
}

if (form) begin();
