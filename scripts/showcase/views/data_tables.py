"""The tables of the open data: what each counts a row for, its columns, what they mean; columns come from the form of the format.

A table has a row for each model, place, result …, and its columns are the keys of the format: one word for one thing, in a
file as in the table of it. What lies deeper than a row can hold (stories, milestones, photos) is in the JSON alone. Tables only
grow: a column keeps its name and its meaning for ever, so that what others made with the data goes on.
"""

from collections.abc import Iterator
from typing import NamedTuple

from showcase.reading import form as forms
from showcase.reading.kinds import Date, Entry, Form, Group, Kind, Many, Number, Simple, Story, Whole

SEPARATOR = "; "
"""Between the parts of a cell that holds several."""
KEPT_BACK = frozenset({"nguoi_duoc_neu"})
"""Keys that no open data has: who is named on what ground."""
FORMER = "cu-"
"""Before the code of a unit of before 1 July 2025: codes mean nothing without their era."""


class Column(NamedTuple):
    """A column: its key, its type in words of the Table Schema, what it says; `path` are the attributes where it is found."""

    key: str
    type: str
    about: str
    must: bool = False
    path: tuple[str, ...] = ()


class ForeignKey(NamedTuple):
    """A column whose cells, where they are not empty, are those of another table's column."""

    column: str
    table: str
    there: str


