"""What several commands ask for in the same words: where the models lie, and the configuration."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from showcase.cli.messages import Complaint, reason_of, shown
from showcase.mkdocs.address import need_edit_base, need_site_url
from showcase.mkdocs.errors import HostError
from showcase.mkdocs.host import DOCS
from showcase.system.cache import usable
from showcase.system.reading import is_text

CACHE = Path(".cache/showcase")
_Function = TypeVar("_Function", bound=Callable[..., Any])

models_option = click.option(
    "--models",
    type=click.Path(path_type=Path),
    default=Path("models"),
    show_default=True,
    metavar="THƯ_MỤC",
    help="Thư mục chứa các mô hình.",
)
config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    metavar="TỆP",
    help="Cấu hình MkDocs.",
)


def site_option(about: str) -> Callable[[_Function], _Function]:
    """Give the option that names the folder of the site; `about` says what it is there for."""
    return click.option(
        "--site",
        type=click.Path(path_type=Path),
        default=Path("site"),
        show_default=True,
        metavar="THƯ_MỤC",
        help=about,
    )


@contextmanager
def cache_folder() -> Iterator[Path]:
    """Give the folder of what is kept between builds, or say that there is none and give one for this time."""
    with usable(CACHE, lambda why: click.echo(without_cache(CACHE, why), err=True)) as folder:
        yield folder


def without_cache(cache: Path, why: OSError) -> str:
    """Say that nothing can be kept."""
    return f"Không ghi được vào thư mục tạm {shown(cache)} ({reason_of(why)}). Lần này chương trình làm không có nó nên lâu hơn."


def need_text(*paths: Path) -> None:
    """Complain where a path is no Unicode, ours among them: nothing could be said or kept of what lies there."""
    for path in (Path.cwd(), *paths):
        if not is_text(str(path)):
            message = f"Đường dẫn {shown(path)} có tên không theo Unicode. Hãy đổi tên thư mục, chỉ dùng chữ, chữ số và gạch nối."
            raise Complaint(message)


def need_models(models: Path) -> None:
    """Complain where there is no folder of models."""
    need_text(models)
    if not models.is_dir():
        message = (
            f"Không thấy thư mục {shown(models)}. Hãy chạy lệnh ở thư mục gốc của dự án, hoặc ghi --models THƯ_MỤC."
        )
        raise Complaint(message)


def need_config(config: Path) -> None:
    """Complain where there is no configuration, or an address in the environment that nothing can be put behind."""
    need_text(config)
    if not config.is_file():
        message = f"Không thấy tệp cấu hình {shown(config)}."
        raise Complaint(message)
    try:
        need_site_url(os.environ.get("SITE_URL", ""))
        need_edit_base(os.environ.get("EDIT_BASE", ""))
    except HostError as error:
        raise Complaint(str(error)) from error


def need_place(site: Path, models: Path, config: Path) -> None:
    """Complain where a site would lie among what it is made of, or in what is kept between builds."""
    need_text(site)
    project = config.parent
    whats = {
        models: "nơi chứa các mô hình",
        project / DOCS: "nơi chứa các trang viết tay",
        project / "overrides": "nơi chứa các mẫu trang",
        CACHE: "nơi chương trình ghi tạm",
    }
    for place, what in whats.items():
        if site.resolve().is_relative_to(place.resolve()):
            message = f"Trang không thể nằm trong {shown(place)}, {what}. Hãy chọn thư mục khác."
            raise Complaint(message)
        if place.resolve().is_relative_to(site.resolve()):
            message = f"Thư mục {shown(site)} chứa {shown(place)}, {what}, nên không thể là nơi đặt trang. Hãy chọn thư mục khác."
            raise Complaint(message)
