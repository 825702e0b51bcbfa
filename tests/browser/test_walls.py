"""Three walls stand between a hostile text and a reader; each holds alone, and what it holds back would have run.

Wall 1 is reading, which refuses. Wall 2 is rendering, which escapes. Wall 3 is the policy of the page.
"""

import gzip
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import cycle
from urllib.parse import urlsplit

import pytest
from browser.attack import EMPTY, framed, victim
from browser.judging import judge
from browser.sites import served
from browser.watching import watch
from hostile_stories import CONTROL, hostile_stories, no_wall
from library import inputs_of_folder
from library import made as made_of
from making import told_of, written
from markupsafe import escape
from poison import poisoned_inputs, poisoned_model, whole
from project import files_of, make_project, put, run, write_model
from showcase.mkdocs.host import read_host
from showcase.publish.context import Context
from showcase.publish.policy import PLACEHOLDER
from showcase.publish.renderer import Renderer
from showcase.publish.site import all_outputs
from showcase.views import address
from showcase.views.page import SiteFacts

STORIES = hostile_stories()
PLAIN = [" ".join(text.encode("utf-8", "replace").decode().split()) for text in STORIES.values() if len(text) < 2000]
SECTIONS = 6
FULL = "duong-hoa-tu-quan"
"""The model of the made catalogue that has every entry."""
SHOWN = re.compile(
    r"trang-dau|mo-hinh:.*|lam-theo:.*|danh-sach:(mo-hinh|linh-vuc/kinh-te)/|muc-luc:.*|so-lieu|huong-dan|lan-toa(:doc-\d)?"
)
MUST_RUN = ("script", "image with an error handler", "javascript link", "closing tags of the page")


# --- Wall 2 alone: our templates and our renderer, with no policy at all ----------------------------------------------


class PlainContext(Context):
    """A context whose renderer serves others too: to compile the templates for each text would take minutes."""

    def __init__(self, inputs, renderer):
        super().__init__(inputs)
        self._renderer = renderer


@pytest.fixture(scope="module")
def sound(made):
    """The inputs of the made catalogue, with the policy taken away."""
    host = read_host(made.folder.parent / ".cache/showcase/host/site", SiteFacts(name="", description=""))
    host = replace(host, frame=host.frame.replace(PLACEHOLDER, ""))
    return inputs_of_folder(made.folder.parent / "models", host=host)


@pytest.fixture(scope="module")
def renderer(sound):
    return Renderer(sound.framed_templates, sound.host.assets)


