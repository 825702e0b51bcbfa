"""A subject is what a reader takes for one thing that a proposal changes: the folder of a model or an event, or a file of its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from showcase.exchange.comparing import texts_of
from showcase.proposal.git import FILE, Change, Git
from showcase.proposal.proposal import Proposal
from showcase.reading.characters import LARGEST
from showcase.reading.form import DOCUMENT, EVENT, MODEL, REPORT
from showcase.reading.kinds import Form
from showcase.record.submission import OWN_FILES, read_model
from showcase.views.text_changes import Path, TextChange, text_changes
from showcase.words.quoting import cut
from showcase.words.safe_line import safe_line

Texts = dict[Path, str]
_FORMS: dict[str, Form | None] = {"_documents": DOCUMENT, "_events": EVENT, "_reports": REPORT, "_vocabulary": None}
_TITLES = ("tieu_de", "trich_yeu")
_LONGEST_TITLE = 200
"""Letters that are shown; a title that is told to be too long may have any number."""
_NEW, _CHANGED, _GONE = "bài mới", "sửa", "bỏ"
_RENAMED, _MOVED, _AND_CHANGED = "đổi tên", "chuyển chỗ", " và sửa"
_FORMER = "duong_dan_cu"
_FILE_FATES = {(False, True): "thêm", (True, True): "thay", (True, False): "bỏ"}


class Subject(NamedTuple):
    """What is changed: its folder or file and its own file as git names them, the title, what becomes of it, and what of its texts and files is another.

    `former` is where it lay before, '' if it stays in its place.
    """

    path: str
    file: str
    title: str
    fate: str
    changes: tuple[TextChange, ...]
    files: tuple[tuple[str, str], ...]
    is_also_changed: bool
    former: str = ""

    @property
    def is_new(self) -> bool:
        """Whether there was none."""
        return self.fate == _NEW

    @property
    def is_gone(self) -> bool:
        """Whether there is none any more."""
        return self.fate == _GONE

    @property
    def is_model(self) -> bool:
        """Whether it is a model."""
        return self.file.endswith("/model.yaml")


def subjects(git: Git, proposal: Proposal, most: int) -> tuple[list[Subject], int]:
    """Give what a proposal changes, models first, each kind by path, at most so many; and how many there are."""
    own = dict(_own_files(proposal.after)) | dict(_own_files(proposal.changed))
    by_place: dict[str, dict[str, Change]] = defaultdict(dict)
    for path, change in proposal.changed.items():
        by_place[_place(path, own)][path] = change
    former = _former_places(git, by_place, own)
    for place, gone in former.items():
        was, there = own.get(gone, gone), own.get(place, place)
        files = {there: by_place[gone].pop(was)} | {
            f"{place}{path.removeprefix(gone)}": one for path, one in by_place.pop(gone).items()
        }
        by_place[place] = _moved(files, by_place[place], there)
    places = sorted(by_place, key=lambda place: (not own.get(place, "").endswith("/model.yaml"), place))
    shown = {place: own.get(place, place) for place in places[:most]}
    states = [state for place, file in shown.items() for state in by_place[place].get(file, ()) if state]
    names = dict.fromkeys(state.object for state in states if state.kind == FILE)
    texts = {name: _texts(data) for name, data in zip(names, git.contents(names, LARGEST), strict=True)}
    found = [
        _subject(proposal, place, file, by_place[place], texts, former.get(place, "")) for place, file in shown.items()
    ]
    return found, len(places)


def _own_files(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the folders that have a file of their own, with it."""
    for path in paths:
        folder, _, name = path.rpartition("/")
        if name in OWN_FILES:
            yield folder, path


def _place(path: str, own: Mapping[str, str]) -> str:
    """Give the folder with a file of its own in which a path lies, or the path itself."""
    folder = path
    while folder := folder.rpartition("/")[0]:
        if folder in own:
            return folder
    return path


