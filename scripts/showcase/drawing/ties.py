"""What belongs together in Vietnamese is not torn apart at a line's end: names, a number and what it counts, words of two syllables.

A cost of 1 is that of a line left empty. Vietnamese writes a blank between the syllables of a word too; which of them are one word
no rule tells, so those that titles of the movement use most are listed.
"""

_DASHES = {"-", "–", "—", "&", "+", "/"}
_SIGNS = ",;:.()“”‘’"
_BEFORE_NAMES = (
    "xã phường trấn huyện quận tỉnh khu thôn bản ấp khối xóm khóm làng phố tổ cụm số năm tháng ngày quý khóa lần thứ"
)
"""After which a name or a number belongs to them."""
_LEADING_ON = "và của ở trong cho với các những tại về là để do từ theo trên một có không được bằng vào ra khi hoặc"
"""Which leave a sentence hanging where a line ends, or is cut, after them."""
_WORDS = """
    an ninh, an sinh, an toàn, biên giới, bình yên, bản sắc, bảo hiểm, bảo vệ, bền vững, cao tốc, chi bộ, chi hội,
    chiến binh, chung tay, chuyển đổi, chính quyền, chính sách, chính trị, chăn nuôi, cán bộ, câu lạc, công an, công
    dân, công khai, công nghệ, công trình, công tác, cơ quan, cơ sở, cộng đồng, cựu chiến, di sản, doanh nghiệp, du
    lịch, dân cư, dân tộc, dân vận, dịch vụ, dự án, gia đình, giao thông, giáo dân, giáo dục, giáo xứ, giúp đỡ, giải
    phóng, giải quyết, giảm nghèo, giữ gìn, gương mẫu, gắn với, hiến đất, hiện đại, hiệu quả, hoàn cảnh, hoạt động,
    hài lòng, hành chính, hòa giải, hươu sao, hướng dẫn, hạ tầng, hải sản, hệ thống, học tập, hỗ trợ, hộ gia, hội
    quán, hội viên, hợp tác, hữu cơ, khai thác, khu phố, khuyến học, khó khăn, kinh doanh, kinh nghiệm, kinh tế, kiểu
    mẫu, lao động, liên kết, lúa nương, lạc bộ, lấn chiếm, lực lượng, minh bạch, mô hình, môi trường, mặt bằng, mặt
    trận, nghĩa tình, người dân, nhiệm kỳ, nhiệm vụ, nhân dân, nhân rộng, nông dân, nông nghiệp, nông sản, nông thôn,
    nước sạch, phong cách, phong trào, phát huy, phát triển, phát động, phân loại, phòng chống, phòng khám, phương
    pháp, phụ nữ, quy chế, quân đội, quê hương, quần chúng, quốc phòng, rác thải, sinh hoạt, sinh kế, sinh sản, sạch
    đẹp, sản phẩm, sản xuất, thanh niên, thanh toán, thiên tai, thiết chế, thoát nghèo, thu gom, thành lập, thành phố,
    thân thiện, thông tin, thương binh, thương mại, thể thao, thị trấn, thị xã, thống nhất, thủ tục, thực hiện, tiêu
    biểu, tiêu dùng, tiếp cận, tiết kiệm, truyền thống, trách nhiệm, trật tự, trẻ em, trồng rau, trồng trọt, tuyên
    truyền, tuyến phố, tuổi trẻ, tác xã, tình nguyện, tín dụng, tôn giáo, tư tưởng, tập thể, tệ nạn, tổ chức, tổ hội,
    tổ quốc, tự nguyện, tự quản, vay vốn, việc làm, vùng cao, vùng sâu, văn hóa, văn minh, vận động, vệ sinh, xung
    kích, xây dựng, xã hội, xóa đói, xử lý, y tế, yêu thương, ý kiến, điển hình, đoàn kết, đoàn thể, đoàn viên, đô
    thị, đại đoàn, đạo đức, đảm bảo, đảng bộ, đảng viên, đảng ủy, đất đai, đặc khu, ẩm thực, ủy ban, ứng dụng
"""
_UNITS, _SMALL = set(_BEFORE_NAMES.split()), set(_LEADING_ON.split())
_TOGETHER = {tuple(word.split()) for word in _WORDS.split(",")}

_OF_NAME, _OF_UNIT, _OF_WORD, _HANGING, _BEFORE_DASH = 0.32, 0.2, 0.22, 0.06, 1.0


def tie(word: str, following: str) -> float:
    """Give what it costs to end a line between two words."""
    if following in _DASHES:
        return _BEFORE_DASH
    one, other = word.strip(_SIGNS), following.strip(_SIGNS)
    if not one or not other or word[-1] in _SIGNS:
        return 0.0
    costs = (
        (one[-1].isdigit() and other[0].islower(), _OF_NAME),
        (one[0].isupper() and other[0].isupper(), _OF_NAME),
        (one.lower() in _UNITS and not other[0].islower(), _OF_UNIT),
        ((one.lower(), other.lower()) in _TOGETHER, _OF_WORD),
        (leads_on(one), _HANGING),
    )
    return next((cost for is_so, cost in costs if is_so), 0.0)


def leads_on(word: str) -> bool:
    """Tell whether a word leaves a sentence hanging where it ends with it."""
    return word.lower() in _SMALL or word in _DASHES
