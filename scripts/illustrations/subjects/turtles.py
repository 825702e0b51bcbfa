"""A soft-shelled turtle pond in the delta: turtles on the basking board and in the water, a grower on the jetty with feed."""

from illustrations.buildings import village_house
from illustrations.land import cloud, glints, ground, sky, sun
from illustrations.palette import PAPER, RICE, TIMBER, TIMBER_DARK, WALL_SHADE, blend
from illustrations.pen import HEIGHT, WIDTH, Point, box, disc, fading, outline, oval, path, picture, put, stroke, veil
from illustrations.people import Person, standing
from illustrations.plants import GREEN, Leaves, banana, bush, palm, tree

POND, POND_DEEP, POND_FAR = "#4F9C8C", "#1F5F5C", "#A9D3BE"
SHELL, SHELL_SHADE, SHELL_LIGHT = "#7C7A45", "#585930", "#A3A062"
LIMB, LIMB_SHADE = "#9A9358", "#716D3E"
FAR_LEAVES: Leaves = ("#5B9A72", "#7DB384", "#A6CC97")


def _head(at: Point, turn: float) -> str:
    """A long neck and the pointed snout, stretched to the right from the origin."""
    neck = outline("-30,-22! 40,-30 96,-26 128,-24 130,14 96,20 40,24 -30,30!", LIMB)
    throat = outline("-30,30! 40,24 96,20 130,12 110,4 40,8 -30,8!", LIMB_SHADE)
    skull = outline("104,-30 136,-38 168,-28 196,-10 222,-4! 224,8! 196,16 160,24 118,24 98,0", LIMB)
    stripe = stroke("120,-8 160,-8 190,2", LIMB_SHADE, 4)
    eye = disc((158, -18), 8, "#E9D98C") + disc((159, -18), 4.5, "#20200F")
    return put(neck, throat, skull, stripe, eye, at=at, turn=turn)


def _turtle() -> str:
    """A soft-shelled turtle that looks to the right, its belly on y = 0, the shell 430 long."""
    far = outline("90,-30 150,-24 196,2 214,22! 180,20 120,4 70,-8", LIMB_SHADE)
    hind = outline("-150,-40 -196,-20 -230,8 -250,26! -206,22 -150,10 -96,-8", LIMB) + stroke(
        "-246,24 -222,14", LIMB_SHADE, 4
    )
    fore = outline("96,-36 140,-28 168,0 172,26! 134,22 96,8 70,-14", LIMB) + "".join(
        stroke([(x, 24), (x + 8, 34)], "#E9E0B4", 4) for x in (140, 152, 164)
    )
    skirt = outline("-236,-14 -206,-56 -120,-84 30,-86 150,-70 222,-26 190,-4 60,2 -130,2", SHELL_LIGHT)
    dome = outline("-196,-30 -160,-92 -80,-130 24,-132 122,-104 186,-44 120,-26 0,-20 -120,-22", SHELL)
    shade = outline("-196,-30 -170,-74 -100,-52 20,-46 120,-54 180,-50 186,-44 120,-26 0,-20 -120,-22", SHELL_SHADE)
    light = outline("-70,-118 10,-122 86,-104 40,-104 -30,-106", SHELL_LIGHT)
    warts = "".join(
        oval((x, y), (8, 4.5), SHELL_LIGHT) for x, y in ((-128, -82), (-92, -98), (-40, -84), (20, -84), (78, -82))
    )
    return put(far, _head((184, -52), -24), skirt, dome, shade, light, warts, hind, fore)


def _swimmer(at: Point, size: float, *, mirror: bool = False) -> str:
    """A turtle in the water: the head on its long neck, the back just awash, rings around it."""
    rings = veil(oval((0, 6), (250, 26), PAPER), opacity=0.35) + oval((0, 6), (222, 20), blend(POND, POND_DEEP, 0.35))
    back = path("M-150 4Q-120 -46 -20 -52T130 4Z", SHELL) + path("M-150 4Q-60 -22 130 4Z", SHELL_SHADE)
    head = (
        outline("88,16! 88,-40 104,-80 132,-98 162,-94 200,-72! 202,-60! 172,-52 150,-40 142,-12 150,16!", LIMB)
        + outline("136,16! 134,-16 146,-40 172,-52! 150,-40 142,-12 150,16!", LIMB_SHADE)
        + stroke("124,-84 150,-80 170,-70", LIMB_SHADE, 4)
        + disc((146, -84), 6, "#E9D98C")
        + disc((147, -84), 3.4, "#20200F")
    )
    return put(rings, head, back, veil(oval((0, 8), (168, 9), PAPER), opacity=0.5), at=at, scale=size, mirror=mirror)


