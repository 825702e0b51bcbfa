"""The words by which a person is told from a street, a school or a village: forms of address, offices, families' names."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


def _set(text: str) -> frozenset[str]:
    return frozenset(_listed(text))


ADDRESSES = _set("""
    ama, amí, anh, bà, bác, bác sĩ, bé, bs, cậu, cháu, chị, chú, chủ hộ, con, cô, cu, cụ, dì, dược sĩ, đ.c, đ/c, đại đức, đại tá, đại tướng,
    đại úy, đồng chí, em, gia đình, già làng, hòa thượng, học sinh, hộ, linh mục, mẹ, miss, mợ, mr, mrs, ms, mục sư, nghệ nhân, ni sư, ông,
    sếp, sư cô, sư thầy, thằng, thầy, ths, thiếu tá, thiếu tướng, thiếu úy, thím, thượng tá, thượng tọa, thượng tướng, thượng úy, trung tá, trung
    tướng, trung úy, vợ chồng, y sĩ
""")
"""What stands right before a person's name."""

NEED_A_FAMILY = _set("""
    chủ hộ, gia đình, hộ, linh mục, mục sư, nghệ nhân
""")
"""After these a name is one where it begins with a family's: “hộ Khmer”, “gia đình Việt Nam”, “nghệ nhân Ưu tú” are none."""

PLACE_FIRST = NEED_A_FAMILY | {"học sinh", "vợ chồng"}
"""After these what is a place's name is the place's: “học sinh Hà Giang”."""

PLACE_TOO = frozenset({"bé", "cháu", "con", "cu", "em", "học sinh", "mẹ", "vợ chồng"})
"""After these a word with a capital may be a place, a people or a thing, and no given name: “em Hà Nội”, “vợ chồng Khmer”."""

GROUPS = _set("""
    các, đàn, mấy, nhiều, những, toàn, trẻ, vài
""")
"""Before “em”, “cháu”, “cụ” … these make a group of it: “trẻ em Hà Nội”, “các cháu Mầm non”."""

PAIRS = frozenset(
    {("ông", "bà"), ("anh", "chị"), ("anh", "em"), ("chị", "em"), ("con", "em"), ("con", "cháu"), ("bà", "con")}
)
"""Together these are people of a place, and what follows is the place."""

BETWEEN = _listed("""
    giáo, gái, trai, nội, ngoại, út, bé, nhỏ, lão, chủ, nghèo, cận nghèo, chính sách, khó khăn, học sinh, sinh viên, nông dân, công nhân, cán bộ, đoàn viên,
    hội viên, đảng viên, đội viên, giáo viên, chủ quán, tên là, tên
""")
"""What may stand between a form of address and the name: “cô giáo Hoa”, “em học sinh Lan”."""

WHO_IS_NAMED = (
    "(?:người|phụ nữ|đàn ông|thanh niên|thiếu niên|thiếu nữ|cô gái|chàng trai|cô bé|cậu bé|bé gái|bé trai|nữ sinh|nam sinh|học sinh|bệnh nhân"
    "|nạn nhân|công nhân|nông dân|hội viên|đoàn viên|đảng viên|hộ dân)(?: (?!đặt|mang|gọi|ghi|nêu|điểm|kể|đổi)[^\\W\\d_]+)?$"
)
"""Who may be named by “tên” behind it, as a pattern of the end of what stands before that word: “một phụ nữ tên Hạnh”."""

