"""What lies at an address of the web is fetched over https alone, no more of it than is wanted, and no longer than is waited."""

import time
from collections.abc import Iterator
from http.client import HTTPException, InvalidURL
from socket import gaierror
from ssl import SSLCertVerificationError, SSLContext, SSLError
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener

SECURE = "https://"
_PART = 64 * 1024
_PATIENCE = 10.0
"""Seconds without a byte."""
_CAUSES = {
    gaierror: "không có máy chủ nào tên ấy, hoặc máy này chưa có mạng",
    SSLCertVerificationError: "chứng chỉ của máy chủ không tin được",
    SSLError: "máy chủ không nói https như phải nói",
    TimeoutError: "máy chủ không trả lời",
    ConnectionRefusedError: "máy chủ không nhận kết nối",
    ConnectionError: "kết nối bị cắt giữa chừng",
    ValueError: "địa chỉ viết sai",
    InvalidURL: "địa chỉ viết sai",
    HTTPException: "máy chủ trả lời không như một trang web",
}
"""Why there was no answer, the narrower cause first."""


class FetchError(Exception):
    """What lies there was not to be had; the message says why, in Vietnamese."""


class _SecureRedirects(HTTPRedirectHandler):
    """Follows a host to another address of https, and nowhere else."""

    def redirect_request(self, *request: Any) -> Request | None:
        """Take the request as the library gives it, the new address last."""
        newurl = str(request[-1])
        if not newurl.startswith(SECURE):
            message = f"máy chủ dẫn sang {newurl!r}, không phải https"
            raise FetchError(message)
        return super().redirect_request(*request)


def fetch(address: str, *, most: int, seconds: float, context: SSLContext | None = None) -> bytes:
    """Give the bytes at an address, at most `most` within `seconds`; raises FetchError."""
    if not address.startswith(SECURE):
        message = "địa chỉ phải bắt đầu bằng https://"
        raise FetchError(message)
    try:
        return b"".join(_parts(build_opener(HTTPSHandler(context=context), _SecureRedirects), address, most, seconds))
    except HTTPError as error:
        message = f"máy chủ trả lời {error.code}"
        raise FetchError(message) from error
    except (OSError, ValueError, HTTPException) as error:
        message = f"không nối được: {_cause_of(error)}"
        raise FetchError(message) from error


def _cause_of(error: Exception) -> str:
    """Say in Vietnamese why there was no answer; what has no words here keeps those of the system, which whoever runs it can look up."""
    reason = error.reason if isinstance(error, URLError) else error
    return next((words for kind, words in _CAUSES.items() if isinstance(reason, kind)), str(reason))


def _parts(opener: OpenerDirector, address: str, most: int, seconds: float) -> Iterator[bytes]:
    began, size = time.monotonic(), 0
    with opener.open(Request(address), timeout=_PATIENCE) as answer:  # noqa: S310 - https, as was looked at
        while part := answer.read1(_PART):
            size += len(part)
            if size > most:
                message = f"tệp lớn hơn {most} byte"
                raise FetchError(message)
            if time.monotonic() - began > seconds:
                message = f"chờ quá {seconds:g} giây"
                raise FetchError(message)
            yield part
