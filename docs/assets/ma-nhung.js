// Makes the code by which another site shows a model or a list, of what its reader chose, and shows what it will look like there.
// Whatever is pasted or stands in the address is asked of the site itself: without a card of that name there is no code.

import { idIn, root } from "./nho.js";

const tool = document.querySelector("[data-dv-embedding]");
const form = tool.querySelector("form");
const { gi: list, "dia-chi": pasted } = form.elements;
const counts = tool.querySelector("[data-dv-counts]");
const code = tool.querySelector("textarea");
const shown = tool.querySelector("[data-dv-shown]");
const trouble = tool.querySelector("[role=alert]");
const copied = tool.querySelector("[data-dv-copied]");
const COUNTS = ["3", "5", "10"];
const LIST = /(?:^|\/)((?:linh-vuc|chu-de|dia-phuong)\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)(?:[/?#]|$)/;
const CARD = /^[a-z0-9-]+(?:\/[a-z0-9-]+){0,2}\/$/;
const UNKNOWN = "Không có trang nào ở địa chỉ này, hoặc trang ấy không nhúng được.";
const UNREACHED = "Chưa hỏi được máy chủ, có lẽ mạng đang đứt. Khi có mạng lại, hãy chọn lại một lần nữa.";

/** Gives where the card of a page of ours lies, below `nhung/`; "" where its address names nothing that has one. */
function cardOf(address) {
  const bare = address.trim();
  const found = LIST.exec(bare);
  if (found) return `${found[1]}/`;
  if (/(?:^|\/)mo-hinh\/?(?:[?#]|$)/.test(bare)) return "mo-hinh/moi-nhat/";
  const id = idIn(bare);
  return id && `${id}/`;
}

/** Asks the site for a card: its title, the pixels that it takes, whether it is a list; null where there is none. */
async function asked(card) {
  if (!CARD.test(card)) return null;
  const answered = await fetch(new URL(`nhung/${card}`, root));
  if (answered.status === 404) return null;
  if (!answered.ok) throw new Error(String(answered.status));
  const page = new DOMParser().parseFromString(await answered.text(), "text/html");
  const heights = page.querySelector("[data-dv-heights]").dataset.dvHeights.split(" ");
  return { title: page.title, heights, isList: heights.length > 1 };
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** Writes the frame: it may open links beside the page that shows it, and nothing else. */
function frame(address, title, height) {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" ` +
    'style="border:0;max-width:640px" loading="lazy" ' +
    'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
  );
}

let current = "mo-hinh/moi-nhat/";
let latest = 0;

async function show() {
  latest += 1;
  const turn = latest;
  shown.setAttribute("aria-busy", "true");
  let about = null;
  let reason = UNKNOWN;
  try {
    about = await asked(current);
  } catch {
    reason = UNREACHED;
  }
  if (turn !== latest) return;
  shown.setAttribute("aria-busy", "false");
  trouble.textContent = about ? "" : reason;
  if (!about) return;
  copied.textContent = "";
  counts.disabled = !about.isList;
  const { may, nen } = form.elements;
  const many = about.isList ? may.value : "";
  const parts = [about.isList && many !== "5" ? `m${many}` : "", nen.value].filter(Boolean);
  const chosen = parts.length ? `#${parts.join("-")}` : "";
  const height = about.heights[about.isList ? COUNTS.indexOf(many) : 0];
  const site = tool.dataset.dvSite || root.href;
  code.value = frame(`${site}nhung/${current}${chosen}`, about.title, height);
  const result = document.createElement("iframe");
  result.title = about.title;
  result.height = height;
  // Its script, which does nothing here, may run: else the browser would complain of it in this page's console.
  result.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
  result.src = new URL(`nhung/${current}${chosen}`, root);
  shown.replaceChildren(result);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", ({ target }) => {
  if (target === list) pasted.value = "";
  if (target === list || target === pasted) current = cardOf(target.value);
  show();
});
tool.querySelector("[data-dv-copy-code]").addEventListener("click", async () => {
  code.select();
  try {
    await navigator.clipboard.writeText(code.value);
    copied.textContent = "Đã chép mã.";
  } catch {
    copied.textContent = "Mã đã được chọn, hãy nhấn Ctrl+C.";
  }
});

const wanted = new URLSearchParams(location.search).get("khung");
if (wanted) {
  current = wanted;
  const option = [...list.options].find(({ value }) => cardOf(value) === wanted);
  if (option) list.value = option.value;
  else
    pasted.value = wanted.split("/").length > 2 ? new URL(wanted, root).href : new URL(`mo-hinh/${wanted}`, root).href;
} else {
  current = cardOf(list.value);
}
tool.hidden = false;
show();
