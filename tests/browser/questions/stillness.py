"""Nothing moves on a page for whom it would disturb: who asks for less motion gets none."""

MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
}).map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class")}"> moves`)"""


def movements(page):
    """Say what moves on a page whose reader asked for less motion."""
    return page.evaluate(MOVING)
