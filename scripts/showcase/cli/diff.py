"""The command `diff` shows what a proposal changes below models/, as one page and as an answer; of the rest it uses nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from showcase.cli.annotation import annotation
from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import cache_folder, config_option, need_config, need_text
from showcase.cli.today import today
from showcase.preview.overlay import counted
from showcase.proposal.answer import answer as answered
from showcase.proposal.git import Git, GitError
from showcase.proposal.proposal import TooMuchError, read_proposal
from showcase.proposal.review import Place, review
from showcase.system.writing import write_whole
from showcase.words.numbers import write_number, write_size
from showcase.words.problem import count_errors


@click.command(cls=Command, short_help="Xem trước một bài gửi thành một tệp.")
@click.argument("revisions", nargs=2, metavar="BẢN_GỐC BẢN_GỬI")
@click.option("--html", type=click.Path(path_type=Path), required=True, metavar="TỆP", help="Nơi ghi trang xem trước.")
@click.option("--answer", type=click.Path(path_type=Path), metavar="TỆP", help="Nơi ghi lời trả lời (Markdown).")
@click.option(
    "--into", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Đặt models như sau khi nhận bài gửi vào đây."
)
@config_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
    help="Cách in những điều cần sửa: cho người đọc, hoặc cho GitHub.",
)
def diff(
    revisions: tuple[str, str], html: Path, answer: Path | None, into: Path | None, config: Path, output_format: str
) -> None:
    """Kiểm tra và xem trước những gì BẢN_GỬI (một nhánh hay một commit của git) sửa so với BẢN_GỐC.

    Chỉ thư mục models của bản gửi được đọc, bằng git mà không lấy tệp nào ra làm việc; cấu hình, mẫu trang và chương trình
    là của thư mục đang đứng.
    """
    need_config(config)
    need_text(html, *filter(None, (answer, into)))
    with _complaining(), cache_folder() as cache, _folder(into) as folder:
        git = Git(Path.cwd())
        proposal = read_proposal(git, *revisions)
        place = Place(folder.absolute(), config.absolute(), cache.absolute())
        reviewed = review(git, proposal, place, today())
    write_whole(html, reviewed.page)
    if answer:
        write_whole(answer, answered(proposal, reviewed).encode())
    problems = reviewed.found.in_order
    for problem in problems:
        click.echo(annotation(problem) if output_format == "github" else str(problem))
    told = counted(problems) or "không có gì phải sửa"
    click.echo(
        f"Đã ghi {shown(html)}: {write_number(reviewed.in_all)} mục thay đổi, {write_size(len(reviewed.page))}; {told}.",
        err=True,
    )
    if proposal.outside:
        click.echo(f"Không xem trước {write_number(len(proposal.outside))} tệp ngoài models.", err=True)
    sys.exit(1 if count_errors(problems) else 0)


@contextmanager
def _folder(into: Path | None) -> Iterator[Path]:
    """Give the folder that models/ is laid into: the one that was named, which must be empty, or one for this time."""
    if into is None:
        with TemporaryDirectory(prefix="showcase-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
        return
    into.mkdir(parents=True, exist_ok=True)
    if any(into.iterdir()):
        message = f"Thư mục {shown(into)} không trống. Hãy chọn thư mục khác."
        raise Complaint(message)
    yield into


@contextmanager
def _complaining() -> Iterator[None]:
    try:
        yield
    except GitError as error:
        message = f"Git không đọc được hai bản ấy. Hãy xem lại tên, và hai bản có chung một gốc không. {error}".strip()
        raise Complaint(message) from error
    except TooMuchError as error:
        raise Complaint(str(error)) from error
