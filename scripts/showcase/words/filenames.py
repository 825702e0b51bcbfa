"""Names of files and folders: which every computer can hold, and which are those of copies; nothing here touches a disk."""

import re
import unicodedata

# Windows keeps these for devices, with any ending and in any case: a checkout with `con/` or `aux.jpg` fails there.
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")

REFUSED_BY_WINDOWS = '<>:"|?*\\'
"""Signs that no name on Windows may hold, beside the slash."""

# What programs make of the name of a file that is there already, or was saved before: Explorer, Finder and browsers in
# English and Vietnamese, git and its merge tools, editors, and what synchronises folders.
_NUMBER = r"[ _-]*\(\d+\)"
_BEFORE = re.compile(
    rf"(?:copy(?:{_NUMBER})? of|bản sao(?:{_NUMBER})?(?: của)?|sao chép(?: của)?)[ _-]+(?P<whole>.+)", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(?P<whole>.+\.[a-z]{{3,4}})(?:~|{_NUMBER}|[ _.-]+(?:copy|orig|bak|old|rej|mine|save|tmp|r?\d+))", re.IGNORECASE
)
_WITHIN = re.compile(
    rf"(?P<stem>.+?)(?:{_NUMBER}|[ _-]+(?:copy|bản sao|sao chép)(?:[ _-]*\(?\d+\)?)?"
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+|\.sync-conflict-[\w-]+| \([^()]*conflicted copy[^()]*\))(?P<ending>\.[a-z]{3,4})",
    re.IGNORECASE,
)


def original_of(name: str) -> str:
    """Give the name of the file of which this is a copy by its name, '' where it says no such thing.

    `cho (1).jpg`, `cho - Copy.jpg`, `Bản sao cho.jpg`, `cho.jpg.orig` are copies of `cho.jpg`.
    """
    plain = unicodedata.normalize("NFC", name)
    if match := _BEFORE.fullmatch(plain) or _BEHIND.fullmatch(plain):
        whole = match["whole"]
    elif match := _WITHIN.fullmatch(plain):
        whole = match["stem"].rstrip(" -_") + match["ending"]
    else:
        return ""
    return original_of(whole) or whole


def is_reserved(name: str) -> bool:
    """Tell whether Windows refuses a file or folder of this name."""
    return bool(_RESERVED.fullmatch(name))