OFFICES = (
    "bí thư|chủ tịch|giám đốc|hiệu trưởng|hiệu phó|trưởng (?:thôn|bản|ấp|khu|khối|xóm|ban|phòng|họ|tộc|công an|trạm|đồn|đoàn|khoa|bộ môn|nhóm|ngành)"
    "|phó|tổ trưởng|tổ phó|hội trưởng|đội trưởng|cục trưởng|vụ trưởng|bộ trưởng|thứ trưởng|xã đội trưởng|chỉ huy|chính trị viên|chủ nhiệm|chủ trang trại|chủ vườn|chủ cơ sở"
    "|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|thượng sĩ|trung sĩ|hạ sĩ|chiến sĩ|liệt sĩ|thương binh|bệnh binh|cựu chiến binh|cựu binh|anh hùng"
    "|chủ (?:nhà|quán|tiệm|cửa hàng|doanh nghiệp|tàu|xe|đất|rừng)|người nhà|(?:hộ|gia đình|nhà|người|đối tượng) chính sách"
    "|(?:cô|dì|chú|bác|cậu|mợ|anh|chị|(?<!anh )(?<!chị )em) họ"
    "|mẹ|bố|cha|vợ|chồng|con|nghệ nhân|nghệ sĩ|linh mục|mục sư|đại đức|thượng tọa|hòa thượng|ni sư|sư cô|sư thầy|già làng|thầy|cô"
    "|bác sĩ|y sĩ|y tá|điều dưỡng|dược sĩ|kỹ sư|luật sư|thạc sĩ|tiến sĩ|giáo sư|nhà báo|nhà thơ|nhà văn|nhạc sĩ|ca sĩ|giáo viên|giảng viên"
    "|học sinh|sinh viên|đoàn viên|hội viên|đảng viên|đội viên|cán bộ|công chức|nông dân|ngư dân|công nhân|tiểu thương|doanh nhân|lái xe|người dân"
    "|bệnh nhân|nạn nhân|bị cáo|bị can|đối tượng|nghi phạm|chủ hộ|trưởng|đại biểu|ủy viên|thư ký|kế toán|thủ quỹ|thành viên|xã viên|quần chúng"
)
"""What a person is or does, as a pattern: with a full name in the same clause it is that person's."""

_IN_CHARGE = "phát ngôn|đứng đầu|đại diện|phụ trách|quản lý|điều hành|có uy tín"
"""Behind “người” these make an office, anything else makes none."""

PUBLIC_OFFICES = (
    "bí thư|chủ tịch|pct|chủ nhiệm|giám đốc|hiệu (?:trưởng|phó)|phó(?! thường dân)|trưởng(?! (?:thành|(?:dòng )?(?:họ|tộc)))|chỉ huy|chính (?:trị viên|[ủu][yỷ])"
    "|[ủu][yỷ] viên|thư ký|thường trực|lãnh đạo|thủ tướng|chánh (?:án|văn phòng|thanh tra|trương)|kế toán|thủ quỹ|cán bộ(?! lớp)|công chức|viên chức"
    "|chuyên viên|đại biểu|thẩm phán|hội thẩm|(?:kiểm sát|kiểm soát|thanh tra|điều tra|thẩm tra|kiểm lâm|chấp hành|công chứng|khuyến nông|trợ giúp"
    "|hòa giải|hoà giải|cộng tác|báo cáo|tuyên truyền|phát thanh|biên tập|công an|thú y) viên|ctv|kiểm lâm|địa chính|văn thư|tư pháp|bảo vệ dân phố|tổ viên"
    "|thành viên (?:ban|tổ|hội đồng)|(?:nhân viên )?y tế (?:thôn|bản|ấp|xã)|thú y|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|chuẩn (?:úy|uý)"
    "|(?:thượng|trung|hạ|chiến|bác|y|dược) s[ĩỹ]|sĩ quan|quân nhân|cảnh sát|công an|bộ đội|y tá|điều dưỡng|hộ (?:lý|sinh|tịch)|cô đỡ"
    f"|người (?:{_IN_CHARGE})|tổng phụ trách|(?:cô|thầy) giáo|giáo viên|giảng viên"
    "|già làng|cha (?:xứ|sở)|linh mục|mục sư|trụ trì|đại đức|thượng tọa|hòa thượng|ni sư|chức (?:sắc|việc)"
)
"""With what a role says that somebody holds an office, or is known to all for it, and speaks or acts as its holder."""

NO_OFFICES = (
    "con|cháu|em|anh(?! hùng)|chị|bà vợ|dâu|rể|vợ|chồng|bố|mẹ(?! việt nam)|gia đình|thân nhân|học sinh|học trò|học viên|sinh viên|lớp (?:trưởng|phó)"
    "|(?:liên|chi) đội (?:trưởng|phó)(?!.*kiểm ngư)|(?:bí thư|phó bí thư) chi đoàn lớp|trẻ|bệnh nhân|nạn nhân|nghi phạm|đối tượng|hộ(?! (?:lý|sinh|tịch))|chủ hộ"
    "|chủ nhà|nông dân|ngư dân|công nhân|tiểu thương|giáo dân|tín đồ|phật tử"
    f"|người (?!{_IN_CHARGE})"
)
"""With what a part of a role begins that is nobody's office, whatever office of somebody else it names: “Vợ Trưởng thôn”."""

