"""Names of files and folders that every computer can hold; nothing here touches a disk."""

import re

# Windows keeps these for devices, with any ending and in any case: a checkout with `con/` or `aux.jpg` fails there.
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")


def is_reserved(name: str) -> bool:
    """Tell whether Windows refuses a file or folder of this name."""
    return bool(_RESERVED.fullmatch(name))
