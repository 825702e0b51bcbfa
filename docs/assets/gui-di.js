// Sending from the page: who sends, one button, what happens, and what went wrong. Whatever breaks, the same button goes on.

import { hostOf, serverOf, whoPart } from "./gui-di-ai.js";
import { STEPS, sendChange } from "./gui-di-buoc.js";
import { Trouble } from "./gui-di-goi.js";
import { make } from "./tim-the.js";

export { isBack } from "./gui-di-ve.js";

const UNKNOWN = "Trang gặp lỗi khi chuẩn bị gửi. Hãy tải bản nháp về cho chắc, rồi thử lại hoặc gửi qua thư.";

/**
 * Fills `part`, an element `[data-dv-send]`, with the way to send by the server that the page names in `[data-dv-server]`;
 * leaves it empty where there is none. `prepare()` gives, or promises, `{title, branch, message, description, files: [{path,
 * blob}], isNew}`, the checklist in the description, all files in one folder and `branch` the beginning of a name, or null where what was typed is not fit yet.
 */
export function offerToSend(part, prepare) {
  const server = serverOf();
  if (!server) return;
  const who = whoPart(server);
  const button = make("button", { type: "button", class: "dv-button dv-button--main" }, "Gửi đề nghị");
  const steps = make("ol", { class: "dv-send__steps", hidden: "" }, ...STEPS.map((step) => make("li", {}, step)));
  const said = make("div", { class: "dv-send__said", role: "status" });

  function mark(current) {
    steps.hidden = false;
    [...steps.children].forEach((line, number) => {
      line.className = number < current ? "is-done" : number === current ? "is-here" : "";
    });
  }

  async function send() {
    const token = who.ask();
    if (!token) return;
    said.replaceChildren("Đang chuẩn bị…");
    const change = await prepare();
    if (!change) {
      said.replaceChildren("Bài còn chỗ cần điền hoặc sửa trước khi gửi.");
      return;
    }
    said.replaceChildren("Đang gửi, xin đừng đóng trang…");
    const pull = await sendChange(server, token, change, mark);
    mark(STEPS.length);
    said.replaceChildren(...outcome(pull));
    button.textContent = "Gửi đề nghị";
  }

  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await send();
    } catch (error) {
      button.textContent = "Gửi tiếp";
      said.replaceChildren(...failure(error));
      if (error.kind === "signed-out") who.forget();
    }
    button.disabled = false;
  });

  part.replaceChildren(
    make("h3", {}, "Gửi thẳng tới ban biên tập"),
    make(
      "p",
      {},
      `Cần một tài khoản ở ${hostOf(server)}. Bài và ảnh thành một đề nghị thay đổi ở đó; ban biên tập xem rồi mới đăng.`,
    ),
    who.element,
    make("p", {}, button),
    steps,
    said,
  );
  part.classList.add("dv-send");
}

/** Says that it is sent, or was before. */
function outcome({ number, address, isOpen, isMerged }) {
  const link = make("a", { href: address, target: "_blank", rel: "noopener" }, `đề nghị số ${number}`);
  if (isOpen)
    return [
      make(
        "p",
        {},
        "Đã gửi: ",
        link,
        ". Ban biên tập sẽ trả lời ở đó; muốn hỏi hay thêm gì thì viết ngay dưới đề nghị.",
      ),
    ];
  const now = isMerged ? "đã được nhập vào kho bài" : "đã khép lại mà không nhập";
  return [
    make(
      "p",
      {},
      "Đúng bài này đã gửi trước đây, là ",
      link,
      `, nay ${now}. Sửa thêm điều gì rồi gửi thì thành đề nghị mới.`,
    ),
  ];
}

function failure(error) {
  const isOurs = error instanceof Trouble;
  const words = [make("p", { class: "dv-send__trouble" }, isOurs ? error.message : UNKNOWN)];
  if (isOurs && error.way) {
    words.push(
      make("p", {}, make("a", { href: error.way, target: "_blank", rel: "noopener" }, "Mở trang để kết thúc việc gửi")),
    );
  }
  return words;
}
