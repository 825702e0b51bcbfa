"""Whatever one leaf of the sources is changed to, the site is, byte for byte, what a clean build would have made of it.

Every entry of the format is changed in turn, in models, vocabularies and reports; every setting, every template. Then two
things are done on purpose that once left pages stale, and a family of outputs is added in ten lines.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
import yaml
from building import FRAME, share
from library import MadeHost
from made_site import make_models
from making import TODAY, TODAY_OF_THE_REAL
from project import ROOT, make_project, write_model
from real_models import copy_models_of_the_day
from showcase.build.build import update_site
from showcase.build.inputs import make_inputs
from showcase.build.options import Options
from showcase.build.publish import Publication
from showcase.build.update import Work
from showcase.checking.check import Checker
from showcase.checking.database import Database
from showcase.checking.scan import scan_sources
from showcase.mkdocs.host import make_host
from showcase.photos.store import PhotoStore
from showcase.publish import data_files, facts
from showcase.publish.context import Context, Found
from showcase.publish.inputs import FactKey, Settings
from showcase.publish.output import Output, Outputs
from showcase.publish.site import FAMILIES, all_outputs
from showcase.reading import form as forms
from showcase.reading.kinds import Choice, Date, Form, Group, Key, Kind, Many, Number, Pattern, Table, Text, Whole
from showcase.reading.kinds import Story as StoryText
from showcase.system.pool import Pool

CODE = "the code of this test"


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    return make_host(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("host"))


STAYING = re.compile(r"assets/.*|mo-hinh/[^/]+/index\.html")
"""What a build does not take away at once: what pages that are still open may show, and pages of most of the models."""
STEERED = "dieu-hanh", "dieu-hanh/son-la", "dieu-hanh/ha-noi"
UNITS = 200
UNIT_LINES = data_files._lines_of_units  # noqa: SLF001 - no door leads to them


@pytest.fixture(scope="module", autouse=True)
def few_units():
    """Of the table of 14,000 units, which takes as long as all pages of a small catalogue, the first rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_files, "_lines_of_units", lambda gazetteer: UNIT_LINES(gazetteer)[:UNITS])
        yield


def is_asked(output: Output) -> bool:
    """Whether an output is made here: no pictures, whose names tell their content, and of provinces that are steered alike a few.

    Nor are workbooks, which say the tables once more, and the two tables of all 3,321 communes: they are made of three models.
    """
    folder, _, name = output.path.rpartition("/")
    is_of_others = folder.startswith("dieu-hanh") and folder not in STEERED
    is_long = folder == "dieu-hanh" and name in ("xa.csv", "xa-chua-co.csv")
    return not (output.is_named_by_content or is_of_others or is_long or name.endswith(".xlsx"))


def asked(outputs: Outputs) -> Outputs:
    """What of a family is made here."""
    return lambda context: filter(is_asked, outputs(context))


ALL = tuple(map(asked, FAMILIES))


@dataclass
class Project:
    """A models folder and its site, built again after each change."""

    folder: Path
    host: object
    shared: Path
    families: tuple = ALL

    def __post_init__(self):
        self.options = Options(self.folder / "models", self.folder / "site", ROOT / "mkdocs.yml", self.folder / "cache")
        share(self.options.cache, self.shared)
        self.database, self.pool = Database(self.options.cache, CODE), Pool(is_alone=True)
        inspect = PhotoStore(self.options.cache / "anh").inspect
        self.checker = Checker(TODAY_OF_THE_REAL, inspect, self.database, self.pool)
        self.templates = None

    def inputs(self):
        checked = self.checker.check(scan_sources(self.options.models))
        assert [problem for problem in checked.problems if problem.severity.value == "error"] == []
        settings = Settings(self.host.site, checked.scan.root)
        found = make_inputs(checked, settings, self.host, self.database, self.options.cache, TODAY.year)
        return replace(found, templates=self.templates or found.templates)

    def is_sound(self):
        return not self.checker.check(scan_sources(self.options.models)).errors

    def build(self):
        """Build what is due; give how many files were written."""
        inputs = self.inputs()
        publication = Publication(self.options.site, TODAY.toordinal())
        published = update_site(inputs, publication, Work(self.database, self.pool, self.options.cache), self.families)
        assert published.troubles == ()
        return published.written, inputs

    def stale(self):
        """Build what is due; give the paths whose bytes a clean build would not have made."""
        _, inputs = self.build()
        return self.others_than(made_of(inputs, self.families))

    def clean(self, **changed):
        """Give by path what a clean build makes, of inputs of which some are others."""
        return made_of(replace(self.inputs(), **changed), self.families)

    def others_than(self, wanted):
        """Give the paths at which the site has other bytes than it should."""
        site = self.options.site
        there = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        there = {path: place.read_bytes() for path, place in there.items() if not path.startswith(".")}
        return sorted(differing(wanted, there))

    @contextmanager
    def only(self, paths):
        """Have the site hold these outputs alone for a while, and what no build takes away at once."""
        self.families, all_families = tuple(partial(among, paths, family) for family in self.families), self.families
        self.build()
        yield
        self.families = all_families
        self.build()


