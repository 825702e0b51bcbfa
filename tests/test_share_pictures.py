"""What is shown where a link is shared: which pages have a picture of their own, what stands on it, and when it is drawn again."""

import re
from dataclasses import replace

import pytest
from building import OPTIONS, broken, published, share
from building import without_mkdocs as without_mkdocs_
from library import MadeHost, due, inputs_of, make_all
from making import event, model, photo
from project import change, make_project, put
from showcase.build import build as building
from showcase.drawing import store
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.render import plan_host
from showcase.publish.context import Context
from showcase.publish.facts import model_image, share_of_list_at, share_of_model_at, share_of_site_at
from showcase.publish.site import all_outputs
from showcase.record.making import make_event
from showcase.system.gazetteer import load_gazetteer
from showcase.views.cover import Cover
from showcase.views.page import SiteFacts
from showcase.views.share_picture import KINDS, Shown, Tally, share_of_event

SITE = SiteFacts(
    name="Dân vận khéo", description="Thử.", url="https://mau.example/thu/", picture="chia-se.png", share_pictures=KINDS
)
SHOWN = "anh: [{tep: cho.jpg, mo_ta: Con đường làng rợp hoa, tac_gia: Ban biên tập, giay_phep: cua-du-an, nguoi: khong, loai: minh-hoa}]\n"
NAME = "ngoc-chien-duong-sach"


def inputs_at(*models, site=SITE):
    """Give the inputs of a site that has an address."""
    inputs = inputs_of(*models)
    return replace(inputs, settings=inputs.settings._replace(site=site))


def drawn(*models, site=SITE):
    """Tell by path which pictures a site has."""
    paths = (output.path for output in all_outputs(Context(inputs_at(*models, site=site))))
    return {path for path in paths if path.rpartition("/")[2].startswith("chia-se")}


def test_models_lists_and_the_site_have_one_each_beside_their_pages():
    pictures = drawn(model(), model(SHOWN, name="duong-hoa", photos=(photo("cho.jpg"),)))
    assert pictures >= {
        "chia-se.png",
        f"mo-hinh/{NAME}/chia-se.png",
        "mo-hinh/duong-hoa/chia-se.jpg",
        "linh-vuc/van-hoa-xa-hoi/chia-se.png",
        "chu-de/y-te/chia-se.png",
        "dia-phuong/son-la/chia-se.png",
        "dia-phuong/son-la/ngoc-chien/chia-se.png",
        "dia-phuong/dien-bien/chia-se.png",
    }
    assert "mo-hinh/chia-se.png" not in pictures, "the list of all models shares that of the site"


@pytest.mark.parametrize(
    ("change_of_site", "folders"),
    [
        ({"share_pictures": ("mo-hinh",)}, {"", "mo-hinh"}),
        ({"share_pictures": ("chu-de", "linh-vuc")}, {"", "chu-de", "linh-vuc"}),
        ({"share_pictures": ()}, {""}),
        ({"picture": "assets/khéo.png", "share_pictures": ("mo-hinh",)}, {"mo-hinh"}),
        ({"url": ""}, set()),
    ],
    ids=["models", "fields and themes", "none but the site's", "the site has a file of its own", "no address"],
)
def test_the_settings_say_for_which_kinds_one_is_drawn(change_of_site, folders):
    pictures = drawn(model(), site=replace(SITE, **change_of_site))
    assert {path.rpartition("/")[0].partition("/")[0] for path in pictures} == folders


def test_of_what_was_taken_down_there_is_none():
    takedown = "go_bo: {ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}\n"
    # Where one of a model lay, that of the site stands: who shared the page long ago still shows a picture.
    assert not any(path.startswith("mo-hinh/") and path.endswith(".jpg") for path in drawn(model(takedown)))
    assert Context(inputs_at(model(takedown))).fact(model_image, NAME) is None


# --- What stands on them -------------------------------------------------------------------------------------------


def share_of(snippet, **more):
    return Context(inputs_at(model(snippet, **more))).fact(share_of_model_at, NAME)


