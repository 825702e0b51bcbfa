"""Contributions reach the editors through a server that keeps the models, by mail, or by Zalo, as the settings say."""

from typing import NamedTuple
from urllib.parse import urlsplit

KINDS = ("forgejo", "github", "gitlab")
"""The servers whose calls the pages know; Gitea answers as Forgejo does."""
_GITHUB = "https://github.com"


class Contributions(NamedTuple):
    """Where a change goes: the kind of the server, its address, the project there and its branch; all '' where there is none.

    By `client_id` people sign in where the server knows this site. `mail` is an address, `zalo` a telephone number or what Zalo calls one.
    """

    kind: str = ""
    address: str = ""
    project: str = ""
    branch: str = "main"
    client_id: str = ""
    mail: str = ""
    zalo: str = ""

    @property
    def has_any(self) -> bool:
        """Whether a change can be sent anywhere."""
        return bool(self.kind or self.mail or self.zalo)

    @property
    def api(self) -> str:
        """The address below which the server's calls lie, without a slash at its end; '' without a server."""
        if not self.kind:
            return ""
        base = self.address.rstrip("/")
        if self.kind == "github":
            return "https://api.github.com" if base == _GITHUB else f"{base}/api/v3"
        return f"{base}/api/{'v4' if self.kind == 'gitlab' else 'v1'}"

    @property
    def told(self) -> dict[str, str]:
        """What a page's scripts are told of the server."""
        address = self.address.rstrip("/")
        said = {"kind": self.kind, "address": address, "api": self.api, "project": self.project, "branch": self.branch}
        return {**said, "client_id": self.client_id}

    @property
    def servers(self) -> tuple[str, ...]:
        """What a page asks when it sends, as a policy names it: `https://host`."""
        if not self.kind:
            return ()
        parts = urlsplit(self.api)
        return (f"{parts.scheme}://{parts.netloc}",)
