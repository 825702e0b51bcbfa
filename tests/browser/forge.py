"""A server that keeps projects in memory and answers as Forgejo, GitHub or GitLab do by their documents; it asserts nothing.

Only what a change from a page needs is there. The network can be cut at any call, before the server heard it or after it did what was
asked; a token can expire, a copy can take a moment. It speaks HTTP/1.0, so that no browser asks again on a connection that it had.
"""

import base64
import hashlib
import json
import re
import secrets
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import RLock, Thread
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

OWNER, NAME, BRANCH, SENDER = "dan-van", "kheo", "main", "can-bo"
PROJECT = f"{OWNER}/{NAME}"
TOKEN = "ma-cua-can-bo-0123456789"
CLIENT = "trang-dan-van-kheo"
API = {"forgejo": "/api/v1", "github": "/api/v3", "gitlab": "/api/v4"}
AUTHORIZE = {"forgejo": "/login/oauth/authorize", "gitlab": "/oauth/authorize"}
EXCHANGE = {"forgejo": "/login/oauth/access_token", "gitlab": "/oauth/token"}


@dataclass
class Project:
    """A project: the files of each branch, how many commits each has, whose copy it is, from when on it is there."""

    path: str
    number: int
    branches: dict[str, dict[str, bytes]]
    parent: str = ""
    ready: float = 0
    commits: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)

    @property
    def owner(self) -> str:
        """Who has it."""
        return self.path.partition("/")[0]

    @property
    def is_there(self) -> bool:
        """Whether it is copied whole."""
        return time.monotonic() >= self.ready


class Answer(Exception):  # noqa: N818 - an answer is no error of ours
    """What a call is answered, from wherever that is known."""

    def __init__(self, status, data=None):
        super().__init__(status)
        self.status, self.data = status, data


