"""The clock is read here and nowhere else; every command asks once and gives the day on."""

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Give the day of the build; SOURCE_DATE_EPOCH (seconds since 1970) sets it, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return datetime.now().astimezone().date()
