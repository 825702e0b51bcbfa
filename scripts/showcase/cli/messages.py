"""Click speaks Vietnamese here: its headings, its own options, and its complaints about what was typed."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import disk_usage
from typing import Any

import click

from showcase.cli.interruption import INTERRUPTED, STOPPED, is_interruption
from showcase.mkdocs.errors import HostError
from showcase.words.numbers import write_size
from showcase.words.quoting import cut
from showcase.words.safe_line import safe_line, safe_lines

__all__ = ["KILLED", "WAITING", "Command", "Complaint", "Group", "reason_of", "refusal", "shown"]

KILLED = (
    "Hệ thống đã dừng một tiến trình đang dựng trang, có thể vì máy hết bộ nhớ. Hãy đóng bớt chương trình rồi dựng lại."
)
WAITING = "Một lần dựng khác đang chạy; chờ nó xong rồi dựng tiếp."

_WORDS = {
    "Usage:": "Cách dùng:",
    "[OPTIONS]": "[TÙY_CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [THAM_SỐ]…",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "[default: ": "[mặc định: ",
    "Show this message and exit.": "In lời giúp này.",
}
_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EEXIST: "ở đó đã có một tệp",
    errno.EISDIR: "đó là một thư mục",
    errno.ENOENT: "không có tệp ấy",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EPERM: "không được phép",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EDQUOT: "đã dùng hết phần ổ đĩa được cấp",
    errno.EFBIG: "tệp lớn hơn mức được phép",
    errno.EIO: "ổ đĩa có lỗi",
    errno.ELOOP: "các liên kết (symlink) dẫn vòng quanh",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.ENOTEMPTY: "thư mục ấy còn tệp khác",
}
_FULL = {errno.ENOSPC, errno.EDQUOT}


class Complaint(click.ClickException):
    """Why a command could not run, as one sentence; the exit code is 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence alone, without a word of Click's."""
        click.echo(safe_lines(self.message), file=file, err=file is None)


class Interrupted(Complaint):
    """Somebody pressed Ctrl+C; the exit code is that of shells."""

    exit_code = INTERRUPTED


class _Formatter(click.HelpFormatter):
    """Puts our words in the place of Click's wherever help is written."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _said(args), prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _said(text)) for term, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is in Vietnamese."""

    context_class = _Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed behind the name; a complaint about that knows of which command it is."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Group(click.Group):
    """The commands; whatever hinders one becomes a complaint."""

    context_class = _Context

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read what was typed before the command's name."""
        with _complaining():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _complaining():
            return super().invoke(ctx)


def shown(name: object) -> str:
    """Write a path, or what was typed, as a part of a sentence."""
    return safe_line(str(name))


def refusal(error: OSError) -> str:
    """Write what the system refused."""
    return f"Không đọc hoặc ghi được {shown(error.filename2 or error.filename or 'một tệp')}: {reason_of(error)}."


def reason_of(error: OSError) -> str:
    """Write why the system refused; where a disk is full, how much is left on it."""
    reason = _REASONS.get(error.errno or 0, error.strerror or "không rõ vì sao")
    left = _left_at(error.filename2 or error.filename) if error.errno in _FULL else None
    return reason if left is None else f"{reason}, chỉ còn {write_size(left)}"


def _left_at(place: object) -> int | None:
    """Give how many bytes are free on the disk of a path."""
    there = Path(str(place)).absolute()
    for folder in (there, *there.parents):
        with suppress(OSError):
            return disk_usage(folder).free
    return None


def _said(text: str) -> str:
    for theirs, ours in _WORDS.items():
        text = text.replace(theirs, ours)
    return text


@contextmanager
def _complaining() -> Iterator[None]:
    """Turn what users and their disks do into complaints; anything else is our mistake and keeps its traceback."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "showcase"
        sentence = f"{_sentence(error)} Xem: {command} --help"
        raise Complaint(sentence) from error
    except (KeyboardInterrupt, RuntimeError) as error:  # modules are loaded on the way too
        if not is_interruption(error):
            raise
        raise Interrupted(STOPPED) from error
    except HostError as error:
        message = f"MkDocs không dựng được các trang trong docs/: {error}"
        raise Complaint(message) from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever reads our output has read enough
            raise
        raise Complaint(refusal(error)) from error


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            return f"Không có tùy chọn {cut(name)}."
        case click.BadOptionUsage(option_name=name):
            return f"Tùy chọn {name} cần đúng một giá trị."
        case click.MissingParameter() | click.BadArgumentUsage():
            return _lacking(error)
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as param):
            return f"{param.opts[0]} chỉ nhận: {', '.join(choices)}."
        case click.BadParameter(param=click.Parameter() as param):
            return f"Giá trị của {param.opts[0]} không dùng được."
    name = getattr(error, "command_name", "")
    return f"Không có lệnh {cut(name)}." if name else "Không hiểu những gì đã gõ sau tên lệnh."


def _lacking(error: click.BadArgumentUsage | click.MissingParameter) -> str:
    """Say what should stand behind a command, by the names that its usage shows."""
    match error:
        case click.MissingParameter(param=click.Option() as option):
            return f"Còn thiếu tùy chọn {option.opts[0]} {option.metavar or ''}".rstrip() + "."
        case click.MissingParameter(param=click.Argument(metavar=metavar)):
            return f"Còn thiếu {metavar} sau tên lệnh."
    arguments = (one for one in (error.ctx.command.params if error.ctx else ()) if isinstance(one, click.Argument))
    return f"Sau tên lệnh phải ghi đủ {' '.join(one.metavar or one.name or '' for one in arguments)}."