def test_a_model_shows_its_photo_beside_field_place_and_title():
    picture = share_of(SHOWN, photos=(photo("cho.jpg"),))
    assert isinstance(picture.left, Shown)
    assert (picture.left.label, picture.left.rendition.width) == ("Tranh minh họa", 1280)
    assert (picture.kicker, picture.place) == ("Văn hóa - xã hội", "Xã Ngọc Chiến, Sơn La")
    assert (picture.title, picture.site) == ("Tổ tự quản giữ sạch đường làng", "Dân vận khéo")


def test_of_a_photo_the_smallest_size_is_drawn_that_fills_its_place():
    sizes = {width: share_of(SHOWN, photos=(photo("cho.jpg", width=width, height=height),)).left.rendition.width
             for width, height in ((3000, 2250), (3000, 2000), (900, 600))}  # fmt: skip
    assert sizes == {3000: 960, 900: 900}


def test_a_model_without_a_photo_shows_the_cover_of_its_page():
    picture = share_of("ket_qua: [{chi_so: Điểm rác tự phát, truoc: 14, sau: 2, don_vi_tinh: điểm}]\n")
    assert isinstance(picture.left, Cover)
    assert (picture.left.kind, picture.title) == ("bars", "Tổ tự quản giữ sạch đường làng")


def test_a_title_that_is_the_cover_is_not_said_twice():
    picture = share_of("tieu_de: Tiết kiệm xanh\n")
    assert (picture.left.large, picture.title) == ("Tiết kiệm xanh", "")
    assert picture.text.startswith("Mười hộ trong xóm")


def test_a_place_is_named_as_it_is_called_today():
    picture = share_of("dia_diem:\n  - noi: phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An\n")
    assert picture.place == "Phường Hoàng Mai, Nghệ An"


def test_a_list_shows_how_many_models_it_has_of_which_fields_and_the_newest_titles():
    models = [
        model(f"tieu_de: Bài số {day} của xã\nngay_dang: 2026-11-{day}\nlinh_vuc: {field}\n", name=f"bai-{day}")
        for day, field in ((10, "kinh-te"), (11, "van-hoa-xa-hoi"), (12, "kinh-te"), (13, "kinh-te"))
    ]
    context = Context(inputs_at(*models))
    picture = context.fact(share_of_list_at, "dia-phuong/son-la/ngoc-chien/")
    assert picture.left == Tally("Sơn La", "Xã Ngọc Chiến", 4, (("kinh-te", 3), ("van-hoa-xa-hoi", 1)))
    assert picture.titles == ("Bài số 13 của xã", "Bài số 12 của xã", "Bài số 11 của xã")
    assert context.fact(share_of_list_at, "linh-vuc/kinh-te/").field == "kinh-te"
    assert context.fact(share_of_site_at).left.models == 4


def test_a_list_of_what_is_no_more_says_so_and_an_empty_one_says_that_it_is():
    context = Context(inputs_at(model("dia_diem:\n  - noi: thị xã Hoàng Mai, tỉnh Nghệ An\n")))
    assert context.fact(share_of_list_at, "dia-phuong/cu/nghe-an/hoang-mai/").left.above == "Địa danh cũ · Nghệ An"
    empty = context.fact(share_of_list_at, "dia-phuong/dien-bien/")
    assert (empty.left.models, empty.titles) == (0, ())
    assert empty.text == "Chưa có bài nào của tỉnh Điện Biên được đưa lên chuyên trang."


@pytest.mark.parametrize(
    ("when", "large", "year"),
    [
        ("ngay: 2026-10-15", "15/10", "2026"),
        ("tu_ngay: 2018-11-08\nden_ngay: 2018-11-09", "8–9/11", "2018"),
        ("tu_ngay: 2018-10-30\nden_ngay: 2018-11-02", "30/10–2/11", "2018"),
        ("tu_ngay: 2018-07-19\nden_ngay: 2019-04-02", "2018–2019", ""),
        ("nam: 2024", "2024", ""),
    ],
)
def test_an_event_shows_its_days_large_and_the_year_beside_them(when, large, year):
    held = make_event(event(f"{when}\n", without=("ngay",)), load_gazetteer())
    picture = share_of_event(held, SITE)
    assert (picture.left.large, picture.left.unit, picture.left.above) == (large, year, "Hội thi")
    assert (picture.left.below, picture.title) == ("Xã Ngọc Chiến, tỉnh Sơn La", "Hội thi “Dân vận khéo” xã Ngọc Chiến")


