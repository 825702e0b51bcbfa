"""Cattle for households at the border: a soldier hands over a yellow cow to a woman with a back basket, the herd on the slope."""

from illustrations.buildings import stilt_house
from illustrations.land import cloud, fringe, ground, ridge, sky, sun
from illustrations.palette import PAPER, RICE, SKIN, STRAW_SHADE, TIMBER, TIMBER_DARK, blend
from illustrations.pen import Point, box, disc, outline, oval, path, picture, polygon, put, stroke, veil
from illustrations.people import SOLE, Person, standing
from illustrations.plants import GREEN, Leaves, banana, tree, tuft
from illustrations.subjects.livelihood_garden import cow

TUNIC, TUNIC_SHADE = "#5C7A4A", "#47603A"
CLOTH, CLOTH_BAND = "#25283F", "#B5392B"
FAR_LEAVES: Leaves = ("#3E7A58", "#5B9A6A", "#86B987")


def soldier(at: Point, height: float, *, mirror: bool = False) -> str:
    """Draw a soldier in a plain green uniform and a soft hat, no badge or rank, one forearm forward to the right."""
    figure = standing((0, 0), 100, Person(TUNIC, TUNIC_SHADE, hatted=False, cropped=True))
    brim = oval((1, -94.5), (11.5, 2.6), TUNIC_SHADE) + path("M-7 -95Q-6.5 -104 1 -104.5Q8 -104 8.5 -95Z", TUNIC)
    belt = box((-13.4, -50), (26.8, 4.4), "#6B4A2C") + box((-2, -50.6), (5, 5.6), "#D9B45C", 1)
    pockets = "".join(box((x, -72), (7.4, 8), TUNIC_SHADE, 1) for x in (-7.4, 3))
    boots = box((-11, -8), (9.4, 7), SOLE, 2) + box((2.6, -8), (9.4, 7), SOLE, 2)
    return put(figure, belt, pockets, boots, brim, at=at, scale=height / 100, mirror=mirror)


def _woman(at: Point, height: float) -> str:
    """A woman of the highlands: dark blouse and wrapped skirt with a woven hem, a basket on her back, looking right."""
    skirt = polygon("-12.6,-46! 12.6,-46! 14.5,-9! -14.5,-9!", CLOTH)
    hem = polygon("-14.2,-15! 14.2,-15! 14.5,-10! -14.5,-10!", CLOTH_BAND) + polygon(
        "-13.6,-24! 13.6,-24! 13.8,-22! -13.8,-22!", "#E8CB8A"
    )
    basket = path("M-31 -84H-9L-13 -50H-27Z", STRAW_SHADE) + "".join(
        stroke([(-30 + i * 0.6, -78 + 7 * i), (-10 - i * 0.5, -78 + 7 * i)], "#9A7436", 1) for i in range(4)
    )
    strap = stroke("-10,-82 -3,-78 -6,-60", "#9A7436", 1.8)
    rim = oval((-20, -84), (11.4, 2.4), "#9A7436")
    leaves = "".join(
        put(outline("0,0! -3,-9 0,-16! 3,-9", GREEN[1 + i % 2]), at=(-20, -83), turn=t)
        for i, t in enumerate((-34, 30, -10, 12))
    )
    figure = standing((0, 0), 100, Person("#2F3350", CLOTH, hatted=False))
    band = stroke("-6,-94 0,-98 7,-94", CLOTH_BAND, 2.4)
    return put(leaves, basket, rim, figure, skirt, hem, strap, band, at=at, scale=height / 100)