class DataTable(NamedTuple):
    """A table: `name` is that of its file, `title` that of its sheet, `key` are the columns that tell its rows apart."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    foreign: tuple[ForeignKey, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """The keys of the columns."""
        return tuple([column.key for column in self.columns])

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"


def columns_of(form: Form, prefix: str = "", path: tuple[str, ...] = ()) -> Iterator[Column]:
    """Yield a column for each key of a form that fits into a cell; those of a mapping within it have its key before theirs."""
    for entry in form.entries:
        if entry.key in KEPT_BACK:
            continue
        match entry.kind:
            case Story() | Many(of=Group()):
                continue
            case Group(form=inner):
                yield from columns_of(inner, f"{prefix}{entry.key}_", (*path, entry.name))
            case _:
                yield _column(entry, prefix, path)


def _column(entry: Entry, prefix: str, path: tuple[str, ...]) -> Column:
    several = " Nhiều mục thì ngăn bằng dấu chấm phẩy." if isinstance(entry.kind, Many) else ""
    must = entry.must and not path
    return Column(f"{prefix}{entry.key}", _type(entry.kind), f"{entry.about}{several}", must, (*path, entry.name))


def _type(kind: Kind | Simple) -> str:
    match kind:
        case Number():
            return "number"
        case Whole():
            return "integer"
        case Date():
            return "date"
    return "string"


def without(columns: Iterator[Column], *keys: str) -> tuple[Column, ...]:
    """Leave out columns that a table says in another way."""
    return tuple([column for column in columns if column.key not in keys])


ID = Column(
    "id",
    "string",
    "Mã, cũng là phần cuối của địa chỉ; chỉ đổi khi thật cần, và địa chỉ cũ vẫn dẫn tới bài.",
    must=True,
    path=("id",),
)
WHERE = Column("duong_dan", "string", "Địa chỉ của trang, tính từ gốc chuyên trang.", must=True)
MODEL = Column("mo_hinh", "string", "Mã của mô hình, ở bảng mo-hinh.", must=True)
TODAY = (
    Column("ma_tinh", "string", "Mã tỉnh, thành phố hiện nay, ở bảng dia-phuong."),
    Column("tinh", "string", "Tên tỉnh, thành phố hiện nay."),
    Column("ma_xa", "string", "Mã xã, phường, đặc khu hiện nay; trống khi nguồn không nói tới cấp xã."),
    Column("xa", "string", "Tên xã, phường, đặc khu hiện nay."),
)
BEFORE = (
    Column("ma_tinh_cu", "string", "Mã tỉnh trước ngày 01/07/2025, khi nơi ấy được ghi theo tên cũ; có cu- ở trước."),
    Column("tinh_cu", "string", "Tên tỉnh trước ngày 01/07/2025."),
    Column("ma_huyen_cu", "string", "Mã quận, huyện trước ngày 01/07/2025; có cu- ở trước."),
    Column("huyen_cu", "string", "Tên quận, huyện trước ngày 01/07/2025."),
    Column("ma_xa_cu", "string", "Mã xã, phường trước ngày 01/07/2025; có cu- ở trước."),
    Column("xa_cu", "string", "Tên xã, phường trước ngày 01/07/2025."),
)
_UNITS = tuple(
    ForeignKey(column.key, "dia-phuong", "id") for column in (*TODAY, *BEFORE) if column.key.startswith("ma_")
)
_UNITS_TODAY = _UNITS[:2]
_HOSTS = (
    Column("don_vi", "string", "Tên các đơn vị, ngăn bằng dấu chấm phẩy."),
    Column("don_vi_loai", "string", "Loại của từng đơn vị, theo cùng thứ tự; mã của danh mục don-vi."),
)
_PLACE = tuple(columns_of(forms.PLACE))
_AT = tuple([column for column in _PLACE if column.key in {"noi", "tai", "pham_vi"}])
_NUMBER = Column("thu_tu", "integer", "Thứ tự trong bài, đếm từ 1.", must=True)

MODELS = DataTable(
    "mo-hinh",
    "Mô hình",
    "Mỗi dòng một mô hình, điển hình hay cách làm. Bài ở nhiều nơi thì nơi đầu đứng ở đây, mọi nơi ở bảng dia-diem.",
    (
        ID,
        WHERE,
        *without(columns_of(forms.MODEL), "go_bo_ngay", "go_bo_ly_do"),
        *_AT,
        *TODAY,
        Column("so_noi", "integer", "Bài có bao nhiêu địa điểm.", must=True),
        *_HOSTS,
        Column("nam_dau", "integer", "Năm của mốc đầu tiên trong bài."),
        Column("so_ket_qua", "integer", "Bài có bao nhiêu kết quả đo được, ở bảng ket-qua.", must=True),
        Column("so_anh", "integer", "Bài có bao nhiêu ảnh.", must=True),
    ),
    ("id",),
    _UNITS_TODAY,
)
PLACES = DataTable(
    "dia-diem",
    "Địa điểm của mô hình",
    "Mỗi dòng một nơi của một mô hình: như trong nguồn, theo đơn vị hiện nay, và theo đơn vị cũ khi nguồn ghi tên cũ.",
    (MODEL, _NUMBER, *_AT, *TODAY, *BEFORE),
    ("mo_hinh", "thu_tu"),
    (ForeignKey("mo_hinh", "mo-hinh", "id"), *_UNITS),
)
RESULTS = DataTable(
    "ket-qua",
    "Kết quả",
    "Mỗi dòng một kết quả đo được của một mô hình, như nguồn nêu.",
    (MODEL, _NUMBER, *columns_of(forms.RESULT)),
    ("mo_hinh", "thu_tu"),
    (ForeignKey("mo_hinh", "mo-hinh", "id"),),
)
SPREADING = DataTable(
    "lan-toa",
    "Lan tỏa",
    "Mỗi dòng một lần một nơi học theo một mô hình: nơi đã có bài thì có mã ở cột mo_hinh, nơi chưa có bài thì để trống.",
    (
        Column("hoc_tu", "string", "Mã của mô hình được học theo, ở bảng mo-hinh.", must=True),
        Column("mo_hinh", "string", "Mã của mô hình học theo, ở bảng mo-hinh; trống khi nơi ấy chưa có bài."),
        *without(columns_of(forms.COPY), "hien_nay", "nguon"),
        *TODAY,
    ),
    (),
    (ForeignKey("hoc_tu", "mo-hinh", "id"), ForeignKey("mo_hinh", "mo-hinh", "id"), *_UNITS_TODAY),
)
EVENTS = DataTable(
    "su-kien",
    "Sự kiện",
    "Mỗi dòng một hội thi, ngày hội, tọa đàm của phong trào.",
    (ID, WHERE, *without(columns_of(forms.EVENT), "hien_nay"), *TODAY, *_HOSTS),
    ("id",),
    _UNITS_TODAY,
)
DOCUMENTS = DataTable(
    "van-ban",
    "Văn bản",
    "Mỗi dòng một văn bản làm căn cứ cho phong trào.",
    (ID, WHERE, *without(columns_of(forms.DOCUMENT), "hien_nay"), *TODAY),
    ("id",),
    (ForeignKey("thay_boi", "van-ban", "id"), *_UNITS_TODAY),
)
FIGURES = DataTable(
    "so-lieu",
    "Số liệu chính thức",
    "Mỗi dòng một con số do một nơi công bố: tổng của một chỉ tiêu, một phần của tổng ấy, hoặc một con số khác.",
    (
        Column("bao_cao", "string", "Mã của báo cáo; trang của nó là so-lieu/ rồi đến mã.", must=True),
        *without(columns_of(forms.REPORT), "hien_nay", "tinh", "ghi_chu"),
        *TODAY,
        Column("chi_tieu", "string", "Đã làm gì với những cái được đếm, theo danh mục chi-tieu; trống ở con số khác."),
        Column("doi_tuong", "string", "Đếm mô hình hay điển hình; trống ở con số khác."),
        Column("chieu", "string", "Chia theo gì, theo danh mục chieu; trống ở con số tổng."),
        Column("phan", "string", "Phần nào của tổng; trống ở con số tổng."),
        Column("ten", "string", "Điều được đếm, ở con số khác."),
        Column("so", "number", "Con số.", must=True),
        Column("don_vi_tinh", "string", "Đơn vị tính, ở con số khác."),
        Column("xap_xi", "string", "Từ ước lượng của nguồn: hơn, gần, khoảng."),
    ),
    (),
    _UNITS_TODAY,
)
UNITS = DataTable(
    "dia-phuong",
    "Địa phương",
    "Mỗi dòng một đơn vị hành chính, hiện nay và trước ngày 01/07/2025, kèm số bài có nơi ấy.",
    (
        Column(
            "id",
            "string",
            "Mã của đơn vị trong các bảng này: mã hành chính; của đơn vị cũ thì có cu- ở trước.",
            must=True,
        ),
        Column("ma", "string", "Mã hành chính trong danh mục của Nhà nước.", must=True),
        Column("thoi", "string", "hien-nay, hoặc truoc-2025-07 cho đơn vị trước ngày 01/07/2025.", must=True),
        Column("cap", "string", "tinh, huyen hoặc xa.", must=True),
        Column("ten", "string", "Tên đầy đủ.", must=True),
        Column("thuoc", "string", "Đơn vị lớn hơn cùng thời, ở cột id."),
        Column("nay_la", "string", "Đơn vị cũ nay nằm ở những đơn vị nào, ở cột id, ngăn bằng dấu chấm phẩy."),
        Column(
            "so_mo_hinh",
            "integer",
            "Số mô hình, điển hình có nơi ấy; của đơn vị cũ chỉ tính bài ghi tên cũ.",
            must=True,
        ),
        Column("so_cach_lam", "integer", "Số cách làm có nơi ấy, đếm riêng.", must=True),
    ),
    ("id",),
    (ForeignKey("thuoc", "dia-phuong", "id"),),
)
TERMS = DataTable(
    "danh-muc",
    "Danh mục",
    "Mỗi dòng một mã dùng trong các bảng, với tên để đọc.",
    (
        Column("danh_muc", "string", "Danh mục nào.", must=True),
        Column("ma", "string", "Mã, như đứng trong các bảng.", must=True),
        Column("ten", "string", "Tên để đọc.", must=True),
        Column("mo_ta", "string", "Một câu giải thích."),
    ),
    ("danh_muc", "ma"),
)
TABLES = (MODELS, PLACES, RESULTS, SPREADING, EVENTS, DOCUMENTS, FIGURES, UNITS, TERMS)
OF_MODELS = (MODELS, PLACES, RESULTS)
"""Those whose rows are made of one model each."""
BY_NAME = {table.name: table for table in TABLES}
