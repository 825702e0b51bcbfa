"""Which letters, without marks, are a syllable that Vietnamese can have: `kich` and `lich` are, `kai` and `rogn` are not."""

import re

__all__ = ["reads_as_words"]

_INITIALS = "b|ch|c(?![eiy])|d|gh?|gi|h|kh|k(?=[eiy])|l|m|ngh?|nh?|ph?|q(?=u)|r|s|th?|tr|v|x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im
    in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot u ua
    uac uach uai uam uan uang uanh uao uap uat uay uc ue uech uen uenh ueo uet ui uit um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh
    uyt uyu y yem yen yet yeu
"""
_SYLLABLE = rf"(?:{_INITIALS})?(?:{'|'.join(sorted(_RIMES.split(), key=len, reverse=True))})"
_ONE, _RUN_TOGETHER = re.compile(_SYLLABLE), re.compile(rf"(?:{_SYLLABLE})+")
_WORD = re.compile(r"[^\W_]+")


def reads_as_words(plain: str) -> bool:
    """Tell whether a folded text is all syllables, apart or run together: `du kich` and `dukich` are, `trien kai` is not."""
    words = _WORD.findall(plain)
    syllable = _ONE if len(words) > 1 else _RUN_TOGETHER
    return all(syllable.fullmatch(word) for word in words)