# --- Heads ---------------------------------------------------------------------------------------------------------


def head_of(inputs, address):
    """Give what the head of a page says to whoever shares it, by name."""
    page = next(output for output in all_outputs(Context(inputs)) if output.about and output.address == address)
    html = page.bytes_of(Context(inputs)).decode()
    return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)"', html))


WITH_PHOTO = model(SHOWN, photos=(photo("cho.jpg"),))


@pytest.mark.parametrize("shared_by", [f"mo-hinh/{NAME}/"])
def test_a_head_tells_address_size_type_and_words(shared_by):
    said = head_of(inputs_at(WITH_PHOTO), shared_by)
    path, _, version = said["og:image"].partition("?")
    assert path == f"https://mau.example/thu/{shared_by}chia-se.jpg"
    assert re.fullmatch("[0-9a-f]{8}", version)
    assert (said["og:image:width"], said["og:image:height"], said["og:image:type"]) == ("1200", "630", "image/jpeg")
    assert said["og:image:alt"] == ("Con đường làng rợp hoa. Tổ tự quản giữ sạch đường làng. Xã Ngọc Chiến, Sơn La.")
    assert (said["twitter:card"], said["twitter:image"]) == ("summary_large_image", said["og:image"])


@pytest.mark.slow
def test_what_is_new_on_a_picture_makes_its_address_new_and_nothing_else_does():
    def address_with(snippet):
        return head_of(inputs_at(model(snippet)), f"mo-hinh/{NAME}/")["og:image"]

    before = address_with("")
    assert address_with("ngay_dang: 2026-11-19\n") == before
    assert address_with("tieu_de: Tổ tự quản giữ sạch ngõ xóm\n").partition("?")[0] == before.partition("?")[0]
    assert address_with("tieu_de: Tổ tự quản giữ sạch ngõ xóm\n") != before
    elsewhere = replace(model(""), path="/nha/ai/do/models/son-la/ngoc-chien-duong-sach/model.yaml")
    assert head_of(inputs_at(elsewhere), f"mo-hinh/{NAME}/")["og:image"] == before, "wherever the folder lies"


@pytest.mark.parametrize(
    ("address", "picture"),
    [("", "chia-se.png"), ("so-lieu/", "chia-se.png"), ("mo-hinh/", "chia-se.png"), ("chu-de/", "chia-se.png")],
)
def test_other_pages_share_that_of_the_site(address, picture):
    said = head_of(inputs_at(model()), address)
    assert (said["og:image"], said["og:image:width"]) == (f"https://mau.example/thu/{picture}", "1200")
    assert said["og:image:alt"] == "Dân vận khéo: Thử."


def test_further_pages_of_a_list_name_its_picture_without_its_version():
    inputs = inputs_at(*(model(name=f"to-{number:03}") for number in range(30)))
    first, second = (head_of(inputs, f"dia-phuong/son-la/{page}")["og:image"] for page in ("", "trang-2/"))
    assert first.partition("?")[0] == second


def test_where_none_is_drawn_the_photo_itself_is_shared_and_without_an_address_nothing():
    said = head_of(inputs_at(WITH_PHOTO, site=replace(SITE, share_pictures=())), f"mo-hinh/{NAME}/")
    assert re.search(r"/anh/[a-z0-9-]+_[a-z-]+_[0-9a-f]{12}-1600\.jpg$", said["og:image"])
    assert (said["og:image:width"], said["og:image:height"]) == ("1600", "1000")
    assert head_of(inputs_at(WITH_PHOTO, site=replace(SITE, url="")), f"mo-hinh/{NAME}/") == {}


