"""A page fits its screen: at no width does anything of it stick out at the side."""

SIDEWAYS = """() => {
    const room = innerWidth, page = document.documentElement;
    if (page.scrollWidth <= room) return [];
    const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((word) => "." + word).join("");
    const sticksOut = (element) =>
      element.getBoundingClientRect().right > room + 0.5 || element.getBoundingClientRect().left + element.scrollWidth > room + 0.5;
    const out = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility() && sticksOut(element));
    const innermost = out.filter((element) => ![...element.children].some(sticksOut));
    return [`it is ${page.scrollWidth} px wide: ${name(out[0])} because of ${[...new Set(innermost.map(name))].slice(0, 5).join(", ")}`];
}"""


def sideways(page):
    """Say how wide a page is that is wider than its screen, and because of what."""
    return page.evaluate(SIDEWAYS)
