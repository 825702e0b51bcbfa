"""The names of the letters, for what is said letter by letter: “ATM” is “a tê mờ”."""

__all__ = ["spell"]

_NAMES = {
    **dict(
        zip(
            "AĂÂBCDĐEÊGHIKL",
            ["a", "á", "ớ", "bê", "xê", "dê", "đê", "e", "ê", "giê", "hát", "i", "ca", "lờ"],
            strict=True,
        )
    ),
    **dict(
        zip(
            "MNOÔƠPQRSTUƯVXY",
            ["mờ", "nờ", "o", "ô", "ơ", "pê", "quy", "rờ", "sờ", "tê", "u", "ư", "vê", "ích", "i"],
            strict=True,
        )
    ),
    "F": "ép",
    "J": "gi",
    "W": "vê kép",
    "Z": "dét",
}


def spell(letters: str) -> str:
    """Say letters one by one; what is none of ours stays as it is, in small."""
    return " ".join(_NAMES.get(letter.upper(), letter.lower()) for letter in letters)
