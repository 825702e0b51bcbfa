"""Plays histories of a catalogue: editors rename, move, merge, take down, restore, delete, take ids again; it asserts nothing.

A history stands in a project of its own, in which it builds the whole site and releases it as an operator would. Each model has
a number that nobody else knows of, so that it can be told whose page an address leads to, whatever the rules think of it.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from building import OPTIONS, build
from making import TODAY
from project import put, write_model
from showcase.publish import site
from showcase.publish.promises import ADDRESSES as LIST
from showcase.record.addresses import PAGES
from showcase.release.comparison import read_promises
from showcase.release.release import Comparison, Released, write_ledgers
from showcase.words.problem import Severity

SITE, MODELS = OPTIONS.site, OPTIONS.models
PLACES = (
    "xã Ngọc Chiến, tỉnh Sơn La",
    "phường Quỳnh Thiện, thị xã Hoàng Mai, tỉnh Nghệ An",
    "xã Chiềng Mung, huyện Mai Sơn, tỉnh Sơn La",
)
_WHAT = (
    "Vườn rau",
    "Tuyến đường hoa",
    "Tổ camera",
    "Quỹ heo đất",
    "Tiếng kẻng",
    "Ngôi nhà xanh",
    "Đội xe ôm",
    "Lò đốt rác",
)
_OF_WHOM = (
    "chi hội nông dân",
    "tổ tự quản",
    "phụ nữ thôn",
    "cựu chiến binh",
    "đoàn thanh niên",
    "khu phố",
    "bản người Mông",
    "hội quán",
)
_NAMES = tuple(
    f"{first}-{second}"
    for first in ("cho", "vuon", "duong", "quy", "to")
    for second in ("mot", "hai", "ba", "bon", "nam")
)
_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"#]*)')


@dataclass
class Told:
    """What one model's file says; `number` is in its title, so that a page tells whose it is."""

    number: int
    title: str
    day: date
    place: str
    former: list[str] = field(default_factory=list)
    is_taken_down: bool = False
    has_guide: bool = False
    learned_from: str = ""

    def text(self) -> str:
        """Write the beginning of its file."""
        lines = [f"tieu_de: {self.title}", f"ngay_dang: {self.day}", f"dia_diem: [{{noi: '{self.place}'}}]"]
        lines += [f"duong_dan_cu: [{', '.join(self.former)}]"] if self.former else []
        lines += [f"go_bo: {{ngay: {TODAY}, ly_do: Theo đề nghị.}}"] if self.is_taken_down else []
        lines += ["lam_theo: {buoc: [Họp các hộ., Chia đoạn đường.]}"] if self.has_guide else []
        lines += [f"hoc_tu: {self.learned_from}"] if self.learned_from else []
        return "\n".join(lines) + "\n"


