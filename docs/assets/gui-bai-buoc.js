// The steps of the form, one shown at a time: the ways between them, and of each that was passed whether it lacks anything.

import { leadTo, listOf, mark, named, toDo } from "./gui-bai-loi.js";
import { isBack } from "./gui-di-ve.js";
import { make } from "./tim-the.js";

/** Milliseconds in which a second press is the same one: a double tap reads nothing of what the first has told. */
const ONE_PRESS = 800;

/**
 * Gives `{nav, sections, show, showAsked}` of some steps `{anchor, title, keys}`, of which the last is without keys: there all is looked at.
 * `page` is what they ask of the form: `boxesOf` a step, `isFilled` (anything under its keys), `findings`, `entries`, `enter` for the last step, `whenChanged`.
 */
export function stepsOf(steps, page) {
  const sections = new Map();
  const links = new Map();
  let furthest = 0;

  const foundIn = (keys, found = page.findings()) => found.filter(({ path }) => keys.includes(path[0]));

  /** Shows one step alone. */
  function show(anchor, isMoved = true) {
    furthest = Math.max(
      furthest,
      steps.findIndex((step) => step.anchor === anchor),
    );
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
    const found = page.findings();
    for (const [at, { anchor, title, keys }] of steps.entries()) {
      const lacks = keys && at <= furthest && anchor !== shown ? foundIn(keys, found) : null;
      const [signed, said] = signOf(lacks, keys);
      const link = links.get(anchor);
      link.querySelector(".dv-form__sign").textContent = signed;
      link.setAttribute("aria-label", `Bước ${at + 1}: ${title}${said}`);
    }
  }

  /** Gives the sign of a step by what it lacks, null where that is not yet said, and what is read aloud of it. */
  function signOf(lacks, keys) {
    if (lacks === null) return ["", ""];
    if (lacks.length) return [`! ${lacks.length}`, `, còn ${toDo(lacks)}`];
    return page.isFilled(keys) ? ["✓", ", đã xong"] : ["–", ", để trống"];
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
    const { lacks, isFitOrTold } = lacksOf(keys);
    ways.append(way(at + 1, "Tiếp tục", " dv-button--main", isFitOrTold));
    // Below the button: above it, it would move what is being pressed.
    return [ways, lacks];
  }

  /** Gives the place where is told what a step lacks, and what asks whether one may go on, and tells it there if not. */
  function lacksOf(keys) {
    const lacks = make("div", { class: "dv-form__left", role: "status" });
    const told = new Set();
    let toldAt = Number.NEGATIVE_INFINITY;

    const tell = (found) => {
      const sentence = `Bước này còn ${toDo(found)}. Chưa có đủ thì bấm “Tiếp tục” lần nữa, làm nốt sau cũng được.`;
      const list = listOf(
        named(found, page.entries),
        (path) => leadTo(path, show),
        (field) => field.focus(),
      );
      lacks.replaceChildren(...(found.length ? [make("p", {}, sentence), list] : []));
    };
    page.whenChanged(() => {
      if (lacks.hasChildNodes()) tell(foundIn(keys));
    });

    /** Who has been told of all that a step lacks goes on all the same. */
    const isFitOrTold = () => {
      const found = foundIn(keys);
      const isNew = found.some((one) => !told.has(sayingOf(one)));
      if (!isNew && performance.now() - toldAt > ONE_PRESS) {
        lacks.replaceChildren();
        told.clear();
        return true;
      }
      if (isNew) toldAt = performance.now();
      for (const one of found) {
        told.add(sayingOf(one));
        mark(one);
      }
      tell(found);
      lacks.scrollIntoView({ block: "nearest" });
      return false;
    };
    return { lacks, isFitOrTold };
  }

  /** What is wrong where, without its numbers: a text that is typed on is too long as before, by more letters. */
  const sayingOf = ({ path, message }) => `${path.join(".")}: ${message.replace(/\d+/g, "")}`;

  const nav = make("nav", { class: "dv-form__steps", "aria-label": "Các bước" }, make("ol", {}, ...steps.map(linkOf)));
  return { nav, sections: steps.map(sectionOf), show, showAsked };
}
