"""Signs before a number as they are said: > is “trên”, < “dưới”, ~ “khoảng”, ± “cộng trừ”."""

import re

from showcase.words.rewriting import Step, begun, rewritten

__all__ = ["say_comparisons"]

_COMPARING = "<>~≈±≤≥+"
_NUMBER_NEXT = r"\s*(?=[−-]?\d)"


def say_comparisons(text: str) -> str:
    """Say the signs that compare with a number, before brackets are looked for: `<16 tuổi; >90%` is none."""
    return rewritten(text, _COMPARISONS) if any(sign in text for sign in _COMPARING) else text


def _sign(signs: str, pattern_of_sign: str, meant: str, alike: str) -> Step:
    """Make the step that says one of the signs before a number as `meant`; one of the words `alike` before them says it already."""
    pattern = re.compile(rf"(?:(?P<word>\b(?i:{alike}))\s+)?(?:{pattern_of_sign}){_NUMBER_NEXT}")

    def say(match: re.Match[str]) -> str:
        is_joined = match.string[match.start() - 1 : match.start()].isalnum()
        return f"{' ' if is_joined else ''}{match['word'] or meant} "

    return Step(signs, pattern, say)


_COMPARISONS = (
    Step(">", re.compile(r"\s*(?:[-–]+>|=>)\s*"), " đến "),
    Step("~", re.compile(r"(?<=[\d%])\s*~\s*(?=\d)"), " đến "),
    begun(_sign(">≥", ">=|≥", "ít nhất", "ít nhất|tối thiểu")),
    begun(_sign("<≤", "<=|≤", "nhiều nhất", "nhiều nhất|tối đa")),
    begun(_sign(">", "(?<![-=–>])>", "trên", "trên|hơn")),
    begun(_sign("<", "(?<!<)<", "dưới", "dưới|chưa đến|không đến")),
    begun(_sign("~≈", "[~≈]", "khoảng", "khoảng|chừng|gần|hơn|độ")),
    Step("±+", re.compile(r"\s*(?:±|\+/[-−–])\s*"), " cộng trừ "),
)
