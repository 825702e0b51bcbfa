"""Spotted deer in a paddock under the hills: a stag in velvet in front, a doe farther off."""

from illustrations.land import cloud, fringe, ground, ridge, sky, sun
from illustrations.palette import RICE, STRAW, STRAW_SHADE, TIMBER, TIMBER_DARK, WALL_SHADE, blend
from illustrations.pen import Point, box, curve, outline, oval, path, picture, polygon, put, stroke, trace, veil, within
from illustrations.plants import GREEN, banana, palm, tree

COAT = "#B8642F"
COAT_SHADE = "#97491F"
COAT_FAR = "#7C3A1B"
CREAM = "#F6E3C3"
VELVET = "#8A5A3C"
VELVET_FAR = "#6B4430"
HOOF = "#38200F"

BODY = (
    "-86,-312 -60,-304 -20,-300 50,-304 104,-310 142,-294 160,-258 160,-215 138,-176 96,-168 30,-160 -40,-158"
    " -92,-166 -122,-196 -138,-240 -146,-290 -158,-340 -170,-376 -150,-412 -122,-396 -106,-356"
)
SPOTS = (
    (-78, -286), (-42, -284), (-4, -284), (34, -287), (72, -290), (108, -290), (-60, -262), (-22, -260), (16, -261),
    (54, -264), (92, -268), (128, -266), (-76, -236), (-40, -236), (-2, -236), (36, -238), (74, -242), (112, -244),
    (144, -240), (-56, -211), (-18, -210), (20, -211), (58, -214), (96, -218), (132, -216),
)  # fmt: skip


def _leg(points: str, hoof: Point, colour: str) -> str:
    x, y = hoof
    return outline(points, colour) + polygon([(x - 14, y), (x - 8, y - 18), (x + 8, y - 18), (x + 10, y)], HOOF)


def _legs(colour: str, fore: float, hind: float) -> str:
    front = "-118,-220! -114,-150 -108,-112 -106,-62 -108,-10! -92,-10! -90,-62 -88,-110 -76,-150 -58,-200!"
    back = "64,-230! 78,-176 104,-142 126,-112 126,-90 116,-48 112,-10! 128,-10! 136,-48 148,-92 148,-116 150,-150 162,-240!"
    return put(_leg(front, (-100, 0), colour), at=(fore, 0)) + put(_leg(back, (120, 0), colour), at=(hind, 0))


def _antler(colour: str) -> str:
    beam = stroke("-158,-416 -138,-452 -112,-492 -106,-540 -122,-590", colour, 15)
    tines = stroke("-143,-446 -168,-468 -178,-500", colour, 13) + stroke("-108,-506 -136,-528 -150,-560", colour, 13)
    return beam + tines + stroke("-106,-545 -90,-570 -86,-598", colour, 12)


def _coat() -> str:
    """The body, darker below and along the back, with its rows of spots."""
    shadow = outline("-180,-230 -120,-205 -40,-192 60,-196 130,-204 180,-220 180,-120 -180,-120", COAT_SHADE)
    back = outline(
        "-112,-360! -88,-312 -60,-303 -20,-299 50,-303 104,-309 150,-292! 104,-296 50,-291 -20,-288 -66,-290 -104,-310!",
        COAT_SHADE,
    )
    thigh = outline("64,-236 96,-256 140,-246 164,-228 160,-160 140,-130 100,-150 72,-186", COAT)
    belly = outline("-100,-168 -40,-174 40,-176 92,-180 60,-150 -40,-146", CREAM)
    throat = outline("-176,-372 -160,-362 -148,-310 -132,-240 -142,-234 -156,-290 -172,-340", CREAM)
    rump = outline("146,-288 168,-262 172,-214 158,-196 154,-240", CREAM)
    body = path(curve(trace(BODY), closed=True), COAT)
    inside = (shadow, belly, thigh, back, throat, rump, *(oval(spot, (6.6, 5), CREAM) for spot in SPOTS))
    return body + within("coat", path(curve(trace(BODY), closed=True), COAT), *inside)


def _head() -> str:
    skull = outline(
        "-120,-392 -136,-420 -166,-424 -194,-406 -222,-388 -250,-378 -258,-366 -250,-354 -222,-350 -184,-346 -146,-352",
        COAT,
    )
    jaw = outline("-252,-354 -222,-350 -184,-346 -150,-350 -172,-358 -216,-364", COAT_SHADE)
    muzzle = outline("-232,-383 -250,-378 -258,-366 -250,-354 -234,-353 -228,-368", CREAM) + oval(
        (-254, -371), (7, 6), HOOF
    )
    eye = outline("-200,-391 -190,-398 -181,-391 -190,-387", HOOF)
    ear = outline("-146,-408! -124,-436 -84,-440! -96,-414 -128,-398!", COAT_SHADE)
    return skull + jaw + muzzle + eye + ear + outline("-136,-409! -120,-427 -92,-434! -104,-415 -126,-404!", CREAM)


