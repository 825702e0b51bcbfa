// The steps of the form, one shown at a time: the ways between them, and of each that was left what it still lacks.

import { leadTo, listOf, mark, named } from "./gui-bai-loi.js";
import { isBack } from "./gui-di-ve.js";
import { make } from "./tim-the.js";

/** Milliseconds in which a second press is the same one: a double tap reads nothing of what the first has told. */
const ONE_PRESS = 800;

/**
 * Gives `{nav, sections, show, showAsked}` of some steps `{anchor, title, keys}`, of which the last is without keys: there all is looked at.
 * `page` is what they ask of the form: `boxesOf` a step, `findings`, `entries`, `enter` for the last step, `whenChanged`.
 */
export function stepsOf(steps, page) {
  const sections = new Map();
  const links = new Map();
  const numbers = new Map(steps.map(({ anchor }, at) => [anchor, at]));
  let furthest = 0;

  const foundIn = (keys) => page.findings().filter(({ path }) => keys.includes(path[0]));

  /** Shows one step alone. */
  function show(anchor, isMoved = true) {
    furthest = Math.max(furthest, numbers.get(anchor));
    for (const [name, section] of sections) section.hidden = name !== anchor;
    for (const [name, link] of links) {
      if (name === anchor) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    sign(anchor);
    for (const part of document.querySelectorAll("[data-dv-besides]")) part.hidden = anchor !== steps[0].anchor;
    if (anchor === steps.at(-1).anchor) page.enter();
    if (isMoved) {
      sections.get(anchor).querySelector("h2").focus({ preventScroll: true });
      sections.get(anchor).parentElement.scrollIntoView();
    } else if (location.hash !== `#${anchor}`) window.history.replaceState(null, "", `#${anchor}`);
  }

  function showAsked(isMoved) {
    const anchor = location.hash.slice(1);
    if (sections.has(anchor)) show(anchor, isMoved);
    // Who comes back from signing in goes on where they left.
    else if (!anchor) show(isBack ? steps.at(-1).anchor : steps[0].anchor, isMoved);
  }

  /** Says at each step that was come to, or passed by, whether it lacks anything; not at the one that is shown. */
  function sign(shown) {
    for (const [at, { anchor, title, keys }] of steps.entries()) {
      const many = keys && at <= furthest && anchor !== shown ? foundIn(keys).length : null;
      const link = links.get(anchor);
      link.querySelector(".dv-form__sign").textContent = many === null ? "" : many ? `! ${many}` : "✓";
      const said = many === null ? "" : many ? `, còn ${many} chỗ cần sửa` : ", đã xong";
      link.setAttribute("aria-label", `Bước ${at + 1}: ${title}${said}`);
    }
  }

  function linkOf({ anchor, title }, at) {
    const sign = make("span", { class: "dv-form__sign" });
    const name = make("span", { class: "dv-form__name" }, title);
    const link = make("a", { href: `#${anchor}`, title }, String(at + 1), name, sign);
    links.set(anchor, link);
    return make("li", {}, link);
  }

  function sectionOf(step, at) {
    const { anchor, title } = step;
    const number = make("span", { class: "dv-form__number" }, `Bước ${at + 1}/${steps.length}`);
    const head = make("h2", { tabindex: "-1", id: `buoc-${anchor}` }, number, title);
    const about = { "aria-labelledby": head.id, "data-dv-step": anchor };
    const section = make("section", about, head, ...page.boxesOf(step), ...waysOf(step, at));
    sections.set(anchor, section);
    return section;
  }

  function waysOf({ keys }, at) {
    const way = (to, label, look, go = () => true) => {
      const button = make("button", { type: "button", class: `dv-button${look}` }, label);
      button.addEventListener("click", () => {
        if (go()) location.hash = steps[to].anchor;
      });
      return button;
    };
    const ways = make("p", { class: "dv-form__ways" });
    if (at) ways.append(way(at - 1, "Quay lại", ""));
    if (!keys) return [ways];
    // Below the button: above it, it would move what is being pressed.
    const shown = make("div", { class: "dv-form__left", role: "status" });
    const tell = (found) => {
      const sentence = `Bước này còn ${found.length} chỗ cần sửa. Chưa có đủ thì bấm “Tiếp tục” lần nữa, sửa sau cũng được.`;
      const list = listOf(
        named(found, page.entries),
        (path) => leadTo(path, show),
        (field) => field.focus(),
      );
      shown.replaceChildren(...(found.length ? [make("p", {}, sentence), list] : []));
    };
    const told = new Set();
    let since = Number.NEGATIVE_INFINITY;
    /** Tells what the step lacks whoever would go on; who has been told of all of it goes on all the same. */
    const isToldOrFit = () => {
      const found = foundIn(keys);
      const isNew = found.some((one) => !told.has(sayingOf(one)));
      if (!isNew && performance.now() - since > ONE_PRESS) {
        shown.replaceChildren();
        told.clear();
        return true;
      }
      if (isNew) since = performance.now();
      for (const one of found) {
        told.add(sayingOf(one));
        mark(one);
      }
      tell(found);
      shown.scrollIntoView({ block: "nearest" });
      return false;
    };
    page.whenChanged(() => {
      if (shown.hasChildNodes()) tell(foundIn(keys));
    });
    ways.append(way(at + 1, "Tiếp tục", " dv-button--main", isToldOrFit));
    return [ways, shown];
  }

  /** What is wrong where; a text that grows is as much too long as before. */
  const sayingOf = ({ path, message }) => `${path.join(".")}: ${message.replace(/\d+/g, "")}`;

  const nav = make("nav", { class: "dv-form__steps", "aria-label": "Các bước" }, make("ol", {}, ...steps.map(linkOf)));
  return { nav, sections: steps.map(sectionOf), show, showAsked };
}