RETIRED = "(?:nghỉ|về) hưu|hưu trí|xuất ngũ|phục viên"
"""Words of an office that somebody held."""

THINGS = _set("""
    ấp, bài, bản, bảo tàng, bến, bệnh viện, biên phòng, buôn, cảng, cao đẳng, cầu, câu lạc bộ, chi đoàn, chi đội, chiến
    dịch, chính sách, chợ, chùa, chung cư, clb, cổ phần, cống, công ty, công viên, cơ sở, cp, cụm, cúp, dân phố, di
    tích, dntn, doanh nghiệp, dòng, đại học, đại lộ, đảo, đập, đèo, đền, đình, đô thị, đội, đồn, đt, đường, ga, giải,
    giải thưởng, giáo, giáo họ, hang, hẻm, hiệu, họ, học bổng, học viện, hồ, hồ chứa, hợp tác xã, htx, huyện, kè,
    kênh, khách sạn, khóm, khối, khu, kiệt, làng, lăng, lâm trường, liên đội, lớp, lữ đoàn, mầm non, mẫu giáo, miếu,
    môn, mộ, mtv, mương, ngã ba, ngã tư, ngách, ngân hàng, nghĩa trang, ngõ, nhà, nhà hát, nhà máy, nhà thờ, nhãn hiệu,
    nông trường, núi, phà, phòng khám, phong trào, phố, phổ thông, phủ, phum, phường, ptdt, ptdtbt, ptdtnt, ql, quảng
    trường, quận, quỹ, rạp, sân, siêu thị, sóc, sông, suối, sư đoàn, tập đoàn, thác, thành phố, thcs, thị trấn, thị
    xã, thôn, thời, thpt, thư viện, thương hiệu, tiểu đoàn, tiểu học, tỉnh, tnhh, tòa nhà, tp, triều, trung đoàn,
    trung học, trung tâm, trường, tuyến, tư tưởng, tượng, tượng đài, văn hóa, viện, vịnh, vườn, xã, xí nghiệp, xóm,
    xuất bản, xứ
""")
"""What bears a person's name and is none: “đường”, “trường”, “phường”."""

NAMED_AFTER = THINGS | _set("""
    ao, bàu, bãi, bánh, bến xe, bầu, bưng, bún, cây, chòm, cồn, cơm, cù lao, cửa, cửa hàng, dừa, dốc, đìa, đồi, đồng, giồng, gò, hòn,
    khe, kinh, láng, lò, lò bánh, lung, mả, mắm, mũi, ngòi, nước mắm, phở, quán, rạch, rẫy, sách, tiệm, tổ, trại, vàm, vực,
    xẻo, xưởng
""")
"""What is named after somebody by a form of address with a capital: “rạch Ông Lớn”, “quán Cô Mười”."""

UNITS = _set("""
    ấp, bản, buôn, dân phố, huyện, khối, khu, làng, phường, quận, thành phố, thị trấn, thị xã, thôn, tỉnh, tp, xã, xóm
""")
"""Of these things the ones that have officials, whose names may follow: “Chủ tịch UBND phường Nguyễn Văn A”."""

FAMILIES = _set("""
    Bùi, Đặng, Đinh, Đỗ, Huỳnh, Lê, Ngô, Nguyễn, Phạm, Phan, Phùng, Quách, Trần, Trịnh, Trương, Võ, Vũ
""")
"""Two words that begin so are a name, if no place or person of history."""

