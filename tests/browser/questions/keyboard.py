"""Who has no mouse gets everywhere: Tab reaches each link and button, in the order of the page, and one sees where one is."""

from itertools import pairwise

# What can be reached and is shown, in the order of the document. A group of radio buttons is one stop; a box that
# scrolls by itself is a stop of the browser's own, which the page does not count.
LISTEN = """() => {
    const able = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .filter((element) => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length);
    const groups = new Map(), stops = [];
    for (const element of able) {
      const group = element.type === "radio" ? element.name : element;
      if (!groups.has(group)) { groups.set(group, stops.length); stops.push(element); }
      element.__stop = groups.get(group);
    }
    const say = (element) => `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute("aria-label") || element.name || "").trim().slice(0, 40)}”`;
    // Whatever tells where one is: on the link, around it, within it or beside it.
    const signs = (element) =>
      [element, element.parentElement, element.closest(".dv-card"), element.nextElementSibling, ...element.children]
        .filter(Boolean).map((part) => getComputedStyle(part))
        .map((style) => [style.outline, style.boxShadow, style.stroke, style.strokeWidth, style.borderColor].join()).join("|");
    const plain = new Map(able.map((element) => [element, signs(element)]));
    window.__seen = []; window.__unseen = []; window.__ringless = []; window.__covered = [];
    // Something lies over all of it that is no part of it: a header that sticks, a box that opened.
    const isFree = (element) => [...element.getClientRects()].some((box) => {
      const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2;
      const over = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
      return over && (element.contains(over) || over.contains(element) || over.closest("label")?.contains(element));
    });
    document.addEventListener("focusin", ({ target }) => {
      if (target.__stop === undefined) { if (target.scrollWidth <= target.clientWidth) __unseen.push(say(target)); return; }
      __seen.push(target.__stop);
      requestAnimationFrame(() => { if (target === document.activeElement && !isFree(target)) __covered.push(say(target)); });
      if (signs(target) === plain.get(target)) __ringless.push(say(target));
    });
    window.__names = stops.map(say);
    return stops.length;
}"""
SPARE = 5
LEAST = 6
"""The header alone has the brand, five ways in and the search."""


def obstacles(page):
    """Say what Tab does not reach, what it reaches out of order, and where one does not see where one is."""
    stops = page.evaluate(LISTEN)
    for _ in range(stops):
        page.keyboard.press("Tab")
    for _ in range(SPARE):
        if len(set(page.evaluate("__seen"))) < stops:
            page.keyboard.press("Tab")
    reached, names = list(dict.fromkeys(page.evaluate("__seen"))), page.evaluate("__names")
    yield from (f"Tab does not reach {names[stop]}" for stop in range(stops) if stop not in reached)
    yield from (f"Tab stops at {what}, which nobody sees" for what in page.evaluate("__unseen"))
    yield from (f"{what} is covered while one is there" for what in page.evaluate("__covered"))
    yield from (f"one does not see that one is at {what}" for what in page.evaluate("__ringless"))
    yield from (f"Tab comes to {names[b]} after {names[a]}" for a, b in pairwise(reached) if b < a)
    if stops <= LEAST:
        yield f"only {stops} links and buttons are shown"
