"""Outside addresses are asked for slowly, a host one at a time; what is gone is told with its place, what refuses is not called gone."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from click.testing import CliRunner
from making import written
from project import put
from showcase.cli.commands import main
from showcase.system.asking import Patience, State, ask, ask_all


class Asked(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((time.monotonic(), self.path))
        if self.path == "/silent":
            self.server.quiet.wait(5)
        code = int(self.path[1:]) if self.path[1:].isdigit() else 200
        self.send_response(code)
        if code == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def host():
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        server.asked, server.quiet = [], threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.quiet.set()
        server.shutdown()


def at(host, path):
    return f"http://127.0.0.1:{host.server_port}/{path}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "state"),
    [
        *(("200", State.ANSWERS), ("301", State.ANSWERS), ("bài-viết (1)", State.ANSWERS)),
        *(("404", State.GONE), ("410", State.GONE)),
        *(("403", State.UNSURE), ("429", State.UNSURE), ("500", State.UNSURE), ("silent", State.UNSURE)),
    ],
)
def test_what_an_answer_means(host, path, state):
    assert ask(at(host, path), 0.3).state is state


@pytest.mark.parametrize("address", ["ftp://x.example/", "http://[", "file:///etc/passwd", "http://127.0.0.1:1/"])
def test_what_is_no_address_or_reaches_nobody_is_no_accident(address):
    assert ask(address, 1).state is not State.ANSWERS


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause_and_each_thing_once(host):
    addresses = [at(host, path) for path in ("a", "b", "a", "c")]
    assert set(ask_all(addresses, Patience(1, 0.1, 60))) == set(addresses)
    times, paths = zip(*host.asked, strict=True)
    assert paths == ("/a", "/b", "/c")
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(times))


def test_when_time_is_up_the_rest_is_not_asked(host):
    found = ask_all([at(host, "a"), at(host, "b")], Patience(1, 0, -1))
    assert {one.state for one in found.values()} == {State.UNSURE}
    assert host.asked == []


def test_what_is_gone_is_told_with_its_file_and_line(host, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sources = f"nguon:\n  - ten: Bài\n    co_quan: Báo\n    url: {at(host, '404')}\n"
    story = f"noi_dung:\n  cach_lam: Bà con xem [trang ấy]({at(host, '200')}), rồi {at(host, '403')}.\n"
    put(tmp_path / "models/son-la/lang-nghe/model.yaml", written(sources + story))
    done = CliRunner().invoke(main, ["links", "--pause", "0", "--wait", "2", "--answer", "x.md"])
    assert done.exit_code == 1
    assert done.stdout.startswith("models/son-la/lang-nghe/model.yaml:4: máy chủ trả lời 404")
    assert "3 địa chỉ: 1 không còn, 1 không rõ." in done.stderr
    answer = (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "### Không còn: 1" in answer
    assert "&#58;" in answer, "no address becomes a link"
    assert sorted(path for _, path in host.asked) == ["/200", "/403", "/404"]
