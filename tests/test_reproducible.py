"""The same bytes: whoever makes them, where, when, at once or one edit after another."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from building import OPTIONS, broken, clean, plain_host, published, share, with_templates, without_mkdocs
from making import TODAY
from project import add_photo, files_of, make_project, put, run, write_model
from showcase.build import build as building
from showcase.build import update as updating
from showcase.checking import check as checking
from showcase.system import pool as pools
from showcase.system.package import load_templates
from showcase.words.digest import digest_of

SEARCHED = replace(OPTIONS, is_searched=True)


@pytest.fixture
def project(tmp_path, shared, monkeypatch):
    """Three models in a project, which is the folder we stand in."""
    monkeypatch.chdir(make_project(tmp_path))
    without_mkdocs(monkeypatch)
    share(OPTIONS.cache, shared)
    return tmp_path


def named_by_content(path: str) -> bool:
    return path.startswith(("anh/", "tim/manh/"))


def differences(site: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Tell in what two sites differ, but for what stays for a while in the first one."""
    paths = {path for path in site if path in other or not named_by_content(path)} | other.keys()
    return sorted(path for path in paths if site.get(path) != other.get(path))


# --- Whoever makes them --------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_processes_make_the_same_bytes_and_tell_how_far_they_are(project, monkeypatch):
    expected = clean(SEARCHED)
    assert len(expected) > 70
    for module in (checking, updating):
        monkeypatch.setattr(module, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(updating, "_RECORDS_WORTH_PROCESSES", 1)
    monkeypatch.setattr(pools, "_BATCH", 7)
    told: list[tuple[int, int]] = []
    building.build_site(SEARCHED, TODAY, progress=lambda *done: told.append(done))
    assert files_of(OPTIONS.site) == expected
    pages = len([path for path in expected if not path.startswith("tim/")])
    assert told[:pages] == [(number, pages) for number in range(1, pages + 1)]
    write_model(project, "to-tu-quan", "tieu_de: Tổ tự quản có tên khác\n")
    published(SEARCHED)
    assert differences(files_of(OPTIONS.site), clean(SEARCHED)) == []


@pytest.mark.slow
def test_the_site_does_not_know_where_when_and_by_whom_it_was_built(tmp_path):
    """Another folder, another day of the year, another order of hashing; and a second build in a new process has nothing to do.

    The year is asked for: pages for those who steer say as of which year nobody has looked at a model.
    """
    one, other = make_project(tmp_path / "one"), make_project(tmp_path / "quite" / "another" / "place")
    first = run("showcase", "build", cwd=one, PYTHONHASHSEED="1")
    assert first.returncode == 0, first.stdout + first.stderr
    again = run("showcase", "build", cwd=one, PYTHONHASHSEED="2")
    assert "làm mới 0, bỏ 0" in again.stdout
    models = str(other / "models")
    last_day = {"PYTHONHASHSEED": "3", "SOURCE_DATE_EPOCH": "1798675200"}
    later = run("showcase", "build", "--models", models, cwd=other, **last_day)
    assert later.returncode == 0, later.stdout + later.stderr
    site = files_of(one / "site")
    assert files_of(other / "site") == site
    assert [
        path
        for path, data in site.items()
        if path.endswith((".html", ".json")) and re.search(rb"2026-12-31|31/12/2026|1798675200", data)
    ] == []


def test_equal_values_have_equal_digests_however_they_share_their_parts():
    word = "đường hoa"
    twin = word[:5] + word[5:]
    assert word is not twin
    assert digest_of((word, word)) == digest_of((word, twin))
    assert len({digest_of(*value) for value in (("a", "b"), ("ab",), ("a", b"b"), (("a", "b"),), ("b", "a"))}) == 5


# --- A change at a time, and all at once ---------------------------------------------------------------------------


class Editors:
    """People who change one thing at a time; each knows enough of the project to keep it sound."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.count = 0
        self.templates: dict[str, str] = {}
        self.said: list[str] = []

    def edits(self) -> Iterator[None]:
        """Do everything that they can, in an order of the seed's."""
        names = sorted(name for name in dir(self) if name.startswith("edit_"))
        self.chance.shuffle(names)
        for self.count, name in enumerate(names, 1):
            self.said.append(name)
            getattr(self, name)()
            yield

    def _model(self) -> Path:
        return self.chance.choice(sorted((self.folder / "models").glob("*/*/model.yaml")))

    def edit_text(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        put(model, re.sub(r"tieu_de: .*", f"tieu_de: Cách làm số {self.count} – *hay* & <gọn>", text))

    def edit_sentence(self) -> None:
        """Correct what nobody but the model's own page tells."""
        self._rewrite(r"(ngay_dang: .*)", rf"\1\nghi_chu: Đã sửa một câu, lần {self.count}.")

    def edit_add(self) -> None:
        write_model(self.folder, f"moi-{self.count}", f"tieu_de: Mô hình mới số {self.count}\nlinh_vuc: kinh-te\n")

    def edit_copy(self) -> None:
        teacher = self._model().parent.name
        write_model(self.folder, f"hoc-{self.count}", f"tieu_de: Học theo lần {self.count}\nhoc_tu: {teacher}\n")

    def edit_spread(self) -> None:
        model = self._model()
        text = re.sub(r"da_nhan_rong: .*\n", "", model.read_text(encoding="utf-8"))
        put(model, f"{text}da_nhan_rong: [{{noi: tỉnh Cà Mau, nam: {2000 + self.count}}}]\n")

    def edit_learn(self) -> None:
        names = [f"lop-{self.count}-{at}" for at in range(3)]
        for teacher, name in zip([self._model().parent.name, *names], names, strict=False):
            write_model(self.folder, name, f"tieu_de: Lớp học {name} của bản\nhoc_tu: {teacher}\n")

    def edit_delete(self) -> None:
        model = self._model()
        name = model.parent.name
        for other in (self.folder / "models").glob("*/*/model.yaml"):
            put(other, other.read_text(encoding="utf-8").replace(f"hoc_tu: {name}\n", ""))
        shutil.rmtree(model.parent)
        if not list((self.folder / "models").glob("*/*/model.yaml")):
            self.edit_add()

    def edit_rename(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        if "duong_dan_cu" not in text:
            put(model, f"{text}duong_dan_cu: [{model.parent.name}]\n")
            model.parent.rename(model.parent.with_name(f"doi-{self.count}"))

    def edit_move(self) -> None:
        model = self._model().parent
        there = self.folder / f"models/noi-{self.count}"
        there.mkdir()
        model.rename(there / model.name)
        if not any(model.parent.iterdir()):
            model.parent.rmdir()

    def edit_take_down(self) -> None:
        model = self._model()
        text = model.read_text(encoding="utf-8")
        if "go_bo" not in text:
            put(model, f"{text}go_bo: {{ngay: 21/11/2026, ly_do: Theo đề nghị của địa phương.}}\n")

    def edit_photo(self) -> None:
        photos = sorted((self.folder / "models").glob("*/*/anh.jpg"))
        name = photos[0].parent if photos else self._model().parent
        if name.parent.name == "son-la":
            add_photo(self.folder, name.name, width=400 + 4 * self.count)

    def edit_label(self) -> None:
        vocabulary = self.folder / "models/_vocabulary/linh-vuc.yaml"
        text = vocabulary.read_text(encoding="utf-8")
        put(vocabulary, re.sub(r"ten: Kinh tế.*", f"ten: Kinh tế {self.count}", text))

    def edit_report(self) -> None:
        report = self.folder / "models/_reports/ha-noi-2023.yaml"
        put(report, re.sub(r"tong: .*", f"tong: 13.{600 + self.count}", report.read_text(encoding="utf-8")))

    def edit_settings(self) -> None:
        settings = self.folder / "mkdocs.yml"
        put(settings, re.sub(r"site_name: .*", f"site_name: Khéo {self.count}", settings.read_text(encoding="utf-8")))

    def edit_page(self) -> None:
        put(self.folder / "docs/gioi-thieu.md", f"# Giới thiệu\n\nLần sửa thứ {self.count}.\n")

    def edit_style(self) -> None:
        put(self.folder / "docs/assets/trang.css", f"main {{ margin: {self.count}px }}\n")

    def edit_subject(self) -> None:
        """Write another summary, theme and field: others become like this one, or no longer."""
        summary = "Cả bản gom ve chai lập quỹ khuyến học" if self.count % 2 else "Cả bản trồng hoa dọc đường làng"
        self._rewrite(r"tom_tat: .*", f"tom_tat: {summary}, đã mấy năm nay rồi.")
        self._rewrite(r"linh_vuc: .*", f"linh_vuc: {self.chance.choice(['kinh-te', 'van-hoa-xa-hoi'])}\nchu_de: [y-te]")

    def edit_place(self) -> None:
        self._rewrite(r"noi: .*", f"noi: {self.chance.choice(['xã Ngọc Chiến', 'phường Mộc Châu'])}, tỉnh Sơn La")

    def edit_steps(self) -> None:
        """Tell the steps, so that the theme has a list of those who do."""
        self._rewrite(
            r"(linh_vuc: .*)",
            rf"\1\nchu_de: [y-te]\nlam_theo: {{buoc: [Họp lần {self.count}, Chia việc cho từng nhà]}}",
        )

    def _rewrite(self, was: str, now: str) -> None:
        model = self._model()
        text = re.sub(r"(chu_de|lam_theo|ghi_chu): .*\n", "", model.read_text(encoding="utf-8"))
        put(model, re.sub(was, now, text, count=1))

    def edit_template(self) -> None:
        template = load_templates()["takedown.html"]
        self.templates["takedown.html"] = template.replace("Thông báo", f"Thông báo {self.count}")


GROWN = {
    "a few edits": (2, 6, OPTIONS),
    "all edits": (1, None, SEARCHED),
}
"""Whose edits, how many of them (None: all that they can do), and what is built."""


@pytest.mark.parametrize(
    ("seed", "most", "options"),
    [pytest.param(*given, id=name, marks=[pytest.mark.slow] * (given[1] is None)) for name, given in GROWN.items()],
)
def test_a_site_grown_by_edits_equals_one_built_at_once(project, monkeypatch, seed, most, options):
    editors = Editors(project, seed)
    templates = building.load_templates()
    with_templates(monkeypatch, lambda: templates | editors.templates)
    monkeypatch.setattr(building, "make_host", plain_host)
    published(options)
    for turn, _ in enumerate(islice(editors.edits(), most), 1):
        assert published(options).troubles == ()
        if turn % 5 == 0:
            assert_as_built_at_once(options, editors)
    assert_as_built_at_once(options, editors)


def assert_as_built_at_once(options, editors):
    assert differences(files_of(OPTIONS.site), clean(options)) == [], editors.said
    assert broken() == [], editors.said
