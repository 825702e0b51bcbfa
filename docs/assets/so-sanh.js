// Up to three models side by side: which ones stands in the address, what they say is taken from their own pages.

import { idIn, isId, root, saved } from "./nho.js";

const MOST = 3;
const COUNTED = ["Chưa có mô hình nào", "Một mô hình; thêm một để so sánh", "Hai mô hình", "Ba mô hình"];

const part = (name) => document.querySelector(`[data-dv-${name}]`);
const asked = [
  ...new Set(new URLSearchParams(location.search).getAll("m").map((text) => idIn(text) || text.trim())),
].filter(Boolean);
const chosen = asked.slice(0, MOST);

const withModels = (ids) => `?${new URLSearchParams(ids.map((id) => ["m", id]))}`;

/** Makes an element with children; a string is text, whatever it holds. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// --- A model, read from its page ------------------------------------------------------------------------------------

/** Gives the page of a model; follows a former address once, and no further. */
async function pageOf(id, isLast) {
  const answered = await fetch(new URL(`mo-hinh/${id}/`, root));
  if (answered.status === 404 || answered.status === 410) return null;
  if (!answered.ok) throw new Error(String(answered.status));
  const page = new DOMParser().parseFromString(await answered.text(), "text/html");
  const moved = page.querySelector('meta[http-equiv="refresh"]');
  const next = moved && idIn(moved.content.replace(/^.*url=/, ""));
  return next && !isLast ? pageOf(next, true) : page;
}

const words = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
const paragraphs = (texts) => texts.filter(Boolean).map((text) => make("p", {}, text));
const listOf = (name, texts) => (texts.length ? [make(name, {}, ...texts.map((text) => make("li", {}, text)))] : []);

function factsOf(rows) {
  const filled = rows.filter(([, texts]) => texts.some(Boolean));
  const parts = filled.map(([label, texts]) =>
    make("div", {}, make("dt", {}, label), make("dd", {}, texts.join(", "))),
  );
  return parts.length ? [make("dl", {}, ...parts)] : [];
}

/** Reads some rows of a list of facts as [label, [text, …]]; what a place is today is a text of its own. */
function rowsOf(list, selector = "div") {
  return [...(list ? list.querySelectorAll(`:scope > ${selector}`) : [])].map((row) => {
    const texts = [...row.querySelectorAll("dd")].flatMap((value) => {
      for (const links of value.querySelectorAll(".dv-place-links")) links.remove();
      const now = value.querySelector(".dv-now");
      if (now) now.remove();
      return [words(value), ...(now ? [words(now)] : [])];
    });
    return [words(row.querySelector("dt")), texts];
  });
}

function resultOf(item) {
  const [number, measure] = ["number", "measure"].map((name) => words(item.querySelector(`.dv-result__${name}`)));
  return make("p", {}, make("b", {}, number), " ", measure);
}

/** Reads what is compared of a model as [name, what a cell shows]; without a page, why there is none. */
async function read(id) {
  if (!isId(id)) return { id, trouble: `“${id.slice(0, 80)}” không phải là địa chỉ của một mô hình.` };
  let page;
  try {
    page = await pageOf(id);
  } catch {
    return { id, trouble: `Không tải được bài “${id}”. Có thể máy đang mất mạng.` };
  }
  const article = page?.querySelector("[data-dv-model]");
  if (!article) {
    const isThere = page?.querySelector(".dv-notice");
    return { id, trouble: isThere ? `Bài “${id}” đã được gỡ.` : `Không có mô hình nào ở địa chỉ “${id}”.` };
  }
  const at = (name) => article.querySelector(`[data-dv-part="${name}"]`);
  const items = (name) => [...(at(name) ? at(name).children : [])];
  for (const extra of article.querySelectorAll(".dv-cite, .dv-result .dv-hidden")) extra.remove();
  const limits = article.querySelectorAll('[data-dv-part="story"] #han-che ~ :is(p, ul, ol)');
  return {
    id: article.dataset.dvModel,
    key: isId(article.dataset.dvField) ? article.dataset.dvField : "",
    title: words(at("title")),
    place: words(at("place")),
    age: words(page.querySelector(".dv-age")), // the worker's line on a page that it gave for the host's (docs/sw.js)
    aspects: new Map([
      ["Tóm tắt", paragraphs([words(at("summary"))])],
      ["Lưu ý", paragraphs([words(at("notice"))])],
      ["Kết quả", items("results").map(resultOf)],
      ...rowsOf(at("needs")).map(([label, texts]) => [label, paragraphs(texts)]),
      ["Các bước", listOf("ol", items("steps").map(words))],
      ["Chỗ còn khó", paragraphs([...limits].map(words))],
      ["Cần hỏi thêm", listOf("ul", items("questions").map(words))],
      ["Hỏi ai", factsOf(rowsOf(at("contact")))],
      ["Vài nét", factsOf([["Lĩnh vực", [words(at("field"))]], ...rowsOf(at("facts"), "div:not(.dv-facts__wide)")])],
      ...rowsOf(at("facts"), ".dv-facts__wide").map(([label, texts]) => [label, paragraphs(texts)]),
    ]),
  };
}

