"""People without faces: a conical hat, a blouse, an attitude; nobody in particular."""

from dataclasses import dataclass

from illustrations.palette import INK, SKIN, STRAW, STRAW_SHADE, blend
from illustrations.pen import Point, box, disc, outline, oval, path, polygon, put, stroke, trace

HAIR = "#2B2220"
SOLE = "#3A2A22"
FORWARD = "10,-76.5 14.5,-63 23,-55"
"""A forearm held out to the right, on a figure 100 high."""


@dataclass(frozen=True, slots=True)
class Person:
    """How someone is dressed, and whether we see the back of the head."""

    blouse: str
    trousers: str = INK
    hatted: bool = True
    away: bool = False
    helmet: str = ""
    """Colour of a hard hat, worn instead of the leaf hat."""
    cropped: bool = False
    """Short hair, no knot."""


def hat(at: Point, width: float, tilt: float = 0) -> str:
    """Draw a conical leaf hat by the middle of its rim, tilted clockwise by degrees."""
    half, high = width / 2, width * 0.42
    cone = path(f"M{-half:.1f} 0L0 {-high:.1f}L{half:.1f} 0Q0 {width * 0.15:.1f} {-half:.1f} 0Z", STRAW)
    shade = path(
        f"M{-half:.1f} 0L0 {-high:.1f}Q{-half * 0.25:.1f} {-high * 0.3:.1f} {-half * 0.3:.1f} {width * 0.068:.1f}"
        f"Q{-half * 0.7:.1f} {width * 0.05:.1f} {-half:.1f} 0Z",
        STRAW_SHADE,
    )
    return put(cone, shade, at=at, turn=tilt)


def _head(person: Person, radius: float) -> str:
    """Head around the origin: face to the right or the back of the hair, under a hat or not."""
    face = disc((0, 0), radius, HAIR if person.away else SKIN)
    r = radius
    fringe = path(
        f"M{-r} 0A{r} {r} 0 0 1 {r * 0.96:.1f} {-r * 0.3:.1f}Q{r * 0.3:.1f} {-r * 0.45:.1f} {-r * 0.1:.1f} {-r * 0.35:.1f}Q{-r * 0.4:.1f} {r * 0.3:.1f} {-r * 0.55:.1f} {r * 0.85:.1f}Q{-r:.1f} {r * 0.5:.1f} {-r} 0Z",
        HAIR,
    )
    bun = disc((-r * 0.85, r * 0.35), r * 0.42, HAIR) if not person.away else disc((0, r * 0.7), r * 0.45, HAIR)
    bun = "" if person.cropped else bun
    cover = hat((0, -r * 0.12), r * 4.4) if person.hatted else ""
    if person.helmet:
        cover = path(
            f"M{-r * 1.15:.1f} {-r * 0.25:.1f}a{r * 1.15:.1f} {r * 1.2:.1f} 0 0 1 {r * 2.3:.1f} 0h{r * 0.5:.1f}v{r * 0.28:.1f}H{-r * 1.2:.1f}Z",
            person.helmet,
        )
    return bun + face + ("" if person.away else fringe) + cover


def standing(at: Point, height: float, person: Person, *, reach: str = FORWARD, mirror: bool = False) -> str:
    """Draw someone on their feet, `height` from sole to crown; `reach` is the near arm from the shoulder to the wrist."""
    shade = blend(person.blouse, INK, 0.18)
    feet = oval((-6, -1.5), (5.5, 2.4), SOLE) + oval((8, -1.5), (5.5, 2.4), SOLE)
    legs = polygon("-12,-48! 12,-48! 12,-3! 3,-3! 0.5,-36! -2,-3! -11,-3!", person.trousers)
    body = outline("-6,-83! -12,-80 -13,-66 -13.5,-40! 0,-38.5 13.5,-40! 13,-66 12,-80 6,-83!", person.blouse)
    side = outline("-6,-83! -12,-80 -13,-66 -13.5,-40! -7,-39! -8,-62 -4,-83!", shade)
    wrist = trace(reach)[-1]
    arm = stroke(reach, blend(person.blouse, INK, 0.1), 5.4) + disc((wrist[0] + 1, wrist[1] + 0.5), 2.9, SKIN)
    far = stroke("-11,-76 -15,-62 -14,-48", shade, 5.4) + disc((-14, -45.5), 2.8, SKIN)
    neck = box((-2.6, -87), (5.2, 7), SKIN)
    head = put(_head(person, 7), at=(0.5, -91))
    return put(far, feet, legs, neck, body, side, arm, head, at=at, scale=height / 100, mirror=mirror)


def bending(at: Point, height: float, person: Person, *, mirror: bool = False) -> str:
    """Draw someone bent over a bed, hands near the ground at the right, `height` to the top of the back."""
    shade = blend(person.blouse, INK, 0.2)
    far = polygon("-16,-60! 6,-60! 8,-3! -2,-3!", blend(person.trousers, "#FFFFFF", 0.1))
    near = polygon("-36,-66! -6,-60! -16,-3! -27,-3!", person.trousers)
    feet = oval((-19, -1.5), (9, 3), SOLE) + oval((6, -1.5), (8, 3), SOLE)
    body = outline("-38,-56 -36,-84 -12,-98 22,-84 42,-64 36,-52 14,-58 -10,-54", person.blouse)
    fold = outline("-38,-56 -34,-68 -10,-60 14,-64 40,-58 34,-50 12,-55 -10,-51", shade)
    arms = stroke("34,-62 42,-40 48,-16", shade, 8.5) + disc((49, -12), 4.6, SKIN)
    head = put(_head(person, 10.5), at=(52, -72), turn=24)
    return put(feet, far, near, arms, body, fold, head, at=at, scale=height / 100, mirror=mirror)


def seated(at: Point, height: float, person: Person, *, mirror: bool = False) -> str:
    """Draw someone on a low stool, seen from the side, knees to the right; y is the ground."""
    shade = blend(person.blouse, INK, 0.2)
    stool = (
        box((-20, -24), (30, 5), STRAW_SHADE)
        + box((-18, -22), (4, 22), STRAW_SHADE)
        + box((4, -22), (4, 22), STRAW_SHADE)
    )
    legs = stroke("-8,-31 21,-35 23,-4", person.trousers, 12) + oval((27, -2.5), (8, 3), SOLE)
    body = outline("-20,-26! -21,-50 -12,-77 4,-77 11,-60 10,-40 8,-26!", person.blouse)
    arm = stroke("-1,-68 8,-50 24,-46", shade, 7) + disc((27, -46), 3.8, SKIN)
    head = put(_head(person, 9), at=(0, -87))
    return put(stool, legs, body, arm, head, at=at, scale=height / 100, mirror=mirror)