def sha_of(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


class Forge:
    """The server: what lies there, what it was asked, and what is wrong with it."""

    def __init__(self, kind: str, calls) -> None:
        self.kind, self.calls, self.lock, self.url = kind, calls, RLock(), ""
        self.reset()

    def reset(self) -> None:
        """Begin anew: one project with one model, nobody's copy, all well."""
        files = {
            "README.md": b"# Kho",
            "models/son-la/cu/model.yaml": b"tieu_de: cu\n",
            "models/son-la/cu/anh-1.jpg": b"anh",
        }
        self.projects = {PROJECT: Project(PROJECT, 7, {BRANCH: files})}
        self.pulls, self.issues, self.objects, self.codes = [], [], {}, {}
        self.tokens = {TOKEN: SENDER}
        self.asked: list[tuple[str, str]] = []
        self.writers, self.origins = {OWNER}, None
        self.copying, self.cut_at, self.cut_after, self.is_down = 0.0, 0, False, False
        self.troubles: dict[tuple[str, str], tuple[int, dict[str, str]]] = {}
        self.largest, self.syncs, self.may_open = 10**9, True, True

    def cut(self, number: int, *, after: bool) -> None:
        """Have the network break at a call, before it arrives or after it was done, and stay away."""
        self.asked.clear()
        self.cut_at, self.cut_after = number, after

    def mend(self) -> None:
        """Have the network again."""
        self.cut_at, self.is_down = 0, False

    # --- What all three do -------------------------------------------------------------------------------------------

    def answer(self, method: str, target: str, headers, body: bytes):
        """Give the status and the data of a call; None where the network is cut."""
        with self.lock:
            parts = urlsplit(target)
            is_probe = parts.path == API[self.kind]
            if not is_probe and not self.is_down:
                self.asked.append((method, target))
            is_cut = self.is_down or (self.cut_at and len(self.asked) == self.cut_at)
            self.is_down = bool(is_cut)
            if is_cut and not (self.cut_after and len(self.asked) == self.cut_at and not is_probe):
                return None
            try:
                told = self._done(method, parts, headers, body)
            except Answer as answer:
                told = answer.status, answer.data
            return None if is_cut else told

    def _done(self, method, parts, headers, body):
        if parts.path == EXCHANGE.get(self.kind):
            return self._exchanged(dict(parse_qsl(body.decode())))
        path = parts.path.removeprefix(API[self.kind])
        for (verb, pattern), trouble in self.troubles.items():
            if verb == method and re.fullmatch(pattern, path):
                return trouble
        if len(body) > self.largest:
            return 413, {"message": "Request Entity Too Large"}
        token = headers.get("Authorization", "").partition(" ")[2]
        login = self.tokens.get(token)
        if login is None:
            return 401, {"message": "401 Unauthorized" if self.kind == "gitlab" else "token is invalid or expired"}
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        for verb, pattern, call in self.calls:
            if verb == method and (found := re.fullmatch(pattern, path)):
                given = [unquote(part) for part in found.groups()]
                return call(self, login, query, json.loads(body or b"{}"), *given)
        return 404, {"message": f"no such call: {method} {path}"}

    def project(self, path: str) -> Project:
        """Give a project, by its number too; raises the answer that there is none."""
        found = self.projects.get(path) or next(
            (one for one in self.projects.values() if str(one.number) == path), None
        )
        if found is None:
            raise Answer(404, {"message": "Not Found"})
        return found

    def branch(self, path: str, name: str) -> dict[str, bytes]:
        """Give the files of a branch; raises the answer that there is none."""
        project = self.project(path)
        if not project.is_there or name not in project.branches:
            raise Answer(404, {"message": "branch does not exist"})
        return project.branches[name]

    def may_write(self, login: str, project: Project) -> bool:
        """Whether somebody may push."""
        return login == project.owner or (project.path == PROJECT and login in self.writers)

    def copy(self, login: str, of: str, name: str) -> Project | None:
        """Copy a project to somebody; None where they have one of that name."""
        if f"{login}/{name}" in self.projects:
            return None
        whole = {branch: dict(files) for branch, files in self.project(of).branches.items()}
        made = Project(f"{login}/{name}", 100 + len(self.projects), whole, of, time.monotonic() + self.copying)
        self.projects[made.path] = made
        return made

    def put(
        self, project: Project, branch: str, start: dict[str, bytes], message: str, files: dict[str, bytes]
    ) -> None:
        """Make a branch with one commit."""
        project.branches[branch] = {**start, **files}
        project.commits.append((branch, message, tuple(sorted(files))))

    def open(self, head: Project, branch: str, title: str, body: str) -> dict:
        """Open a pull request."""
        number = len(self.pulls) + 1
        pull = {
            "number": number,
            "head": head.path,
            "branch": branch,
            "title": title,
            "body": body,
            "state": "open",
            "merged": False,
        }
        self.pulls.append(pull)
        return pull

    def pulls_from(self, head: str, branch: str) -> list[dict]:
        """List the pull requests of a branch, the newest first."""
        return [pull for pull in reversed(self.pulls) if (pull["head"], pull["branch"]) == (head, branch)]

    # --- Signing in --------------------------------------------------------------------------------------------------

    def authorize(self, query: dict[str, str]) -> str:
        """Give where the browser is led back to once its owner has said yes."""
        code = secrets.token_urlsafe()
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def _exchanged(self, given):
        asked = self.codes.pop(given.get("code"), None)
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_right = (
            asked is not None
            and (asked["code_challenge_method"], asked["code_challenge"]) == ("S256", challenge)
            and asked["redirect_uri"] == given["redirect_uri"]
            and asked["client_id"] == given["client_id"] == CLIENT
            and given["grant_type"] == "authorization_code"
            and "client_secret" not in given
        )
        if not is_right:
            return 400, {"error": "invalid_grant", "error_description": "PKCE verification failed"}
        token = secrets.token_urlsafe()
        self.tokens[token] = SENDER
        return 200, {"access_token": token, "token_type": "bearer", "expires_in": 3600}


@contextmanager
def forge(kind: str, calls):
    """Serve one on this machine alone, which knows these calls."""
    made = Forge(kind, calls)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.forge = made
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    forge: Forge


class _Handler(BaseHTTPRequestHandler):
    def do_OPTIONS(self):
        if self.server.forge.is_down:
            return
        self.send_response(204)
        self._allow()
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
        self.end_headers()

    def do_GET(self):
        parts = urlsplit(self.path)
        if parts.path == AUTHORIZE.get(self.server.forge.kind):
            self.send_response(302)
            self.send_header("Location", self.server.forge.authorize(dict(parse_qsl(parts.query))))
            self.end_headers()
            return
        self._answer(b"")

    def do_POST(self):
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _answer(self, body):
        found = self.server.forge.answer(self.command, self.path, self.headers, body)
        if found is None:
            self.close_connection = True
            return
        status, data = found
        self.send_response(status)
        self._allow()
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        if data is not None and status != 204:
            self.wfile.write(json.dumps(data).encode())

    def _allow(self):
        origin = self.headers.get("Origin", "")
        if self.server.forge.origins is None or origin in self.server.forge.origins:
            self.send_header("Access-Control-Allow-Origin", origin or "*")

    def log_message(self, *_args):
        """Say nothing."""
