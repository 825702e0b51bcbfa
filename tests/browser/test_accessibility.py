"""axe finds nothing on any kind of page: WCAG 2.2 A and AA and its best practices, on a phone by day and on a desk by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.judging import judge
from browser.kinds import every_page
from browser.watching import seen

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@every_page
def test_axe_finds_nothing(reader, site, address, width, scheme):
    with reader.opened(site, address, width, scheme) as (page, complaints):
        complaints.extend(findings(page))
    judge(complaints, seen(site, address, width, scheme))


def findings(page):
    """Say what axe finds: the rule, its sentence, the first elements."""
    found = []
    for violation in Axe().run(page, options=OPTIONS).response["violations"]:
        nodes = violation["nodes"]
        where = "; ".join(node["html"].replace("\n", " ")[:160] for node in nodes[:3])
        why = nodes[0]["any"][0]["message"] if nodes[0]["any"] else ""
        found.append(f"[{violation['id']}] {violation['help']} ({len(nodes)}): {where} {why}")
    return found
