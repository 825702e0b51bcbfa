// What is answered in a short form becomes a text: a letter, something to paste into Zalo, or an issue on the server. Nothing is
// sent before its writer presses, and how they can be answered never goes where others read it.

import { hostOf, serverOf, whoPart } from "./gui-di-ai.js";
import { noteAddress, sendNote } from "./gui-di-buoc.js";
import { isSignIn } from "./gui-di-dang-nhap.js";
import { Trouble } from "./gui-di-goi.js";
import { isBack } from "./gui-di-ve.js";
import { idIn, root } from "./nho.js";
import { make } from "./tim-the.js";

const tool = document.querySelector("[data-dv-short]");
const form = tool.querySelector("form");
const told = tool.querySelector("[data-dv-told]");
const about = document.querySelector("[data-dv-about]");
const which = tool.querySelector("[data-dv-which]");
const { dvSubject: subject, dvMail: mail, dvZalo: zalo, dvShort: kind } = tool.dataset;
const PRIVATE = "tra-loi";
/** A mistake may be on any page. */
const isOfAnyPage = kind === "sai";
const MISSING = isOfAnyPage
  ? "Không có trang nào ở địa chỉ này. Hãy dán địa chỉ của một trang ở đây."
  : "Không có bài nào ở địa chỉ này. Hãy dán địa chỉ của một bài trên trang.";
// The form shows with the name of its model, which may take several lines, so that nothing moves; on a slow line without it.
const PATIENCE = 1500;
/** What is written about: its path in this site, its title; a path that was not there. */
const page = { path: "", title: "", missing: "" };

const addressOf = (path) => new URL(path, root).href;
const ADDRESS = /^(?:https?:\/\/[^\s/]+)?\/|^[a-z0-9-]+\/(?:[a-z0-9-]+\/)*$/i;
const line = (text) => text.trim().replace(/\s+/g, " ");

/** Gives the path of the page that an address, or the id of a model, stands for; "" where it is none of this site. */
function pathIn(text) {
  const id = idIn(text);
  if (id) return `mo-hinh/${id}/`;
  if (!isOfAnyPage || !ADDRESS.test(text.trim())) return "";
  const { origin, pathname } = new URL(text.trim(), root);
  return origin === root.origin && pathname.startsWith(root.pathname) ? pathname.slice(root.pathname.length) : "";
}

/** Asks the site for the title of a page, "" where it has none there. */
async function titleOf(path) {
  const answer = await fetch(addressOf(path));
  if (!answer.ok) return "";
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  const title = there.querySelector('[data-dv-model] [data-dv-part="title"], h1');
  return title ? line(title.textContent) : "";
}

async function choose(path) {
  page.path = path;
  page.title = "";
  which.hidden = Boolean(path);
  about.hidden = !path;
  if (!path) return;
  try {
    page.title = await titleOf(path);
  } catch {
    page.title = path;
  }
  if (page.path !== path) return;
  if (!page.title) {
    page.path = "";
    page.missing = path;
    which.hidden = false;
    form.elements.bai.value = idIn(path) || path;
    told.textContent = MISSING;
    return;
  }
  told.textContent = "";
  about.replaceChildren(idIn(path) ? "Về bài " : "Về trang ", make("a", { href: addressOf(path) }, page.title));
}

/** Gives the lines that an editor puts into the model's file; a string of JSON is one of YAML too. */
function yamlLines() {
  const { noi, nam, nguon, "don-vi": host } = form.elements;
  const lines = ["da_nhan_rong:", `  - noi: ${JSON.stringify(line(noi.value))}`];
  lines.push(`    don_vi: ${JSON.stringify(line(host.value))}`);
  if (nam.value) lines.push(`    nam: ${Number(nam.value)}`);
  if (nguon.value.trim()) lines.push(`    # nguồn: ${line(nguon.value)}`);
  return lines.join("\n");
}

/** Writes what is sent; `isOpen` leaves out what only the editors may read. */
function written(isOpen) {
  const title = page.title || idIn(page.path) || page.path;
  const lines = [`${idIn(page.path) ? "Bài" : "Trang"}: ${title}`, addressOf(page.path), ""];
  for (const field of form.elements) {
    if (!field.name || field.name === "bai" || (isOpen && field.name === PRIVATE) || !field.value.trim()) continue;
    lines.push(`${line(field.labels[0].firstChild.textContent)}`, field.value.trim(), "");
  }
  if (kind === "lam-theo")
    lines.push("Dòng cho ban biên tập:", "", isOpen ? `\`\`\`yaml\n${yamlLines()}\n\`\`\`` : yamlLines());
  return { title: `${subject}: ${title}`, body: lines.join("\n").trim() };
}

/** Tells whether all that must be is answered; what is not is said by the browser at its field. */
function isWhole() {
  const { bai } = form.elements;
  if (!page.path) {
    const path = pathIn(bai.value);
    if (path !== page.missing) page.path = path;
    bai.setCustomValidity(page.path ? "" : MISSING);
  }
  return form.reportValidity();
}

