"""Builds the real catalogue, opens what the guide shows as a telephone does, and writes each screen into `docs/huong-dan/hinh/`.

What is typed is what a model of the catalogue says already, so no picture tells what nobody said. `make screens` calls it.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import yaml
from lighthouse.chromium import find_chromium
from lighthouse.static_host import served
from PIL import Image
from playwright.sync_api import Page, sync_playwright

_PROJECT = Path(__file__).resolve().parents[2]
_INTO = _PROJECT / "docs" / "huong-dan" / "hinh"
_CACHE = _PROJECT / ".cache" / "screens"
_WIDTH, _SHARPNESS, _COLOURS = 360, 2, 48
MODEL = "nghe-an/quynh-thien-tiet-kiem-xanh"
_SERVER = {
    "kind": "forgejo",
    "address": "https://kho.mau.example",
    "project": "dan-van-kheo/mo-hinh",
    "client_id": "mau",
    "mail": "ban-bien-tap@mau.example",
}
"""Where the pictures say that one sends to."""

Screen = Callable[[Page, str], tuple[int, int]]
"""Opens and fills a page, given the site's address; gives where its picture begins and how high it is, in CSS pixels."""


def place(page: Page, home: str) -> tuple[int, int]:
    """A place that is being typed, with what it may be."""
    _open_form(page, home)
    page.locator("#o-dia_diem-0-noi").press_sequentially("quynh thien", delay=20)
    page.locator("[role=option]").first.wait_for()
    return _from(page, '[data-dv-path="dia_diem"]', 400)


def photo(page: Page, home: str) -> tuple[int, int]:
    """A photo with the questions about who is in it."""
    _open_form(page, home)
    _take_in(page)
    _go(page, "anh")
    page.locator('[data-dv-path="anh.0"] img').wait_for()
    page.locator('[data-dv-path="anh.0.nguoi"] input[value="nhan-dien-duoc"]').check()
    return _from(page, '[data-dv-path="anh.0.nguoi"]', 420)


def sending(page: Page, home: str) -> tuple[int, int]:
    """The last step, with what is fit to be sent."""
    _open_form(page, home)
    _take_in(page)
    _go(page, "gui")
    return _from(page, "[data-dv-send]", 560)


def foot(page: Page, home: str) -> tuple[int, int]:
    """What can be done at the end of a model."""
    page.goto(f"{home}mo-hinh/{Path(MODEL).name}/")
    return _from(page, ".dv-acts", 330)


def mistake(page: Page, home: str) -> tuple[int, int]:
    """The form that says what is wrong."""
    page.goto(f"{home}bao-cho-sai/?bai={Path(MODEL).name}")
    page.locator("[data-dv-short] form").first.wait_for()
    return _from(page, "h1", 690)


def proposal(page: Page, _home: str) -> tuple[int, int]:
    """What the approver of a change sees."""
    page.goto(_proposal().as_uri())
    return _from(page, "article", 560)


SCREENS: dict[str, Screen] = {
    "bieu-mau-noi": place,
    "bieu-mau-anh": photo,
    "bieu-mau-gui": sending,
    "cuoi-bai": foot,
    "bao-cho-sai": mistake,
    "xem-truoc": proposal,
}


@click.command()
@click.option("--only", default="", help="One of the pictures: " + ", ".join(SCREENS) + ".")
def main(only: str) -> None:
    """Take the pictures."""
    _INTO.mkdir(exist_ok=True)
    _build()
    os.environ["FONTCONFIG_FILE"] = str(_letters())
    with served(_CACHE / "site") as home, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        for name, screen in SCREENS.items():
            if only in ("", name):
                _take(chromium.new_page, name, screen, home)
        chromium.close()


def _take(new_page: Callable[..., Page], name: str, screen: Screen, home: str) -> None:
    size = {"width": _WIDTH, "height": 740}
    page = new_page(viewport=size, device_scale_factor=_SHARPNESS, locale="vi-VN", color_scheme="light")
    top, height = screen(page, home)
    taken = page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": _WIDTH, "height": height})
    page.close()
    file = _INTO / f"{name}.webp"
    file.write_bytes(_small(taken))
    click.echo(f"{file.relative_to(_PROJECT)}: {_WIDTH} × {height}, {file.stat().st_size} byte")


