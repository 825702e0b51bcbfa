"""Two sites and a browser, made once: one of real models, and one that has every kind of page."""

import os
import shutil
from importlib.resources import files

import pytest
from browser.sites import PUBLIC, build, served
from browser.watching import Reader
from lighthouse.chromium import find_chromium
from made_site import make_models
from playwright.sync_api import sync_playwright
from project import THIS_DAY
from real_models import copy_models_of_the_day
from showcase.system.lock import lock

# What Playwright leaves out of Chromium, said again since the last such list wins, and two more: a window of its own, for
# each new visitor, would make ready two boxes for what is typed into its address bar, which is half of what it costs.
LEFT_OUT = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
]
# No test may leave this machine, whatever a page asks for.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-gpu",
    f"--disable-features={','.join(LEFT_OUT)}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


# The worker that keeps pages for the way takes half as long as reading one, and Playwright does not see what it asks for: who
# tests the worker says "allow".
USUAL = {"viewport": {"width": 1280, "height": 900}, "locale": "vi-VN", "service_workers": "block"}


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    """Has a site built once for all workers, and gives that of a copy of its project, which the tests of this one may change."""
    own = tmp_path_factory.getbasetemp()
    of_all = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def site(name, make_models, **settings):
        place = of_all / f"once-{name}"
        with lock(of_all / f"lock-{name}", tell=lambda: None):  # a build locks its own folders
            place.mkdir(exist_ok=True)
            if not (place / "site").is_dir():
                build(place, make_models, **settings)
        return shutil.copytree(place, own / f"own-{name}") / "site"

    return site


@pytest.fixture(scope="session")
def real(built_once):
    """The site of real models, built without an address of its own and served two levels below its host's root."""
    # What is still changed in them may be younger than the day of the tests.
    folder = built_once("real", copy_models_of_the_day, **THIS_DAY)
    with served("real", folder, "/xa/phuong/") as site:
        yield site


@pytest.fixture(scope="session")
def made(built_once):
    """The site of the made catalogue, which knows its address, with the headers that it asks of its host."""
    settings = {"SITE_URL": PUBLIC, "EDIT_BASE": "https://kho.example/sua/"}
    folder = built_once("made", make_models, **settings)
    with served("made", folder, "/thu/", with_headers=True, public=PUBLIC) as site:
        yield site


@pytest.fixture
def site(request, real, made):
    """The site that a case names."""
    return {"real": real, "made": made}[request.param]


@pytest.fixture(scope="session")
def chromium_path():
    try:
        return find_chromium()
    except LookupError as error:
        pytest.fail(str(error))


@pytest.fixture(scope="session")
def letters(tmp_path_factory):
    """Where a browser learns of fonts: of one alone, which the pages ask for first; what fits must not hang on the machine."""
    place = tmp_path_factory.mktemp("fonts")
    settings = f"<fontconfig><dir>{files('fontpkg_be_vietnam_pro')}</dir><cachedir>{place}</cachedir></fontconfig>"
    (place / "fonts.conf").write_text(settings)
    return place / "fonts.conf"


@pytest.fixture(scope="session")
def chromium(chromium_path, letters):
    os.environ["FONTCONFIG_FILE"] = str(letters)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reader(chromium):
    """Opens pages as readers do and remembers what went wrong; see `browser.watching`."""
    one = Reader(chromium)
    yield one
    one.close()


@pytest.fixture
def visit(chromium):
    """A new visitor who has been nowhere, and keeps no page for the way: a context of its own, closed afterwards."""
    opened = []

    def enter(**options):
        context = chromium.new_context(**{**USUAL, **options})
        opened.append(context)
        return context

    yield enter
    for context in opened:
        context.close()
