"""The command line: words in, one call, findings and exit codes out. 0 nothing wrong, 1 errors, 2 could not run."""

import gc
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from showcase.build.build import build_site, check_folder
from showcase.build.errors import ForeignFolderError, PhotoError
from showcase.build.options import Options, Progress
from showcase.cli.messages import WAITING, Complaint, Group
from showcase.cli.options import CACHE, config_option, models_option, need_config, need_models
from showcase.cli.preview import preview
from showcase.cli.remarks import remarks
from showcase.cli.today import today
from showcase.mkdocs.errors import HostError
from showcase.photos.errors import ClusterError
from showcase.system.lock import lock
from showcase.words.numbers import write_number, write_size
from showcase.words.problem import Problem

WRONG = 1


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dan-van-kheo-showcase", message="%(version)s", help="In phiên bản.")
def main() -> None:
    """Kiểm tra các mô hình “Dân vận khéo” và dựng trang giới thiệu."""


main.add_command(preview)


@main.command(short_help="Kiểm tra mọi tệp và in mọi điều cần sửa.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[ĐƯỜNG_DẪN]…")
@models_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="Cách in: cho người đọc, cho GitHub, hoặc JSON cho máy.",
)
def check(paths: tuple[Path, ...], models: Path, output_format: str) -> None:
    """Kiểm tra mọi tệp và in mọi điều cần sửa; nếu có ĐƯỜNG_DẪN thì chỉ in những điều thuộc các đường dẫn đó."""
    need_models(models)
    for path in paths:
        if not path.exists():
            message = f"Không thấy đường dẫn {path}."
            raise Complaint(message)
    checked = check_folder(models, CACHE, today())
    problems = [problem for problem in checked.problems if not paths or _is_under(problem.spot.path, paths)]
    _tell(problems, output_format)
    errors = sum(problem.severity.value == "error" for problem in problems)
    if output_format == "text":
        click.echo(_summary(checked.models, errors, len(problems) - errors), err=True)
    sys.exit(WRONG if errors else 0)


@main.command(short_help="Kiểm tra rồi dựng trang.")
@models_option
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    metavar="THƯ_MỤC",
    help="Nơi đặt trang đã dựng.",
)
@config_option
@click.option("--no-search", is_flag=True, help="Không làm phần tìm kiếm; dựng nhanh hơn khi có rất nhiều mô hình.")
@click.option(
    "--cluster",
    default="",
    metavar="ĐỊA_CHỈ",
    help="Giao việc làm ảnh cho cụm máy Dask ở địa chỉ này, ví dụ tcp://HOST:8786.",
)
def build(models: Path, site: Path, config: Path, *, no_search: bool, cluster: str) -> None:
    """Kiểm tra rồi dựng trang; nếu có lỗi thì trang đang có được giữ nguyên."""
    need_models(models)
    need_config(config)
    if site.resolve().is_relative_to(models.resolve()):
        message = f"Trang không thể nằm trong {models}, nơi chứa các mô hình. Hãy chọn thư mục khác."
        raise Complaint(message)
    with _progress() as tell:
        gc.disable()  # what a build reads it keeps: to look through it for garbage takes a tenth of the time
        with _complaining(), lock(CACHE, site.resolve().parent, tell=_tell_of_waiting):
            options = Options(models, site, config, CACHE, is_searched=not no_search, cluster=cluster)
            built = build_site(options, today(), progress=tell)
    _tell(built.problems, "text")
    published = built.published
    if published is None:
        errors = built.errors
        click.echo(_summary(built.models, errors, len(built.problems) - errors), err=True)
        click.echo("Chưa dựng trang vì còn lỗi; trang cũ (nếu có) được giữ nguyên.", err=True)
        sys.exit(WRONG)
    click.echo(
        f"Đã dựng {site}: {write_number(built.models)} mô hình, {write_number(published.pages)} trang, "
        f"{write_number(published.files)} tệp, {write_size(published.extent.bytes)} "
        f"(làm mới {write_number(published.written)}, bỏ {write_number(published.removed)})."
    )
    for remark in remarks(published):
        click.echo(remark, err=True)
    for path, trouble in published.troubles:
        click.echo(f"Không dựng được {path}; ở đó có một lời báo. Đây là lỗi của chương trình:\n{trouble}", err=True)
    if published.troubles:
        sys.exit(WRONG)


@contextmanager
def _complaining() -> Iterator[None]:
    """Say in the reader's words what kept a build from its end."""
    try:
        yield
    except HostError as error:
        message = f"MkDocs không dựng được các trang trong docs/: {error}"
        raise Complaint(message) from error
    except ForeignFolderError as error:
        message = (
            f"Thư mục {error} có sẵn tệp không phải do lệnh này tạo ra. Hãy chọn thư mục khác, hoặc tự xóa nó trước."
        )
        raise Complaint(message) from error
    except PhotoError as error:
        message = f"Không làm được ảnh {error}"
        raise Complaint(message) from error
    except ClusterError as error:
        raise Complaint(str(error)) from error


def _tell_of_waiting() -> None:
    click.echo(WAITING, err=True)


def _is_under(shown: str, paths: Sequence[Path]) -> bool:
    resolved = Path(shown).resolve()
    return any(resolved.is_relative_to(path.resolve()) for path in paths)


def _tell(problems: Sequence[Problem], output_format: str) -> None:
    if output_format == "json":
        rows = [
            {
                "path": problem.spot.path,
                "line": problem.spot.line,
                "column": problem.spot.column,
                "severity": problem.severity.value,
                "rule": problem.rule,
                "message": problem.message,
            }
            for problem in problems
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for problem in problems:
        click.echo(_annotation(problem) if output_format == "github" else str(problem))


def _annotation(problem: Problem) -> str:
    """Write a workflow command of GitHub, with the characters escaped that would end it."""
    level = "error" if problem.severity.value == "error" else "warning"
    spot = problem.spot
    path = _escaped(spot.path).replace(":", "%3A").replace(",", "%2C")
    return f"::{level} file={path},line={spot.line},col={spot.column},title={problem.rule}::{_escaped(problem.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _summary(models: int, errors: int, advice: int) -> str:
    if not errors and not advice:
        return f"{write_number(models)} mô hình, không có gì phải sửa."
    return f"{write_number(models)} mô hình: {write_number(errors)} lỗi, {write_number(advice)} lời nhắc."


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show progress on a terminal, and nothing where the output goes to a file."""
    if not sys.stderr.isatty():
        yield lambda _done, _in_all: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415 - see `test_house.py`
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), transient=True) as bar:
        task = bar.add_task("Đang dựng trang", total=None)
        yield lambda done, in_all: bar.update(task, completed=done, total=in_all)