OTHER_FAMILIES = _set("""
    Adrơng, Alăng, Ating, Ayun, Âu, Bạch, Bàn, Bế, Bhling, Bh'riu, Byă, Cà, Cao, Cầm, Cấn, Chang, Chảo, Châu, Chá, Chu, Cụt, Cư, Cứ, Danh, Diệp, Doãn, Dương, Đàm, Đào, Điểu, Đoàn, Đới, Êban,
    Giang, Giàng, Hà, Hảng, Hạng, Hầu, Hoàng, Hồ, Hờ, Hứa, Hmok, Kbuôr, Kha, Khổng, Khuất, Kiều, Kim, Kpă, Kpuih, Ksor, La, Lại, Lâm, Lầu, Lò,
    Lô, Lù, Lục, Lữ, Lương, Lường, Lưu, Ly, Lỳ, Lý, Ma, Mạc, Mai, Mlô, Moong, Mùa, Nay, Nghiêm, Nhữ, Niê, Ninh, Nông, Ông, Phàn,
    Phàng, Phí, Pờ, Pơloong, Quàng, Rmah, Sầm, Sần, Sình, Siu, Sồng, Sơn, Sùng, Tạ, Tăng, Tẩn, Thạch, Thái, Thào, Thân, Thích, Thò, Tiêu, Tòng, Tô,
    Tôn, Tống, Tráng, Triệu, Từ, Ung, Vàng, Vi, Vì, Vừ, Vương, Vy, Xeo, Xồng, Zơrâm
""")
"""Words of other senses too: two that begin so are a name only after a form of address, three if the second is usual."""

SURE_OTHER_FAMILIES = _set("""
    Cầm, Doãn, Dương, Đàm, Giàng, Hứa, Khuất, Lầu, Lò, Lữ, Lưu, Lương, Lường, Mạc, Nhữ, Phàn, Quàng, Sùng, Tạ, Tẩn, Thào, Tòng, Tống,
    Tráng, Vừ, Xồng
""")
"""Of these the ones that hardly anything else begins with, as “Từ Thanh Hóa”, “Hồ Phú Ninh”, “Đoàn Khánh Hòa” do with others."""

MIDDLES = _set("""
    A, Anh, Bá, Bảo, Bích, Cảnh, Chí, Công, Diệu, Doãn, Duy, Đình, Đức, Gia, Hoài, Hoàng, Hồng, Huy, Hữu, Khánh, Khắc, Kim,
    Láo, Mạnh, Mí, Minh, Mỹ, Ngọc, Nhật, Như, Phú, Phúc, Phương, Quang, Quốc, Seo, Sĩ, Sỹ, Tấn, Thanh, Thành, Thế, Thị,
    Thu, Thùy, Tiến, Trọng, Trung, Tuấn, Văn, Viết, Vĩnh, Xuân
""")
"""What usually stands between a family's name and the given one."""

SURE_MIDDLES = _set("""
    A, Bá, Bích, Chí, Duy, Đình, Đức, Hữu, Khắc, Mạnh, Minh, Ngọc, Quang, Seo, Tấn, Thế, Thị, Thùy, Trọng, Văn, Viết, Xuân
""")
"""Of these the ones that hardly anything else begins with or has in its middle."""

