"""Times the preview as an editor feels it: from its start to pages, and from a save to the new words on the open page."""

import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from bench.contestants import Contestant, add_sentence, one_of, ours, sentence
from bench.meter import RunFailedError, processor_time

SHOWN = "saved to shown"
SAVES = 7
"""Counted; one before them is not, which may still meet what a start leaves to be done."""
_HOST = "127.0.0.1"
_LISTEN = "/_xem-truoc/nghe"
_DIGESTS = re.compile(r'data-page="([^"]*)" data-bar="([^"]*)"')
_READING = "Đang đọc các mô hình"
"""Said by the bar of each page until every model was read."""
_PATIENCE = 300.0
_PAUSE, _IDLE, _LITTLE = 0.01, 0.5, 0.02
"""Seconds: between two knocks at a door that is still shut; of a pause, and of the work in it that is as good as none."""


class Tab:
    """A page that is open in a browser: it hears of news, and loads again, as `templates/parts/preview.js` has it do."""

    def __init__(self, port: int, address: str) -> None:
        """Open an address of the preview, `/mo-hinh/ID/`; raises OSError where nobody answers."""
        self._port, self._address = port, address
        self._stream: HTTPResponse | None = None
        self.load()

    def load(self) -> None:
        """Load the page."""
        self.close()
        with closing(HTTPConnection(_HOST, self._port, timeout=_PATIENCE)) as connection:
            connection.request("GET", self._address)
            self.text = self.bar = connection.getresponse().read().decode()
        found = _DIGESTS.search(self.text)
        if not found:
            message = f"{self._address}: nothing on the page listens for news"
            raise LookupError(message)
        self._digests = found[1], found[2]

    def listen(self) -> None:
        """Begin to listen for news, as a page does when it is shown."""
        if self._stream is None:
            page, bar = self._digests
            query = urlencode({"trang": self._address, "dau": page, "thanh": bar})
            connection = HTTPConnection(_HOST, self._port, timeout=_PATIENCE)
            connection.request("GET", f"{_LISTEN}?{query}")
            self._stream = connection.getresponse()  # which has the connection from now on: it ends with the stream

    def wait_until(self, is_so: Callable[["Tab"], bool]) -> None:
        """Take news until something is so; raises TimeoutError, and OSError when the preview has ended."""
        end = time.monotonic() + _PATIENCE
        while not is_so(self):
            if time.monotonic() > end:
                message = f"{self._address}: no such news in {_PATIENCE:.0f} s"
                raise TimeoutError(message)
            self.listen()
            self._hear()

    def close(self) -> None:
        """Stop listening."""
        if self._stream:
            self._stream.close()
        self._stream = None

    def _hear(self) -> None:
        """Take one piece of news, or the word that there is none."""
        news = dict(self._lines())
        if news.get("event") == "trang":
            self.load()
        elif news.get("event") == "thanh":
            self.bar = json.loads(news["data"])["html"]

    def _lines(self) -> Iterator[tuple[str, str]]:
        while self._stream and (line := self._stream.readline()) != b"\n":
            if not line:
                message = f"{self._address}: the preview has ended"
                raise ConnectionError(message)
            name, _, value = line.decode().rstrip("\n").partition(": ")
            yield name, value


@dataclass(frozen=True, slots=True)
class _Preview:
    """A preview that runs, and the file with what it says."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def first_page(self) -> Tab:
        """Open the front page as soon as somebody answers; raises RunFailedError where nobody ever will."""
        while self.process.poll() is None:
            try:
                return Tab(self.port, "/")
            except ConnectionRefusedError:
                time.sleep(_PAUSE)
        raise RunFailedError(self.log.read_text(encoding="utf-8", errors="replace"))

    def wait_for_idleness(self) -> None:
        """Wait until it has checked what a change means for others: an editor needs longer to the next save."""
        before, now = -1.0, processor_time(self.process.pid)
        while now - before > _LITTLE:
            time.sleep(_IDLE)
            before, now = now, processor_time(self.process.pid)


def preview_times(folder: Path, count: int, tell: Callable[[str], None]) -> dict[str, float]:
    """Give seconds by what they are called in the table, of a new catalogue in a new folder; the start is made twice.

    At the first nothing is known of the models or of the pages of docs/, at the second everything.
    """
    folder.mkdir(parents=True)
    contestant, times = ours(folder, count), {}
    for state in ("cold", "warm"):
        began = time.perf_counter()
        with _started(contestant) as preview:
            tab = preview.first_page()
            times[f"start to first page, {state}"] = time.perf_counter() - began
            tab.wait_until(lambda tab: _READING not in tab.bar)
            times[f"start to all models, {state}"] = time.perf_counter() - began
            tab.close()
            preview.wait_for_idleness()
            if state == "warm":
                shown = list(_saves(preview, folder / "models"))
                times |= {SHOWN: median(shown), f"{SHOWN}, longest": max(shown)}
    for what, seconds in times.items():
        tell(f"{count}: preview, {what}: {seconds:.2f} s")
    return times


def _saves(preview: _Preview, models: Path) -> Iterator[float]:
    """Yield what each save took, each of another model."""
    paths = sorted(models.glob("[!_]*/*/model.yaml"))
    for number in range(SAVES + 1):
        seconds = _save(preview.port, one_of(paths, number), number)
        if number:
            yield seconds
        preview.wait_for_idleness()


def _save(port: int, path: Path, number: int) -> float:
    """Add a sentence to a model whose page is open; give the seconds until the page shows it."""
    words = sentence(number)
    tab = Tab(port, f"/mo-hinh/{path.parent.name}/")
    tab.listen()
    saved = time.perf_counter()
    add_sentence(path, number)
    tab.wait_until(lambda tab: words in tab.text)
    tab.close()
    return time.perf_counter() - saved


@contextmanager
def _started(contestant: Contestant) -> Iterator[_Preview]:
    """Start the preview of a contestant in a group of its own, and end all of the group."""
    port, log = _free_port(), contestant.folder / ".bench-output"
    command = (contestant.command[0], "preview", "--port", str(port))
    environment = os.environ | contestant.environment
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=contestant.folder, env=environment, stdout=said, stderr=said, start_new_session=True
        )
        try:
            yield _Preview(process, port, log)
        finally:
            with suppress(ProcessLookupError):  # it ended before
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((_HOST, 0))
        port: int = found.getsockname()[1]
        return port
