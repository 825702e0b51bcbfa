// Who comes back from signing in is at the address that they left, at once: before anything on the page asks what stands in it.

import { root } from "./nho.js";

/** Under which key it is kept, while somebody is away, how they left. */
export const LEFT = `${root.pathname}.dang-nhap`;
/** What the page was come to with. */
export const came = new URLSearchParams(location.search);
/** Whether this page was just come back to from the server: a form then opens at its last step. */
export const isBack = came.has("state") && (came.has("code") || came.has("error"));
/** How they left: `{verifier, state}`, both "" where nobody left from here. */
export const left = isBack ? taken() : { verifier: "", state: "" };

function taken() {
  let found = null;
  try {
    found = JSON.parse(sessionStorage.getItem(LEFT));
    sessionStorage.removeItem(LEFT);
  } catch {
    // A closed store, or one in which anything lies: as if nobody had left from here.
  }
  const { verifier = "", state = "", query = "" } = found || { query: unanswered() };
  history.replaceState(history.state, "", location.pathname + (/^\?/.test(query) ? query : ""));
  return { verifier, state };
}

/** Gives what the address asks for without what a server adds to it. */
function unanswered() {
  const rest = new URLSearchParams(location.search);
  for (const key of ["code", "state", "error"]) rest.delete(key);
  return String(rest) && `?${rest}`;
}
