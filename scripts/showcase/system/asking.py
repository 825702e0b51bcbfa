"""Whether something answers at an address of the web is asked once and slowly: a host is asked one thing at a time, with a pause between."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from http.client import HTTPException
from socket import gaierror
from ssl import SSLCertVerificationError
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

_WHO = {"User-Agent": "Mozilla/5.0 (compatible; dan-van-kheo-links/1)", "Accept": "*/*", "Range": "bytes=0-0"}
_HOSTS_AT_ONCE = 8
_GONE = {404, 410}
_REACHABLE = {"http", "https"}


class State(Enum):
    """What an address is: it answers, it is gone, or nobody can tell, as where a host wants no programs."""

    ANSWERS = "answers"
    GONE = "gone"
    UNSURE = "unsure"


class Answer(NamedTuple):
    """What came of asking; `why` is said in Vietnamese, '' where it answers."""

    state: State
    why: str = ""


class Patience(NamedTuple):
    """Seconds: to wait for an answer, between two questions to a host, and for all."""

    answer: float = 20.0
    pause: float = 2.0
    all: float = 5400.0


def ask_all(
    addresses: Iterable[str], patience: Patience, tell: Callable[[int, int], None] = lambda _done, _in_all: None
) -> dict[str, Answer]:
    """Ask for addresses, each once; `tell` is called with how many have answered, of how many."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        by_host[_host(address)].append(address)
    number = sum(map(len, by_host.values()))
    until = time.monotonic() + patience.all
    found: dict[str, Answer] = {}
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        for answers in pool.map(lambda listed: dict(_ask_host(listed, patience, until)), by_host.values()):
            found |= answers
            tell(len(found), number)
    return found


def _ask_host(addresses: list[str], patience: Patience, until: float) -> Iterator[tuple[str, Answer]]:
    for number, address in enumerate(addresses):
        if number:
            time.sleep(patience.pause)
        if time.monotonic() > until:
            yield address, Answer(State.UNSURE, "hết giờ, chưa hỏi tới")
        else:
            yield address, ask(address, patience.answer)


def ask(address: str, seconds: float) -> Answer:
    """Ask for one address, no more than its first byte."""
    try:
        if urlsplit(address).scheme.lower() not in _REACHABLE:
            return Answer(State.GONE, "không phải địa chỉ web")
        with urlopen(Request(quote(address, safe="%/:?#[]@!$&'()*+,;=~"), headers=_WHO), timeout=seconds) as answer:  # noqa: S310
            answer.read(1)
    except HTTPError as error:
        return _refusal(error.code)
    except URLError as error:
        return _unreached(error.reason)
    except (OSError, HTTPException, ValueError) as error:
        return _unreached(error)
    return Answer(State.ANSWERS)


def _refusal(code: int) -> Answer:
    if code in _GONE:
        return Answer(State.GONE, f"máy chủ trả lời {code}: không còn trang này")
    return Answer(State.UNSURE, f"máy chủ trả lời {code}")


def _unreached(reason: object) -> Answer:
    if isinstance(reason, gaierror):
        return Answer(State.GONE, "không còn tên miền này")
    if isinstance(reason, SSLCertVerificationError):
        return Answer(State.UNSURE, "chứng thư của máy chủ không hợp lệ")
    return Answer(State.UNSURE, "chờ quá lâu" if isinstance(reason, TimeoutError) else "không nối được")


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
