"""axe finds nothing on a page: WCAG 2.2 A and AA and its best practices, and in few colours what those are about."""

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A frame of another page, in which no script runs, cannot be asked; it is asked as a page of its own.
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "iframes": False}
WITHOUT_COLOURS = {**OPTIONS, "rules": {"color-contrast": {"enabled": False}}}
# Whoever has few colours sees them on every link, button and box.
PLAIN = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

# Axe takes a millisecond and a half for the colours of an element, of which a table has hundreds that look alike: of those that
# have, with all around them, the same names, colours and letters, the first is asked about.
FIRST = "[data-first-of-its-look]"
LOOKS_ASKED = [
    {"id": "color-contrast", "selector": FIRST},
    {"id": "color-contrast-enhanced", "selector": FIRST},
    {"id": "link-in-text-block", "selector": f":is(a[href], [role=link]){FIRST}"},
]
MARK_LOOKS = """() => {
    const SEEN = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textDecorationLine", "textShadow", "position"];
    const looks = new Map(), first = new Set();
    const lookOf = (element) => {
      if (!element) return "";
      if (!looks.has(element)) {
        const style = getComputedStyle(element);
        const name = `${element.localName}.${element.getAttribute("class") || ""}`;
        looks.set(element, `${lookOf(element.parentElement)} > ${name} ${SEEN.map((property) => style[property]).join()}`);
      }
      return looks.get(element);
    };
    for (const element of document.querySelectorAll("[data-first-of-its-look]")) element.removeAttribute("data-first-of-its-look");
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility({ visibilityProperty: true }) || first.has(lookOf(element))) continue;
      first.add(lookOf(element));
      element.setAttribute("data-first-of-its-look", "");
    }
}"""


def findings(page, options=OPTIONS):
    """Say what axe finds: the rule, its sentence, the first elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate("rules => axe.configure({ rules })", LOOKS_ASKED)
    page.evaluate(MARK_LOOKS)
    found = []
    for violation in page.evaluate("options => axe.run(options).then((all) => all.violations)", options):
        nodes = violation["nodes"]
        where = "; ".join(node["html"].replace("\n", " ")[:160] for node in nodes[:3])
        why = nodes[0]["any"][0]["message"] if nodes[0]["any"] else ""
        found.append(f"[{violation['id']}] {violation['help']} ({len(nodes)}): {where} {why}")
    return found
