"""The checker in the browser: loaded from our own host when it is asked for, it says what `showcase check` says; else why it cannot."""

import base64
import json
from datetime import datetime, timedelta, timezone

import pytest
from browser.sites import served
from making import model, told, written
from project import ROOT
from shipped_checker import make_site
from showcase.browser.checking import UNASKED, read_index
from showcase.browser.checking import check as run_check
from showcase.publish.checker_files import MANIFEST

ID = "ngoc-chien-duong-sach"
PATH = f"models/son-la/{ID}/model.yaml"
WRONG = "tieu_de: Chợ\nngay_dang: 2026-13-45\nhoc_tu: khong-co\nket_qua:\n  - chi_so: Hộ\n    sau: nhiều lắm\n    don_vi_tinh: hộ\n"
CHECK = """async ([path, text, options]) => {
  const { check } = await import(new URL('../assets/kiem-tra.js', location.href));
  const heard = [];
  const files = [{ path, blob: new Blob([text]) }];
  const began = performance.now();
  let signal;
  if (options.stopAt !== undefined) {
    const controller = new AbortController();
    signal = controller.signal;
    heard.push = function (one) { if (one.includes(options.stopAt)) controller.abort(); return Array.prototype.push.call(this, one); };
  }
  try {
    const found = await check(files, (sentence, share) => heard.push(sentence), { signal, changed: options.changed ?? [] });
    return { found, heard, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    return { error: error.name, message: error.message, kind: error.kind, told: error.told, heard };
  }
}"""
CHECK_ALL = """async (files) => {
  const { check } = await import(new URL('../assets/kiem-tra.js', location.href));
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const found = await check(files.map(([path, text]) => ({ path, blob: new Blob([bytes(text)]) })));
  return found.filter(({ severity }) => severity !== "unasked");
}"""
BAD = ROOT / "tests/bad"
PATIENCE = 180_000
"""Milliseconds: Python is compiled anew by each browser, on machines that do much else."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A site that ships the checker; two models lie in it, one of them the one that is checked."""
    folder = make_site(tmp_path_factory.mktemp("shop"), tmp_path_factory.mktemp("cache"), model(), model(name="cho-xa"))
    with served("shop", folder, "/thu/", with_headers=True) as site:
        yield site


@pytest.fixture
def form(visit, shop):
    """The page in the form's place, opened by somebody who was nowhere."""
    page = visit().new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{shop.url}gui-bai/")
    return page


def check(page, snippet, **options):
    return page.evaluate(CHECK, [PATH, written(snippet), options])


def test_it_says_what_the_check_says_and_is_quick_the_second_time(form, shop):
    asked = []
    form.context.on("request", lambda request: asked.append(request.url))
    first = check(form, WRONG, changed=[ID])
    assert "error" not in first, first
    wanted = told(model(WRONG))
    said = {one["rule"]: one for one in first["found"] if "rule" in one}
    assert [one["message"] for one in first["found"] if "rule" in one and one["rule"] != "hoc_tu"] == [
        line.partition("] ")[2] for line in wanted
    ]
    assert said["hoc_tu"]["key"] == ["hoc_tu"]
    assert said["ngay_thang"]["key"] == ["ngay_dang"]
    assert ["ket_qua", 0, "sau"] in [one["key"] for one in first["found"]]
    assert any("MB" in sentence for sentence in first["heard"])
    loaded = len(asked)
    second = check(form, "", changed=[ID])
    assert [one for one in second["found"] if one["severity"] != "unasked"] == []
    assert any("Chưa kiểm tra" in one["message"] for one in second["found"])
    third = check(form, "")
    assert [one["rule"] for one in third["found"] if one["severity"] == "error"] == ["ma_trung"], (
        "another model has the id"
    )
    assert len(asked) == loaded, "nothing is fetched twice"
    assert all(url.startswith(shop.url) for url in asked)
    bad = {
        path.relative_to(BAD).as_posix(): path.read_bytes()
        for path in sorted(BAD.glob("models/**/*"))
        if path.is_file()
    }
    whole = form.evaluate(CHECK_ALL, [[path, base64.b64encode(data).decode()] for path, data in bad.items()])
    here = json.loads(asked_of(list(bad), list(bad.values()), shop))
    assert len(here) > 100
    assert whole == [one for one in here if one["severity"] != UNASKED], "Python here and Python there say the same"
    print(f"the checker: {first['seconds']:.1f} s to load and check, {second['seconds']:.2f} s from then on")


def test_who_stops_it_goes_on_with_the_page(form):
    stopped = check(form, "", stopAt="Đang tải")
    assert stopped["error"] == "AbortError"
    assert form.evaluate("document.title") == "Thử"


@pytest.mark.parametrize(
    ("path", "answers", "kind"),
    [
        ("gui-bai/kiem-tra.json", 404, "none"),
        ("gui-bai/kiem-tra.json", 503, "network"),
        ("gui-bai/kiem-tra-may.js", 503, "network"),
        ("kiem-tra/pyodide-", 503, "network"),
        ("kiem-tra/quy-tac", 404, "network"),
    ],
)
def test_what_does_not_come_is_told(form, shop, path, answers, kind):
    whole = next(one for one in _files(shop) if one.startswith(path) and "-lock" not in one)
    shop.troubles[whole] = answers
    try:
        failed = check(form, "")
    finally:
        shop.troubles.clear()
    assert (failed["error"], failed["kind"]) == ("CheckerError", kind), failed
    assert "nơi nhận sẽ kiểm tra đầy đủ" in failed["message"]


def test_a_browser_without_webassembly_is_told_so(form):
    form.evaluate("delete window.WebAssembly")
    assert check(form, "")["kind"] == "old"


def test_no_other_page_may_compile_what_it_runs_on(visit, shop):
    page = visit().new_page()
    page.goto(shop.url)
    wasm = "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false)"
    assert page.evaluate(wasm) is False
    page.goto(f"{shop.url}gui-bai/")
    assert page.evaluate(wasm) is True


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("RangeError('WebAssembly.Memory(): could not allocate memory')", "memory"),
        ("WebAssembly.CompileError('this browser knows no exceptions')", "old"),
        ("Error('an odd thing')", "mistake"),
    ],
)
def test_what_fails_on_the_device_is_told_and_not_kept(form, shop, fault, kind):
    file = next(shop.folder.glob("kiem-tra/*/pyodide.js"))
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"export const loadPyodide = () => Promise.reject(new {fault});", encoding="utf-8")
    try:
        assert check(form, "")["kind"] == kind
        assert check(form, "")["kind"] == kind
    finally:
        file.write_text(whole, encoding="utf-8")


def asked_of(paths, contents, site):
    """Ask the same here, of what the site gives to its checker."""
    told = json.loads((site.folder / MANIFEST).read_text(encoding="utf-8"))
    index = (site.folder / "du-lieu/v1/chi-muc.json").read_text(encoding="utf-8")
    day = datetime.now(tz=timezone(timedelta(hours=7))).date().isoformat()
    question = {"paths": paths, "today": day, "vocabularies": told["vocabularies"], "changed": []}
    return run_check(json.dumps(question), contents, read_index(index))


def _files(site):
    return sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file())
