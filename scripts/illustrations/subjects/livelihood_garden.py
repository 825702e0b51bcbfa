"""A household's livelihood: a small tiled house, hens and chicks, a cow at the rack, fruit trees heavy with fruit."""

from illustrations.buildings import village_house
from illustrations.land import cloud, fringe, ground, ridge, sky, sun
from illustrations.palette import PAPER, RICE, TIMBER, TIMBER_DARK, WALL_SHADE, blend
from illustrations.pen import (
    Point,
    box,
    curve,
    disc,
    outline,
    oval,
    path,
    picture,
    polygon,
    put,
    stroke,
    trace,
    veil,
    within,
)
from illustrations.plants import GREEN, banana, palm, tree
from illustrations.subjects.organic_beds import CABBAGE, LETTUCE, head

HIDE, HIDE_SHADE, HIDE_FAR = "#C98A4A", "#A96C34", "#8A5527"
HORN = "#E9DCC0"
TORSO = (
    "-150,-262 -118,-288 -80,-282 -44,-262 40,-252 120,-260 164,-254 180,-218 176,-150 150,-116 90,-104 0,-90 -90,-98"
    " -140,-124 -172,-180 -178,-230"
)


def cow() -> str:
    """Draw a yellow cow that looks to the left with its head low, hooves on y = 0."""

    def leg(x: float, colour: str, wide: float = 1) -> str:
        return put(
            outline("-26,-140! -18,-80 -14,-40 -15,-10! 13,-10! 12,-44 18,-84 30,-140!", colour)
            + polygon("-17,0! -15,-16! 13,-16! 15,0!", "#4A2A18"),
            at=(x, 0),
            scale=wide,
        )

    far = leg(-86, HIDE_FAR) + leg(158, HIDE_FAR)
    tail = stroke("172,-240 196,-200 194,-130 198,-90", HIDE_SHADE, 9) + outline(
        "192,-96 204,-96 208,-52 196,-36 186,-56", "#4A2A18"
    )
    window = path(curve(trace(TORSO), closed=True), HIDE)
    inside = outline("-190,-150 -90,-138 30,-136 120,-146 190,-170 190,-60 -190,-60", HIDE_SHADE) + outline(
        "90,-230 140,-250 184,-210 176,-120 120,-110 96,-160", HIDE
    )
    neck = outline("-120,-258 -166,-262 -214,-236 -238,-200 -216,-156 -176,-140 -130,-160", HIDE) + outline(
        "-226,-170 -196,-130 -150,-122 -136,-150 -176,-140 -206,-152", HIDE_SHADE
    )
    skull = outline("-216,-246 -244,-250 -270,-226 -290,-180 -298,-150 -280,-136 -258,-142 -236,-172 -214,-204", HIDE)
    muzzle = outline("-290,-178 -302,-152 -292,-136 -270,-136 -262,-150 -272,-168", HORN) + oval(
        (-293, -152), (5, 6), "#4A2A18"
    )
    eye = oval((-254, -206), (6, 7), "#3A2113")
    ear = outline("-214,-232! -186,-246 -166,-236! -180,-220 -206,-218!", HIDE_SHADE)
    horns = outline("-236,-246! -248,-268 -240,-292! -230,-272 -222,-248!", HORN)
    rope = stroke("-288,-168 -262,-176 -236,-196 -214,-240", "#B5392B", 5)
    return put(
        far,
        tail,
        leg(-126, HIDE),
        leg(122, HIDE),
        window,
        within("cow", window, inside),
        neck,
        horns,
        skull,
        muzzle,
        rope,
        eye,
        ear,
    )


def hen(body: str, wing: str) -> str:
    """Draw a hen that looks to the left, claws on y = 0, 100 high."""
    legs = (
        stroke("-4,-28 -6,-2", "#E0A04C", 4)
        + stroke("10,-28 10,-2", "#E0A04C", 4)
        + stroke("-14,-1 0,-1", "#E0A04C", 4)
        + stroke("3,-1 17,-1", "#E0A04C", 4)
    )
    tail = outline("34,-60! 52,-92 66,-98! 70,-76 58,-46 40,-36!", wing)
    trunk = outline(
        "-34,-92 -24,-100 -12,-94 -8,-74 16,-66 40,-70 54,-58 46,-34 22,-22 -8,-22 -28,-36 -34,-60 -36,-78", body
    )
    side = outline("-4,-60! 24,-62 44,-54 36,-36 12,-32 -4,-44", wing)
    comb = outline("-32,-98! -34,-110 -27,-106 -24,-114 -18,-106 -11,-110 -13,-96!", "#D23B2B") + oval(
        (-35, -80), (4, 7), "#D23B2B"
    )
    beak = polygon("-36,-90! -48,-85! -35,-82!", "#E0A04C")
    return put(legs, tail, trunk, side, comb, beak, disc((-27, -90), 2.6, "#2A1A10"))


