"""The command `release` writes into the ledgers of models/ what is published from now on, if nothing is lost of what was before."""

import sys
from pathlib import Path

import click

from showcase.cli.messages import WAITING, Command, Complaint, reason_of, shown
from showcase.cli.options import cache_folder, models_option, need_models, site_option
from showcase.cli.today import today
from showcase.publish.promises import ADDRESSES as LIST
from showcase.record.addresses import ADDRESSES, PAGES
from showcase.release.comparison import MOST_BYTES, DamagedListError, Lost, Promises, read_promises
from showcase.release.release import Comparison, Released, write_ledgers
from showcase.system.fetching import FetchError, fetch
from showcase.system.lock import lock
from showcase.system.reading import read_regular
from showcase.words.numbers import write_number
from showcase.words.problem import Severity

_SECONDS = 60.0
"""How long the list of the last release is waited for."""
_SHOWN = 5
"""Addresses of one shape that are told; of the others the number."""
_ELSEWHERE = "đã dựng vào thư mục khác thì thêm --site THƯ_MỤC."


@click.command(cls=Command, short_help="Ghi vào sổ những địa chỉ được đăng.")
@models_option
@click.option(
    "--previous",
    default="",
    metavar="TỆP",
    help="Tệp duong-dan.json của lần đăng trước, hoặc địa chỉ https của nó: trang sắp đăng không được thiếu địa chỉ nào ở đó.",
)
@site_option("Nơi đặt trang sắp đăng, để so với --previous.")
def release(models: Path, previous: str, site: Path) -> None:
    """Ghi vào sổ những địa chỉ được đăng, để về sau không địa chỉ nào mất đi mà không ai hay; chỉ thêm dòng, không sửa dòng cũ.

    Mã của mô hình ghi ở _addresses.tsv, các trang danh sách ghi ở _pages.tsv, trong thư mục chứa các mô hình.
    """
    need_models(models)
    comparison = Comparison(_promises(previous), _promises(str(site / LIST), is_ours=True)) if previous else None
    with cache_folder() as cache, lock(cache, tell=lambda: click.echo(WAITING, err=True)):
        released = write_ledgers(models, cache, today(), comparison)
    if released.is_refused:
        _tell_refusal(released, models, site)
        sys.exit(1)
    compared = " Mọi địa chỉ của lần đăng trước vẫn còn, hoặc dẫn một bước tới nơi còn." if comparison else ""
    click.echo(
        f"Đã ghi sổ: thêm {write_number(released.ids)} mã vào {models / ADDRESSES}, "
        f"{write_number(released.pages)} trang vào {models / PAGES}.{compared}"
    )


def _promises(where: str, *, is_ours: bool = False) -> Promises:
    """Read what a file, or an address of the web, promises; `is_ours` is what lies in the site that was just built."""
    try:
        data = fetch(where, most=MOST_BYTES, seconds=_SECONDS) if "://" in where else read_regular(where, MOST_BYTES)
        return read_promises(data)
    except FetchError as error:
        message = f"Không lấy được danh sách địa chỉ ở {shown(where)}: {error}."
        raise Complaint(message) from error
    except OSError as error:
        way_out = f" Chưa dựng trang thì chạy 'showcase build' trước; {_ELSEWHERE}" if is_ours else ""
        message = f"Không đọc được danh sách địa chỉ {shown(where)} ({reason_of(error)}).{way_out}"
        raise Complaint(message) from error
    except DamagedListError as error:
        message = f"{shown(where)} không phải danh sách địa chỉ {Path(LIST).name}."
        raise Complaint(message) from error


def _tell_refusal(released: Released, models: Path, site: Path) -> None:
    for problem in released.problems:
        if problem.severity is Severity.ERROR:
            click.echo(str(problem))
    if released.errors:
        click.echo(f"Chưa ghi sổ vì còn {write_number(released.errors)} lỗi.", err=True)
    elif released.is_old:
        message = f"Chưa ghi sổ: {shown(site)} không được dựng từ {shown(models)} như hiện nay. Hãy chạy 'showcase build' rồi chạy lại lệnh này; {_ELSEWHERE}"
        click.echo(message, err=True)
    elif released.lost and released.lost.is_final:
        _tell_lost(released.lost)
    elif released.lost:
        count = write_number(len(released.lost.led_on))
        message = (
            f"Có {count} địa chỉ của lần đăng trước nay không còn, như /{released.lost.led_on[0].address}. "
            f"Đã ghi vào {models / PAGES} để trang dẫn chúng đi tiếp: hãy chạy 'showcase build' rồi chạy lại lệnh này."
        )
        click.echo(message, err=True)


def _tell_lost(lost: Lost) -> None:
    for group in lost.addresses:
        for where in group[:_SHOWN]:
            click.echo(f"/{where}: địa chỉ của lần đăng trước, nay không còn và không dẫn thẳng tới nơi còn.")
        if len(group) > _SHOWN:
            click.echo(f"… và {write_number(len(group) - _SHOWN)} địa chỉ nữa cùng loại như trên.")
    for where in lost.taken:
        click.echo(
            f"/{where}: trước đây dẫn tới bài khác, nay là của bài mới. Hãy đặt mã khác cho bài mới và trả mã này vào 'duong_dan_cu' của bài cũ."
        )
    for anchor in lost.anchors:
        click.echo(
            f"{anchor}: chỗ trên trang mà người khác đã dẫn tới, nay không còn. Hãy giữ tên này trong mẫu trang."
        )
    click.echo(
        "Chưa ghi sổ, và chưa nên đăng. Hãy lấy lại tệp hay thư mục của những địa chỉ trên; nếu đã đổi tên, thêm mã cũ vào "
        "'duong_dan_cu'; nếu gỡ bài, ghi 'go_bo'. Nếu mất cả một loại, hãy xem lại mkdocs.yml và SITE_URL có khác lần trước "
        "không. Chỉ khi chủ ý thôi giữ những địa chỉ ấy thì chạy lại mà không có --previous.",
        err=True,
    )