def of_venom(sound, plain, stories, count):
    """Give the inputs of `count` models that have every entry, each text of it from the venoms."""
    model = whole(sound, FULL)
    models = tuple(poisoned_model(model, plain, stories, id=f"doc-{number}", former_ids=()) for number in range(count))
    return poisoned_inputs(sound, models, plain, stories)


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory, made, sound, renderer):
    """A site without a policy, written by hostile hands; served at its root."""
    folder = tmp_path_factory.mktemp("poisoned")
    shutil.copytree(made.folder / "assets", folder / "assets")
    plain, stories = cycle(PLAIN), cycle(STORIES.values())
    context = PlainContext(of_venom(sound, plain, stories, -(-len(STORIES) // SECTIONS)), renderer)
    for output in all_outputs(context):
        if SHOWN.fullmatch(output.about):
            html = made_of(context, output).decode()
            assert '<meta http-equiv="Content-Security-Policy" content="">' in html
            put(folder / output.path, html)
    with served("poisoned", folder, "/") as site:
        assert site.pages, "read before the empty page is put among them"
        put(folder / EMPTY / "index.html", "")
        yield site


def test_wall_2_alone_hostile_pages_run_nothing_and_ask_nobody(chromium, poisoned):
    with victim(chromium) as (page, strangers):
        found = framed(page, poisoned, addresses_of(poisoned))
        complaints = [f"{path}: something ran" for path in sorted(found)]
        complaints += [f"{urlsplit(request.frame.url).path}: asks {request.url[:100]}" for request in strangers]
    judge(complaints)


def addresses_of(poisoned):
    return [poisoned.url + path.removesuffix("index.html") for path in poisoned.pages]


@pytest.mark.parametrize("control", [CONTROL, "<script>alert(1)</script>", '<a href="javascript:alert(1)">x</a>'])
def test_wall_2_alone_would_be_seen_to_fall(chromium, poisoned, control):
    """The same page with one text that nobody escaped."""
    path = next(path for path in poisoned.pages if path.startswith("mo-hinh/doc-"))
    html = poisoned.pages[path].replace("</h1>", f"</h1>{control}", 1)
    put(poisoned.folder / "doi-chung/index.html", html)
    with victim(chromium) as (page, _):
        assert framed(page, poisoned, [*addresses_of(poisoned)[:3], f"{poisoned.url}doi-chung/"]) == {"/doi-chung/"}


# The elements of a page, each with the names of its attributes: what is left when all words are gone.
SKELETONS = """(pages) => pages.map((html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    return [...page.querySelectorAll("*")].map((element) => [element.localName, ...element.getAttributeNames()].join(" ")).join("\\n");
})"""


def test_wall_2_alone_no_plain_text_becomes_a_part_of_the_page(chromium, sound, renderer):
    """Each hostile text in every plain entry at once: the pages have the elements that harmless words of its length give them."""
    with victim(chromium) as (page, _):

        @cache
        def harmless(length):
            return page.evaluate(SKELETONS, filled(sound, renderer, "a" * length))

        complaints = [
            f"the {name} is built otherwise with {text[:80]!r}"
            for text in dict.fromkeys(PLAIN)
            for name, one, other in zip(
                ("front page", "model", "sheet", "figures", "vocabularies"),
                page.evaluate(SKELETONS, filled(sound, renderer, text)),
                harmless(len(text)),
                strict=True,
            )
            if one != other
        ]
    judge(complaints)


FILLED = (
    address.HOME,
    address.model("doc-0"),
    address.guide("doc-0"),
    address.FIGURES,
    address.HANDBOOK_VOCABULARIES,
)


def filled(sound, renderer, text):
    """Give five pages in which every plain text is this one."""
    context = PlainContext(of_venom(sound, cycle([text]), cycle(["Bà con cùng làm."]), 1), renderer)
    pages = {output.address: output for output in all_outputs(context) if output.about}
    return [made_of(context, pages[where]).decode() for where in FILLED]


# --- Wall 3 alone: the policy, and hostile HTML that nobody looked at ---------------------------------------------------


@pytest.fixture(scope="module")
def live(tmp_path_factory, made):
    """Each hostile story as live HTML in a small page, once with the policy of the site and once without."""
    folder = tmp_path_factory.mktemp("live")
    said = re.search(r'<meta http-equiv="Content-Security-Policy" content="[^"]+">', made.pages["mo-hinh/index.html"])[
        0
    ]
    for way, meta in (("with", said), ("without", "")):
        for number, text in enumerate(STORIES.values()):
            head = f'<!doctype html><html lang="vi"><head>{meta}<meta charset="utf-8"><title>x</title></head>'
            put(folder / way / f"{number}/index.html", f"{head}<body><main>{no_wall(text)}</main></body></html>")
    put(folder / EMPTY / "index.html", "")
    with served("live", folder, "/") as site:
        yield site


def ran(chromium, live, way):
    """Give the names of the stories that ran, and what other hosts were asked for."""
    with victim(chromium) as (page, strangers):
        found = framed(page, live, [f"{live.url}{way}/{number}/" for number in range(len(STORIES))])
        page.goto("about:blank")
        names = {name for number, name in enumerate(STORIES) if f"/{way}/{number}/" in found}
        # What the policy stops is announced and then refused as "csp"; everything else went out.
        return names, {request.url for request in strangers if request.failure != "csp"}


def test_wall_3_alone_live_payloads_do_not_run(chromium, live):
    names, strangers = ran(chromium, live, "with")
    judge(sorted(f"ran: {name}" for name in names) + sorted(f"asked: {url}" for url in strangers))


def test_wall_3_alone_the_same_payloads_run_without_it(chromium, live):
    names, strangers = ran(chromium, live, "without")
    assert set(MUST_RUN) <= names
    assert len(names) > len(STORIES) // 4, sorted(names)
    assert strangers, "some of them ask other hosts"


# --- Wall 1: reading refuses what may not stand where it stands; what is only text passes, and stays text ---------------


@pytest.mark.parametrize(
    "snippet",
    [
        "nguon:\n  - ten: Báo cáo\n    co_quan: Báo\n    url: javascript:alert(1)",
        "nguon:\n  - ten: Báo cáo\n    co_quan: Báo\n    url: data:text/html,<script>alert(1)</script>",
        'nguon:\n  - ten: Báo cáo\n    co_quan: Báo\n    url: https://vi-du.vn/"onmouseover="alert(1)',
        "lien_he:\n  don_vi: Ủy ban\n  email: javascript:alert(1)",
        "lien_he:\n  don_vi: Ủy ban\n  email: '\"><img src=x onerror=alert(1)>@vi-du.vn'",
        "lien_he:\n  don_vi: Ủy ban\n  dien_thoai_co_quan: javascript:alert(1)",
        "hoc_tu: ../../../../etc/passwd",
        "duong_dan_cu:\n  - ../../trang-khac",
        "duong_dan_cu:\n  - <img src=x onerror=alert(1)>",
        'linh_vuc: kinh-te"><script>alert(1)</script>',
        "chu_de:\n  - <script>alert(1)</script>",
        "dia_diem:\n  - noi: <script>alert(1)</script>",
        "anh:\n  - tep: ../../../bi-mat.jpg\n    mo_ta: Một tấm ảnh nào đó.\n    tac_gia: Tác giả\n    giay_phep: cua-du-an",
        "noi_dung:\n  cach_lam: !!python/object/apply:os.system ['true']",
    ],
)
def test_wall_1_refuses_what_is_no_text(snippet):
    assert any(": lỗi [" in line for line in told_of(snippet))


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</title>"
HARMLESS = "(" + re.sub(r"\S", "N", HOSTILE[1:])
"""With words as long as those, so that covers set them as large, and a first sign that has no capital."""
POISONOUS = """\
tieu_de: {text}
tom_tat: {text}
dia_diem:
  - noi: xã Ngọc Chiến, tỉnh Sơn La
    tai: {text}
don_vi:
  - ten: {text}
    loai: hoi-phu-nu
lich_su:
  - nam: 2022
    viec: trien-khai
    van_ban: {text}
    ghi_chu: {text}
ket_qua:
  - chi_so: {text}
    sau: 2
    don_vi_tinh: {text}
lam_theo:
  buoc:
    - {text}
    - Bước hai.
  kinh_phi: {text}
da_nhan_rong:
  - noi: tỉnh Sơn La
    tai: {text}
    don_vi: {text}
nguon:
  - ten: {text}
    co_quan: {text}
    tac_gia: {text}
ghi_chu: {text}
lien_he:
  don_vi: {text}
ngay_dang: 2026-11-22
"""


def built_with(folder, text):
    """Build a small site with one model more, whose plain texts are all this one; gives its files.

    Those of the search index are left out: their names are digests of what they hold, and that is compressed.
    """
    folder.mkdir()
    put(
        make_project(folder, photo=False) / "models/son-la/cho-la/model.yaml",
        written(POISONOUS.format(text=json.dumps(text))),
    )
    done = run("showcase", "build", cwd=folder)
    assert done.returncode == 0, done.stdout
    return {path: data for path, data in files_of(folder / "site").items() if not path.startswith("tim/")}


def kinds_of_elements(page):
    """Give each element of a page once, with the names of its attributes.

    How much is read aloud hangs on how words sound, where a text is cut for the press on what they are.
    """
    kinds = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: kinds.add((tag, *(name for name, _ in attributes)))
    parser.feed(page.decode())
    return kinds


def uncompressed(path, data):
    """Give what a file says, of a workbook the parts that it is packed of."""
    if path.endswith(".gz"):
        return gzip.decompress(data)
    if not path.endswith(".xlsx"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as workbook:
        return b"".join(workbook.read(name) for name in workbook.namelist())


def test_wall_2_a_card_of_the_search_holds_hostile_words_as_words(visit, tmp_path):
    built_with(tmp_path / "hostile", HOSTILE)
    with served("hostile", tmp_path / "hostile/site", "/") as site:
        page, complaints = visit(bypass_csp=True).new_page(), []
        watch(page, site.origin, complaints)
        page.goto(f"{site.url}mo-hinh/?sap=moi")
        card = page.locator("[data-dv-search-cards] article", has=page.locator("a[href*='cho-la']"))
        assert card.locator("h3 a").inner_text() == HOSTILE
        assert card.locator("h3 a *").count() == 0
    judge(complaints)


def test_wall_1_a_poisonous_model_changes_words_and_nothing_else(tmp_path):
    """Beside its harmless twin each page is the same but for the words themselves, and other models' pages are untouched."""
    hostile = built_with(tmp_path / "hostile", HOSTILE)
    harmless = built_with(tmp_path / "harmless", HARMLESS)
    assert hostile.keys() == harmless.keys()
    complaints, changed = [], set()
    for path in (path for path in hostile if hostile[path] != harmless[path]):
        changed.add(path)
        if "/phat-thanh/" in f"/{path}" or path.endswith("/bao-chi/index.html"):
            same = kinds_of_elements(hostile[path]) <= kinds_of_elements(harmless[path])
        else:
            same = hostile[path].replace(str(escape(HOSTILE)).encode(), HARMLESS.encode()) == harmless[path]
        if path.endswith(".html") and not same:
            complaints.append(f"{path} differs in more than the words")
        if b"cho-la" not in uncompressed(path, hostile[path]) and "cho-la" not in path:
            complaints.append(f"{path} changes, though it has nothing to do with the model")
    assert {"mo-hinh/cho-la/index.html", "mo-hinh/cho-la/lam-theo/index.html", "mo-hinh/index.html"} <= changed
    assert not changed & {
        "mo-hinh/cho-van-minh/lam-theo/index.html",
        "so-lieu/index.html",
        "dia-phuong/an-giang/index.html",
    }
    judge(complaints)


def test_wall_1_a_refused_model_leaves_the_site_as_it_was(tmp_path):
    project = make_project(tmp_path, photo=False)
    assert run("showcase", "build", cwd=project).returncode == 0
    before = files_of(project / "site")
    write_model(project, "cho-la", "nguon:\n  - ten: Báo\n    co_quan: Báo\n    url: javascript:alert(1)\n")
    assert run("showcase", "build", cwd=project).returncode == 1
    assert files_of(project / "site") == before
