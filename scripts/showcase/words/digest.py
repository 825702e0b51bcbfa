"""A digest stands for values: equal values of the same program give the same, in every process and on every day."""

import hashlib

__all__ = ["digest_of"]


def digest_of(*values: object) -> str:
    """Give 32 hexadecimal digits that stand for any values.

    What a value is made of is written out by `repr`, bytes are taken as they are. A pickle would not do: two equal views
    give two pickles where one of them holds the same string twice and the other two strings that are alike.
    """
    digest = hashlib.blake2b(digest_size=16)
    for value in values:
        data = value if isinstance(value, bytes) else repr(value).encode(errors="surrogateescape")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
