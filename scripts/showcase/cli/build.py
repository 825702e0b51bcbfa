"""`showcase build`: all is checked, and the site brought to what the models say; what keeps it from that is told."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from showcase.build.build import build_site
from showcase.build.errors import DamagedLedgerError, ForeignFolderError, LossError, PhotoError
from showcase.build.ledger import LEDGER
from showcase.build.options import Options
from showcase.cli.findings import summary, tell
from showcase.cli.messages import KILLED, WAITING, Command, Complaint, shown
from showcase.cli.options import (
    cache_folder,
    config_option,
    models_option,
    need_config,
    need_models,
    need_place,
    site_option,
)
from showcase.cli.progress import progress
from showcase.cli.remarks import remarks
from showcase.cli.today import today
from showcase.photos.errors import ClusterError
from showcase.system.lock import lock
from showcase.system.pool import KilledError
from showcase.words.numbers import write_number, write_size
from showcase.words.safe_line import safe_line, safe_lines

WRONG = 1


@click.command(cls=Command, short_help="Kiểm tra rồi dựng trang.")
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
    with progress("Đang dựng trang") as tell_progress:
        gc.disable()  # what a build reads it keeps: to look through it for garbage takes a tenth of the time
        with _complaining(), cache_folder() as cache, lock(cache, site.resolve().parent, tell=_tell_of_waiting):
            options = Options(models, site, config, cache, is_searched=not no_search, cluster=cluster)
            built = build_site(options, today(), progress=tell_progress)
    tell(built.problems)
    published = built.published
    if published is None:
        errors = built.errors
        click.echo(summary(built.models, errors, len(built.problems) - errors), err=True)
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