def _board(left: float, top: float, wide: float) -> str:
    """A basking board on posts, its near end in front of us."""
    posts = "".join(box((left + wide * s, top + 30), (26, 200), TIMBER_DARK) for s in (0.12, 0.84))
    planks = "".join(
        box((left + 10 * (2 - i), top + 22 * i), (wide - 12 * (2 - i), 20), blend(TIMBER, "#C79F55", 0.5 - 0.12 * i), 4)
        for i in range(3)
    )
    return posts + planks + box((left, top + 64), (wide, 14), TIMBER_DARK, 4)


def _jetty() -> str:
    """The jetty from the right bank and the grower on it, a basin of feed in the hands."""
    posts = "".join(box((x, 640), (18, 130), TIMBER_DARK) for x in (1010, 1190, 1370, 1550))
    deck = box((980, 622), (660, 26), blend(TIMBER, "#C79F55", 0.45), 4) + box((980, 644), (660, 10), TIMBER_DARK)
    slits = "".join(box((980 + 44 * i, 622), (3, 24), TIMBER) for i in range(1, 15))
    grower = standing((1080, 626), 300, Person("#A8587A", "#2F3A38"), mirror=True)
    basin = path("M958 466H1054Q1046 510 1026 512H986Q966 510 958 466Z", "#D9E5DC") + oval(
        (1006, 466), (48, 10), TIMBER
    )
    grains = "".join(disc((948 - 11 * i - 3 * (i % 3), 474 + 9 * i + 8 * (i % 4)), 5.5, TIMBER) for i in range(12))
    return posts + deck + slits + grower + basin + grains


def _pads(at: Point, scale: float) -> str:
    """Water hyacinth: round leaves and a pale flower or two."""
    leaves = "".join(
        oval((x, y), (34, 20), tone)
        for x, y, tone in (
            (-70, 4, GREEN[0]),
            (-28, -10, GREEN[1]),
            (22, -8, GREEN[2]),
            (66, 6, GREEN[1]),
            (-44, 16, GREEN[2]),
            (10, 16, GREEN[0]),
        )
    )
    bloom = "".join(
        stroke([(x, -12), (x + 2, -56)], GREEN[1], 6)
        + "".join(oval((x + d, -62 - h), (9, 12), "#B79BD0") for d, h in ((-9, 0), (11, 2), (1, 14)))
        for x in (-12, 40)
    )
    return put(bloom, leaves, at=at, scale=scale)


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(RICE.pale, "#A9D3C6", 0.55), RICE.mist, blend(RICE.mist, RICE.glow, 0.55)),
        sun((820, 220), 92, RICE.glow),
        cloud((430, 110), 320, PAPER),
        cloud((1180, 150), 260, PAPER),
        *(
            tree((x, 520), h, FAR_LEAVES, "#8FA37C", s)
            for x, h, s in ((640, 170, 3), (760, 140, 5), (900, 160, 7), (1010, 130, 2))
        ),
        ground(512, blend(RICE.light, RICE.mid, 0.3), -8),
        palm((110, 540), 430, GREEN, WALL_SHADE, 30),
        palm((205, 540), 330, GREEN, WALL_SHADE, -14),
        village_house((420, 532), 380),
        banana((650, 536), 200, GREEN, 4),
        palm((1400, 560), 500, GREEN, WALL_SHADE, -40),
        palm((1500, 560), 420, GREEN, WALL_SHADE, 26),
        banana((1290, 552), 240, GREEN, 8),
        *(bush((x, 562), w, GREEN) for x, w in ((40, 130), (760, 110), (1180, 130), (1580, 170))),
    ]
    water = [
        path(f"M0 548H{WIDTH}V{HEIGHT}H0Z", "#B98A5F"),
        box((0, 566), (WIDTH, 12), "#8A5E3C"),
        fading("pond", f"M0 578H{WIDTH}V{HEIGHT}H0Z", (POND_FAR, POND, POND_DEEP), (578, 1010)),
        veil(glints(((40, 592), (1560, 900)), 26, 8, PAPER), opacity=0.32),
        veil(glints(((640, 590), (980, 720)), 14, 5, RICE.glow), opacity=0.7),
    ]
    near = [
        _jetty(),
        _swimmer((690, 676), 0.54),
        _swimmer((380, 640), 0.36),
        _swimmer((1230, 810), 0.78, mirror=True),
        _pads((170, 700), 0.9),
        _pads((1480, 880), 1.3),
        veil(oval((500, 1010), (470, 26), POND_DEEP), opacity=0.6),
        _board(90, 900, 820),
        veil(oval((430, 926), (270, 12), "#2A1A10"), opacity=0.35),
        put(_turtle(), at=(410, 918), scale=1.22),
        _pads((1010, 1010), 1.2),
    ]
    return picture(*behind, *water, *near)
