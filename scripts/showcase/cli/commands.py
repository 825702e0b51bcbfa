"""The command line: words in, one call, findings and exit codes out. 0 nothing wrong, 1 errors, 2 could not run, 130 stopped by Ctrl+C."""

import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from showcase.build.build import build_site, check_folder
from showcase.build.errors import DamagedLedgerError, ForeignFolderError, LossError, PhotoError
from showcase.build.ledger import LEDGER
from showcase.build.options import Options
from showcase.cli.annotation import annotation
from showcase.cli.chosen import Chosen, OutsideError
from showcase.cli.diff import diff
from showcase.cli.draft import draft
from showcase.cli.exporting import export
from showcase.cli.fix import fix
from showcase.cli.importing import import_
from showcase.cli.links import links
from showcase.cli.messages import KILLED, WAITING, Complaint, Group, shown
from showcase.cli.new import new
from showcase.cli.options import (
    cache_folder,
    config_option,
    models_option,
    need_config,
    need_models,
    need_place,
    need_text,
    site_option,
)
from showcase.cli.preview import preview
from showcase.cli.progress import progress
from showcase.cli.receiving import receive
from showcase.cli.release import release
from showcase.cli.remarks import remarks
from showcase.cli.schema import schema
from showcase.cli.template import template
from showcase.cli.today import today
from showcase.photos.errors import ClusterError
from showcase.system.lock import lock
from showcase.system.pool import KilledError
from showcase.words.numbers import write_number, write_size
from showcase.words.problem import Problem, count_errors
from showcase.words.safe_line import safe_json, safe_line, safe_lines

WRONG = 1


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dan-van-kheo-showcase", message="%(version)s", help="In phiên bản.")
def main() -> None:
    """Kiểm tra các mô hình “Dân vận khéo” và dựng trang giới thiệu."""


for command in (preview, diff, links, fix, release, new, template, import_, export, draft, receive, schema):
    main.add_command(command)


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
    """Kiểm tra mọi tệp và in mọi điều cần sửa; nếu có ĐƯỜNG_DẪN thì chỉ in những điều thuộc các đường dẫn đó.

    Một tệp của mô hình đại diện cho cả thư mục của mô hình ấy.
    """
    need_models(models)
    chosen = _chosen(paths, models)
    with cache_folder() as cache:
        checked = check_folder(models, cache, today())
    problems = [problem for problem in checked.problems if chosen is None or chosen.has(problem)]
    _tell(problems, output_format)
    errors = count_errors(problems)
    if output_format == "text":
        click.echo(_summary(checked.models, errors, len(problems) - errors, is_part=chosen is not None), err=True)
    if elsewhere := checked.errors - errors:
        sentence = f"Ở những tệp khác còn {write_number(elsewhere)} lỗi. Để xem, hãy chạy lệnh này không kèm đường dẫn."
        click.echo(sentence, err=True)
    sys.exit(WRONG if errors else 0)


def _chosen(paths: Sequence[Path], models: Path) -> Chosen | None:
    """Give the paths that findings are asked of, None where it is all; what is there no more is skipped with a word."""
    need_text(*paths)
    try:
        chosen = Chosen(paths, models) if paths else None
    except OutsideError as error:
        message = f"{shown(error)} không thuộc {shown(models)}. Hãy ghi tệp hoặc thư mục nằm trong đó."
        raise Complaint(message) from error
    for path in paths:
        if not os.path.lexists(path):
            click.echo(f"Bỏ qua {shown(path)}: không có, hoặc đã xóa.", err=True)
    return chosen


@main.command(short_help="Kiểm tra rồi dựng trang.")
@models_option
@site_option("Nơi đặt trang đã dựng.")
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
    need_place(site, models, config)
    with progress("Đang dựng trang") as tell:
        gc.disable()  # what a build reads it keeps: to look through it for garbage takes a tenth of the time
        with _complaining(), cache_folder() as cache, lock(cache, site.resolve().parent, tell=_tell_of_waiting):
            options = Options(models, site, config, cache, is_searched=not no_search, cluster=cluster)
            built = build_site(options, today(), progress=tell)
    _tell(built.problems, "text")
    published = built.published
    if published is None:
        errors = built.errors
        click.echo(_summary(built.models, errors, len(built.problems) - errors), err=True)
        click.echo("Chưa dựng trang vì còn lỗi; trang cũ (nếu có) được giữ nguyên.", err=True)
        sys.exit(WRONG)
    click.echo(
        f"Đã dựng {shown(site)}: {write_number(built.models)} mô hình, {write_number(published.pages)} trang, "
        f"{write_number(published.files)} tệp, {write_size(published.extent.bytes)} "
        f"(làm mới {write_number(published.written)}, bỏ {write_number(published.removed)})."
    )
    for remark in remarks(published):
        click.echo(safe_line(remark), err=True)
    for path, trouble in published.troubles:
        said = f"Không dựng được {path}; ở đó có một lời báo. Đây là lỗi của chương trình:\n{trouble}"
        click.echo(safe_lines(said), err=True)
    if published.troubles:
        sys.exit(WRONG)


@contextmanager
def _complaining() -> Iterator[None]:
    """Say in the reader's words what kept a build from its end."""
    try:
        yield
    except DamagedLedgerError as error:
        message = (
            f"Sổ {error}/{LEDGER} đã bị cắt, bị sửa hoặc của phiên bản khác, nên không biết tệp nào trong {error} do lệnh này "
            f"tạo ra; chưa xóa gì. Hãy lấy lại sổ ấy từ bản trước; hoặc chuyển tệp riêng của mình ra chỗ khác, xóa {error} rồi dựng lại."
        )
        raise Complaint(message) from error
    except LossError as error:
        message = (
            f"Lần dựng này sẽ làm mất {write_number(error.lost)} trong {write_number(error.before)} địa chỉ mô hình đang có ở {error}, "
            f"như {error.example}; chưa bỏ gì. Có lẽ thư mục mô hình bị chép thiếu. Nếu đúng là muốn bỏ, hãy xóa {error} rồi dựng lại."
        )
        raise Complaint(message) from error
    except ForeignFolderError as error:
        message = f"Thư mục {shown(error)} có sẵn tệp không phải do lệnh này tạo ra. Hãy chọn thư mục khác, hoặc tự xóa nó trước."
        raise Complaint(message) from error
    except PhotoError as error:
        message = f"Không làm được ảnh {error}"
        raise Complaint(message) from error
    except ClusterError as error:
        raise Complaint(str(error)) from error
    except KilledError as error:
        raise Complaint(KILLED) from error


def _tell_of_waiting() -> None:
    click.echo(WAITING, err=True)


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
        click.echo(safe_json(json.dumps(rows, ensure_ascii=False, indent=1)))
        return
    for problem in problems:
        click.echo(annotation(problem) if output_format == "github" else str(problem))


def _summary(models: int, errors: int, advice: int, *, is_part: bool = False) -> str:
    what = "Các đường dẫn đã ghi" if is_part else f"{write_number(models)} mô hình"
    if not errors and not advice:
        return f"{what}{':' if is_part else ','} không có gì phải sửa."
    return f"{what}: {write_number(errors)} lỗi, {write_number(advice)} lời nhắc."
