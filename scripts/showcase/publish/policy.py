"""The Content-Security-Policy: what slips through reading and rendering still cannot run; hashes from the built HTML."""

import base64
import hashlib
import re
from collections.abc import Iterable

PLACEHOLDER = "@POLICY@"
"""Where the templates in overrides/ want the policy to stand."""

_INLINE_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_RULES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
)
# Only a header can forbid being framed; a <meta> that says so is a console error.
_HEADER_RULES = ("frame-ancestors 'self'",)


def script_hashes(pages: Iterable[bytes]) -> tuple[str, ...]:
    """Give the hash of every script that stands within the pages and would run, sorted."""
    return tuple(sorted({_hash(code) for page in pages for code in _running_code(page)}))


def policy(hashes: Iterable[str]) -> str:
    """Write the policy for a `<meta>`."""
    listed = "".join(f" '{digest}'" for digest in hashes)
    return "; ".join(_RULES).format(hashes=listed)


def header_policy(hashes: Iterable[str]) -> str:
    """Write the policy for a header."""
    return "; ".join((policy(hashes), *_HEADER_RULES))


def _running_code(page: bytes) -> Iterable[bytes]:
    for match in _INLINE_SCRIPT.finditer(page):
        attributes = match["attributes"]
        if b"src=" not in attributes and b"json" not in attributes:
            yield match["code"]


def _hash(code: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}"
