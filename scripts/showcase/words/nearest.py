"""Which known names resemble one that was typed, for places alone. It proposes; it never decides.

Words of closed lists go by `slip`: likeness turns one of them into another that means something else.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher

from showcase.words.text import fold

__all__ = ["nearest"]

# Below this share of common letters a proposal looks like a guess: "linh" for "kinh-te" has 0.55, a key that
# was cut short, "quoc-phong" for "quoc-phong-an-ninh", has 0.71.
_ENOUGH = 0.6
_LONGEST = 200
"""Characters: what is longer is no slip of the keyboard, and comparing costs as much as it is long."""
_JOINTS = str.maketrans("-_", "  ")


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Give up to ``limit`` candidates that resemble ``word``, best first; the empty tuple where none does.

    Case, marks and the kind of joint (space, ``-``, ``_``) do not count, so ``Tiêu đề`` finds ``tieu_de``. Candidates
    that then are the same come first, and alone.
    """
    if len(word) > _LONGEST:
        return ()
    wanted = _loose(word)
    scored = [(_resemblance(wanted, _loose(candidate)), candidate) for candidate in dict.fromkeys(candidates)]
    enough = 1.0 if any(score == 1.0 for score, _ in scored) else _ENOUGH
    close = [pair for pair in scored if pair[0] >= enough]
    return tuple(candidate for _, candidate in sorted(close, key=lambda pair: -pair[0])[:limit])


def _loose(text: str) -> str:
    return " ".join(fold(text).translate(_JOINTS).split())


def _resemblance(wanted: str, candidate: str) -> float:
    """Give the share of common letters, 0 to 1; 0 at once where the lengths alone forbid it."""
    if not wanted or not candidate:
        return 0.0
    # A whole part of a key is a good sign however long the rest is: "an-ninh" for "quoc-phong-an-ninh".
    if f" {wanted} " in f" {candidate} ":
        return max(_ENOUGH, len(wanted) / len(candidate))
    matcher = SequenceMatcher(None, candidate, wanted, autojunk=False)
    if matcher.real_quick_ratio() < _ENOUGH or matcher.quick_ratio() < _ENOUGH:
        return 0.0
    return matcher.ratio()