def _former_places(git: Git, by_place: Mapping[str, Mapping[str, Change]], own: Mapping[str, str]) -> dict[str, str]:
    """Give where what is new lay before: under the same id in another folder, else under one that it names as its former id."""
    changes = {
        place: changes.get(own.get(place, place))
        for place, changes in by_place.items()
        if place in own or place.endswith(".yaml")
    }
    gone = {_id_of(place): place for place, change in changes.items() if change and not change.after}
    new = {place: change.after for place, change in changes.items() if change and change.after and not change.before}
    found = {place: gone.pop(_id_of(place)) for place in new if _id_of(place) in gone}
    left = {place: entry.object for place, entry in new.items() if place not in found and entry.kind == FILE}
    for place, data in zip(left, git.contents(left.values(), LARGEST) if gone else (), strict=False):
        texts = _texts(data) if _FORMER.encode() in data else {}
        former = [(_id_of(place)[0], text) for path, text in texts.items() if path[0] == _FORMER]
        if name := next((name for name in former if name in gone), None):
            found[place] = gone.pop(name)
    return found


def _id_of(place: str) -> tuple[str, str]:
    """Give the kind of what lies at a place, and its id."""
    parts = place.split("/")
    kind = parts[1] if len(parts) > 1 and parts[1] in _FORMS else ""
    return kind, parts[-1].removesuffix(".yaml")


def _moved(before: Mapping[str, Change], after: Mapping[str, Change], own: str) -> dict[str, Change]:
    """Give what changes of something that comes from another place, both by paths of today; files that only move along are left out."""
    pairs = {
        path: Change(before[path].before if path in before else None, after[path].after if path in after else None)
        for path in (*after, *before)
    }
    return {path: change for path, change in pairs.items() if path == own or change.before != change.after}


def _subject(
    proposal: Proposal, place: str, file: str, changes: Mapping[str, Change], texts: Mapping[str, Texts], former: str
) -> Subject:
    own = changes.get(file)
    before, after = (texts.get(state.object, {}) if state else {} for state in own or (None, None))
    is_new, is_gone = bool(own and not own.before), bool(own and not own.after)
    fate = _NEW if is_new else _GONE if is_gone else _CHANGED
    files = tuple(_files(changes, file))
    if former:
        fate = _fate_of_moved(place, former, is_changed=bool(files) or _is_edited(before, after))
    title = next((said[(key,)] for said in (after, before) for key in _TITLES if said.get((key,))), "")
    return Subject(
        path=place,
        file=file,
        title=cut(title, _LONGEST_TITLE) or safe_line(place.rpartition("/")[2]),
        fate=fate,
        changes=() if is_gone else text_changes(before, after, _form(place)),
        files=files,
        is_also_changed=not proposal.also_changed.isdisjoint(_paths(changes, place, former)),
        former=former,
    )


def _fate_of_moved(place: str, former: str, *, is_changed: bool) -> str:
    """Say what becomes of what comes from another place: nobody shall overlook that it was edited on the way."""
    word = _MOVED if _id_of(place) == _id_of(former) else _RENAMED
    return f"{word}{_AND_CHANGED}" if is_changed else word


def _paths(changes: Iterable[str], place: str, former: str) -> Iterator[str]:
    """Yield the paths of files as they are to be, and as they were where they come from another place."""
    yield former
    for path in changes:
        yield path
        if former:
            yield f"{former}{path.removeprefix(place)}"


def _is_edited(before: Texts, after: Texts) -> bool:
    """Tell whether a text is another besides the former ids, which a renamed model names."""
    one, other = ({path: text for path, text in texts.items() if path[0] != _FORMER} for texts in (before, after))
    return one != other


def _texts(data: bytes) -> Texts:
    """Give the texts of a file of YAML by path, none of what is none."""
    node = read_model("", "", data).node
    return dict(texts_of(node)) if node else {}


def _files(changes: Mapping[str, Change], own: str) -> Iterator[tuple[str, str]]:
    for path, change in changes.items():
        if path != own:
            yield _FILE_FATES[bool(change.before), bool(change.after)], safe_line(path.rpartition("/")[2])


def _form(place: str) -> Form | None:
    parts = place.split("/")
    return _FORMS.get(parts[1], MODEL) if len(parts) > 1 else MODEL
