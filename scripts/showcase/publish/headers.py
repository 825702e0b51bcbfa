"""`_headers`, which static hosts read, says for every path what a browser is to be told: the policy, and what may be kept.

Hosts differ in what they do where two rules that fit one path set the same header. Cloudflare's and Sevalla's join the two
values with a comma (https://developers.cloudflare.com/pages/configuration/headers/,
https://docs.sevalla.com/static-sites/headers), and `no-cache, max-age=31536000` then means `no-cache`; of Netlify's the later
value stands (`headersForPath` in https://github.com/netlify/cli, `src/utils/headers.ts`). So no path fits two rules that
set one header; a test reads the file as each of them does and asks that of every file of a site. What fits none is kept as the host
sees fit: all three ask again.

Who may show a page in a frame is a part of its policy (`frame-ancestors`), and two policies that are joined both hold, so that the
stricter one counts. Cloudflare could take a header away again (`! Content-Security-Policy`); to Netlify and Sevalla that line means
nothing. So the policy does not stand under `/*`, but beside what is said of keeping: what lies in `nhung/` may be shown by everybody,
all else by us alone. An address that fits no rule of these is no file of ours: what a host answers there is `404.html`,
whose policy stands within it too. There is no `X-Frame-Options`, which knows no middle between us and everybody.

Data, feeds and what others show of us may be read by scripts of other sites too. Of a pattern Cloudflare takes one `*`, for any number of
levels; Sevalla's and Netlify's do as well.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from showcase.publish.allowances import Allowances, allowance_at
from showcase.publish.policy import header_policy
from showcase.views.page import SITE_PICTURE

ASSETS = "assets/"
NAMED_BY_CONTENT = (".css", ".js")
"""How those files of `assets/` end that are named by their content; `anh/` holds nothing else."""
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
_NAMED = "anh/", "kiem-tra/", "tim/manh/"
"""Folders in which all is named by its content."""
_OURS = (
    "bao-cho-sai",
    "chu-de",
    "dia-phuong",
    "dieu-hanh",
    "du-lieu",
    "gui-bai",
    "huong-dan",
    "lam-theo-roi",
    "lan-toa",
    "linh-vuc",
    "mo-hinh",
    "nhung",
    "phat-thanh",
    "phong-trao",
    "so-lieu",
    "su-kien",
    "tien-trinh",
    "tieu-chi",
    "van-ban",
)
"""The folders in which our own files lie; the host has files in some of them too."""
_AT_THE_ROOT = f"/{SITE_PICTURE}", "/tim/muc-luc.json", "/tin.*", "/cap-nhat.*", "/sitemap*.xml", "/robots.txt"
"""Our own files that lie in none of them: the picture of the site, what names the search's pieces, feeds of the whole site, and what search engines read."""
_FRAMED = "/nhung/*"
"""What other sites may show in a frame."""
_READ_BY_ALL = (
    "/nhung/*",
    "/du-lieu/*",
    "/mo-hinh/*/du-lieu.json",
    *(f"/{name}.{ending}" for name in ("tin", "cap-nhat") for ending in ("atom", "json")),
    *(f"/{folder}/*/tin.{ending}" for folder in ("linh-vuc", "chu-de", "dia-phuong") for ending in ("atom", "json")),
    "/su-kien/*.ics",
)
"""What scripts of other sites may read: what is shown there, open data, feeds, the calendar."""


def headers_file(hashes: Iterable[str], host_files: Iterable[str], allowed: Allowances) -> bytes:
    """Write `_headers`; `hashes` are those of the inline scripts, `host_files` the paths of all that the host made.

    `allowed` says which folders of the site may do more than others.
    """
    of_ours = header_policy(hashes, "'self'")
    lines = ["/*", "  X-Content-Type-Options: nosniff", "  Referrer-Policy: strict-origin-when-cross-origin"]
    for pattern in (*(f"/{folder}*" for folder in _NAMED), *(f"/{ASSETS}*{ending}" for ending in NAMED_BY_CONTENT)):
        lines += [pattern, f"  Cache-Control: {_FOR_EVER}", f"  Content-Security-Policy: {of_ours}"]
    for pattern in sorted({"/", *_AT_THE_ROOT, *(f"/{folder}/*" for folder in _OURS), *_patterns(host_files)}):
        framed_by = "*" if pattern == _FRAMED else "'self'"
        policy = header_policy(hashes, framed_by, allowance_at(pattern[1:], allowed))
        lines += [pattern, f"  Cache-Control: {_ASK_AGAIN}", f"  Content-Security-Policy: {policy}"]
    for pattern in _READ_BY_ALL:
        lines += [pattern, "  Access-Control-Allow-Origin: *"]
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
