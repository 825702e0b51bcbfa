// Who sends signs in at the server itself (OAuth with PKCE, RFC 7636, a public client) and comes back with a token, or pastes
// one. A token is held by this page; the browser keeps a pasted one, until the tab is closed, only for who says so.
// Forgejo and Gitea: https://docs.gitea.com/development/oauth2-provider; GitLab: https://docs.gitlab.com/api/oauth2/

import { saidBy, Trouble } from "./gui-di-goi.js";
import { came, isBack, LEFT, left } from "./gui-di-ve.js";
import { root } from "./nho.js";

const PASTED = `${root.pathname}.ma-truy-cap`;
const PATHS = {
  forgejo: {
    authorize: "/login/oauth/authorize",
    token: "/login/oauth/access_token",
    scope: "write:repository write:issue read:user",
  },
  gitlab: { authorize: "/oauth/authorize", token: "/oauth/token", scope: "api" },
};
const AGAIN = "Đăng nhập chưa xong. Hãy bấm đăng nhập lại; bài đang viết vẫn còn.";

let held = "";

/** Tells whether people sign in at the server, and need no token of their own. */
export const isSignIn = (server) => Boolean(server.client_id && PATHS[server.kind]);

export function token() {
  if (!held) {
    try {
      held = sessionStorage.getItem(PASTED) || "";
    } catch {
      // A closed store keeps nothing.
    }
  }
  return held;
}

/** Holds a pasted token; keeps it for this tab where its owner says so. */
export function hold(pasted, isKept) {
  held = pasted.trim();
  try {
    if (isKept) sessionStorage.setItem(PASTED, held);
    else sessionStorage.removeItem(PASTED);
  } catch {
    // A closed store keeps nothing.
  }
}

export const letGo = () => hold("", false);

const inAddress = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
const random = () => inAddress(crypto.getRandomValues(new Uint8Array(32)));
const here = () => location.origin + location.pathname;

/** Leads to the server, which leads back to this page. */
export async function signIn(server) {
  if (!window.isSecureContext) throw new Trouble("plain", "Trang này phải mở bằng https thì mới đăng nhập được.");
  const { authorize, scope } = PATHS[server.kind];
  const verifier = random();
  const state = random();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  try {
    sessionStorage.setItem(LEFT, JSON.stringify({ verifier, state, query: location.search }));
  } catch {
    throw new Trouble(
      "store",
      "Trình duyệt đang chặn bộ nhớ của trang nên không đăng nhập được. Hãy cho phép rồi thử lại.",
    );
  }
  const asked = new URLSearchParams({
    client_id: server.client_id,
    redirect_uri: here(),
    response_type: "code",
    code_challenge_method: "S256",
    code_challenge: inAddress(new Uint8Array(digest)),
    state,
    scope,
  });
  location.assign(`${server.address}${authorize}?${asked}`);
}

let returning;

/** Takes the token that the page was come back to with; the address is as it was before. Throws Trouble, "" where there is none. */
export function comeBack(server) {
  if (!returning) returning = isBack ? taken(server) : Promise.resolve("");
  return returning;
}

async function taken(server) {
  if (came.get("error") === "access_denied")
    throw new Trouble("denied", "Bạn chưa cho phép trang này gửi bài. Muốn gửi thẳng thì đăng nhập và bấm cho phép.");
  if (!left.state || came.get("state") !== left.state || !came.get("code")) throw new Trouble("state", AGAIN);
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: server.client_id,
    code: came.get("code"),
    redirect_uri: here(),
    code_verifier: left.verifier,
  });
  let answer;
  try {
    answer = await fetch(server.address + PATHS[server.kind].token, { method: "POST", body, credentials: "omit" });
  } catch {
    throw new Trouble("lost", `${AGAIN} Máy chủ không trả lời trang này: mất mạng, hoặc máy chủ chưa cho phép (CORS).`);
  }
  const data = await answer.json().catch(() => null);
  if (!answer.ok || !data || typeof data.access_token !== "string") {
    const said = saidBy(data);
    throw new Trouble("state", said ? `${AGAIN} Máy chủ nói: “${said}”` : AGAIN);
  }
  held = data.access_token;
  return held;
}
