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

/** Reads what is compared of a model; without a page, why there is none. */
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
  for (const cited of article.querySelectorAll(".dv-cite")) cited.remove();
  return {
    id: article.dataset.dvModel,
    key: isId(article.dataset.dvField) ? article.dataset.dvField : "",
    title: words(at("title")),
    place: words(at("place")),
    age: words(page.querySelector(".dv-age")), // the worker's line on a page that it gave for the host's (docs/sw.js)
    aspects: new Map([
      ["Tóm tắt", [words(at("summary"))]],
      ["Vài nét", [["Lĩnh vực", [words(at("field"))]], ...rowsOf(at("facts"), "div:not(.dv-facts__wide)")]],
      [
        "Kết quả",
        items("results").map((item) => [
          words(item.querySelector(".dv-result__number")),
          words(item.querySelector(".dv-result__measure")),
        ]),
      ],
      ["Các bước", items("steps").map(words)],
      ...rowsOf(at("needs")),
      ...rowsOf(at("facts"), ".dv-facts__wide"),
    ]),
  };
}

// --- The page -------------------------------------------------------------------------------------------------------

/** Gives all aspects in the order of the first model that has them; those of others come where they stand there. */
function aspectsOf(models) {
  const names = [];
  for (const { aspects } of models) {
    let place = 0;
    for (const [name, values] of aspects) {
      if (!values.length) continue;
      if (!names.includes(name)) names.splice(place, 0, name);
      place = names.indexOf(name) + 1;
    }
  }
  return names;
}

/** Shows what one model says of one aspect. */
function valuesOf(name, values) {
  if (!values?.length) return [make("p", { class: "dv-quiet" }, "Bài không nêu.")];
  if (name === "Vài nét") {
    const rows = values.map(([label, texts]) =>
      make("div", {}, make("dt", {}, label), make("dd", {}, texts.join(", "))),
    );
    return [make("dl", { class: "dv-compare__facts" }, ...rows)];
  }
  if (name === "Kết quả") {
    return values.map(([number, measure]) =>
      make("p", { class: "dv-compare__result" }, make("strong", {}, number), " ", measure),
    );
  }
  if (name === "Các bước")
    return [make("ol", { class: "dv-steps" }, ...values.map((text) => make("li", {}, make("span", {}, text))))];
  return values.map((text) => make("p", {}, text));
}

function headOf(model, models) {
  const title = make("h2", {}, make("a", { href: new URL(`mo-hinh/${model.id}/`, root) }, model.title));
  const others = models.filter((other) => other !== model).map(({ id }) => id);
  const drop = make(
    "a",
    {
      href: others.length ? withModels(others) : location.pathname,
      "aria-label": `Bỏ “${model.title}” khỏi bảng so sánh`,
    },
    "Bỏ",
  );
  const field = model.key ? ` dv-f--${model.key}` : "";
  return make(
    "div",
    { class: `dv-compare__model${field}` },
    make("p", { class: "dv-card__meta" }, model.place),
    title,
    make("p", { class: "dv-compare__drop" }, drop),
  );
}

function rowOf(name, models) {
  const cells = models.map((model) => {
    const label = make("p", { class: "dv-compare__name" }, model.title);
    return make(
      "div",
      { class: model.key ? `dv-f--${model.key}` : "" },
      label,
      ...valuesOf(name, model.aspects.get(name)),
    );
  });
  return make(
    "section",
    { class: "dv-compare__row" },
    make("h3", {}, name),
    make("div", { class: "dv-compare__cells" }, ...cells),
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
  table.dataset.models = models.length;
  if (models.length) {
    const heads = make("div", { class: "dv-compare__heads" }, ...models.map((model) => headOf(model, models)));
    table.replaceChildren(heads, ...aspectsOf(models).map((name) => rowOf(name, models)));
  }
  offer(models.map(({ id }) => id));
  table.setAttribute("aria-busy", "false");
}

show().catch(() => {
  part("told").textContent = "Chưa ghép được bảng so sánh. Hãy tải lại trang.";
  part("compared").setAttribute("aria-busy", "false");
});
part("no-script").remove();