def _chick(at: Point, size: float, *, mirror: bool = False) -> str:
    parts = stroke("-3,-10 -3,0", "#D98A3B", 3) + stroke("5,-10 5,0", "#D98A3B", 3)
    parts += (
        oval((2, -18), (17, 12), "#F3D27F")
        + disc((-12, -30), 9.5, "#F3D27F")
        + polygon("-20,-32! -28,-29! -20,-26!", "#D98A3B")
        + disc((-15, -32), 1.8, "#2A1A10")
        + outline("0,-22! 12,-22 16,-16 6,-13", "#DFB356")
    )
    return put(parts, at=at, scale=size / 40, mirror=mirror)


def _fruit_tree(foot: Point, height: float, fruit: str, seed: int) -> str:
    spots = (
        (-0.3, -0.5),
        (-0.16, -0.72),
        (-0.08, -0.55),
        (0.06, -0.78),
        (0.14, -0.54),
        (0.27, -0.66),
        (0.3, -0.5),
        (-0.27, -0.66),
    )
    round_fruit = [disc((foot[0] + height * x, foot[1] + height * y), height * 0.036, fruit) for x, y in spots]
    return tree(foot, height, GREEN, TIMBER_DARK, seed) + "".join(round_fruit)


def draw() -> str:
    """Give the whole picture as SVG."""
    yard = blend("#E8C67C", RICE.mist, 0.3)
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.55), RICE.mist, blend(RICE.mist, RICE.glow, 0.45)),
        sun((1250, 230), 88, RICE.glow),
        cloud((860, 130), 340, PAPER),
        cloud((1440, 150), 200, PAPER),
        ridge(450, 85, 17, (blend(RICE.pale, RICE.light, 0.65), RICE.mist), 1.3),
        ridge(560, 50, 28, (RICE.light, blend(RICE.pale, RICE.light, 0.3)), 1.9),
        palm((120, 700), 480, GREEN, WALL_SHADE, 24),
        palm((210, 700), 400, GREEN, WALL_SHADE, -12),
        banana((700, 690), 250, GREEN, 5),
        _fruit_tree((850, 690), 290, "#E98A2E", 4),
        ground(668, blend(RICE.light, RICE.mid, 0.35), -10),
        village_house((430, 712), 500),
        _fruit_tree((1490, 760), 420, "#E98A2E", 8),
    ]
    court = [
        path("M-20 742Q300 690 700 704T1640 760V1100H-20Z", yard),
        path("M-20 742Q300 690 700 704T1640 760V774Q1300 736 700 722T-20 760Z", blend(yard, RICE.warm, 0.22)),
        *(box((960 + 40 * i, 716 + i), (7, 52), TIMBER) for i in range(9)),
        stroke("950,736 1120,740 1300,748", TIMBER, 6),
        *(
            head((x, y), s, CABBAGE if i % 2 else LETTUCE)
            for i, (x, y, s) in enumerate(
                (
                    (90, 800, 44),
                    (150, 806, 44),
                    (212, 802, 44),
                    (52, 838, 52),
                    (124, 844, 52),
                    (196, 842, 52),
                    (266, 838, 52),
                )
            )
        ),
    ]
    beasts = [
        veil(
            oval((1110, 950), (280, 18), RICE.deep),
            oval((476, 962), (76, 9), RICE.deep),
            oval((690, 1010), (86, 10), RICE.deep),
            oval((330, 1000), (70, 9), RICE.deep),
            opacity=0.28,
        ),
        put(cow(), at=(1120, 948), scale=1.26),
        put(hen("#C9573A", "#8A3B2A"), at=(480, 962), scale=1.35),
        put(hen(PAPER, "#D8CDB8"), at=(690, 1008), scale=1.5, mirror=True),
        put(hen("#8A5527", "#5E3A1C"), at=(320, 1000), scale=1.25, mirror=True),
        _chick((560, 1004), 46),
        _chick((606, 1024), 46, mirror=True),
        _chick((520, 1036), 50),
        _chick((790, 1030), 46),
        fringe(1072, 70, 4, RICE.dark),
        banana((1680, 1170), 400, (RICE.deep, RICE.dark, RICE.base), 3),
    ]
    return picture(*behind, *court, *beasts)