def _communal_house(at: Point, width: float) -> str:
    """The village's rông house: a steep thatched roof, far taller than the walls, on stilts, a notched ladder in front."""
    half, floor, eave, top = width / 2, -width * 0.17, -width * 0.34, -width * 1.12
    straw, shade = "#C79A5E", "#96693A"
    posts = "".join(
        box((half * x - width * 0.014, floor), (width * 0.028, -floor), TIMBER_DARK)
        for x in (-0.76, -0.38, 0, 0.38, 0.76)
    )
    wall = box((-half * 0.84, eave), (half * 1.68, floor - eave), TIMBER)
    planks = "".join(
        box((half * (-0.84 + 0.12 * i), eave), (width * 0.005, floor - eave), TIMBER_DARK) for i in range(15)
    )
    door = box((-half * 0.13, eave), (half * 0.26, floor - eave), TIMBER_DARK)
    deck = box((-half * 0.92, floor), (half * 1.84, width * 0.024), STRAW_SHADE)
    roof = path(
        f"M{-half:.0f} {eave + width * 0.03:.0f}Q{-half * 0.9:.0f} {(eave + top) / 2:.0f} {-half * 0.64:.0f} {top:.0f}"
        f"Q0 {top + width * 0.07:.0f} {half * 0.64:.0f} {top:.0f}Q{half * 0.9:.0f} {(eave + top) / 2:.0f} {half:.0f} {eave + width * 0.03:.0f}Z",
        straw,
    )
    combs = "".join(
        stroke(
            [
                (half * t * 0.64, top + width * 0.06),
                (half * t * 0.88, (eave + top) / 2),
                (half * t, eave + width * 0.02),
            ],
            shade,
            width * 0.006,
        )
        for t in (-0.85, -0.68, -0.51, -0.34, -0.17, 0, 0.17, 0.34, 0.51, 0.68, 0.85)
    )
    ridge_line = stroke(
        [(-half * 0.66, top - width * 0.015), (0, top + width * 0.035), (half * 0.66, top - width * 0.015)],
        TIMBER_DARK,
        width * 0.022,
    )
    lip = box((-half, eave + width * 0.015), (width, width * 0.02), shade, 3)
    ladder = polygon(
        [(-width * 0.03, floor), (width * 0.03, floor), (width * 0.05, 0), (-width * 0.05, 0)], STRAW_SHADE
    )
    rungs = "".join(
        box((-width * 0.045, floor * t), (width * 0.09, width * 0.012), TIMBER_DARK) for t in (0.2, 0.45, 0.7)
    )
    return put(posts, wall, planks, door, deck, ladder, rungs, roof, combs, lip, ridge_line, at=at)


def _fence(left: float, right: float, level: float) -> str:
    """A bamboo fence with two rails."""
    count = int((right - left) / 62)
    posts = "".join(box((left + 62 * i, level - 66 + 5 * (i % 3)), (11, 70), "#B08A4C", 4) for i in range(count + 1))
    rails = stroke([(left - 14, level - 46), (right + 14, level - 42)], "#C79F55", 8) + stroke(
        [(left - 14, level - 20), (right + 14, level - 18)], "#C79F55", 8
    )
    return posts + rails


def draw() -> str:
    """Give the whole picture as SVG."""
    behind = [
        sky(blend(RICE.pale, "#9CCBC6", 0.7), RICE.mist, blend(RICE.mist, RICE.glow, 0.5)),
        sun((470, 190), 84, RICE.glow),
        cloud((900, 130), 360, PAPER),
        cloud((1430, 190), 230, PAPER),
        ridge(330, 130, 12, (blend(RICE.light, "#8FB9C0", 0.6), RICE.mist), 1.1),
        ridge(430, 100, 33, (blend(RICE.mid, "#7DAEAA", 0.45), blend(RICE.pale, RICE.light, 0.5)), 1.7),
        cloud((330, 410), 520, RICE.mist),
        cloud((1330, 440), 460, RICE.mist),
        ridge(540, 70, 25, (RICE.mid, RICE.light), 2.3),
        *(
            tree((x, 620), h, FAR_LEAVES, TIMBER_DARK, s)
            for x, h, s in ((60, 190, 2), (560, 160, 6), (690, 190, 8), (1560, 230, 4))
        ),
        ground(600, blend(RICE.light, RICE.mid, 0.35), -18),
        _communal_house((1290, 652), 290),
        banana((1070, 650), 190, GREEN, 5),
        stilt_house((230, 622), 230, ("#B98A5F", "#8E6440"), horned=False),
        stilt_house((470, 616), 150, ("#B98A5F", "#8E6440"), horned=False),
        _fence(880, 1190, 688),
        ground(676, blend(RICE.light, RICE.glow, 0.28), -14),
    ]
    herd = [
        veil(oval((1440, 752), (78, 6), RICE.deep), oval((620, 716), (60, 5), RICE.deep), opacity=0.3),
        put(cow(), at=(1440, 752), scale=0.46),
        put(cow(), at=(610, 716), scale=0.36, mirror=True),
        *(tuft((x, y), 26, RICE.mid, x) for x, y in ((60, 770), (860, 752), (1250, 770), (120, 860), (1500, 880))),
    ]
    scene = [
        veil(oval((1010, 968), (320, 20), RICE.deep), oval((500, 984), (66, 9), RICE.deep), opacity=0.32),
        veil(oval((170, 984), (130, 10), RICE.deep), opacity=0.32),
        standing((84, 968), 204, Person("#E5A93C", "#3A4A5C", hatted=False, cropped=True)),
        put(cow(), at=(1010, 966), scale=1.3),
        put(cow(), at=(1290, 994), scale=0.6),
        soldier((486, 982), 356, mirror=True),
        _woman((236, 982), 334),
        stroke("624,772 590,832 500,838 420,806 384,790 340,800", "#B5392B", 6),
        disc((401, 788), 10, SKIN),
        disc((316, 800), 10, SKIN),
        fringe(1074, 76, 9, RICE.dark),
    ]
    return picture(*behind, *herd, *scene)
