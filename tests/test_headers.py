"""What a host is told: `_headers`, for each file of a site one rule, read as each of three hosts does; the same for nginx in README."""

import re
from dataclasses import replace
from fnmatch import fnmatchcase

import pytest
from building import OPTIONS, published
from lighthouse.static_host import read_rules
from project import ROOT, files_of, make_project, put
from showcase.publish.headers import headers_file
from showcase.publish.policy import Allowance

FOR_A_YEAR = "public, max-age=31536000, immutable"


SERVER = "https://kho.mau.example"


@pytest.fixture(scope="module")
def site(tmp_path_factory, hosts):
    """A small site with a photo, whose readers can send changes, in which somebody put more files into docs/."""
    project = make_project(tmp_path_factory.mktemp("headers"))
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    for name, value in (("kind", "forgejo"), ("address", f"{SERVER}/git/"), ("project", "dan-van/kheo")):
        config = config.replace(f'    {name}: ""\n', f"    {name}: {value}\n")
    put(project / "mkdocs.yml", config)
    for more in (
        "docs/robots.txt",
        "docs/moi/index.md",
        "docs/gui-bai/mau.txt",
        "docs/assets/tep/huong-dan.pdf",
        "docs/assets/tep/them.js",
    ):
        put(project / more, "# Mới\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        patch.setenv("SITE_URL", "https://mau.example/")
        patch.setattr("showcase.build.build.make_host", hosts.make)
        published(replace(OPTIONS, is_searched=True))
    return project / "site"


def address_of(path: str) -> str:
    return "/" + (path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path)


def is_named_by_content(path: str) -> bool:
    return path.startswith(("anh/", "tim/manh/")) or (path.startswith("assets/") and path.endswith((".css", ".js")))


def joining(rules, path):
    """Cloudflare's and Sevalla's way: all rules that fit, the values of one header joined with a comma."""
    said = {}
    for pattern, headers in rules:
        if fnmatchcase(path, pattern):
            for name, value in headers:
                said[name] = f"{said[name]}, {value}" if name in said else value
    return said


def replacing(rules, path):
    """Netlify's way: of the rules that fit the last value stands; `/a/*` fits `/a` too, and a `*` within a level crosses levels."""
    said = {}
    for pattern, headers in rules:
        levels = ["?(.*)" if level == "*" else re.escape(level).replace(r"\*", "(.*)") for level in pattern.split("/")]
        if re.fullmatch(f"/{'/'.join(filter(None, levels))}/?", path, re.IGNORECASE):
            said |= dict(headers)
    return said


def forgetting(rules, path):
    """A host that takes the first rule that fits for each header: no order may matter."""
    said = {}
    for pattern, headers in rules:
        if fnmatchcase(path, pattern):
            said = dict(headers) | said
    return said


HOSTS = [joining, replacing, forgetting]
SENDING = ("gui-bai/", "bao-cho-sai/", "lam-theo-roi/")
FOR_OTHERS = re.compile(
    r"nhung/|du-lieu/|mo-hinh/[^/]+/du-lieu\.json$|.*\btin\.(atom|json)$|cap-nhat\.|su-kien/.*\.ics$"
)


@pytest.mark.slow
@pytest.mark.parametrize("host", HOSTS)
def test_each_file_is_told_one_thing_of_keeping_framing_and_reading(site, host):
    """What is named by its content has a year, and the name says the content; what is not `nhung/` is framed by us alone."""
    rules = read_rules(site / "_headers")
    paths = [path for path in files_of(site) if path not in ("_headers", "_redirects")]  # which no host sends
    told = {path: host(rules, address_of(path)) for path in paths}
    kept = {path: said["Cache-Control"] for path, said in told.items()}
    assert kept == {path: FOR_A_YEAR if is_named_by_content(path) else "no-cache" for path in paths}
    framed = {
        path: re.findall(r"frame-ancestors ([^;,]+)", said["Content-Security-Policy"]) for path, said in told.items()
    }
    assert framed == {path: ["*" if path.startswith("nhung/") else "'self'"] for path in paths}
    assert {said["Content-Security-Policy"].count("default-src") for said in told.values()} == {1}
    assert not [path for path, said in told.items() if "X-Frame-Options" in said]
    asked = {path for path, said in told.items() if f"connect-src 'self' {SERVER};" in said["Content-Security-Policy"]}
    assert asked == {path for path in paths if path.startswith(SENDING)}
    assert not [path for path, said in told.items() if "wasm" in said["Content-Security-Policy"]]
    read = {path for path, said in told.items() if "Access-Control-Allow-Origin" in said}
    assert read == {path for path in paths if FOR_OTHERS.match(path)}
    assert {told[path]["Access-Control-Allow-Origin"] for path in read} == {"*"}


@pytest.mark.slow
def test_there_is_something_of_each_kind_to_be_told_of(site):
    paths = files_of(site)
    kinds = "anh/", "nhung/", "nhung/linh-vuc/", "du-lieu/", "linh-vuc/kinh-te/tin.atom", "tin.json", "cap-nhat.atom"
    assert [kind for kind in kinds if not any(path.startswith(kind) for path in paths)] == []
    scripts = [path for path in paths if path.startswith("assets/") and is_named_by_content(path)]
    assert [path for path in scripts if not re.search(r"\.[0-9a-f]{10}\.(css|js)$", path)] == []


@pytest.mark.parametrize(
    "rules",
    [
        ("/*", "frame-ancestors 'self'", "/nhung/*", "frame-ancestors *"),
        ("/nhung/*", "frame-ancestors *", "/*", "frame-ancestors 'self'"),
    ],
)
def test_two_rules_for_one_path_would_be_seen(rules):
    """The ways of reading differ, so a file in which the order or the joining mattered would be told from one in which it does not."""
    read = [(pattern, [("Content-Security-Policy", value)]) for pattern, value in (rules[:2], rules[2:])]
    answers = {str(each(read, "/nhung/cho-sach/")) for each in HOSTS}
    assert len(answers) > 1


def test_hosts_that_read_little_of_the_file_read_all_of_it():
    """Cloudflare's reads a hundred rules, and of each line two thousand characters."""
    many = [f"assets/tep-{number}.pdf" for number in range(500)]
    allowed = dict.fromkeys(SENDING, Allowance(("https://kho.mau.example",), compiles=True))
    lines = headers_file(["sha256-" + "x" * 44] * 8, [*many, "index.html"], allowed).decode().splitlines()
    assert len([line for line in lines if not line.startswith(" ")]) < 50
    assert max(map(len, lines)) < 2000


@pytest.mark.slow
def test_nginx_as_the_readme_has_it_tells_the_same(site):
    samples = re.findall(r"```nginx\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (sample,) = (one for one in samples if "Cache-Control" in one)
    maps = dict(re.findall(r"map \$uri \$(\w+) \{\n(.*?)\n\}", sample, re.DOTALL))
    assert set(re.findall(r"add_header .*?\$(\w+)", sample)) == maps.keys()

    def told(path):
        """What the maps say of a path: of patterns the first that fits, else what stands behind `default`."""
        said = {}
        for name, rows in maps.items():
            usual = re.search(r'default "(.*)";', rows)[1]
            patterns = re.findall(r'"~(.*)" "(.*)";', rows)
            said[name] = next((value for pattern, value in patterns if re.search(pattern, path)), usual)
        return said["kept"], said["framed_by"], said["read_by"]

    # nginx asks again with the name of the file that stands for a folder.
    for path in files_of(site):
        kept = FOR_A_YEAR if is_named_by_content(path) else "no-cache"
        framed = "*" if path.startswith("nhung/") else "'self'"
        assert told(f"/{path}") == (kept, framed, "*" if FOR_OTHERS.match(path) else "")
    # A model may have any id, and what is named by its content lies below any path.
    others = [
        "/mo-hinh/anh/",
        "/mo-hinh/anh/index.html",
        "/anh/",
        "/assets/trang.css",
        "/assets/0123456789.css",
        "/sw.js",
    ]
    assert {told(path) for path in (*others, "/mo-hinh/nhung/index.html", "/mo-hinh/du-lieu/")} == {
        ("no-cache", "'self'", "")
    }
    assert told("/xa/phuong/assets/trang.0123456789.css")[0] == FOR_A_YEAR
