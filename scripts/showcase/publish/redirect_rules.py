"""`_redirects`, which static hosts read, leads on from former addresses before a page has to; it is a help and no more.

Netlify (https://docs.netlify.com/routing/redirects) takes it for paths at which no file lies, Cloudflare
(https://developers.cloudflare.com/pages/configuration/redirects) for all, 2,000 rules without a wildcard at most, and GitLab
(https://docs.gitlab.com/user/project/pages/redirects) reads none of a file of more than 1,000 rules or 64 KiB. So it stays below
the least of these. Rules that are cut lose little: pages lead on by themselves, and files that can say so stand there too.
What has nothing else comes first, then the own pages of models and events. All of them are in `duong-dan.json`.
"""

from collections.abc import Iterable
from itertools import accumulate, takewhile

from showcase.publish.moved import Way

RULES = "_redirects"
MOST, MOST_BYTES = 1000, 64 * 1024


def rules_file(ways: Iterable[Way]) -> bytes:
    """Write the rules of these ways, the most needed first, as many as every host takes."""
    lines = [f"/{way.address} /{way.leads_to} 301\n".encode() for way in sorted(ways, key=_turn)]
    sums = takewhile(lambda size: size <= MOST_BYTES, accumulate(map(len, lines[:MOST])))
    return b"".join(lines[: sum(1 for _ in sums)])


def _turn(way: Way) -> tuple[bool, int, str]:
    return way.output is not None, way.address.count("/"), way.address