OF_HISTORY = frozenset(
    name.casefold()
    for name in _listed("""
        Bế Văn Đàn, Bùi Hữu Nghĩa, Bùi Thị Xuân, Bùi Viện, Âu Cơ, Ba Định, Hai Năm Tấn, Cao Bá Quát, Cao Thắng, Châu Văn Liêm, Chu Huy Mân, Chu Văn
        An, Cù Chính Lan, Dương Đình Nghệ, Dương Minh Châu, Dương Văn Nội, Đào Duy Anh, Đào Duy Từ, Đào Tấn, Đặng
        Dung, Đặng Tất, Đặng Thai Mai, Đặng Thùy Trâm, Đặng Văn Ngữ, Đặng Xuân Bảng, Đinh Bộ Lĩnh, Đinh Công Tráng,
        Đinh Dậu, Đinh Hợi, Đinh Mão, Đinh Mùi, Đinh Núp, Đinh Sửu, Đinh Tiên Hoàng, Đinh Tỵ, Đoàn Khuê, Đoàn Thị
        Điểm, Đồ Chiểu, Hà Huy Giáp, Hà Huy Tập, Hoàng Diệu, Hoàng Hoa Thám, Hoàng Quốc Việt, Hoàng Sâm, Hoàng Thị Loan, Hoàng Văn Thái, Hùng Vương, Kim Đồng, Hoàng Mười, Hoàng
        Văn Thụ, Hồ Chí Minh, Hồ Ngọc Lân, Hồ Quý Ly, Hồ Tùng Mậu, Hồ Xuân Hương, Huỳnh Phan Hộ, Huỳnh Thúc Kháng, La
        Văn Cầu, Lê Anh Xuân, Lê Chân, Lê Duẩn, Lê Đại Hành, Lê Đức Thọ, Lê Hoàn, Lê Hồng Phong, Lê Hồng Sơn, Lê Hữu
        Trác, Lê Lai, Lê Lợi, Lê Minh Xuân, Lê Quang Đạo, Lê Quý Đôn, Lê Thanh Nghị, Lê Thánh Tông, Lê Trọng Tấn, Lê
        Văn Hưu, Lê Văn Lương, Lê Văn Sỹ, Lê Văn Tám, Lê Viết Lượng, Lương Khánh Thiện, Lương Thế Vinh, Lương Văn Can,
        Lý Bí, Lý Công Uẩn, Lý Nam Đế, Lý Nhân Tông, Lý Thái Tổ, Lý Thường Kiệt, Lý Tự Trọng, Mạc Đĩnh Chi, Mai Hắc
        Đế, Mai Thúc Loan, Ngô Gia Tự, Ngô Mây, Ngô Quyền, Ngô Thì Nhậm, Nguyễn Ái Quốc, Nguyễn Bá Ngọc, Nguyễn Biểu,
        Nguyễn Bỉnh Khiêm, Nguyễn Cảnh Chân, Nguyễn Cảnh Dị, Nguyễn Chí Thanh, Nguyễn Công Trứ, Nguyễn Du, Nguyễn Đình
        Chiểu, Nguyễn Đức Cảnh, Nguyễn Đức Mậu, Nguyễn Huệ, Nguyễn Hữu Cảnh, Nguyễn Hữu Thọ, Nguyễn Khoái, Nguyễn
        Khuyến, Nguyễn Lương Bằng, Nguyễn Phong Sắc, Nguyễn Quyền, Nguyễn Sinh Sắc, Nguyễn Siêu, Nguyễn Phú Trọng, Nguyễn Sỹ Sách, Nguyễn Tất Thành,
        Nguyễn Thái Học, Nguyễn Thị Định, Nguyễn Thị Minh Khai, Nguyễn Thị Thập, Nguyễn Trãi, Nguyễn Tri Phương,
        Nguyễn Trung Trực, Nguyễn Trường Tộ, Nguyễn Tuân, Nguyễn Văn Cừ, Nguyễn Văn Linh, Nguyễn Văn Tiết, Nguyễn Văn Tố, Nguyễn Văn
        Trỗi, Nguyễn Viết Xuân, Nguyễn Xí, Nguyễn Xuân Ôn, Phạm Hồng Thái, Phạm Hùng, Phạm Ngọc Thạch, Phạm Ngũ Lão,
        Phạm Văn Đồng, Phan Bội Châu, Phan Châu Trinh, Phan Chu Trinh, Phan Đăng Lưu, Phan Đình Giót, Phan Đình Phùng,
        Phan Huy Chú, Phan Huy Ích, Phan Ngọc Hiển, Phùng Chí Kiên, Phùng Hưng, Tô Hiến Thành, Tô Hiệu, Tô Ngọc Vân,
        Tô Vĩnh Diện, Tôn Đức Thắng, Tôn Thất Thuyết, Tôn Thất Tùng, Trần Bình Trọng, Trần Cao Vân, Trần Duy Hưng,
        Trần Đại Nghĩa, Trần Đăng Ninh, Trần Huy Liệu, Trần Hưng Đạo, Trần Khánh Dư, Trần Khát Chân, Trần Nguyên Hãn,
        Trần Nhân Tông, Trần Nhật Duật, Trần Phú, Trần Quang Khải, Trần Quốc Toản, Trần Quốc Tuấn, Trần Tế Xương, Trần
        Thái Tông, Trần Văn Ơn, Trần Văn Thời, Trường Chinh, Trương Công Định, Trương Định, Trương Hán Siêu, Văn Tiến Dũng, Võ Chí
        Công, A Phủ, Võ Duy Dương, Võ Nguyên Giáp, Võ Thị Sáu, Võ Văn Kiệt, Út Tịch, Vũ Ngọc Phan, Vũ Trọng Phụng, Y Bih, Y Jút, Y Ngông
    """)
)
"""Persons of history, whose names streets, schools and movements bear; and years of the calendar that look like a name."""