# --- When they are drawn -------------------------------------------------------------------------------------------


def drawn_again(before, after):
    _, history = make_all(inputs_at(*before))
    return {path for path in due(history, inputs_at(*after)) if "chia-se" in path}


@pytest.mark.slow
def test_a_corrected_sentence_has_nothing_drawn_again_and_a_title_what_shows_it():
    other = model("dia_diem:\n  - noi: tỉnh Nghệ An\nlinh_vuc: kinh-te\n", name="nuoi-huou")
    story = "noi_dung:\n  cach_lam: Mười hộ chia đường làng thành mười đoạn, mỗi nhà nhận một đoạn để quét dọn.\n"
    assert drawn_again([model(), other], [model(story), other]) == set()
    title = "tieu_de: Tổ tự quản giữ sạch ngõ xóm\n"
    assert drawn_again([model(), other], [model(title), other]) == {
        f"mo-hinh/{NAME}/chia-se.png",
        "linh-vuc/van-hoa-xa-hoi/chia-se.png",
        "dia-phuong/son-la/chia-se.png",
        "dia-phuong/son-la/ngoc-chien/chia-se.png",
        "dia-phuong/son-la/linh-vuc/van-hoa-xa-hoi/chia-se.png",
    }


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """Three models in a project that has an address, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path))
    without_mkdocs_(monkeypatch)
    frame = building.make_host(OPTIONS.config, tmp_path).frame
    monkeypatch.setattr(building, "make_host", lambda _config, _folder: MadeHost(frame=frame, site=SITE))
    share(OPTIONS.cache, shared)
    return tmp_path


def pictures():
    return {path.relative_to(OPTIONS.site).as_posix() for path in OPTIONS.site.rglob("chia-se.*")}


@pytest.mark.slow
def test_a_model_that_goes_takes_its_picture_along_at_once(project):
    published()
    assert "mo-hinh/duong-hoa/chia-se.jpg" in pictures()
    path = project / "models/son-la/duong-hoa/model.yaml"
    text = path.read_text(encoding="utf-8")
    put(path, f"{text}go_bo: {{ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}}\n")
    published()
    assert "mo-hinh/duong-hoa/chia-se.jpg" not in pictures()
    assert broken() == []


@pytest.mark.slow
def test_a_photo_that_goes_takes_the_picture_with_it_along_at_once(project):
    published()
    path = project / "models/son-la/duong-hoa/model.yaml"
    put(path, re.sub(r"(?m)^anh:\n(?:[ -].*\n)+", "", path.read_text(encoding="utf-8")))
    (path.parent / "anh.jpg").unlink()
    published()
    assert "mo-hinh/duong-hoa/chia-se.png" in pictures()
    assert "mo-hinh/duong-hoa/chia-se.jpg" not in pictures()


@pytest.mark.slow
def test_a_site_made_anew_takes_what_was_drawn_and_is_the_same(project, monkeypatch):
    published()
    before = {path: (OPTIONS.site / path).read_bytes() for path in pictures()}
    monkeypatch.setattr(store, "draw", lambda *_: pytest.fail("drawn again"))
    again = OPTIONS.site.with_name("again")
    published(replace(OPTIONS, site=again))
    assert {path: (again / path).read_bytes() for path in before} == before
    change(project / "models/son-la/duong-hoa/model.yaml", "Các hộ họp lại", "Các hộ cùng họp lại")
    assert published().written > 0


def test_what_is_no_kind_of_pages_is_told_before_anything_is_built(tmp_path):
    project = make_project(tmp_path, photo=False)
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    put(config, re.sub("share_pictures: .*", "share_pictures: [mo-hinh, tin-tuc]", text))
    with pytest.raises(HostError, match="không có loại trang 'tin-tuc'; chỉ có mo-hinh, linh-vuc"):
        plan_host(config, tmp_path / "host")
    put(config, re.sub("share_pictures: .*", "share_pictures: []", text))
    assert plan_host(config, tmp_path / "host").site.share_pictures == ()
