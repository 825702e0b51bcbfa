"""A link's target is one of the few that a story may have, or it is refused with a reason; nothing is ever fetched.

A story may lead to the web (`https://…`, `http://…`), to an office's mail (`mailto:…`) and to another model of the
catalogue (`../ID/`, `/mo-hinh/ID/`). What a browser would read in another way than a person does is refused: other
schemes, `//host`, backslashes, hidden characters, a user's name before the host, a host in foreign letters or figures.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import quote

from showcase.reading.characters import forbidden
from showcase.reading.form import ID
from showcase.words.text import nfc

__all__ = ["Destination", "LinkKind", "Refusal", "link_target"]


class LinkKind(Enum):
    """Where a link leads."""

    WEB = auto()
    MAIL = auto()
    MODEL = auto()
    REFUSED = auto()


class Refusal(Enum):
    """Why a target is refused; the rules put it into words."""

    EMPTY = auto()
    TOO_LONG = auto()
    CHARACTER = auto()
    """A control or unseen character, or a backslash, which browsers read as a slash."""
    SCHEME = auto()
    """`javascript:`, `data:`, `tel:`, … or `https:` without its two slashes."""
    NO_SCHEME = auto()
    """`//host` or `www.host.vn/…`: the way out is to write `https://` before it."""
    USER = auto()
    """`https://known.vn@other.example/`: the host is not the one that is read first."""
    HOST = auto()
    """No host, a number, a single word, a bad port, or letters that are not Vietnamese."""
    MAIL = auto()
    """No plain address after `mailto:`, or an address without `mailto:`."""
    PATH = auto()
    """Neither a web address nor a model: `#part`, `file.pdf`, `../../x`."""


@dataclass(frozen=True, slots=True)
class Destination:
    """What a target means; only the parts of its kind are filled."""

    kind: LinkKind
    address: str = ""
    """WEB, MAIL: what stands in `href`; ASCII, percent-encoded, the host in lower case and punycode."""
    host: str = ""
    """WEB: the host as a person reads it, in lower case: `dânvận.vn`, also where it was typed as `xn--…`."""
    model: str = ""
    """MODEL: the id; whether there is such a model only the catalogue knows."""
    refusal: Refusal | None = None


_LONGEST = 2000
# Other letters could stand for these unseen (Cyrillic "а"), so a host in them tells the reader nothing.
_LETTER = "a-z0-9àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_LABEL = re.compile(f"[{_LETTER}_](?:[{_LETTER}_-]{{0,61}}[{_LETTER}_])?")
# The last label of a host with letters: browsers read "1.2.3.4", "0x7f.1" and "2130706433" as numbers.
_TOP = re.compile("[a-z]{2,63}|xn--[a-z0-9-]{2,59}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"(https?)://([^/?#]*)(.*)", re.IGNORECASE)
_PORT = re.compile(r"(?s:(.*)):([1-9][0-9]{0,4})")
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
_MODEL = re.compile(r"(?:\.\./|/mo-hinh/|\.\./\.\./mo-hinh/)([a-z0-9-]{3,80})/?")
_BARE_HOST = re.compile(r"//|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]|$)", re.IGNORECASE)
_AS_TYPED = "/?:@!$&()*+,;=~%"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def link_target(typed: str) -> Destination:
    """Tell what a target means, as CommonMark gives it: entities and escapes are decoded, nothing is encoded yet."""
    target = nfc(typed).strip(" ")
    if not target:
        return _refused(Refusal.EMPTY)
    if len(target) > _LONGEST:
        return _refused(Refusal.TOO_LONG)
    if "\\" in target or "\n" in target or "\t" in target or "\r" in target or any(forbidden(target)):
        return _refused(Refusal.CHARACTER)
    return _read(target)


def _read(target: str) -> Destination:
    scheme = _SCHEME.match(target)
    if scheme is None:
        return _own(target)
    match scheme[1].lower():
        case "http" | "https":
            return _web(target)
        case "mailto":
            return _mail(target[scheme.end() :])
    return _refused(Refusal.SCHEME)


def _own(target: str) -> Destination:
    model = _MODEL.fullmatch(target)
    if model and ID.read(model[1]):
        return Destination(LinkKind.MODEL, model=model[1])
    if _MAIL.fullmatch(target):
        return _refused(Refusal.MAIL)
    return _refused(Refusal.NO_SCHEME if _BARE_HOST.match(target) else Refusal.PATH)


def _mail(address: str) -> Destination:
    # "?bcc=…&body=…" would write a letter in the reader's name.
    if not _MAIL.fullmatch(address):
        return _refused(Refusal.MAIL)
    return Destination(LinkKind.MAIL, address=f"mailto:{address}")


def _web(target: str) -> Destination:
    parts = _WEB.fullmatch(target)
    if parts is None:
        return _refused(Refusal.SCHEME)
    scheme, authority, rest = parts.groups()
    if "@" in authority:
        return _refused(Refusal.USER)
    host, port = _split_port(authority)
    labels, read = zip(*map(_both_forms, host.lower().split(".")), strict=True)
    ascii_host = ".".join(labels)
    if len(labels) < 2 or not all(labels) or not _TOP.fullmatch(labels[-1]) or len(ascii_host) > 253 or port > 65535:
        return _refused(Refusal.HOST)
    address = f"{scheme.lower()}://{ascii_host}{f':{port}' if port else ''}{_encoded(rest)}"
    return Destination(LinkKind.WEB, address=address, host=".".join(read))


def _split_port(authority: str) -> tuple[str, int]:
    found = _PORT.fullmatch(authority)
    return (found[1], int(found[2])) if found else (authority, 0)


def _both_forms(label: str) -> tuple[str, str]:
    """Give a host's label in ASCII and as it is read; two empty texts where it is no label in Vietnamese letters."""
    try:
        read = label.encode("ascii").decode("idna") if label.startswith("xn--") else label
        in_ascii = read if read.isascii() else read.encode("idna").decode("ascii")
    except UnicodeError:
        return "", ""
    if not _LABEL.fullmatch(read) or len(in_ascii) > 63:
        return "", ""
    return in_ascii, read


def _encoded(rest: str) -> str:
    before, mark, fragment = _STRAY_PERCENT.sub("%25", rest).partition("#")
    return quote(before, safe=_AS_TYPED) + mark + quote(fragment, safe=_AS_TYPED)


def _refused(why: Refusal) -> Destination:
    return Destination(LinkKind.REFUSED, refusal=why)
