// The last step: what is still to be mended, with ways to each field, and the ways to send what is fit; the draft as a file.

import { redrawn } from "./gui-bai-anh.js";
import { keepNow, photosOf } from "./gui-bai-ban.js";
import { correctionView, isChanged } from "./gui-bai-doi.js";
import { fileOf, NEW, random, readFile } from "./gui-bai-giu.js";
import { packed, save } from "./gui-bai-goi.js";
import { listOf, named, toDo } from "./gui-bai-loi.js";
import { review } from "./gui-bai-xem.js";
import { zipOf } from "./gui-bai-zip.js";
import { isId } from "./nho.js";
import { make } from "./tim-the.js";

const FIT =
  "Đã đủ những điều cần có, có thể gửi. Địa danh, tên người và số máy trong bài thì ban biên tập còn kiểm tra khi nhận.";
const NOT_FIT = "Chưa làm được: còn chỗ cần điền hoặc sửa, kể ở đầu bước này.";
const UNCHANGED = "Bạn chưa sửa gì. Hãy tới mục cần sửa, rồi trở lại đây để gửi.";

/** Gives `{section, enter}`: the step, and what is done when it is come to. `page` is what it asks of the form. */
export function endOf(page) {
  const summary = make("div", { class: "dv-form__summary", tabindex: "-1" });
  const send = make("div", { "data-dv-send": "" });
  /** Tells whether all is fit to be sent; where it is not, says so also where one pressed, in `said`. */
  const isFit = async (said = null) => {
    if (said) said.textContent = "";
    await page.learn();
    const isSound = tell(page, summary);
    if (isSound) return true;
    if (said) said.textContent = NOT_FIT;
    summary.focus();
    return false;
  };
  // Of a model that is there the form holds a part: its photos and its persons are not here to be asked about.
  const isWhole = page.form.hasChecker && !page.state.before;
  const { mail, zalo } = page.form.sending;
  // Who has no account at the server is the rule: where there is another way, that comes first.
  const both = mail || zalo ? [zipWay(page, isFit), send] : [send, zipWay(page, isFit)];
  const ways = [...(isWhole ? [checkWay(page, isFit)] : []), ...both, draftOf(page)];
  if (document.querySelector("[data-dv-server]")) offerServer(page, send, isFit);
  const shown = make("div", { class: "dv-form__review" });
  const enter = async () => {
    const { state, form, inDraft, leadTo } = page;
    shown.replaceChildren(
      ...(state.before
        ? correctionView(state, form.entries, (path) => leadTo(inDraft(path)))
        : review(state.draft, form.entries)),
    );
    for (const part of [shown, ...both]) part.hidden = isUntouched(page);
    if (!isUntouched(page) && !page.check().length) summary.replaceChildren(make("p", {}, "Đang xem lại địa danh…"));
    else tell(page, summary);
    await page.learn();
    tell(page, summary);
  };
  return { section: make("div", {}, summary, shown, ...ways), enter };
}

/** Offers to send to the server that the page names; what that takes is loaded where there is one. */
async function offerServer({ state, form }, part, isFit) {
  const [{ offerToSend }, { serverOf }, { token }, { forServer }] = await Promise.all([
    import("./gui-di.js"),
    import("./gui-di-ai.js"),
    import("./gui-di-dang-nhap.js"),
    import("./gui-bai-tep.js"),
  ]);
  offerToSend(part, async () =>
    (await isFit()) ? forServer(await packedToSend(state, form), serverOf(), token(), state, form) : null,
  );
}

/** Gives what is sent, and keeps with the draft as what. */
async function packedToSend(state, form) {
  const change = await packed(state, form);
  state.sent = change.sent;
  await keepNow();
  return change;
}

/** Asks the rules of the checker themselves, which are loaded when they are asked for first. */
function checkWay({ form, state, inDraft, showFindings, leadTo }, isFit) {
  const button = make("button", { type: "button", class: "dv-button" }, "Kiểm tra kỹ");
  const stop = make("button", { type: "button", class: "dv-button", hidden: "" }, "Dừng");
  const said = make("div", { role: "status" });
  let controller;
  stop.addEventListener("click", () => controller.abort());
  button.addEventListener("click", async () => {
    if (!(await isFit(said))) return;
    controller = new AbortController();
    button.disabled = true;
    stop.hidden = false;
    try {
      const { check } = await import("./kiem-tra.js");
      const { files, isNew, id } = await packed(state, form);
      const options = { signal: controller.signal, changed: isNew ? [] : [id] };
      const found = await check(files, (sentence) => said.replaceChildren(sentence), options);
      const told = found
        .filter(({ severity }) => severity !== "unasked")
        .map((one) => ({ ...one, key: inDraft(one.key) }));
      const unasked = found.filter(({ severity }) => severity === "unasked");
      showFindings(told.map(({ key, message }) => ({ path: key, message })));
      said.replaceChildren(
        told.length ? listOf(told, leadTo) : make("p", {}, "Máy kiểm tra không thấy gì phải sửa."),
        ...unasked.map(({ message }) => make("p", { class: "dv-quiet" }, message)),
      );
    } catch (error) {
      said.replaceChildren(error.message);
    }
    button.disabled = false;
    stop.hidden = true;
  });
  const about = "Máy kiểm tra của ban biên tập chạy ngay trong trình duyệt này: tải khoảng 6 MB ở lần đầu.";
  return make(
    "section",
    { class: "dv-form__way" },
    make("h3", {}, "Kiểm tra kỹ trước khi gửi"),
    make("p", {}, about),
    button,
    " ",
    stop,
    said,
  );
}