// --- The page -------------------------------------------------------------------------------------------------------

/** Gives all aspects in the order of the first model that has them; those of others come where they stand there. */
function aspectsOf(models) {
  const names = [];
  for (const { aspects } of models) {
    let place = 0;
    for (const [name, shown] of aspects) {
      if (!shown.length) continue;
      if (!names.includes(name)) names.splice(place, 0, name);
      place = names.indexOf(name) + 1;
    }
  }
  return names;
}

const fieldOf = ({ key }) => (key ? `dv-f--${key}` : "");

function headOf(model, models) {
  const others = models.filter((other) => other !== model).map(({ id }) => id);
  const drop = make(
    "a",
    {
      href: others.length ? withModels(others) : location.pathname,
      "aria-label": `Bỏ “${model.title}” khỏi bảng so sánh`,
    },
    "Bỏ",
  );
  return make(
    "th",
    { scope: "col", class: fieldOf(model) },
    make("span", { class: "dv-weave" }),
    make("a", { class: "dv-compare__title", href: new URL(`mo-hinh/${model.id}/`, root) }, model.title),
    make("p", { class: "dv-quiet" }, model.place),
    make("p", { class: "dv-compare__drop" }, drop),
  );
}

/** Makes a row; on a phone, where the heads are out of sight, each cell names its model to the eye. */
function rowOf(name, models) {
  const cells = models.map((model) => {
    const shown = model.aspects.get(name);
    return make(
      "td",
      { class: fieldOf(model) },
      make("p", { class: "dv-compare__name", "aria-hidden": "true" }, model.title),
      ...(shown?.length ? shown : [make("p", { class: "dv-quiet" }, "Bài không nêu.")]),
    );
  });
  return make("tr", {}, make("th", { scope: "row" }, name), ...cells);
}

function tableOf(models) {
  const heads = make("tr", {}, make("td"), ...models.map((model) => headOf(model, models)));
  const rows = aspectsOf(models).map((name) => rowOf(name, models));
  return make(
    "table",
    {},
    make("caption", { class: "dv-hidden" }, "Các mô hình đặt cạnh nhau"),
    make("thead", {}, heads),
    make("tbody", {}, ...rows),
  );
}

/** Offers what is saved on this device, and a box for the address of any other. */
function offer(ids) {
  const isRoom = ids.length < MOST;
  part("add").hidden = !isRoom;
  const others = saved().filter(({ id }) => !ids.includes(id));
  part("offer").hidden = !others.length;
  const links = others.map(({ id, title, place }) =>
    make(
      "li",
      {},
      make("a", { href: withModels([...ids, id]) }, title),
      ...(place ? [" ", make("span", { class: "dv-quiet" }, place)] : []),
    ),
  );
  part("offer")
    .querySelector("ul")
    .replaceChildren(...links);
  part("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = event.target.elements["dia-chi"].value;
    const id = idIn(text);
    const told = document.getElementById("dv-paste-told");
    if (!id) told.textContent = "Đây không phải địa chỉ của một mô hình. Địa chỉ có dạng …/mo-hinh/ten-mo-hinh/.";
    else if (ids.includes(id)) told.textContent = "Mô hình này đã có trong bảng.";
    else location.assign(withModels([...ids, id]));
  });
}

async function show() {
  const table = part("compared");
  table.setAttribute("aria-busy", "true");
  if (chosen.length) part("told").textContent = "Đang lấy các bài…";
  const unreadable = (id) => () => ({ id, trouble: `Không đọc được bài “${id}”.` });
  const found = await Promise.all(chosen.map((id) => read(id).catch(unreadable(id))));
  const models = found.filter(
    ({ id, trouble }, place) => !trouble && found.findIndex((other) => other.id === id) === place,
  );
  const troubles = found.flatMap(({ trouble, title, age }) => trouble || (age ? `“${title}”: ${age}` : []));
  if (asked.length > MOST) troubles.push("Mỗi lần so sánh nhiều nhất ba mô hình; những mô hình sau được bỏ qua.");
  part("told").replaceChildren(
    ...[`${COUNTED[models.length]}.`, ...troubles].map((sentence) => make("p", {}, sentence)),
  );
  if (models.length) table.replaceChildren(tableOf(models));
  part("note").hidden = !models.length;
  offer(models.map(({ id }) => id));
  table.setAttribute("aria-busy", "false");
}

show().catch(() => {
  part("told").textContent = "Chưa ghép được bảng so sánh. Hãy tải lại trang.";
  part("compared").setAttribute("aria-busy", "false");
});
part("no-script").remove();
