"""`contributions` under `extra:` in mkdocs.yml says where changes go; here it is judged before a page or a policy is made of it."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from showcase.mkdocs.errors import HostError
from showcase.views.contributions import KINDS, Contributions

__all__ = ["need_contributions"]

_OF_THIS_MACHINE = "localhost", "127.0.0.1"
"""Hosts that may be asked without encryption: what is sent to them leaves no machine."""
_HOST = re.compile(r"[a-z0-9.-]+(:[0-9]{1,5})?")
_PATH = re.compile(r"(/[\w.~-]+)*/?", re.ASCII)
_PROJECT = re.compile(r"\w[\w.-]*(/\w[\w.-]*)+", re.ASCII)
_BRANCH = re.compile(r"[\w-][\w./-]*", re.ASCII)
_CLIENT = re.compile(r"[\w.-]*", re.ASCII)
_MAIL = re.compile(r"([\w.+-]+@[\w-]+(\.[\w-]+)+)?", re.ASCII)
_ZALO = re.compile(r"(\+?[0-9][0-9 .]{6,14}|https://zalo\.me/[\w./-]+)?", re.ASCII)
_LEVELS = 2
"""Of a project's path, on servers that know no groups: its owner and its name."""


def need_contributions(given: object) -> Contributions:
    """Read the setting; raises HostError where it is none, or has a server of which too little is said."""
    if not given:
        return Contributions()
    if fault := _fault(given):
        message = f"mkdocs.yml, contributions: {fault}."
        raise HostError(message)
    return Contributions(**given) if isinstance(given, Mapping) else Contributions()


def _fault(given: object) -> str:
    """Say what is wrong with the setting, '' where nothing is."""
    if not isinstance(given, Mapping) or not set(given) <= set(Contributions._fields):
        return f"hãy ghi {', '.join(Contributions._fields)}, hoặc để trống cả mục"
    if odd := [name for name, value in given.items() if not isinstance(value, str)]:
        return f'{odd[0]} phải là chữ, hãy đặt trong ngoặc kép, để trống thì ghi ""'
    setting = Contributions(**given)
    if setting.kind not in ("", *KINDS):
        return f"không có loại máy chủ {setting.kind!r}; chỉ có {', '.join(KINDS)} (Gitea thì ghi forgejo)"
    faults = _ways(setting) if not setting.kind else (*_server(setting), *_ways(setting))
    return next((said for is_sound, said in faults if not is_sound()), "")


def _ways(setting: Contributions) -> tuple[tuple[Callable[[], object], str], ...]:
    """List what is asked of the ways that need no account, each with what is said where it fails."""
    left_over = setting.address or setting.project or setting.client_id
    return (
        (lambda: setting.kind or not left_over, f"có địa chỉ máy chủ mà thiếu kind: hãy ghi {', '.join(KINDS)}"),
        (lambda: _MAIL.fullmatch(setting.mail), f"mail {setting.mail[:80]!r} không phải là một địa chỉ thư"),
        (
            lambda: _ZALO.fullmatch(setting.zalo),
            f"zalo {setting.zalo[:80]!r} phải là số điện thoại hoặc địa chỉ https://zalo.me/…",
        ),
    )


def _server(setting: Contributions) -> tuple[tuple[Callable[[], object], str], ...]:
    """List what is asked of a server, each with what is said where it fails."""
    levels = setting.project.count("/") + 1
    return (
        (
            lambda: _is_address(setting.address),
            f"address {setting.address[:80]!r} phải là địa chỉ https của máy chủ, như https://mau.example",
        ),
        (
            lambda: _PROJECT.fullmatch(setting.project) and (setting.kind == "gitlab" or levels == _LEVELS),
            f"project {setting.project[:80]!r} phải là chủ kho và tên kho, như dan-van/kheo",
        ),
        (lambda: _is_branch(setting.branch), f"branch {setting.branch[:80]!r} không phải là tên một nhánh"),
        (lambda: _CLIENT.fullmatch(setting.client_id), "client_id chỉ có chữ không dấu, số, dấu chấm và gạch"),
        (
            lambda: setting.kind != "github" or not setting.client_id,
            "GitHub không cho trang web tự đăng nhập, hãy để client_id trống: người gửi dán mã của mình",
        ),
    )


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number, half a bracket
        return False
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _OF_THIS_MACHINE)
    is_bare = not parts.query and not parts.fragment and port != 0
    return is_safe and is_bare and bool(_HOST.fullmatch(parts.netloc) and _PATH.fullmatch(parts.path))


def _is_branch(name: str) -> bool:
    return bool(_BRANCH.fullmatch(name)) and ".." not in name and not name.endswith(("/", "."))
