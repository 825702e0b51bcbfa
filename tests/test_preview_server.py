"""The preview's server, over real sockets: whoever is slow, silent or many takes nothing from the browser that asks."""

import socket
import threading
import time
from contextlib import ExitStack, closing
from threading import Thread
from types import SimpleNamespace

import pytest
from showcase.preview import server as servers
from showcase.preview.response import Response
from showcase.preview.server import PreviewServer

PATIENCE = 60
PAGE = b"<!doctype html>" + b"x" * 100_000
ASK = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LISTEN = b"GET /_xem-truoc/nghe?trang=/&dau=page&thanh=bar HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Session:
    """A session in which nothing changes."""

    snapshot = SimpleNamespace(number=1, is_judging=False)

    def wait(self, _number, seconds):
        time.sleep(seconds)
        return self.snapshot


class Responder:
    def response(self, _snapshot, _where):
        return Response(200, "text/html; charset=utf-8", PAGE, "page", "", "bar")


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(servers, "IDLE", 1.0)
    monkeypatch.setattr(servers, "SENDING", 1.0)
    monkeypatch.setattr(servers, "_HEARTBEAT", 0.2)
    with PreviewServer(0, Session(), Responder()) as one:
        thread = Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield one
        one.shutdown()
        thread.join(PATIENCE)


@pytest.fixture
def stack():
    """Closes in the end what was opened."""
    with ExitStack() as one:
        yield one


def opened(server, stack, data=b""):
    connection = stack.enter_context(closing(socket.create_connection(server.server_address, PATIENCE)))
    connection.sendall(data)
    return connection


def answer(connection):
    """Read an answer to its end, or what came until the other side hung up."""
    data = b""
    while b"\r\n\r\n" not in data or len(data) < data.index(b"\r\n\r\n") + len(PAGE):
        part = connection.recv(65536)
        if not part:
            break
        data += part
    return data


def ended(connection):
    """Wait until the other side hangs up, whatever it says before."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        pass
    return True


def keep_sending(connection, data, pause):
    """Send the same again and again."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        connection.sendall(data)
        time.sleep(pause)


def threads():
    return sum(
        thread.name.startswith("Thread-") and "process_request" in thread.name for thread in threading.enumerate()
    )


def test_a_browser_asks_again_and_again_over_one_connection(server, stack):
    connection = opened(server, stack)
    for _ in range(5):
        connection.sendall(ASK)
        assert answer(connection).startswith(b"HTTP/1.1 200")


@pytest.mark.slow
@pytest.mark.parametrize("begun", [b"", b"G", ASK[:-2], ASK])
def test_who_asks_nothing_whole_is_hung_up_on(server, stack, begun):
    connection = opened(server, stack, begun)
    began = time.monotonic()
    assert ended(connection)
    assert time.monotonic() - began < PATIENCE / 2


@pytest.mark.slow
def test_who_sends_a_letter_now_and_then_gains_no_time(server, stack):
    connection = opened(server, stack, b"GET / HTTP/1.1\r\n")
    began = time.monotonic()
    with pytest.raises(ConnectionError):
        keep_sending(connection, b"X", 0.1)
    assert time.monotonic() - began >= 0.9


@pytest.mark.slow
def test_who_takes_no_answer_is_hung_up_on(server, stack):
    connection = opened(server, stack)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(0)
    with pytest.raises(OSError):  # noqa: PT011 - the pipe is broken, or full on both sides
        keep_sending(connection, ASK, 0.002)
    until = time.monotonic() + PATIENCE
    while threads() and time.monotonic() < until:
        time.sleep(0.05)
    assert threads() == 0


@pytest.mark.slow
@pytest.mark.parametrize("begun", [b"", b"GET / HT"])
def test_of_many_silent_ones_few_are_kept_and_soon_who_asks_is_answered(server, stack, begun):
    for _ in range(300):
        opened(server, stack, begun)
        assert threads() <= servers.MOST
    until = time.monotonic() + PATIENCE
    while not answer(opened(server, stack, ASK)).startswith(b"HTTP/1.1 200"):
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.slow
def test_open_pages_that_listen_are_not_hung_up_on_and_one_too_many_is_told(server, stack):
    pages = [opened(server, stack, LISTEN) for _ in range(servers.MOST)]
    for page in pages:
        assert page.recv(1000).startswith(b"HTTP/1.1 200")
    assert answer(opened(server, stack, ASK)).startswith(b"HTTP/1.1 503")
    time.sleep(1.5)  # longer than silence is borne
    for page in pages:
        assert b":\n\n" in page.recv(1000)
    pages[0].close()
    until = time.monotonic() + PATIENCE
    while not answer(opened(server, stack, ASK)).startswith(b"HTTP/1.1 200"):
        assert time.monotonic() < until
        time.sleep(0.1)
