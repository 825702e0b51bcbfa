"""A fingerprint is a short digest of values: equal values of the same program give the same, in every process and on every day."""

import hashlib

__all__ = ["fingerprint", "mark_of"]


def mark_of(*marks: str) -> str:
    """Give a short digest of marks, in a quarter of the time that `fingerprint` takes of any values."""
    return hashlib.blake2b("\0".join(marks).encode(), digest_size=16).hexdigest()


def fingerprint(*ingredients: object) -> str:
    """Give a short digest of any values.

    What a value is made of is written out by `repr`, bytes are taken as they are. A pickle would not do: two equal views
    give two pickles where one of them holds the same string twice and the other two strings that are alike.
    """
    digest = hashlib.blake2b(digest_size=16)
    for ingredient in ingredients:
        data = ingredient if isinstance(ingredient, bytes) else repr(ingredient).encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()
