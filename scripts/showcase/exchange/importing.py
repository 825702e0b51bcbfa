"""A workbook becomes files of models/: its sound rows are written, each by itself, and nothing that is there without being asked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from showcase.checking.scan import scan_sources
from showcase.exchange.archive import LARGEST
from showcase.exchange.assembling import Assembled, assemble
from showcase.exchange.draft import Draft, Place, Remark
from showcase.exchange.grid import Grid, RefusedError
from showcase.exchange.into import need_place_of_models
from showcase.exchange.layout import ID, sheets
from showcase.exchange.merging import without_deleted
from showcase.exchange.naming import id_of, is_id, province_folder
from showcase.exchange.ods import read_ods
from showcase.exchange.separated import read_csv
from showcase.exchange.settling import Case, Common, Settled, settle
from showcase.exchange.xlsx import read_xlsx
from showcase.record.catalogue import vocabularies_of
from showcase.record.submission import MODEL_FILE
from showcase.system.gazetteer import load_gazetteer
from showcase.system.pool import Pool
from showcase.system.reading import read_regular
from showcase.system.writing import write_whole
from showcase.words.quoting import quote

__all__ = ["Imported", "import_file"]

_WORTH_PROCESSES = 400
"""Models: below this, starting processes costs more than it saves."""
ENDINGS = (".xlsx", ".ods", ".csv")

Tell = Callable[[int, int], None]


@dataclass(slots=True)
class Imported:
    """What came of a workbook: the files that were made and changed, how many say what they said, and what is to be told."""

    made: list[Path] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)
    same: int = 0
    held: int = 0
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be put right."""
        return any(remark.is_error for remark in self.remarks)


def import_file(source: Path, models: Path, into: Path | None, today: date, tell: Tell, *, update: bool) -> Imported:
    """Read a workbook and write its models below `models`, new ones into `into` where that is given; raises RefusedError, OSError."""
    if into:
        need_place_of_models(into, models)
    grids = _read(source)
    scan = scan_sources(models)
    vocabularies = vocabularies_of(scan.vocabularies)
    found = assemble(grids, vocabularies, load_gazetteer())
    _need_rows(grids, found)
    there = {folder.name: Path(folder.path) for folder in scan.folders}
    cases = list(_cases(found, there, into, models))
    imported = Imported(remarks=list(found.remarks))
    common = Common(today, vocabularies, found.columns)
    with Pool() as pool:
        settled = pool.map(settle, common, cases, is_much=len(cases) >= _WORTH_PROCESSES)
        for case, one in zip(cases, _each(settled), strict=True):
            _take(imported, case, one, update=update)
            tell(imported.same + imported.held + len(imported.made) + len(imported.changed), len(cases))
    return imported


def _each(batches: Iterable[list[Settled]]) -> Iterator[Settled]:
    for batch in batches:
        yield from batch


def _read(source: Path) -> list[Grid]:
    data = read_regular(str(source), LARGEST)
    ending = source.suffix.lower()
    if ending == ".xlsx":
        return read_xlsx(data)
    if ending == ".ods":
        return read_ods(data)
    if ending == ".csv":
        return read_csv(data, sheets()[0].title)
    message = f"Chỉ đọc được tệp {', '.join(ENDINGS)}. Hãy mở tệp rồi lưu lại thành .xlsx."
    raise RefusedError(message)


def _need_rows(grids: list[Grid], found: Assembled) -> None:
    """Refuse a workbook that holds no model and no error that says why; raises RefusedError."""
    if found.drafts or any(remark.is_error for remark in found.remarks):
        return
    if not any(grid.rows for grid in grids):
        message = "tệp trống, không có ô nào được điền. Hãy kiểm tra lại tệp."
    elif found.columns:
        message = (
            f"dưới hàng tiêu đề của trang “{sheets()[0].title}” chưa có mô hình nào. Hãy điền mỗi mô hình một hàng."
        )
    else:
        message = (
            "không thấy hàng tiêu đề với tên các cột nên không đọc được mô hình nào. "
            "Hãy dùng tệp mẫu của lệnh showcase template."
        )
    raise RefusedError(message)


def _cases(found: Assembled, there: dict[str, Path], into: Path | None, models: Path) -> Iterator[Case]:
    """Find for each draft the folder that is its own, or name a new one."""
    gazetteer = load_gazetteer()
    taken = {draft.name for draft in found.drafts if is_id(draft.name)}
    made: set[str] = set()
    for draft in found.drafts:
        values = without_deleted({path: leaf.text for path, leaf in draft.values.items()})
        name = draft.name if is_id(draft.name) else id_of(values, taken | made)
        made.add(name)
        if name and name != draft.name and draft.name and not draft.name.isdigit():  # a number is that of a row
            draft.remarks.append(Remark(_at(draft, found), _replaced(draft.name, name), is_error=False))
        folder = there.get(name) or (into or models / province_folder(values, gazetteer)) / (name or "khong-ten")
        if not name:
            message = "chưa đặt được mã. Hãy ghi mã, hoặc tiêu đề có chữ."
            draft.remarks.append(Remark(_at(draft, found), message))
        yield Case(draft, (folder / MODEL_FILE).as_posix(), name, name in there)


def _replaced(typed: str, name: str) -> str:
    return (
        f"{quote(typed)} không dùng làm mã được, nên mô hình này mang mã {name}. Mã gồm chữ thường không dấu, chữ số và gạch "
        "nối giữa các từ, từ 3 đến 80 ký tự, không phải tên mà Windows giữ riêng."
    )


def _at(draft: Draft, found: Assembled) -> Place:
    column = found.columns.get((draft.place.sheet, ID), 0)
    return draft.place._replace(column=column, key=ID)


def _take(imported: Imported, case: Case, settled: Settled, *, update: bool) -> None:
    imported.remarks += settled.remarks
    path = Path(case.file)
    if settled.is_same:
        imported.same += 1
    elif not settled.data:
        imported.held += 1
    elif case.is_there and not update:
        imported.held += 1
        message = f"mô hình {case.name} đã có ở {case.file} và khác hàng này nên không ghi. Muốn sửa tệp ấy, hãy thêm --update."
        imported.remarks.append(Remark(case.draft.place, message))
    elif not case.is_there and path.exists():
        imported.held += 1
        imported.remarks.append(
            Remark(case.draft.place, f"{case.file} đã có mà chưa phải là mô hình nên không ghi đè.")
        )
    else:
        write_whole(path, settled.data)
        # Whoever updates mostly means what is there, and a slip in its id is seen by nobody.
        if update and not case.is_there:
            message = f"chưa có mô hình nào mang mã {case.name} nên đã thêm bài mới ở {case.file}. Nếu mã gõ nhầm, hãy xóa thư mục ấy rồi sửa mã."
            imported.remarks.append(Remark(case.draft.place, message, is_error=False))
        (imported.changed if case.is_there else imported.made).append(path)