function way(label, run, isMain) {
  const button = make("button", { type: "button", class: isMain ? "dv-button dv-button--main" : "dv-button" }, label);
  button.addEventListener("click", () => isWhole() && run(button));
  return make("li", {}, button);
}

/** The link that opens a letter; what stands in it is written when it is followed. */
function letter() {
  const link = make("a", { class: "dv-button dv-button--main", href: `mailto:${mail}` }, "Soạn thư");
  link.addEventListener("click", (event) => {
    if (isWhole()) write(link);
    else event.preventDefault();
  });
  return make("li", {}, link);
}

function write(link) {
  const { title, body } = written(false);
  const lines = encodeURIComponent(body.replace(/\n/g, "\r\n"));
  link.href = `mailto:${mail}?subject=${encodeURIComponent(title)}&body=${lines}`;
  told.textContent = `Thư đã soạn trong ứng dụng thư của bạn, hãy bấm gửi ở đó. Không thấy ứng dụng nào mở ra thì sao chép rồi gửi tới ${mail}.`;
}

async function copy() {
  const { title, body } = written(false);
  const where = zalo && !zalo.startsWith("https:") ? `Zalo ${zalo}` : zalo ? "Zalo" : mail || "ban biên tập";
  try {
    await navigator.clipboard.writeText(`${title}\n\n${body}`);
    told.replaceChildren(`Đã sao chép. Hãy dán vào tin nhắn gửi tới ${where}. `);
    if (zalo.startsWith("https:")) told.append(make("a", { href: zalo, rel: "noopener nofollow" }, "Mở Zalo"));
  } catch {
    const text = make("textarea", { readonly: "", rows: "8", "aria-label": "Nội dung để sao chép" });
    text.value = `${title}\n\n${body}`;
    told.replaceChildren(`Hãy sao chép đoạn này rồi gửi tới ${where}.`, text);
    text.select();
  }
}

/** The way by the server: as who is signed in, or on the server's own page, where all is filled in. */
function direct(server) {
  const who = whoPart(server);
  const said = make("div", { class: "dv-send__said", role: "status" });
  const send = async (button) => {
    const token = who.ask();
    if (!token) return;
    button.disabled = true;
    said.textContent = "Đang gửi…";
    try {
      const address = await sendNote(server, token, written(true));
      said.replaceChildren(
        "Đã gửi: ",
        make("a", { href: address, target: "_blank", rel: "noopener" }, "xem trên máy chủ"),
        ".",
      );
    } catch (error) {
      said.textContent = error instanceof Trouble ? error.message : "Trang gặp lỗi khi gửi. Hãy gửi qua thư.";
      if (error.kind === "signed-out") who.forget();
    }
    button.disabled = false;
  };
  const lead = () => window.open(noteAddress(server, written(true)), "_blank", "noopener");
  const ways = make(
    "ul",
    { class: "dv-send__ways" },
    way("Gửi ngay tại đây", send),
    way(`Viết tiếp trên ${hostOf(server)}`, lead),
  );
  const words = "Ai cũng đọc được điều gửi theo cách này; cách liên hệ với bạn không được gửi kèm.";
  return make(
    "details",
    {},
    make("summary", {}, `Có tài khoản ở ${hostOf(server)}?`),
    make("p", {}, words),
    who.element,
    ways,
    said,
  );
}

/** Keeps what was answered while its writer is away to sign in, and has it again. */
function keepWhileAway() {
  const KEPT = `${root.pathname}.gop-y.${kind}`;
  try {
    const answers = isBack ? JSON.parse(sessionStorage.getItem(KEPT)) || {} : {};
    sessionStorage.removeItem(KEPT);
    for (const [name, value] of Object.entries(answers))
      if (form.elements[name]) form.elements[name].value = String(value);
    form.addEventListener("input", () =>
      sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(new FormData(form)))),
    );
  } catch {
    // A closed store, or one in which anything lies: what was answered is answered again.
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.elements.bai.addEventListener("input", ({ target }) => target.setCustomValidity(""));
form.elements.bai.addEventListener("change", ({ target }) => choose(pathIn(target.value)));

const server = serverOf();
const ways = tool.querySelector("[data-dv-ways]");
if (mail) ways.append(letter());
ways.append(way(zalo || !mail ? "Sao chép để gửi qua Zalo" : "Sao chép nội dung", copy, !mail));
if (server) {
  if (isSignIn(server)) keepWhileAway();
  const part = direct(server);
  tool.querySelector("[data-dv-direct]").append(part);
  part.open = isBack || (!mail && !zalo);
}
const chosen = choose(pathIn(new URLSearchParams(location.search).get("bai") || ""));
await Promise.race([chosen, new Promise((go) => setTimeout(go, PATIENCE))]);
tool.hidden = false;
