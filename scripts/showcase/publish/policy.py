"""The Content-Security-Policy: what slips through reading and rendering still cannot run; hashes from the built HTML."""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

PLACEHOLDER = "@POLICY@"
"""Where the templates in overrides/ want the policy to stand."""

_INLINE_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_RULES = (
    "default-src 'none'",
    "script-src 'self'{hashes}{compiled}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'{servers}",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-src 'self'",
)
EMBED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The policy of what other sites show in a frame, for its `<meta>`: it runs one small file of ours and no more."""


class Allowance(NamedTuple):
    """What pages may do that others may not: ask these servers, each given as `https://host`, and compile WebAssembly."""

    servers: tuple[str, ...] = ()
    compiles: bool = False


USUAL = Allowance()
"""What nearly all pages may do: nothing besides."""


def script_hashes(pages: Iterable[bytes]) -> tuple[str, ...]:
    """Give the hash of every script that stands within the pages and would run, sorted."""
    return tuple(sorted({_hash(code) for page in pages for code in _running_code(page)}))


def policy(hashes: Iterable[str], allowed: Allowance = USUAL) -> str:
    """Write the policy for a `<meta>`."""
    return "; ".join(_RULES).format(
        hashes="".join(f" '{digest}'" for digest in hashes),
        compiled=" 'wasm-unsafe-eval'" if allowed.compiles else "",
        servers="".join(f" {server}" for server in allowed.servers),
    )


def header_policy(hashes: Iterable[str], framed_by: str, allowed: Allowance = USUAL) -> str:
    """Write the policy for a header: only that can say who may show a page in a frame, in a `<meta>` it is a console error."""
    return f"{policy(hashes, allowed)}; frame-ancestors {framed_by}"


def _running_code(page: bytes) -> Iterable[bytes]:
    for match in _INLINE_SCRIPT.finditer(page):
        attributes = match["attributes"]
        if b"src=" not in attributes and b"json" not in attributes:
            yield match["code"]


def _hash(code: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}"
