"""Text as large as a reader needs it loses nothing, and nothing lies over another: large print, and text twice as large."""

from contextlib import contextmanager

from browser.questions.fitting import sideways
from browser.watching import NEXT_FRAME, resize

# Lines of text that lie over lines of another element, and text that its box cuts off. A card's title is cut after some
# lines at any size, for its page has it whole; what is hidden from eyes is for those who listen.
LOST = """() => {
    const lines = [], wrong = [];
    const say = (element) => `“${element.textContent.trim().replace(/\\s+/g, " ").slice(0, 40)}”`;
    const scrolls = (element) => element && (element.scrollWidth > element.clientWidth + 1
      && /auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    // A font's own box is as tall as its tallest letters with all their marks: what a line takes is its line-height, or at least
    // the height of its letters.
    const lineOf = (box, element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      const over = Math.max(0, box.height - Math.max(parseFloat(fontSize), parseFloat(lineHeight) || box.height)) / 2;
      const { left, right, width } = box;
      return { left, right, width, top: box.top + over, bottom: box.bottom - over, height: box.height - 2 * over };
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest(".dv-hidden, .dv-skip, svg, dialog, script, .dv-card__title, [hidden]")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (getComputedStyle(element).clipPath !== "none" || scrolls(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) lines.push([lineOf(box, element), element]);
      for (let around = element; around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.overflowY !== "hidden" && style.overflowY !== "clip") continue;
        if (around.scrollHeight > around.clientHeight + 2) wrong.push(`${say(element)} is cut off`);
      }
    }
    lines.sort(([one], [other]) => one.top - other.top);
    lines.forEach(([box, element], place) => {
      for (let next = place + 1; next < lines.length && lines[next][0].top < box.bottom; next++) {
        const [other, another] = lines[next];
        if (element === another || element.contains(another) || another.contains(element)) continue;
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        // A line's box is taller than its letters: lines that follow each other closely touch.
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        if (across > 2 && down > 0.4 * Math.min(box.height, other.height)) wrong.push(`${say(element)} lies over ${say(another)}`);
      }
    });
    return [...new Set(wrong)];
}"""


@contextmanager
def _enlarged(page, enlarge, undo):
    page.evaluate(f"document.documentElement.{enlarge}")
    page.evaluate(NEXT_FRAME)
    yield
    page.evaluate(f"document.documentElement.{undo}")


def losses(page):
    """Say what is lost of a page in text twice as large."""
    with _enlarged(page, "style.setProperty('font-size', '200%')", "style.removeProperty('font-size')"):
        return [f"in text twice as large: {what}" for what in page.evaluate(LOST) + sideways(page)]


def excesses(page, widths):
    """Say what sticks out of a page in large print; how a reader comes by it has tests of its own.

    Leaves the page as wide as the last of the widths.
    """
    with _enlarged(page, "classList.add('dv-large-print')", "classList.remove('dv-large-print')"):
        for width in widths:
            resize(page, width)
            yield from (f"in large print at {width} px: {what}" for what in sideways(page))
