"""The clock is read here and nowhere else; every command asks once and gives the day on."""

import os
from datetime import UTC, date, datetime

from showcase.cli.messages import Complaint
from showcase.words.dates import VIETNAM


def today() -> date:
    """Give the day in Việt Nam, wherever the machine stands: an editor there may date by it what is checked elsewhere.

    SOURCE_DATE_EPOCH (seconds since 1970) sets it, so that a build can be repeated.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(tz=VIETNAM).date()
    try:
        if epoch.isascii() and epoch.isdigit():
            return datetime.fromtimestamp(int(epoch), tz=UTC).astimezone(VIETNAM).date()
    except (ValueError, OverflowError, OSError):  # of a year behind 9999, as of milliseconds
        pass
    message = f"SOURCE_DATE_EPOCH={epoch[:40]} không dùng được: cần số giây từ ngày 1/1/1970, ví dụ 1795305600. Hãy sửa hoặc bỏ biến này."
    raise Complaint(message)
