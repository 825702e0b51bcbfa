"""`_headers`, which static hosts read, says for every path what a browser is to be told: the policy, and what may be kept.

Hosts differ in what they do where two rules that fit one path set the same header. Cloudflare's and Sevalla's join the two
values with a comma (https://developers.cloudflare.com/pages/configuration/headers/,
https://docs.sevalla.com/static-sites/headers), and `no-cache, max-age=31536000` then means `no-cache`; of Netlify's the later
value stands (`headersForPath` in https://github.com/netlify/cli, `src/utils/headers.ts`). So no path fits two rules that
speak of keeping; a test asks that of every file of a site. What fits none is kept as the host sees fit: all three ask again.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from showcase.publish.policy import header_policy

ASSETS = "assets/"
NAMED_BY_CONTENT = (".css", ".js")
"""How those files of `assets/` end that are named by their content; `anh/` holds nothing else."""
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_NAMED = "anh/", "tim/manh/"
"""Folders in which all is named by its content."""
_OURS = (
    "chu-de",
    "dia-phuong",
    "dieu-hanh",
    "du-lieu",
    "huong-dan",
    "lan-toa",
    "linh-vuc",
    "mo-hinh",
    "phat-thanh",
    "phong-trao",
    "so-lieu",
    "su-kien",
    "tien-trinh",
    "tieu-chi",
    "van-ban",
)
"""The folders in which our own files lie; the host has files in some of them too."""
_AT_THE_ROOT = "/tim/muc-luc.json", "/tin.*", "/cap-nhat.*", "/sitemap*.xml", "/robots.txt"
"""Our own files that lie in none of them: what names the search's pieces, feeds of the whole site, and what search engines read."""


def headers_file(hashes: Iterable[str], host_files: Iterable[str]) -> bytes:
    """Write `_headers`; `hashes` are those of the inline scripts, `host_files` the paths of all that the host made."""
    lines = [
        "/*",
        f"  Content-Security-Policy: {header_policy(hashes)}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
    ]
    for pattern in (*(f"/{folder}*" for folder in _NAMED), *(f"/{ASSETS}*{ending}" for ending in NAMED_BY_CONTENT)):
        lines += [pattern, f"  Cache-Control: {_FOR_EVER}"]
    for pattern in sorted({"/", *_AT_THE_ROOT, *(f"/{folder}/*" for folder in _OURS), *_patterns(host_files)}):
        lines += [pattern, f"  Cache-Control: {_ASK_AGAIN}"]
    return "\n".join(lines).encode() + b"\n"


def _patterns(paths: Iterable[str]) -> Iterator[str]:
    """Yield the patterns of files that are not named by their content: few, for a host may read no more than a hundred."""
    for path in paths:
        ending = PurePosixPath(path).suffix
        if path.startswith(ASSETS):
            if ending not in NAMED_BY_CONTENT:
                yield f"/{ASSETS}*{ending}"
        elif "/" in path:
            yield f"/{path.partition('/')[0]}/*"
        elif path != "index.html":
            yield f"/{path}"