NOT_AFTER = {
    address: _set(words)
    for address, words in {
        "bác": "ái, giáp, hồ, tôn",
        "cụ": "hồ, rùa",
        "chị": "em, hằng",
        "chú": "bộ, cuội, đại, lăng, tễu",
        "ông": "bà, bụt, công, địa, đồ, già, gióng, hoàng, ích, táo, thần, tổ, tơ, trời",
        "bà": "bà, chúa, con, đen, huyện, mẹ, nà, ngoại, nội, rịa, thiên, triệu, trưng",
        "cô": "bơ, đỡ, giáo, tấm, tiên, tô, vy",
        "anh": "chị, em, núp, nuôi",
        "thầy": "bói, cai, chùa, cô, cúng, đồ, giáo, hiệu, ký, lang, mo, thuốc, trụ, tu",
        "cháu": "bác, lạc, ngoan, tiên, yêu",
        "cậu": "bé, bơ",
        "em": "bé, yêu",
        "con": "cuông, cưng, đường, hồng, lạc, rồng, tiên",
        "cu": "ba, nha",
        "học sinh": "giỏi, liên, olympic, tiên, xuất",
        "mẹ": "âu, đỡ, maria, nhu, suốt, thiên, thứ, việt",
        "bác sĩ": "bệnh, khoa, phòng, trạm, trung",
    }.items()
}
"""What is no name after these: “Bác Hồ”, “ông Công ông Táo”, “chị Hằng, chú Cuội”, “Chú Đại Bi” (a prayer), “Em Yêu …” (songs)."""

BEFORE_HIGHLANDERS = frozenset({"A", "Y"})
"""What highlanders have before their names: “A Phủ”, “Y Blan”."""

BEFORE_A_LETTER = _set("""
    án, bảng, block, cấp, cúm, dãy, điểm, đội, gan, hạng, hepatitis, hoạch, khối, khu, lô, loại, lớp, mẫu, nhà, nhóm, phần, phụ lục,
    tầng, tiêu chuẩn, tòa, tổ, trạm, vitamin, vùng
""")
"""After these “A” and “Y” are letters."""

NO_SECOND = {
    "thị": _set("giác, hiếu, lực, phần, thành, trấn, trường, tứ, uỷ, ủy, xã"),
    "văn": _set("""
        bản, bằng, chương, công, đàn, hiến, hoá, hóa, học, khoa, kiện, minh, nghệ, nhân, phong, phòng, sách, tế, thơ, thư,
        tự, vật
    """),
}
"""What makes a word of “thị” and “văn”, which are then in no name: “vi phạm văn bản”."""

LINKS = _set("""
    anh, bà, bị, cần, chị, có, cho, của, cùng, đã, đang, đi, được, gia, hiến, hộ, là, làm, mắc, ngụ, nhận, nuôi, ông, ở,
    sinh, tại, trao, trên, trong, vận, và, với, vừa, xây, xin
""")
"""Where all is written in capitals, a name ends before these."""