class History:
    """One catalogue in the folder in which we stand, and all that was ever promised of it."""

    def __init__(self, seed: int) -> None:
        """Begin with four models that were released."""
        self.random, self.numbers = Random(seed), 0
        self.models: dict[str, Told] = {}
        self.merged: dict[int, int] = {}
        """By the number of a model that of the one that took it in."""
        self.promised: set[str] = set()
        self.owners: dict[str, int] = {}
        """By every id that was ever published the number of its model."""
        self.done: list[str] = []
        self.previous = b""
        for _ in range(4):
            self.add()
        if not self.release("four models"):
            raise ValueError(self.done)

    def step(self) -> bool:
        """Have an editor do something, right or wrong, and release it; what is refused is undone. Tells whether it was published."""
        deed: Callable[[], str] = self.random.choice(RIGHT + WRONG).__get__(self)
        kept = {name: Told(**vars(told) | {"former": list(told.former)}) for name, told in self.models.items()}
        merged, ledger = dict(self.merged), (MODELS / PAGES).read_text(encoding="utf-8")
        what = deed()
        if not what:
            return False
        if self.release(what):
            return True
        self.models, self.merged = kept, merged
        put(MODELS / PAGES, ledger)
        return False

    def release(self, what: str) -> bool:
        """Build and release what the editors say now; tells whether it was let pass."""
        shutil.rmtree(MODELS / "son-la", ignore_errors=True)
        for name, told in self.models.items():
            write_model(Path(), name, told.text())
        for _ in range(2):  # the second time what the first has written into the ledger leads on
            built = build(families=site.FAMILIES)
            if built.published is None:
                errors = [str(one) for one in built.problems if one.severity is Severity.ERROR]
                self.done.append(f"{what}: refused by the rules: {errors}")
                return False
            list_now = (SITE / LIST).read_bytes()
            released = self._released(list_now)
            if not (released.lost and released.lost.led_on):
                break
        if released.is_refused:
            self.done.append(f"{what}: refused by the release: {released}")
            return False
        self.done.append(what)
        self.previous = list_now
        self.promised |= {where for where in read_promises(list_now).addresses if "/trang-" not in where}
        for name, told in self.models.items():
            for one in (name, *told.former):
                self.owners.setdefault(one, told.number)
        return True

    def _released(self, list_now: bytes) -> Released:
        now = read_promises(list_now)
        return write_ledgers(
            MODELS, OPTIONS.cache, TODAY, Comparison(read_promises(self.previous) if self.previous else now, now)
        )

    # --- What is there ---------------------------------------------------------------------------------------------

    def lost(self) -> list[str]:
        """Tell which addresses that were ever promised are neither there nor lead by one step to a page that is."""
        return [where for where in sorted(self.promised) if self.fault_of(where)]

    def fault_of(self, where: str) -> str:
        """Tell what is wrong with an address, as a browser finds it with the host's rules and, where there is a file, without."""
        rules = dict(line.split()[:2] for line in _text(SITE / "_redirects").splitlines())
        target = rules.get(f"/{where}")
        file = _file(where)
        if not file.is_file() and target is None:
            return "not there"
        ways = [] if target is None else [target.lstrip("/")]
        if file.is_file() and file.suffix == ".html" and (refresh := _REFRESH.search(_text(file))):
            ways.append((file.parent / refresh[1]).resolve().relative_to(SITE.resolve()).as_posix().strip(".") + "/")
        for way in ("" if way == "/" else way for way in ways):
            if not _file(way).is_file() or f"/{way}" in rules or _REFRESH.search(_text(_file(way))):
                return f"leads to {way}, which leads on or is not there"
        return ""

    def others(self) -> list[str]:
        """Tell which ids that were ever published lead to the page of another model than theirs."""
        return [name for name, number in self.owners.items() if self._number_at(name) != self._today(number)]

    def _today(self, number: int) -> int:
        while number in self.merged:
            number = self.merged[number]
        return number

    def _number_at(self, name: str) -> int | None:
        by_name = {one: told.number for name, told in self.models.items() for one in (name, *told.former)}
        return by_name.get(name)

    # --- What editors do right -------------------------------------------------------------------------------------

    def add(self) -> str:
        """Write a new model under an id that was never used."""
        unused = [name for name in _NAMES if name not in self.owners and name not in self.models]
        return self._write(self.random.choice(unused)) if unused else ""

    def rename(self) -> str:
        """Give a model another id, and keep the old one."""
        old, told = self._any()
        unused = [name for name in _NAMES if name not in self.owners and name not in self.models]
        if not unused:
            return ""
        new = self.random.choice(unused)
        del self.models[old]
        self.models[new] = told
        told.former.append(old)
        return f"rename {old} to {new}"

    def rename_back(self) -> str:
        """Give a model an id back that it had."""
        found = [(name, told) for name, told in self.models.items() if told.former]
        if not found:
            return ""
        old, told = self.random.choice(found)
        new = self.random.choice(told.former)
        del self.models[old]
        self.models[new] = told
        told.former[told.former.index(new)] = old
        return f"rename {old} back to {new}"

    def move(self) -> str:
        """Say that a model is elsewhere."""
        name, told = self._any()
        told.place = self.random.choice(PLACES)
        return f"move {name} to {told.place}"

    def merge(self) -> str:
        """Take one model in another, which keeps all its ids."""
        if len(self.models) < 2:
            return ""
        name, told = self._any()
        into, other = self._any(without=name)
        del self.models[name]
        other.former += [name, *told.former]
        self.merged[told.number] = other.number
        return f"merge {name} into {into}"

    def take_down(self) -> str:
        """Take a model down."""
        name, told = self._any()
        told.is_taken_down = True
        return f"take down {name}"

    def restore(self) -> str:
        """Show a model again, and take the line about it out of the ledger, as the rule says."""
        found = [name for name, told in self.models.items() if told.is_taken_down]
        if not found:
            return ""
        name = self.random.choice(found)
        self.models[name].is_taken_down = False
        lines = (MODELS / PAGES).read_text(encoding="utf-8").splitlines(keepends=True)
        put(MODELS / PAGES, "".join(line for line in lines if not line.startswith(f"mo-hinh/{name}/\t")))
        return f"restore {name}"

    def edit(self) -> str:
        """Write, or take away, the steps of a model, and from whom it learned."""
        name, told = self._any()
        told.has_guide = not told.has_guide
        teachers = [one for one in self.models if one != name and not self.models[one].is_taken_down]
        is_taught = self.random.random() < 0.5 and not any(one.learned_from for one in self.models.values())
        told.learned_from = self.random.choice(teachers) if teachers and is_taught else ""
        return f"edit {name}"

    # --- And wrong -------------------------------------------------------------------------------------------------

    def delete(self) -> str:
        """Delete a model's folder and say nothing."""
        name, _ = self._any()
        del self.models[name]
        return f"delete {name}"

    def forget(self) -> str:
        """Rename a model and forget its old id."""
        what, (name, told) = self.rename(), list(self.models.items())[-1]
        if what and told.former:
            told.former.pop()
        return f"{what}, which {name} forgets" if what else ""

    def take_again(self) -> str:
        """Write a new model under an id that was used before, be it that of a model that goes for it."""
        used = [name for name in self.owners if self.owners[name] is not None]
        name = self.random.choice(used)
        for told in self.models.values():
            if name in told.former and self.random.random() < 0.5:
                told.former.remove(name)
        self.models.pop(name, None)
        return self._write(name)

    def _write(self, name: str) -> str:
        self.numbers += 1
        title = f"{_WHAT[self.numbers % len(_WHAT)]} của {_OF_WHOM[self.numbers // len(_WHAT) % len(_OF_WHOM)]}"
        day = TODAY - timedelta(days=300 - self.numbers)
        self.models[name] = Told(self.numbers, title, day, self.random.choice(PLACES))
        return f"write {name}"

    def _any(self, without: str = "") -> tuple[str, Told]:
        return self.random.choice([(name, told) for name, told in self.models.items() if name != without])


RIGHT = [
    History.add,
    History.rename,
    History.rename,
    History.rename_back,
    History.move,
    History.merge,
    History.take_down,
    History.restore,
    History.edit,
]
WRONG = [History.delete, History.forget, History.take_again]


def _file(where: str) -> Path:
    return SITE / where / "index.html" if where.endswith("/") or not where else SITE / where


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