def _tail() -> str:
    return outline("148,-290! 166,-282 174,-250 166,-226! 158,-246 150,-266!", COAT_FAR)


def deer(*, stag: bool) -> str:
    """Draw a spotted deer that looks to the left, hooves on y = 0, 440 high to the ears, 600 with antlers."""
    far = _legs(COAT_FAR, 30, -34)
    horns = (put(_antler(VELVET_FAR), at=(26, 2)), _antler(VELVET)) if stag else ("", "")
    far_ear = outline("-166,-414! -176,-446 -162,-474! -146,-446 -146,-414!", COAT_FAR)
    return put(far, far_ear, horns[0], _legs(COAT, 0, 0), _tail(), _coat(), horns[1], _head())


def _fence(left: float, right: float, level: float, high: float) -> str:
    """Two rails of bamboo on posts."""
    rails = [
        stroke(
            [(left, level - high * rise), ((left + right) / 2, level - high * rise + 6), (right, level - high * rise)],
            TIMBER,
            high * 0.07,
        )
        for rise in (0.4, 0.78)
    ]
    count = round((right - left) / (high * 1.1))
    posts = [
        box(
            (left + (right - left) * index / count - high * 0.05, level - high),
            (high * 0.1, high),
            TIMBER_DARK,
            high * 0.04,
        )
        for index in range(count + 1)
    ]
    return "".join(rails + posts)


def _shed() -> str:
    """An open shed with a thatched roof and hay on the rack."""
    posts = [box((x, -120), (12, 120), TIMBER) for x in (-130, -48, 36, 118)]
    inside = box((-128, -120), (250, 120), blend(TIMBER_DARK, RICE.deep, 0.5))
    hay = outline("-124,0! -110,-50 -60,-78 -10,-66 40,-82 96,-52 118,0!", STRAW_SHADE)
    roof = polygon("-176,-102 -112,-206 106,-206 172,-102", STRAW) + polygon(
        "-176,-102 -169,-114 165,-114 172,-102", STRAW_SHADE
    )
    combs = [stroke([(x, -203), (x * 1.4, -120)], STRAW_SHADE, 4) for x in range(-100, 110, 20)]
    return put(inside, hay, *posts, roof, *combs)


def draw() -> str:
    """Give the whole picture as SVG."""
    meadow = blend(RICE.light, RICE.glow, 0.22)
    haze = RICE.mist
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.55), RICE.mist, blend(RICE.mist, RICE.glow, 0.4)),
        sun((400, 300), 96, RICE.glow),
        cloud((850, 150), 330, "#FCFBF2"),
        cloud((1360, 230), 240, "#FCFBF2"),
        ridge(455, 95, 5, (blend(RICE.pale, RICE.light, 0.7), haze), 1.2),
        ridge(560, 70, 12, (RICE.light, blend(RICE.pale, RICE.light, 0.3)), 1.8),
        ridge(640, 42, 23, (RICE.mid, RICE.light), 2.2),
    ]
    middle = [
        palm((1420, 720), 380, GREEN, WALL_SHADE, -24),
        palm((1500, 730), 300, GREEN, WALL_SHADE, 16),
        tree((110, 690), 270, GREEN, TIMBER_DARK, 4),
        tree((270, 690), 190, GREEN, TIMBER_DARK, 8),
        ground(670, meadow, -24),
        put(_shed(), at=(620, 716), scale=0.95),
        _fence(-20, 1640, 748, 92),
    ]
    front = [
        ground(815, blend(RICE.light, RICE.mid, 0.55), -30),
        veil(oval((330, 868), (170, 14), RICE.dark), oval((1030, 982), (300, 22), RICE.dark), opacity=0.4),
        put(deer(stag=False), at=(330, 866), scale=0.7, mirror=True),
        put(deer(stag=True), at=(1020, 980), scale=1.3),
        banana((1610, 1150), 560, (RICE.deep, RICE.dark, RICE.base), 3),
        fringe(1050, 90, 2, RICE.dark),
        fringe(1075, 80, 7, RICE.deep),
    ]
    return picture(*behind, *middle, *front)