def _small(taken: bytes) -> bytes:
    """Write a screen, which has few colours, as a small WebP."""
    picture, file = Image.open(BytesIO(taken)).convert("RGB"), BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB").save(file, "WEBP", lossless=True, method=6)
    return file.getvalue()


# --- What the pages are made of --------------------------------------------------------------------------------------


def _build() -> None:
    _CACHE.mkdir(parents=True, exist_ok=True)
    text = (_PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in _SERVER.items():
        text = text.replace(f'\n    {key}: ""', f'\n    {key}: "{value}"')
    for key, folder in (("docs_dir", "docs"), ("custom_dir", "overrides")):
        text = text.replace(f"{key}: {folder}", f"{key}: {_PROJECT / folder}")
    (_CACHE / "mkdocs.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, str(_PROJECT / "scripts" / "build.py"), "--site", str(_CACHE / "site")]
    subprocess.run([*command, "--config", str(_CACHE / "mkdocs.yml")], cwd=_PROJECT, check=True)


def _proposal() -> Path:
    """A change of one model, in a repository of its own, as `showcase diff` shows it."""
    with tempfile.TemporaryDirectory() as place:
        git = ["git", "-C", place, "-c", "user.name=mau", "-c", "user.email=mau@mau.example"]
        folder = Path(place, "models", MODEL)
        shutil.copytree(_PROJECT / "models" / "_vocabulary", Path(place, "models", "_vocabulary"))
        shutil.copytree(_PROJECT / "models" / MODEL, folder)
        subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
        _commit(git, "goc")
        file = folder / "model.yaml"
        text = file.read_text(encoding="utf-8")
        title = str(_told()["tieu_de"])
        file.write_text(text.replace(f"tieu_de: {title}", f"tieu_de: {title} ở Quỳnh Thiện"), encoding="utf-8")
        _commit(git, "sua")
        shown = _CACHE / "xem-truoc.html"
        showcase = [str(Path(sys.executable).parent / "showcase"), "diff", "HEAD~1", "HEAD", "--html", str(shown)]
        config = str(_CACHE / "mkdocs.yml")
        subprocess.run([*showcase, "--config", config], cwd=place, check=True, capture_output=True)
        return shown


def _commit(git: list[str], subject: str) -> None:
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", subject], check=True)


def _told() -> dict[str, Any]:
    """What the model's file says, all of it as text, which is how the form writes a draft."""
    text = (_PROJECT / "models" / MODEL / "model.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
    return told


def _take_in(page: Page) -> None:
    """Open the model as a draft with its picture, as whoever changes devices does."""
    model = _told()
    model["anh"][0]["tep"] = "anh-1.jpg"
    file = BytesIO()
    Image.open(_PROJECT / "models" / MODEL / "minh-hoa.png").convert("RGB").save(file, "JPEG")
    photos = {"anh-1.jpg": {"data": base64.b64encode(file.getvalue()).decode(), "crop": {"ratio": "", "at": 50}}}
    draft = {"loai": "dan-van-kheo/ban-nhap", "phien_ban": 1, "bai": model, "anh": photos}
    _go(page, "gui")
    page.locator("#o-mo-nhap").set_input_files(
        {"name": "nhap.json", "mimeType": "application/json", "buffer": json.dumps(draft).encode()}
    )
    page.locator(".dv-form__fit").wait_for(state="attached")


def _open_form(page: Page, home: str) -> None:
    page.goto(f"{home}gui-bai/")
    page.locator("#o-tieu_de").wait_for()


def _go(page: Page, step: str) -> None:
    page.locator(f'.dv-form__steps a[href="#{step}"]').click()
    page.locator(f"#buoc-{step}").wait_for()


def _from(page: Page, selector: str, height: int) -> tuple[int, int]:
    """Give the place of what a selector finds, a little above it."""
    page.wait_for_timeout(500)
    top = page.locator(selector).first.evaluate("one => one.getBoundingClientRect().top + scrollY")
    return max(0, round(top) - 16), height


def _letters() -> Path:
    """Where the browser learns of fonts: of the one that pages ask for first."""
    settings = f"<fontconfig><dir>{files('fontpkg_be_vietnam_pro')}</dir><cachedir>{_CACHE}</cachedir></fontconfig>"
    (_CACHE / "fonts.conf").write_text(settings, encoding="utf-8")
    return _CACHE / "fonts.conf"


def _chromium() -> str:
    try:
        return find_chromium()
    except LookupError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
