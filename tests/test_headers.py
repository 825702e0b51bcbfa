"""What a host is told about keeping: `_headers`, for each file of a site one rule, and the same for nginx in README."""

import re
from dataclasses import replace
from fnmatch import fnmatchcase

import pytest
from building import OPTIONS, published
from lighthouse.static_host import read_rules
from project import ROOT, files_of, make_project, put
from showcase.publish.headers import headers_file

FOR_A_YEAR = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def site(tmp_path_factory, hosts):
    """A small site with a photo, in which somebody put more files into docs/."""
    project = make_project(tmp_path_factory.mktemp("headers"))
    for more in ("docs/robots.txt", "docs/moi/index.md", "docs/assets/tep/huong-dan.pdf", "docs/assets/tep/them.js"):
        put(project / more, "# Mới\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        patch.setattr("showcase.build.build.make_host", hosts.make)
        published(replace(OPTIONS, is_searched=True))
    return project / "site"


def address_of(path: str) -> str:
    return "/" + (path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path)


def is_named_by_content(path: str) -> bool:
    return path.startswith(("anh/", "tim/manh/")) or (path.startswith("assets/") and path.endswith((".css", ".js")))


@pytest.mark.slow
def test_each_file_has_one_rule_about_keeping(site):
    """Hosts differ in what they make of two; what is named by its content has a year, and the name says the content."""
    rules = [(pattern, dict(headers)) for pattern, headers in read_rules(site / "_headers")]
    told = {}
    for path in files_of(site):
        fitting = [headers for pattern, headers in rules if fnmatchcase(address_of(path), pattern)]
        assert sum("Content-Security-Policy" in headers for headers in fitting) == 1
        told[path] = [headers["Cache-Control"] for headers in fitting if "Cache-Control" in headers]
    for name in ("_headers", "_redirects"):  # which no host sends
        told.pop(name, None)
    assert told == {path: [FOR_A_YEAR if is_named_by_content(path) else "no-cache"] for path in told}
    assert {path for path in told if path.startswith("anh/")}
    scripts = [path for path in told if path.startswith("assets/") and is_named_by_content(path)]
    assert [path for path in scripts if not re.search(r"\.[0-9a-f]{10}\.(css|js)$", path)] == []


def test_hosts_that_read_little_of_the_file_read_all_of_it():
    """Cloudflare's reads a hundred rules, and of each line two thousand characters."""
    many = [f"assets/tep-{number}.pdf" for number in range(500)]
    lines = headers_file(["sha256-" + "x" * 44] * 8, [*many, "index.html"]).decode().splitlines()
    assert len([line for line in lines if not line.startswith(" ")]) < 50
    assert max(map(len, lines)) < 2000


@pytest.mark.slow
def test_nginx_as_the_readme_has_it_tells_the_same(site):
    sample = re.search(r"```nginx\n(location.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    blocks = re.findall(r'location (.+?) \{\n\s*add_header Cache-Control "([^"]*)";\s*\}', sample)
    assert [value for _, value in blocks] == ["no-cache", FOR_A_YEAR]
    (everything, _), (some, _) = blocks
    assert everything == "/"
    pattern = re.compile(re.fullmatch(r'~ "(.*)"', some)[1])
    # nginx asks again with the name of the file that stands for a folder.
    told = {path: bool(pattern.search(f"/{path}")) for path in files_of(site)}
    assert told == {path: is_named_by_content(path) for path in told}
    # A model may have any id, and a site any base path.
    others = [
        "/mo-hinh/anh/",
        "/mo-hinh/anh/index.html",
        "/anh/",
        "/assets/trang.css",
        "/assets/0123456789.css",
        "/sw.js",
    ]
    assert [path for path in others if pattern.search(path)] == []
    assert pattern.search("/xa/phuong/assets/trang.0123456789.css")
