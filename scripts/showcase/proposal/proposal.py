"""Of a proposal only what it changes below models/ counts: that is laid over what the base has there, all else is named and left alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from showcase.proposal.git import FILE, LINK, Change, Entry, Git
from showcase.record.photo import LARGEST_FILE
from showcase.system.reading import is_text
from showcase.words.numbers import write_number, write_size
from showcase.words.problem import Problem, Severity, Spot

MODELS = "models"
NAME = "de_nghi"
"""The name of what is said of a proposal's files before any of them is read."""
MOST_FILES = 50_000
"""Changed files: a workbook of 13,663 models with photos."""
MOST_BYTES = 2_000_000_000
_LONGEST_PART, _LONGEST_PATH = 255, 1024

_LINK = "Đây là liên kết (symlink), có thể dẫn ra ngoài kho dữ liệu nên không được đọc. Hãy thay bằng chính tệp ấy."
_REPOSITORY = "Đây là một kho khác lồng vào (submodule) nên không được đọc. Hãy chép chính các tệp vào đây."
_PATH = "Tên này không dùng được trên máy, nên tệp không được đọc. Hãy đặt lại tên, chỉ dùng chữ không dấu, chữ số và gạch nối."
_NO_MODELS = "Bài gửi này xóa cả thư mục models, hoặc thay nó bằng thứ khác. Nếu không chủ ý, hãy lấy lại thư mục ấy."


class TooMuchError(Exception):
    """A proposal is more than is looked at; the message is a sentence in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a revision changes since it left the base.

    `after` is all of models/ as it would be; `changed` are the changes there, by path, and `outside` the paths of the others.
    `also_changed` are those that the base has changed since as well.
    """

    base: str
    head: str
    after: Mapping[str, Entry]
    changed: Mapping[str, Change]
    outside: tuple[str, ...]
    also_changed: frozenset[str]


def read_proposal(git: Git, base: str, head: str) -> Proposal:
    """Read what a revision proposes to another; raises GitError and TooMuchError."""
    onto, proposed = git.commit(base), git.commit(head)
    changes = git.changes(git.ancestor(onto, proposed), proposed)
    if len(changes) > MOST_FILES:
        message = f"Bài gửi này sửa {write_number(len(changes))} tệp, nhiều hơn {write_number(MOST_FILES)}. Hãy chia làm nhiều lần."
        raise TooMuchError(message)
    there = git.entries(onto, MODELS)
    changed = {path: change for path, change in sorted(changes.items()) if f"{path}/".startswith(f"{MODELS}/")}
    after = {path: entry for path, entry in there.items() if path not in changed}
    after |= {path: change.after for path, change in changed.items() if change.after}
    return Proposal(
        base=onto,
        head=proposed,
        after=after,
        changed=changed,
        outside=tuple(sorted(path for path in changes if path not in changed)),
        also_changed=frozenset(
            path for path, change in changed.items() if there.get(path) not in (change.before, change.after)
        ),
    )


def lay(git: Git, proposal: Proposal, folder: Path) -> tuple[Problem, ...]:
    """Write models/ as it would be into an empty folder, regular files alone; give what is wrong with the others.

    Raises GitError, TooMuchError, and OSError with a path.
    """
    sizes = git.sizes(entry.object for entry in proposal.after.values() if entry.kind == FILE)
    of_proposal = (change.after for change in proposal.changed.values())
    if sum(sizes.get(entry.object, 0) for entry in of_proposal if entry) > MOST_BYTES:
        message = f"Các tệp của bài gửi này nặng hơn {write_size(MOST_BYTES)}. Hãy chia làm nhiều lần."
        raise TooMuchError(message)
    refused = dict(_refusals(proposal, sizes))
    (folder / MODELS).mkdir(parents=True, exist_ok=True)
    laid = [(path, entry.object) for path, entry in sorted(proposal.after.items()) if path not in refused]
    contents = git.contents((name for _, name in laid), LARGEST_FILE)
    for (path, _), data in zip(laid, contents, strict=True):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return tuple(Problem(Spot(path), Severity.ERROR, NAME, sentence) for path, sentence in refused.items())


def _refusals(proposal: Proposal, sizes: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    if not any(path.startswith(f"{MODELS}/") for path in proposal.after):
        yield MODELS, _NO_MODELS
    folders = {parent for path in proposal.after for parent in _parents(path)}
    for path, entry in proposal.after.items():
        if sentence := _refusal(path, entry, sizes, folders):
            yield path, sentence


def _refusal(path: str, entry: Entry, sizes: Mapping[str, int], folders: set[str]) -> str:
    """Say why an entry is not written, '' where it is."""
    if path == MODELS:
        return _NO_MODELS
    if not _is_usable(path) or path in folders:
        return _LINK if entry.kind == LINK else _PATH
    if entry.kind != FILE:
        return _LINK if entry.kind == LINK else _REPOSITORY
    size = sizes.get(entry.object)
    if size is None:
        return "Không lấy được nội dung tệp này từ git. Hãy gửi lại bài."
    return f"Tệp nặng {write_size(size)}, quá mức {write_size(LARGEST_FILE)}." if size > LARGEST_FILE else ""


def _is_usable(path: str) -> bool:
    """Tell whether a path stays where it is written and can be written; a tree may hold any bytes as a name."""
    parts = path.encode(errors="surrogateescape").split(b"/")
    is_short = len(path.encode(errors="surrogateescape")) <= _LONGEST_PATH and all(
        len(part) <= _LONGEST_PART for part in parts
    )
    is_within = not any(part in (b"", b".", b"..") or part.lower() == b".git" for part in parts)
    return is_short and is_within and is_text(path) and path.isprintable()


def _parents(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:number]) for number in range(1, len(parts)))