def among(paths: set[str], outputs: Outputs, context: Context) -> Iterator[Output]:
    """Yield of a family the outputs at some paths, and what stays in a site."""
    return (one for one in outputs(context) if one.path in paths or STAYING.fullmatch(one.path))


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """Give the paths at which two sites are not the same."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def made_of(inputs, families):
    """Make all outputs of inputs of which nothing is known."""
    context = Context(inputs)
    return {output.path: output.bytes_of(context) for output in all_outputs(context, families)}


def made_project(folder, host, shared, families=ALL):
    """A catalogue with lineage, photos, copies, takedowns, and each entry of the format somewhere."""
    make_models(folder / "models")
    for name in (
        "nhieu-nhat-moi-thu",
        *(f"to-tu-quan-so-{number}" for number in range(4, 57)),
    ):  # as many pages as all else
        shutil.rmtree(folder / "models/son-la" / name)
    project = Project(folder, host, shared, families)
    project.build()
    return project


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory, host, shared):
    return made_project(tmp_path_factory.mktemp("made"), host, shared)


@pytest.fixture(scope="module")
def real(tmp_path_factory, host, shared):
    folder = tmp_path_factory.mktemp("real")
    copy_models_of_the_day(folder / "models")
    project = Project(folder, host, shared)
    project.build()
    return project


# Leaves --------------------------------------------------------------------------------------------------------------


def leaves(form: Form, data: dict, above: tuple = ()) -> Iterator[tuple[tuple, Kind]]:
    """The way to each leaf that stands in a mapping, with its kind."""
    for entry in form.entries:
        if entry.key in data:
            yield from leaves_of(entry.kind, data[entry.key], (*above, entry.key))


def leaves_of(kind: Kind, value: object, way: tuple) -> Iterator[tuple[tuple, Kind]]:
    match kind:
        case Group(form=form):
            yield from leaves(form, value, way)
        case Many(of=of):
            for number, item in enumerate(value):
                yield from leaves_of(of, item, (*way, number))
        case Table(of=of):
            for key in value:
                yield from leaves_of(of, value[key], (*way, key))
        case _:
            yield way, kind


def others(kind: Kind, value: str, vocabularies: dict) -> Iterator[str]:
    """Other values that a leaf may have; the first one that leaves the file sound is taken."""
    match kind:
        case Text(most=most) | StoryText(most=most):
            yield f"{value} nữa" if most is None or len(value) + 4 <= most else f"{value[:-5]} kia"
            yield "phường Mộc Châu, tỉnh Sơn La" if "Sơn La" in value else "phường Tây Hồ, Hà Nội"
            yield "tỉnh Điện Biên"
        case Choice(options=options):
            yield from (option for option in options if option != value)
        case Key(vocabulary=name):
            yield from (key for key in vocabularies[name] if key != value)
        case Number():
            yield str(int(float(value.replace(".", "").replace(",", "."))) + 1)
        case Whole():
            yield from (str(int(value) + step) for step in (1, -1))
        case Date():
            yield from ("2026-11-19", "2026-11-21", "2026-11-22")
        case Pattern():
            yield from (f"{value}-khac", f"{value[:-1]}8", f"khac-{value}", "to-tu-quan-so-3")  # the last is a model


def put(data: object, way: tuple, value: str) -> None:
    *above, last = way
    for step in above:
        data = data[step]
    data[last] = value


def get(data: object, way: tuple) -> str:
    for step in way:
        data = data[step]
    return data


def shape(way: tuple) -> str:
    return ".".join(str(step) for step in way if not isinstance(step, int))


def all_leaves(form: Form) -> set[str]:
    return {shape(way) for way, _ in every_leaf(Group(form), ())}


def every_leaf(kind: Kind, way: tuple) -> Iterator[tuple[tuple, Kind]]:
    match kind:
        case Group(form=form):
            for entry in form.entries:
                yield from every_leaf(entry.kind, (*way, entry.key))
        case Many(of=of):
            yield from every_leaf(of, way)
        case Table():
            yield way, kind
        case _:
            yield way, kind


def read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def write(path: Path, data: object) -> None:
    path.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False, width=10_000, Dumper=Plain), encoding="utf-8")


class Plain(yaml.CSafeDumper):
    """Writes every text in quotes, so that it is read as it was."""


Plain.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def change_each_leaf(project: Project, paths: list[Path], form: Form, wanted: set[str]) -> tuple[set[str], list]:
    """Change each wanted leaf once, where it can be changed and the catalogue is sound; give those changed, and what was stale.

    In one file more of a kind it would tell the same. An output that is the same after all leaves of a file have become others
    hangs on none of them, so after each of them only the others are made and looked at.
    """
    vocabularies = {path.stem: read(path) for path in (project.folder / "models/_vocabulary").glob("*.yaml")}
    changed, stale = set(), []
    for path in paths:
        begun = path.read_text(encoding="utf-8")
        steps = list(changes(project, path, form, wanted - changed, vocabularies))
        if not steps:
            continue
        ended = project.clean()
        path.write_text(begun, encoding="utf-8")
        with project.only(differing(project.clean(), ended)):
            for name, text in steps:
                path.write_text(text, encoding="utf-8")
                changed.add(name)
                if found := project.stale():
                    stale.append((path.parent.name, name, found))
    return changed, stale


def changes(
    project: Project, path: Path, form: Form, wanted: set[str], vocabularies: dict
) -> Iterator[tuple[str, str]]:
    """Change the wanted leaves of a file one after the other, each once; yield its name and the text of the file."""
    changed = set()
    for way, kind in list(leaves(form, read(path))):
        name = shape(way)
        is_wanted = name in wanted or name.rpartition(".")[0] in wanted  # a table's leaf has a key of its own
        if is_wanted and name not in changed and change(project, path, way, kind, vocabularies):
            changed.add(name)
            yield name, path.read_text(encoding="utf-8")


def change(project: Project, path: Path, way: tuple, kind: Kind, vocabularies: dict) -> bool:
    """Change a leaf to something else that is sound; tell whether there was anything."""
    before = path.read_text(encoding="utf-8")
    value = get(read(path), way)
    for other in others(kind, value, vocabularies):
        data = read(path)
        put(data, way, other)
        write(path, data)
        if other != value and project.is_sound():
            return True
    path.write_text(before, encoding="utf-8")
    return False


SOME = {"tieu_de", "linh_vuc", "dia_diem.noi", "ghi_chu", "noi_dung.cach_lam"}


@pytest.mark.slow
def test_some_leaves_of_three_models(tmp_path, shared):
    """The test below in small, at once."""
    make_project(tmp_path, photo=False)
    write_model(tmp_path, "to-tu-quan", "hoc_tu: duong-hoa\nghi_chu: Có ảnh sau.\n")
    project = Project(tmp_path, MadeHost(frame=FRAME), shared, FAMILIES)
    project.build()
    changed, stale = change_each_leaf(project, [tmp_path / "models/son-la/to-tu-quan/model.yaml"], forms.MODEL, SOME)
    assert stale == []
    assert changed == SOME


NOT_ALONE = {
    "anh.tep": "the file's name changes with the file",
    "da_nhan_rong.hien_nay": "it depends on `noi`",
    "dia_diem.hien_nay": "it depends on `noi`",
    "noi_bat": "the only value there is",
    "khong_de_xuat": "the only value there is",
    "thuoc_so_lieu": "it names a report",
    "tieu_chi.theo": "it names the document that holds the set",
    "anh.dong_y": "the only value there is",
    "anh.tre_em": "the only value there is",
    "anh.dong_y_phu_huynh": "the only value there is",
    "anh.rut_dong_y": "the only value there is",
    "nguoi_duoc_neu.rut_dong_y": "the only value there is",
}
"""Leaves that cannot be another alone; they are added and taken away below."""


@pytest.mark.slow
def test_each_leaf_of_a_model(every_kind):
    models = sorted((every_kind.folder / "models").glob("[!_]*/*/model.yaml"))
    wanted = all_leaves(forms.MODEL) - NOT_ALONE.keys()
    changed, stale = change_each_leaf(every_kind, models, forms.MODEL, wanted)
    assert stale == []
    assert wanted - changed == set()


@pytest.mark.slow
def test_each_leaf_that_comes_and_goes(every_kind):
    """What is optional is taken away, each key from one of two models, since of some keys one is without another; and put back."""
    required = {entry.key for entry in forms.MODEL.required}
    left = {entry.key for entry in forms.MODEL.entries} - required - {"anh"}  # photos that lie there are to be named
    stale = []
    for where in ("son-la/duong-hoa-tu-quan", "nghe-an/ke-ve-anh"):
        path = every_kind.folder / f"models/{where}/model.yaml"
        whole = read(path)
        for key in [key for key in whole if key in left]:
            write(path, {name: value for name, value in whole.items() if name != key})
            if every_kind.is_sound():
                stale += every_kind.stale()
                left.remove(key)
        write(path, whole)
    assert stale == []
    assert every_kind.stale() == []
    assert left <= {"go_bo", "duong_dan_cu"}  # others would be unsound without them; what they say is changed above


@pytest.mark.slow
def test_each_leaf_of_the_vocabularies(every_kind):
    stale = []
    for path in sorted((every_kind.folder / "models/_vocabulary").glob("*.yaml")):
        is_counted = path.stem == "chi-so"
        for key in ["duong-hoa", "ho-tham-gia"] if is_counted else list(read(path))[:1]:
            for leaf in ("ten", "cong_duoc") if is_counted else ("ten", "mo_ta", "ten_khac"):
                data = read(path)
                if leaf == "cong_duoc":
                    del data[key][leaf]
                else:
                    data[key][leaf] = ["Một cách viết khác hẳn"] if leaf == "ten_khac" else f"{data[key][leaf]} ấy"
                write(path, data)
                stale += [(path.stem, key, leaf, found) for found in every_kind.stale()]
    assert stale == []


@pytest.mark.slow
def test_each_leaf_of_a_report(every_kind):
    reports = sorted((every_kind.folder / "models/_reports").glob("*.yaml"))
    changed, stale = change_each_leaf(every_kind, reports, forms.REPORT, all_leaves(forms.REPORT))
    assert stale == []
    left = all_leaves(forms.REPORT) - changed
    assert {leaf for leaf in left if not any(one.startswith(leaf) for one in changed)} <= {
        "hien_nay",  # it depends on `noi`
        "so_lieu.chia_theo.phan",  # a part alone would not add up
        "so_lieu.chia_theo.chieu",  # the parts would be keys of something else
    }


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "form"), [("_documents", forms.DOCUMENT), ("_events", forms.EVENT)])
def test_each_leaf_of_documents_and_events(every_kind, folder, form):
    paths = sorted((every_kind.folder / "models" / folder).rglob("*.yaml"))
    changed, stale = change_each_leaf(every_kind, paths, form, all_leaves(form) - NOT_ALONE.keys())
    assert stale == []
    assert all_leaves(form) - NOT_ALONE.keys() - changed <= {
        "hien_nay",  # it depends on `noi`
        "mo_hinh",  # no other model has a name that is near
        "tieu_chi.theo",  # no other document holds a set
    }


@pytest.mark.slow
def test_models_of_the_real_catalogue(real):
    """One leaf of each kind that others show: of a model each, in turn; of six from all over the catalogue."""
    models = sorted((real.folder / "models").glob("[!_]*/*/model.yaml"))
    models = models[:: len(models) // 6]
    vocabularies = {path.stem: read(path) for path in (real.folder / "models/_vocabulary").glob("*.yaml")}
    stale = []
    for number, path in enumerate(models):
        ways = list(leaves(forms.MODEL, read(path)))
        way, kind = ways[number * 7 % len(ways)]
        if change(real, path, way, kind, vocabularies):
            stale += [(path.parent.name, shape(way), found) for found in real.stale()]
    assert stale == []


@pytest.mark.slow
def test_each_setting(every_kind):
    host, stale = every_kind.host, []
    for name in ("name", "description", "url", "edit_base"):
        site = replace(every_kind.host.site, **{name: f"https://khac.example/{name}/"})
        every_kind.host = replace(every_kind.host, site=site)
        stale += [(name, found) for found in every_kind.stale()]
    every_kind.host = replace(every_kind.host, hashes=())
    stale += [("hashes", found) for found in every_kind.stale()]
    every_kind.host = replace(every_kind.host, frame=every_kind.host.frame.replace("</body>", "<!-- khác --></body>"))
    stale += [("frame", found) for found in every_kind.stale()]
    every_kind.host = host
    assert stale == []
    assert every_kind.stale() == []


def touched(source, mark="<!-- khác -->"):
    """Say something else where it is seen: within the last block, or at the end of a part."""
    before, end, after = source.rpartition("{% endblock %}")
    return before + mark + end + after if end else source.removesuffix("\n") + mark


def mark_of(name):
    return f"<!-- khác {name} -->"


@pytest.mark.slow
def test_each_template(every_kind):
    """What shows a template has asked for something that is another when the template is; of some it is built as well."""
    inputs = every_kind.inputs()
    sources = {name: source for name, source in inputs.templates.items() if "parts/preview" not in name}
    context = Context(replace(inputs, templates={name: touched(text, mark_of(name)) for name, text in sources.items()}))
    made = {
        one.path: context.noting(partial(one.bytes_of, context)) for one in all_outputs(context, every_kind.families)
    }
    facts_found, before, seen = context.take_found(), replace(inputs, templates=sources).keys(), set()
    for name, source in sources.items():
        mark = mark_of(name).encode()
        shown = {path: reads for path, (data, reads) in made.items() if mark in data}
        after = replace(inputs, templates={**sources, name: touched(source, mark_of(name))}).keys()
        others = {key for key, digest in after.items() if before[key] != digest}
        assert [path for path, reads in shown.items() if others.isdisjoint(asked_below(reads, facts_found))] == [], name
        seen |= {name} if shown else set()
    assert len(seen) > len(sources) * 0.8, "their marks are seen"
    stale = []
    for name in sorted(sources)[::12]:
        every_kind.templates = {**sources, name: touched(sources[name])}
        stale += [(name, found) for found in every_kind.stale()]
    every_kind.templates = None
    assert stale == []
    assert every_kind.stale() == []


def asked_below(reads: Iterable[FactKey], found: dict[FactKey, Found]) -> set[FactKey]:
    """Give all that was asked, by whoever made something and by the facts that it asked for."""
    asked, left = set(), list(reads)
    while left:
        key = left.pop()
        if key not in asked:
            asked.add(key)
            left += found[key].reads if key in found else ()
    return asked


@pytest.mark.slow
def test_a_template_is_seen_on_the_pages_that_are_filled_with_it_alone(real):
    sources, written = real.inputs().templates, {}
    for name in ("front.html", "model.html", "base.html"):
        real.templates = {**sources, name: f"{touched(sources[name])}"}
        written[name], _ = real.build()
        real.templates = sources
        real.build()
    models = len(list((real.folder / "models").glob("[!_]*/*/model.yaml")))
    assert written["front.html"] == 1
    assert written["model.html"] == models
    assert written["base.html"] > 2 * models


# What once left pages stale, done on purpose -------------------------------------------------------------------------


CARD = facts.card


def card_with_host(context: Context, model_id: str) -> object:
    """A card that shows the host's name: a fact like any other, which asks for the model."""
    card = CARD(context, model_id)
    return replace(card, place=f"{card.place}, {context.model(model_id).hosts[0].name}")