const isUntouched = ({ state, form }) => Boolean(state.before) && !isChanged(state.draft, state.before, form.entries);

/** Says what is to be mended, each a way to its field; tells whether nothing is. */
function tell(page, summary) {
  const { check, form, leadTo, learn } = page;
  if (isUntouched(page)) {
    summary.replaceChildren(make("p", {}, UNCHANGED));
    return false;
  }
  const found = check();
  if (!found.length) {
    summary.replaceChildren(make("p", { class: "dv-form__fit" }, FIT));
    return true;
  }
  const links = listOf(named(found, form.entries), leadTo, async () => {
    await learn();
    tell(page, summary);
    summary.focus();
  });
  summary.replaceChildren(make("h3", {}, `Còn ${toDo(found)}`), links);
  return false;
}

function zipWay({ form, state }, isFit) {
  const { mail, zalo } = form.sending;
  const button = make("button", { type: "button", class: "dv-button dv-button--main" }, "Tải tệp để gửi");
  const said = make("div", { role: "status" });
  button.addEventListener("click", async () => {
    if (!(await isFit(said))) return;
    said.textContent = "Đang đóng gói…";
    try {
      const { id, files, title, isNew } = await packedToSend(state, form);
      const name = isNew ? `${id}.zip` : `sua-${id}.zip`;
      save(await zipOf(files), name);
      said.replaceChildren(make("p", {}, `Đã tải tệp ${name} về máy. `, ...whereTo(mail, zalo, title)));
    } catch {
      said.textContent = "Chưa đóng gói được: máy có thể đã hết chỗ. Hãy bớt ảnh rồi thử lại.";
    }
  });
  const about = make("p", {}, "Tệp ZIP gồm bài và ảnh đã bỏ vị trí chụp. ", ...whereTo(mail, zalo, ""));
  return make("section", { class: "dv-form__way" }, make("h3", {}, "Gửi qua thư hoặc Zalo"), about, button, said);
}

function whereTo(mail, zalo, title) {
  const subject = title ? `?subject=${encodeURIComponent(title)}` : "";
  const ways = [];
  if (mail) ways.push(make("a", { href: `mailto:${mail}${subject}` }, mail));
  if (zalo) ways.push(/^https:/.test(zalo) ? make("a", { href: zalo, rel: "external" }, "Zalo") : `Zalo ${zalo}`);
  if (!ways.length) return ["Trang này chưa ghi nơi nhận bài: hãy hỏi cơ quan lập trang, rồi gửi tệp ấy cho họ."];
  return ["Đính kèm tệp ấy gửi tới ", ways[0], ...(ways[1] ? [" hoặc ", ways[1]] : []), "."];
}

// --- The draft in a file --------------------------------------------------------------------------------------------

function draftOf({ state, takeIn, startAnew }) {
  const said = make("p", { role: "status" });
  const button = (label, run) => {
    const made = make("button", { type: "button", class: "dv-button" }, label);
    made.addEventListener("click", run);
    return made;
  };
  const input = make("input", { type: "file", id: "o-mo-nhap", accept: ".json,application/json" });
  const label = make("label", { class: "dv-button dv-form__file", for: input.id }, "Mở bản nháp từ tệp");
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    try {
      const told = await readFile(file);
      if (told.name === state.name) await takeIn(told, await redrawnAll(told.photos));
      else said.replaceChildren(...elsewhere(told.name));
    } catch {
      said.textContent = "Tệp này không phải là bản nháp của biểu mẫu.";
    }
  });
  const anew = button("Xóa hết, làm bài mới", () => {
    const yes = button("Xóa bài đang viết", startAnew);
    const no = button("Thôi, giữ lại", () => said.replaceChildren());
    said.replaceChildren("Bài đang viết và ảnh của nó sẽ mất khỏi máy này. ", yes, " ", no);
    yes.focus();
  });
  const away = button("Tải bản nháp về", async () => save(await fileOf(state, photosOf(state)), "ban-nhap.json"));
  const text =
    "Bài được giữ trong trình duyệt của máy này, chưa ai khác thấy. Muốn viết tiếp ở máy khác thì tải bản nháp về rồi mở ở máy ấy.";
  const ways = make(
    "div",
    { class: "dv-form__drafts" },
    away,
    make("div", { class: "dv-form__adder" }, input, label),
    anew,
  );
  return make("details", { class: "dv-form__more" }, make("summary", {}, "Bản nháp"), make("p", {}, text), ways, said);
}

/** Says whose a draft is that is not of this page, with the way there. */
function elsewhere(name) {
  const isNew = name === NEW || !isId(name);
  const way = make("a", { href: isNew ? "./" : `?bai=${name}` }, isNew ? "trang viết bài mới" : "trang sửa bài ấy");
  return [`Bản nháp này là của ${isNew ? "một bài mới" : "một bài khác"}. Hãy tới `, way, " rồi mở nó ở đó."];
}

/** Draws photos of a file anew: whoever wrote it may have put anything there. */
async function redrawnAll(photos) {
  const found = new Map();
  for (const [name, blob, crop] of photos) {
    if (/^anh-\d{1,4}\.jpg$/.test(name)) found.set(name, { ...(await redrawn(blob)), key: random(), crop });
  }
  return found;
}
