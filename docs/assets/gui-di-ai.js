// The part of a page in which its reader says who sends: a button that leads to the server, or a box for a token, with where to
// get it and what it may do. What a token opens is told before it is asked for.

import { comeBack, hold, isSignIn, letGo, signIn, token } from "./gui-di-dang-nhap.js";
import { make } from "./tim-the.js";

/** Gives the server that the page names, null where there is none. */
export function serverOf() {
  const named = document.querySelector("[data-dv-server]");
  return named ? JSON.parse(named.textContent) : null;
}

export const hostOf = (server) => new URL(server.address).host;

/** Gives how a token is made on each kind of server: steps, each words and links. */
function stepsOf({ kind, address, project }) {
  const link = (path, text) => make("a", { href: address + path, target: "_blank", rel: "noopener" }, text);
  if (kind === "gitlab") {
    return [
      ["Mở ", link("/-/user_settings/personal_access_tokens", "trang mã truy cập"), ", bấm “Add new token”."],
      ["Đặt tên tùy ý, chọn ngày hết hạn gần, chỉ đánh dấu quyền “api”."],
      ["Bấm “Create token”, sao chép mã rồi dán vào ô trên."],
    ];
  }
  if (kind === "github") {
    return [
      [
        `Bạn là thành viên của kho ${project}: mở `,
        link("/settings/personal-access-tokens/new", "trang tạo mã hẹp (fine-grained)"),
        `, chọn riêng kho ấy, cho quyền “Contents”, “Pull requests” và “Issues” ở mức “Read and write”.`,
      ],
      [
        "Bạn ở ngoài kho: GitHub chưa cho mã hẹp mở đề nghị ở kho của người khác, nên mở ",
        link("/settings/tokens/new?scopes=public_repo", "trang tạo mã thường (classic)"),
        ", chỉ để quyền “public_repo”. Mã này ghi được vào mọi kho công khai của bạn, hãy chọn hạn 7 ngày.",
      ],
      ["Sao chép mã rồi dán vào ô trên. Gửi xong có thể xóa mã trên GitHub."],
    ];
  }
  return [
    ["Mở ", link("/user/settings/applications", "trang Ứng dụng"), " trong phần Cài đặt của tài khoản."],
    ["Tạo mã mới: “repository” và “issue” ở mức đọc và ghi, “user” ở mức đọc; còn lại không cho."],
    ["Sao chép mã rồi dán vào ô trên."],
  ];
}

function pasting(server) {
  const input = make("input", {
    id: "dv-ma",
    type: "password",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: "400",
  });
  const kept = make("input", { type: "checkbox" });
  const steps = stepsOf(server).map((words) => make("li", {}, ...words));
  const element = make(
    "form",
    {},
    make("label", { for: "dv-ma" }, `Mã truy cập của bạn ở ${hostOf(server)}`),
    input,
    make("label", { class: "dv-send__keep" }, kept, " Nhớ mã tới khi đóng thẻ này của trình duyệt"),
    make(
      "details",
      {},
      make("summary", {}, "Lấy mã ở đâu, mã làm được gì"),
      make(
        "p",
        {},
        `Mã cho phép trang này làm thay bạn đúng những việc bạn chọn khi tạo mã: chép kho bài, gửi bài, mở đề nghị. Trang chỉ gửi mã tới ${hostOf(server)} và quên mã khi bạn rời trang.`,
      ),
      make("ol", {}, ...steps),
    ),
  );
  element.addEventListener("submit", (event) => event.preventDefault());
  return { element, input, kept };
}

/**
 * Gives `{element, ask, forget, tell}`: `ask()` gives a token, or says in the part what is still to be done and gives "";
 * `forget()` is for a token that the server did not take; `arrived` is kept once who came back from the server is known.
 */
export function whoPart(server) {
  const told = make("p", { class: "dv-send__told", role: "alert" });
  const element = make("div", { class: "dv-send__who" });
  const tell = (sentence) => {
    told.textContent = sentence;
  };
  let box = null;

  function show() {
    box = null;
    if (token()) {
      const leave = make("button", { type: "button", class: "dv-plain" }, "Bỏ mã này");
      leave.addEventListener("click", () => {
        letGo();
        show();
      });
      const said = isSignIn(server) ? `Đã đăng nhập ở ${hostOf(server)}. ` : "Trang đang giữ mã truy cập của bạn. ";
      element.replaceChildren(make("p", {}, said, leave), told);
    } else if (isSignIn(server)) {
      const enter = make("button", { type: "button", class: "dv-button" }, `Đăng nhập ở ${hostOf(server)}`);
      enter.addEventListener("click", () => signIn(server).catch((error) => tell(error.message)));
      element.replaceChildren(enter, told);
    } else {
      box = pasting(server);
      element.replaceChildren(box.element, told);
    }
  }

  show();
  const arrived = isSignIn(server) ? comeBack(server).then(show, (error) => tell(error.message)) : Promise.resolve();
  return {
    element,
    arrived,
    tell,
    ask() {
      tell("");
      if (box?.input.value.trim()) hold(box.input.value, box.kept.checked);
      if (token()) return token();
      tell(isSignIn(server) ? "Hãy đăng nhập trước khi gửi." : "Hãy dán mã truy cập vào ô trên.");
      element.querySelector("input, button").focus();
      return "";
    },
    forget() {
      letGo();
      show();
    },
  };
}