def change_one(project, key, value):
    """Write something else in the first model."""
    path = min((project.folder / "models").glob("[!_]*/*/model.yaml"))
    data = read(path)
    put(data, (key,) if isinstance(key, str) else key, value)
    write(path, data)


def telling(project, name, words):
    return [place for place in project.options.site.rglob(name) if words in place.read_text(encoding="utf-8")]


@pytest.mark.slow
def test_a_card_that_shows_more_of_a_model_is_never_stale(tmp_path, host, shared, monkeypatch):
    """Once a card had to be told apart by hand from those before it, and eight pages were not."""
    monkeypatch.setattr(facts, "card", card_with_host)
    project = made_project(tmp_path, host, shared)
    change_one(project, ("don_vi", 0, "ten"), "Hội mới đổi tên")
    assert project.stale() == []
    assert len(telling(project, "*.html", "Hội mới đổi tên")) > 3


def notes(_context: Context) -> Iterator[Output]:
    """A family of one file: a table of the editors' notes."""
    yield Output("du-lieu/ghi-chu.csv", notes_table)


def notes_table(context: Context) -> bytes:
    return "\n".join(f"{key};{context.model(key).note}" for key in sorted(context.summaries())).encode()


@pytest.mark.slow
def test_a_table_of_what_only_whole_models_say_is_never_stale(tmp_path, host, shared):
    """Once a file that was added to the site stayed as it was when a note was another."""
    project = made_project(tmp_path, host, shared, (*ALL, notes))
    change_one(project, "ghi_chu", "Một ghi chú mới tinh của ban biên tập.")
    assert project.stale() == []
    assert telling(project, "ghi-chu.csv", "Một ghi chú mới tinh")


