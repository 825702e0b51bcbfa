"""How a reader passes a page on: the words that go with its address, and plain links to those who take both; no script of theirs."""

import json
from base64 import b64encode
from typing import NamedTuple
from urllib.parse import quote

_ZALO = "https://button-share.zalo.me/share_external?layout=1&color=blue&customize=false&shareType=0&d="
_FACEBOOK = "https://www.facebook.com/sharer/sharer.php?u="


class Sharing(NamedTuple):
    """The words, with the title and the place; the links, '' while the site has no address that others could open."""

    text: str
    zalo: str = ""
    facebook: str = ""


def sharing(title: str, place: str, web: str) -> Sharing:
    """Say how a page is passed on; `web` is its absolute address or ''."""
    text = f"{title.rstrip('.')} ({place})"
    if not web:
        return Sharing(text)
    told = b64encode(json.dumps({"url": web}).encode()).decode()
    return Sharing(text, f"{_ZALO}{quote(told, safe='')}", f"{_FACEBOOK}{quote(web, safe='')}")