NO_NAMES = _set("""
    anh_hùng, bác_sĩ, bản, ban_chấp, ban_chỉ, ban_công, ban_dân, ban_giám, ban_quản, ban_thường, ban_tổ, bí_thư,
    biên_phòng, bộ_đội, cán_bộ, cao_đài, cha_xứ, chấp_hành, chi_bộ, chi_đoàn, chi_hội, chi_ủy, chiến_sĩ, chính_trị,
    chính_ủy, chủ_nhật, chủ_nhiệm, chủ_tịch, chủ_tọa, chủ_trì, công_an, công_binh, công_chức, công_đoàn, công_giáo,
    công_nhân, công_ty, cựu, cựu_chiến, dân_quân, dân_vận, đại_biểu, đại_đoàn, đại_đội, đại_đức, đại_học, đại_hội,
    đại_tá, đại_tướng, đại_úy, đảng, đảng_bộ, đảng_ủy, đảng_viên, đoàn_thanh, đoàn_thể, đoàn_trưởng, đoàn_viên, đội,
    đội_trưởng, đội_viên, giám_đốc, giám_sát, giáo_sư, giáo_viên, hạnh_phúc, hiệu_phó, hiệu_trưởng, hòa_hảo,
    hòa_thượng, học_sinh, hộ_nghèo, hội_chữ, hội_cựu, hội_đồng, hội_khuyến, hội_liên, hội_người, hội_nông, hội_phụ,
    hội_thánh, hội_trưởng, hội_viên, huyện_ủy, kế_toán, khối_trưởng, kỹ_sư, liệt_sĩ, linh_mục, luật_sư, mặt_trận, mầm_non,
    mẫu_giáo, ngã_ba, ngã_tư, nghệ_nhân, nghệ_sĩ, người_cao, nhà_giáo, nhà_nước, nhà_văn, nhạc_sĩ, nhân_dân, nhân_viên, nông_dân,
    phật_giáo, phật_tử, phó, phòng_giáo, phụ_nữ, quân_đội, quân_nhân, quận_ủy, quân_y, sĩ_quan, sinh_viên, tân_binh, thạc_sĩ,
    tham_mưu, thanh_niên, thành_ủy, thầy, thị_ủy, thiên_chúa, thiếu_nhi, thiếu_niên, thiếu_tá, thiếu_tướng, thiếu_úy,
    thôn, thư_ký, thủ_kho, thủ_quỹ, thương_binh, thượng_sĩ, thượng_tá, thượng_tọa, thường_trực, thượng_tướng, thượng_úy, thường_vụ,
    tiến_sĩ, tiểu_học, tin_lành, tỉnh_ủy, tổ_chức, tổ_công, tổ_dân, tổ_phó, tổ_quốc, tổ_trưởng, tổ_tự, trạm_trưởng,
    trung_đoàn, trung_học, trung_sĩ, trung_tá, trung_tâm, trung_tướng, trung_úy, trung_ương, trưởng, trưởng_ấp,
    trưởng_ban, trưởng_bản, trưởng_công, trưởng_đoàn, trưởng_đồn, trưởng_khối, trưởng_khu, trưởng_phòng, trưởng_thôn,
    trưởng_trạm, trưởng_xóm, trường_cao, trường_dân, trường_đại, trường_mầm, trường_mẫu, trường_phổ, trường_ptdtbt, trường_thcs,
    trường_thpt, trường_tiểu, trường_trung, tư_lệnh, ủy_ban, ủy_viên, văn_hóa, văn_phòng, việt_kiều, việt_nam, xã, xã_đội, xã_viên,
    xóm_trưởng
""")
"""How offices and bodies begin; a word alone, or joined with the next one."""

PEOPLES = _set("""
    Ba, Ba-na, Bana, Bắc, Brâu, Bru, Bru-Vân, Chăm, Chơ, Chu, Chứt, Co, Cor, Cơ, Dao, Ê, Ê-đê, Êđê, Gia, Giáy, Gié, H'Mông, H’Mông,
    Hà, Hmông, Hrê, J'rai, Jrai, K'Ho, Kháng, Khmer, Khơ, Khơ-me, Kinh, Lào, Lự, M'nông, Mạ, Mảng, Mnông, Mông, Mường, Nam,
    Ngái, Nùng, Ơ, Pà, Phù, Pu, Ra-glai, Raglai, Rơ, Rục, S'tiêng, Sán, Tà, Tày, Tây, Thái, Thổ, Trung, Việt, Xinh, Xơ, Xtiêng
""")
"""Peoples, and what other groups begin with: after “em”, “cháu” and the like these are no names."""

PEOPLES_IN_TWO = _set("""
    Ba Na, Bố Y, Chơ Ro, Chu Ru, Cơ Ho, Cơ Lao, Cơ Tu, Ê Đê, Gia Rai, Giẻ Triêng, Hà Nhì, Khơ Mú, La Chí, La Ha, La Hủ, Lô Lô, Ơ Đu, Pà Thẻn,
    Phù Lá, Pu Péo, Ra Glai, Rơ Măm, Sán Chay, Sán Chỉ, Sán Dìu, Si La, Tà Ôi, Vân Kiều, Xinh Mun, Xơ Đăng
""")
"""Peoples of two words: “Gia Bảo” is a child's name though “Gia Rai” is a people."""

CHILDREN = frozenset({"bé", "cháu", "cu", "em"})
"""Of `PLACE_TOO` those after which a child's name stands: what follows a comma, or goes on with what happened to it, is no place."""

OF_A_CHILD = _set("bị, học, lên, lớp, mắc, mất, mồ, mới, năm, nhiễm, sinh")
"""With these a sentence goes on about a child: “em Nam học lớp 2”, “cháu Hà mồ côi cha”."""