def lists_as_text(context: Context) -> Iterator[Output]:
    for where in context.shared(facts.listings):
        yield Output(f"{where}danh-sach.txt", list_as_text, (where,))


def list_as_text(context: Context, where: str) -> bytes:
    return "\n".join(context.fact(titles_at, where)).encode()


def titles_at(context: Context, where: str) -> list[str]:
    return [model.title for model in context.shared(facts.listings)[where].models]


@pytest.mark.slow
def test_a_family_of_ones_own_takes_ten_lines_and_is_fresh(tmp_path, host, shared):
    project = made_project(tmp_path, host, shared, (*ALL, lists_as_text))
    change_one(project, "tieu_de", "Một cách làm vừa đổi tên")
    assert project.stale() == []
    assert len(telling(project, "danh-sach.txt", "vừa đổi tên")) > 3


def moments(project):
    """When each file of the site was written last."""
    site = project.options.site
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("[!.]*")}


@pytest.mark.slow
def test_nothing_is_written_where_nothing_would_be_another(tmp_path, host, shared):
    """A note of the editors is on the model's own pages and in the data; a comment in a file is nowhere."""
    project = made_project(tmp_path, host, shared)
    before = moments(project)
    change_one(project, "ghi_chu", "Ghi chú lần cuối.")
    path = min((project.folder / "models").glob("[!_]*/*/model.yaml"))
    project.build()
    written = {name for name, moment in moments(project).items() if before[name] != moment and "." in name}
    own = f"mo-hinh/{path.parent.name}/"
    assert {f"{own}index.html", f"{own}du-lieu.json", "du-lieu/v1/mo-hinh.json"} <= written
    assert [name for name in written if not name.startswith((own, "du-lieu/v1/"))] == []
    provinces = [name for name in written if name.startswith("du-lieu/v1/tinh/")]
    assert {Path(name).name.split(".")[0] for name in provinces} == {path.parent.parent.name}
    path.write_text("# lời ghi cho người sửa\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert project.build()[0] == 0
