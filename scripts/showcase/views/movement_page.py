"""The page on the movement itself: what it is, since when, how a model is recognised; its words stand in `movement.html`.

What those words name of the catalogue, they link to while it is there; each number in them that a report has is the report's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from showcase.record.catalogue import Catalogue
from showcase.record.report import Report
from showcase.views import address
from showcase.views.listings import term_links
from showcase.views.model_parts import SourceView
from showcase.views.page import Head, Link, SiteFacts
from showcase.views.shelves import Shelves
from showcase.words.numbers import write_number

__all__ = [
    "NAMED_DOCUMENTS",
    "NAMED_EVENTS",
    "NAMED_MODELS",
    "NAMED_REPORT",
    "SOURCES",
    "MovementPage",
    "movement_page",
]

NAMED_DOCUMENTS = (
    "ke-hoach-70-kh-bdvtw-2009",
    "nghi-quyet-25-nq-tw-2013",
    "chi-thi-05-ct-tu-nghe-an-2021",
    "chi-thi-11-ct-tu-son-la-2021",
    "luat-thuc-hien-dan-chu-o-co-so-2022",
)
NAMED_EVENTS = ("toa-dam-dang-bo-khoi-2024", "hoi-thi-ha-noi-2024")
NAMED_MODELS = ("quynh-xuan-giao-xu-binh-yen", "hoang-mai-camera-an-ninh", "ha-dong-mat-bang-vanh-dai-4")
NAMED_REPORT = "ha-noi-2023"
_LEVELS = ("co-so", "huyen", "tinh")

SOURCES = tuple(
    SourceView(title=title, byline=byline, url=url)
    for title, byline, url in (
        (
            "Triển khai mô hình “Dân vận khéo” tại Hà Nội: Tạo không khí phấn khởi trong nhân dân",
            "Hương Ly, Báo Hànộimới, 29/01/2024",
            "",
        ),
        (
            "Sức lan tỏa của phong trào “Dân vận khéo” ở Hoàng Mai",
            "Nguyễn Mạnh Khôi, Ban Dân vận Tỉnh ủy Nghệ An, nói về năm 2022",
            "",
        ),
        (
            "Hiệu quả phong trào thi đua “Dân vận khéo”",
            "Phan Thị Quế, bài về tỉnh Sơn La, chưa rõ nơi đăng, 21/06/2022",
            "",
        ),
        (
            "Quận Tây Hồ: Hiệu quả công tác dân vận chính quyền",
            "N.Hoa, chưa rõ nơi đăng, nói về năm 2022",
            "",
        ),
        (
            "Bài về tọa đàm của Đảng bộ Khối và Hội thi Hà Nội",
            "N.G, chưa rõ nơi đăng, 10/2024",
            "",
        ),
        (
            "Bài về năm năm triển khai phong trào ở Bình Thuận, 2011-2015",
            "Trang của Đảng bộ tỉnh Bình Thuận",
            "https://binhthuan.dcs.vn/Trang-chu/post/12729/mot-so-ket-qua-qua-05-nam-2011-2015-trien-khai-phong-trao-thi-dua-dan-van-kheo-o-binh-thuan.aspx",
        ),
        (
            "“Dân vận khéo” - cần xây dựng thành một danh hiệu thi đua chuyên ngành dân vận",
            "Tạp chí Dân vận",
            "http://danvan.vn/Home/MagazineStory?ID=206",
        ),
        (
            "35 đội thi tranh tài tại Sơ khảo Hội thi “Dân vận khéo” 2024 cấp Thành phố Hà Nội",
            "Quỳnh Phạm, Người Hà Nội, 14/08/2024",
            "https://nguoihanoi.vn/print/86220.html",
        ),
        (
            "Vận dụng tư tưởng Hồ Chí Minh về “Dân vận khéo” ở Nghệ An",
            "Báo Nghệ An",
            "https://baonghean.vn/van-dung-tu-tuong-ho-chi-minh-ve-dan-van-kheo-o-nghe-an-post260186.html",
        ),
        (
            "Bài về quyết định hợp nhất hai ban của Trung ương Đảng",
            "Znews, 02/2025",
            "https://znews.vn/ong-nguyen-trong-nghia-lam-truong-ban-tuyen-giao-va-dan-van-trung-uong-post1527701.html",
        ),
        (
            "Bài về công văn của Ban Tuyên giáo và Dân vận Thành ủy TP.HCM dịp 95 năm Ngày truyền thống",
            "Pháp Luật TP.HCM, 02/10/2025",
            "https://plo.vn/ban-tuyen-giao-va-dan-van-thanh-uy-tphcm-khong-tiep-khach-khong-nhan-hoa-qua-dip-95-nam-ngay-truyen-thong-post873501.html",
        ),
        (
            "Bài về việc tuyên dương các điển hình “Dân vận khéo” ở xã, phường",
            "Sài Gòn Giải Phóng, 17/10/2025",
            "https://www.sggp.org.vn/tuyen-duong-cac-dien-hinh-dan-van-kheo-post818574.html",
        ),
        (
            "Bài về buổi biểu dương các điển hình “Dân vận khéo” giai đoạn 2021-2025",
            "Báo Nghệ An, 13/10/2025",
            "https://baonghean.vn/nghe-an-bieu-duong-151-dien-hinh-dan-van-kheo-diem-sang-quy-che-dan-chu-o-co-so-giai-doan-2021-2025-10308127.html",
        ),
        (
            "Bài về hội nghị toàn quốc tổng kết công tác tuyên giáo và dân vận năm 2025",
            "Người Lao Động, 19/12/2025",
            "https://nld.com.vn/tong-bi-thu-to-lam-xay-dung-doi-ngu-can-bo-tuyen-giao-dan-van-chuyen-tam-thao-viec-196251219131539099.htm",
        ),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPage:
    """What the words are filled with: `links` has an address for each id that they name, '' where it is not there.

    `counted` is the report's number of models, whole and by level, '' where there is no such report.
    """

    head: Head
    fields: tuple[Link, ...]
    links: Mapping[str, str]
    counted: Mapping[str, str]
    sources: tuple[SourceView, ...]


def movement_page(catalogue: Catalogue, shelves: Shelves, site: SiteFacts) -> MovementPage:
    """Compute the page."""
    return MovementPage(
        head=Head(
            title="Phong trào “Dân vận khéo”",
            description="Phong trào là gì, có từ bao giờ, một mô hình được đăng ký và công nhận ra sao, ai lo từ năm 2025.",
            address=address.MOVEMENT,
            section="gioi-thieu",
            site=site,
        ),
        fields=term_links(catalogue.vocabularies.fields, shelves.fields, address.FIELDS),
        links=dict(_links(catalogue)),
        counted=_counted(next((report for report in catalogue.reports if report.id == NAMED_REPORT), None)),
        sources=SOURCES,
    )


def _links(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    there = {
        *(address.document(one.id) for one in catalogue.documents),
        *(address.event(one.id) for one in catalogue.events),
        *(address.report(one.id) for one in catalogue.reports),
        *(address.model(key) for key in NAMED_MODELS if key in catalogue.by_id),
    }
    named = (
        *((key, address.document(key)) for key in NAMED_DOCUMENTS),
        *((key, address.event(key)) for key in NAMED_EVENTS),
        *((key, address.model(key)) for key in NAMED_MODELS),
        (NAMED_REPORT, address.report(NAMED_REPORT)),
    )
    for key, where in named:
        yield key, where if where in there else ""


def _counted(report: Report | None) -> dict[str, str]:
    figure = report.figures[0] if report and report.figures else None
    parts = {
        key: number
        for breakdown in (figure.breakdowns if figure else ())
        if breakdown.dimension == "cap"
        for key, number in breakdown.parts
    }
    levels = {key: write_number(parts[key]) if key in parts else "" for key in _LEVELS}
    return {"total": write_number(figure.total) if figure else "", **levels}
