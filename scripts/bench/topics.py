"""What invented models are about: a table of our own making; no line of it tells of a real model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of model: how it is titled, what people do (`deed` follows “vận động người dân”), what is counted."""

    field: str
    themes: tuple[str, ...]
    title: str
    deed: str
    measure: str
    unit: str
    most: int

    @property
    def indicator(self) -> str:
        """The key of `models/_vocabulary/chi-so.yaml` that counts the same in the same unit, '' where none does."""
        return INDICATORS.get(self.measure, "")


INDICATORS = {
    "Hộ trồng rau theo lịch chung": "ho-tham-gia",
    "Nhà đã thoát khó khăn": "ho-duoc-giup",
    "Đất được góp": "dat-hien",
    "Người có thẻ nhờ bỏ ống": "nguoi-co-bao-hiem",
    "Hộ nghe theo kẻng": "ho-tham-gia",
    "Hộ kinh doanh đã ký cam kết": "ho-tham-gia",
}
"""Measures of the topics by which models are added up."""


def _of(field: str, *rows: tuple[str, str, str, str, str, int]) -> tuple[Topic, ...]:
    return tuple(Topic(field, tuple(themes.split()), *rest) for themes, *rest in rows)  # type: ignore[arg-type] # five columns follow


TOPICS: tuple[Topic, ...] = (
    *_of(
        "kinh-te",
        ("nong-nghiep", "Vườn rau chung lịch", "trồng rau theo một lịch chung và bán qua một đầu mối", "Hộ trồng rau theo lịch chung", "hộ", 180),
        ("nong-nghiep giam-ngheo", "Nuôi bò luân phiên", "nhận bò giống, nuôi lớn rồi chuyển bê cho nhà kế tiếp", "Con bò đã chuyển tiếp", "con", 120),
        ("giam-ngheo phu-nu", "Góp vốn xoay vòng", "góp vốn nhỏ hằng tháng và cho nhau vay không lãi", "Lượt vay không lãi", "lượt", 400),
        ("nong-nghiep moi-truong", "Ủ rơm làm phân", "gom rơm sau gặt để ủ phân thay vì đốt đồng", "Rơm được ủ thành phân", "tấn", 900),
        ("du-lich", "Nhà vườn đón khách", "sửa nhà vườn, cùng đón khách và giữ giá chung", "Lượt khách mỗi năm", "lượt", 9000),
        ("nong-nghiep", "Tổ máy cày dùng chung", "góp tiền mua máy và làm đất cho nhau theo lượt", "Diện tích làm đất bằng máy chung", "ha", 350),
        ("giam-ngheo", "Lớp nghề buổi tối", "học nghề buổi tối tại nhà văn hóa, thợ trong xã đứng lớp", "Người có việc sau lớp nghề", "người", 160),
        ("nong-nghiep chuyen-doi-so", "Bán nông sản qua điện thoại", "chụp ảnh, đăng bán nông sản và giao hàng theo nhóm", "Đơn hàng mỗi tháng", "đơn", 1500),
        ("nong-nghiep", "Ao cá bờ sạch", "kè bờ ao, nuôi cá theo nước và không xả thẳng ra kênh", "Ao nuôi đã kè bờ", "ao", 90),
        ("giam-ngheo", "Mỗi chi hội giúp một nhà", "phân công từng chi hội đi cùng một nhà khó cho đến khi khá hơn", "Nhà đã thoát khó khăn", "hộ", 60),
        ("phu-nu nong-nghiep", "Hũ mắm chung tay", "muối mắm theo một công thức và đóng nhãn chung", "Sản lượng mỗi năm", "lít", 20000),
        ("du-lich phu-nu", "Chợ phiên cuối tuần", "mở chợ phiên cuối tuần bán đồ nhà làm", "Gian hàng mỗi phiên", "gian", 85),
    ),
    *_of(
        "van-hoa-xa-hoi",
        ("moi-truong", "Đường hoa tự trồng", "trồng và chăm hoa dọc đường làng, mỗi nhà một đoạn", "Đường làng có hoa", "km", 40),
        ("moi-truong phu-nu", "Ngôi nhà thu gom phế liệu", "gom phế liệu bán lấy quỹ giúp trẻ em đi học", "Suất quà từ quỹ phế liệu", "suất", 300),
        ("do-thi-van-minh", "Vỉa hè thông thoáng", "sắp lại hàng quán, trả vỉa hè cho người đi bộ", "Hộ kinh doanh đã ký cam kết", "hộ", 420),
        ("y-te", "Đo huyết áp tại nhà", "đo huyết áp cho người cao tuổi tại nhà mỗi tháng một lần", "Người được đo đều đặn", "người", 700),
        ("bao-hiem", "Heo đất bảo hiểm", "bỏ ống mỗi ngày để đủ tiền mua bảo hiểm y tế", "Người có thẻ nhờ bỏ ống", "người", 520),
        ("do-thi-van-minh", "Cưới gọn, tang văn minh", "rút gọn tiệc cưới và bỏ vòng hoa trong đám tang", "Đám làm theo nếp mới", "đám", 140),
        ("to-tu-quan", "Ngõ không rác", "tự chia lịch quét ngõ và nhắc nhau bỏ rác đúng giờ", "Ngõ tự quản", "ngõ", 110),
        ("y-te phu-nu", "Bữa ăn cho trẻ nhỏ", "góp gạo, rau nấu bữa trưa cho trẻ ở điểm trường lẻ", "Bữa ăn mỗi tuần", "bữa", 600),
        ("giai-phong-mat-bang", "Hiến đất mở đường", "lùi hàng rào, góp đất để mở rộng đường thôn", "Đất được góp", "m²", 15000),
        ("moi-truong", "Kênh sạch cuối tuần", "vớt bèo, nhặt rác trên kênh vào sáng thứ bảy", "Kênh được làm sạch", "km", 30),
        ("dat-dai-xay-dung", "Xin phép trước khi xây", "hỏi tổ tư vấn và xin phép trước khi sửa nhà", "Nhà được tư vấn", "nhà", 260),
        ("do-thi-van-minh", "Tủ sách đầu làng", "góp sách, thay nhau mở cửa tủ sách buổi chiều", "Lượt mượn mỗi tháng", "lượt", 800),
    ),
    *_of(
        "quoc-phong-an-ninh",
        ("an-ninh-trat-tu", "Tiếng kẻng bình yên", "nghe kẻng thì khóa cửa, cất xe và gọi con về nhà", "Hộ nghe theo kẻng", "hộ", 900),
        ("an-ninh-trat-tu chuyen-doi-so", "Mắt camera của xóm", "góp tiền lắp camera ở đầu ngõ và giao một người trông", "Camera của xóm", "chiếc", 150),
        ("an-ninh-trat-tu to-tu-quan", "Nhóm liên gia báo cháy", "lắp chuông báo cháy nối giữa các nhà liền kề", "Nhà có chuông nối nhau", "nhà", 480),
        ("an-ninh-trat-tu", "Cổng trường an toàn", "đón con đúng chỗ và nhường lòng đường trước cổng trường", "Phụ huynh tham gia", "người", 1200),
        ("vung-giao an-ninh-trat-tu", "Xứ đạo yên vui", "cùng ban hành giáo hòa giải và giữ yên xóm đạo", "Vụ việc đã hòa giải", "vụ", 70),
        ("hoc-tap-lam-theo-bac", "Bộ đội giúp dân mùa gặt", "nhờ bộ đội giúp những nhà neo người gặt lúa", "Ngày công giúp dân", "công", 1600),
        ("an-ninh-trat-tu", "Tàu cá giữ liên lạc", "bật máy liên lạc, đi biển theo tổ và báo tin cho nhau", "Tàu trong tổ", "tàu", 75),
        ("to-tu-quan", "Đèn sáng đường quê", "kéo điện từ nhà ra thắp sáng đường ban đêm", "Đường có đèn", "km", 55),
    ),
    *_of(
        "he-thong-chinh-tri",
        ("chinh-quyen-phuc-vu", "Ngày không viết giấy", "làm thủ tục không phải viết tay, cán bộ khai giúp trên máy", "Hồ sơ xong trong ngày", "hồ sơ", 5000),
        ("chinh-quyen-phuc-vu chuyen-doi-so", "Tổ số đến từng nhà", "cài ứng dụng và nộp hồ sơ tại nhà cùng tổ công nghệ", "Nhà đã được hướng dẫn", "nhà", 1900),
        ("chinh-quyen-phuc-vu", "Cà phê sáng với chủ tịch", "gặp lãnh đạo xã trong buổi cà phê sáng thứ hai để nói việc chưa thông", "Kiến nghị đã trả lời", "kiến nghị", 320),
        ("hoc-tap-lam-theo-bac", "Sổ tay làm theo Bác", "ghi một việc tốt mỗi tuần vào sổ tay của chi bộ", "Việc tốt được ghi", "việc", 2600),
        ("chinh-quyen-phuc-vu", "Thư xin lỗi, thư cảm ơn", "nhận thư xin lỗi khi hồ sơ trễ và thư cảm ơn khi góp ý", "Thư đã gửi", "thư", 750),
        ("giai-phong-mat-bang", "Tổ dân vận đi trước", "nghe tổ dân vận nói rõ quy hoạch trước khi đo đất", "Nhà đồng thuận", "nhà", 410),
        ("chinh-quyen-phuc-vu to-tu-quan", "Họp thôn ngắn", "họp thôn không quá một giờ, việc gì cũng có người nhận", "Việc xong đúng hẹn", "việc", 240),
        ("chinh-quyen-phuc-vu", "Bảng trắng trước trụ sở", "viết điều cần hỏi lên bảng trước trụ sở và xem trả lời trong ngày", "Câu hỏi đã trả lời", "câu", 900),
    ),
)  # fmt: skip
"""Forty of them; the themes are keys of `models/_vocabulary/chu-de.yaml`."""
