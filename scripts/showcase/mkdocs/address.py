"""Addresses that an operator sets (SITE_URL, EDIT_BASE) are put before paths: they must bear that, or are refused in a sentence."""

from urllib.parse import urlsplit

from showcase.mkdocs.errors import HostError

_TO_BE = "cần là địa chỉ đầy đủ như https://mau.example/"


def need_site_url(url: str) -> None:
    """Raise HostError where the address of the site can have no path behind it."""
    _need_web_address("SITE_URL", url)
    if "?" in url or "#" in url:
        message = f"SITE_URL '{url}' có dấu ? hoặc #: {_TO_BE}, không có gì ở sau đường dẫn."
        raise HostError(message)


def need_first_url(url: str) -> str:
    """Give the address that the site had first; raises HostError where it is none."""
    _need_web_address("first_url", url)
    return url


def need_edit_base(base: str) -> str:
    """Give where editors change a file, ready to be followed by its path; raises HostError where it is no address."""
    _need_web_address("EDIT_BASE", base)
    return base if not base or base.endswith("/") or "?" in base or "#" in base else f"{base}/"


def _need_web_address(name: str, url: str) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half a bracket
        is_sound = False
    if not is_sound or any(sign.isspace() or not sign.isprintable() for sign in url):
        message = f"{name} '{url[:80]}' không dùng được: {_TO_BE}, bắt đầu bằng https:// và không có dấu cách."
        raise HostError(message)
