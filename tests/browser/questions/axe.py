"""axe finds nothing on a page: WCAG 2.2 A and AA and its best practices, and in few colours what those are about."""

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A frame of another page, in which no script runs, cannot be asked; it is asked as a page of its own.
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "iframes": False}
WITHOUT_COLOURS = {**OPTIONS, "rules": {"color-contrast": {"enabled": False}}}
# Whoever has few colours sees them on every link, button and box.
PLAIN = {**OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def findings(page, options=OPTIONS):
    """Say what axe finds: the rule, its sentence, the first elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = []
    for violation in page.evaluate("options => axe.run(options).then((all) => all.violations)", options):
        nodes = violation["nodes"]
        where = "; ".join(node["html"].replace("\n", " ")[:160] for node in nodes[:3])
        why = nodes[0]["any"][0]["message"] if nodes[0]["any"] else ""
        found.append(f"[{violation['id']}] {violation['help']} ({len(nodes)}): {where} {why}")
    return found
