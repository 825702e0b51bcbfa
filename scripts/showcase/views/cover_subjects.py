"""What a cover may show: landscapes by province, subjects by title, theme and field; tables, and one choice among them.

A name here is the name of a drawing in `templates/cover.svg.jinja`. To show a new theme add a line to THEMES; a theme
without one falls back on its field, so that the vocabulary may grow without this module.
"""

import re

_LANDS = {
    "01": ("delta",), "04": ("mountain",), "08": ("mountain",), "11": ("mountain",), "12": ("mountain",),
    "14": ("mountain",), "15": ("mountain",), "19": ("hills", "mountain"), "20": ("mountain",), "22": ("karst", "sea"),
    "24": ("delta", "hills"), "25": ("hills", "mountain"), "31": ("sea", "delta"), "33": ("delta",),
    "37": ("karst", "delta"), "38": ("sea", "hills"), "40": ("sea", "hills"), "42": ("sea", "hills"),
    "44": ("sea", "hills"), "46": ("sea", "hills"), "48": ("sea", "mountain"), "51": ("sea", "highland"),
    "52": ("highland", "sea"), "56": ("sea", "hills"), "66": ("highland", "sea"), "68": ("highland", "sea"),
    "75": ("hills", "delta"), "79": ("delta", "sea"), "80": ("delta", "hills"), "82": ("delta",),
    "86": ("delta", "sea"), "91": ("delta", "sea"), "92": ("delta",), "96": ("sea", "delta"),
}  # fmt: skip
"""Today's 34 provinces by code: the landscapes that one thinks of there (school geography, coast and relief)."""

THEMES = {
    "giam-ngheo": ("sprout", "homestead", "basket"),
    "nong-nghiep": ("beds", "nets", "basket", "terraces"),
    "du-lich": ("lanterns", "stilts"),
    "giai-phong-mat-bang": ("road", "bridge"),
    "dat-dai-xay-dung": ("homestead", "street"),
    "do-thi-van-minh": ("gate", "street", "banyan"),
    "to-tu-quan": ("gate", "homestead", "street"),
    "moi-truong": ("banyan", "sprout", "lotus"),
    "an-ninh-trat-tu": ("watch", "lighthouse"),
    "vung-giao": ("church",),
    "y-te": ("clinic",),
    "bao-hiem": ("umbrella",),
    "phu-nu": ("basket", "market", "umbrella"),
    "chuyen-doi-so": ("screen",),
    "chinh-quyen-phuc-vu": ("hall", "screen"),
    "hoc-tap-lam-theo-bac": ("lotus",),
}
"""Theme -> subjects that show it; a theme that is not listed falls back on its field."""

WORDS = (
    ("hải sản", "boat"), ("tàu cá", "boat"), ("chợ", "market"), ("chăn nuôi", "homestead"), ("rau", "beds"),
    ("phòng khám", "clinic"), ("bảo hiểm", "umbrella"), ("giáo xứ", "church"), ("camera", "watch"), ("cờ", "flag"),
    ("tổ quốc", "flag"), ("ẩm thực", "lanterns"), ("mương", "bridge"), ("cao tốc", "road"), ("chuyển đổi số", "screen"),
)  # fmt: skip
"""Words in a title that name the thing itself; the first found goes before the themes."""

FIELDS = {
    "kinh-te": ("beds", "market", "basket", "nets", "boat", "terraces"),
    "van-hoa-xa-hoi": ("homestead", "banyan", "lanterns", "street", "gate"),
    "quoc-phong-an-ninh": ("lighthouse", "watch", "flag"),
    "he-thong-chinh-tri": ("hall", "flag", "road"),
}

_ANY_FIELD = ("homestead", "banyan", "gate")

ONLY_IN = {
    "boat": {"sea", "karst", "delta"},
    "lighthouse": {"sea"},
    "stilts": {"mountain", "highland", "hills"},
    "terraces": {"mountain", "hills"},
    "nets": {"delta", "hills", "highland"},
}
"""Subjects that belong to some landscapes alone."""

GROUND = {
    "boat": "water", "lighthouse": "water", "lotus": "water", "beds": "rows", "terraces": "steps", "road": "road",
    "bridge": "water", "nets": "rows", "street": "paving", "market": "paving", "lanterns": "paving", "screen": "paving",
}  # fmt: skip
"""What a subject stands on; where it is not listed, the land decides."""


def landscapes(province_code: str) -> tuple[str, ...]:
    """Give the landscapes of one of today's provinces; hills where the code is unknown."""
    return _LANDS.get(province_code, ("hills",))


def subjects(field: str, themes: tuple[str, ...], title: str, land: str) -> tuple[str, ...]:
    """What may stand in front: what the title names, or what shows the first theme that can be shown, or the field.

    `land` is one of the landscapes; subjects that do not belong to it are left out.
    """
    words = " ".join(("", *re.findall(r"\w+", title.casefold()), ""))
    named = tuple(name for word, name in WORDS if f" {word} " in words)[:1]
    shown = [THEMES.get(theme, ()) for theme in themes]
    families = (named, *shown, FIELDS.get(field, _ANY_FIELD))
    fitting = (tuple(name for name in names if land in ONLY_IN.get(name, {land})) for names in families)
    return next(names for names in fitting if names)
