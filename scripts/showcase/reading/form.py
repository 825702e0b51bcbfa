"""The shape of each file: the one table of its entries. The checker, the models, the open data and the guide read it.

Every row comes from the format, version 1. `key` is what editors write and what the open data carries, `name` the
identifier in our code, `about` the sentence of the editors' guide.
"""

from showcase.reading.kinds import (
    Choice,
    Date,
    Entry,
    Form,
    Group,
    Key,
    Many,
    Number,
    Pattern,
    Story,
    Table,
    Text,
    Whole,
)
from showcase.reading.spellings import (
    LEVEL_SPELLINGS,
    MILESTONE_GROUPS,
    MILESTONE_SPELLINGS,
    MODEL_KIND_SPELLINGS,
    ROLE_SPELLINGS,
    SUBJECT_SPELLINGS,
)

MODEL_KINDS = {"mo-hinh": "Mô hình", "dien-hinh": "Điển hình", "cach-lam": "Cách làm"}
NEWNESS = {"moi": "Làm mới", "nang-chat": "Nâng chất mô hình đã có"}
SUBJECTS = {"tap-the": "Tập thể", "ca-nhan": "Cá nhân", "ho-gia-dinh": "Hộ gia đình"}
LEVELS = {
    "co-so": "Cấp cơ sở",
    "huyen": "Cấp quận, huyện",
    "tinh": "Cấp tỉnh, thành phố",
    "trung-uong": "Cấp trung ương",
}
ROLES = {"chu-tri": "Chủ trì", "phoi-hop": "Phối hợp"}
MILESTONES = {
    "phat-dong": "Phát động",
    "dang-ky": "Đăng ký",
    "trien-khai": "Triển khai",
    "tap-huan": "Tập huấn",
    "tham-dinh": "Thẩm định",
    "kiem-tra": "Kiểm tra",
    "so-ket": "Sơ kết",
    "danh-gia": "Đánh giá",
    "cong-nhan": "Công nhận",
    "khen-thuong": "Khen thưởng",
    "duy-tri": "Duy trì",
    "nhan-rong": "Nhân rộng",
    "tong-ket": "Tổng kết",
    "hoan-thanh": "Hoàn thành",
    "ket-thuc": "Kết thúc",
}
RATINGS = {"hieu-qua": "Hiệu quả", "chua-hieu-qua": "Chưa hiệu quả"}
APPROXIMATIONS = {"hon": "hơn", "gan": "gần", "khoang": "khoảng"}
LICENCES = {
    "CC-BY-4.0": "CC BY 4.0",
    "CC-BY-SA-4.0": "CC BY-SA 4.0",
    "CC0-1.0": "CC0 1.0",
    "duoc-phep": "được phép sử dụng",
    "cua-du-an": "của dự án",
}
PICTURE_KINDS = {"anh": "Ảnh chụp", "minh-hoa": "Tranh minh họa"}
MOMENTS = {"truoc": "Trước", "sau": "Sau"}
PEOPLE = {
    "khong": "không có người",
    "tap-the": "tập thể, không rõ mặt từng người",
    "nhan-dien-duoc": "nhận ra được người",
}
YES = {"co": "có"}
CHILDS_CONSENTS = {"co": "có", "duoi-7-tuoi": "trẻ dưới 7 tuổi"}
GROUNDS = {
    "dong-y": "người ấy đồng ý",
    "cong-vu": "người giữ chức vụ, nêu với chức vụ ấy",
    "bao-chi": "nguồn đã đăng nêu tên như vậy",
}
MEASURES = {
    "dang-ky": "Đăng ký",
    "xay-dung": "Xây dựng",
    "duy-tri": "Duy trì",
    "cong-nhan": "Công nhận",
    "khen-thuong": "Khen thưởng",
    "hieu-qua": "Hoạt động hiệu quả",
    "nang-chat": "Nâng chất",
}
OBJECTS = {"mo-hinh": "mô hình", "dien-hinh": "điển hình"}
DIMENSIONS = {
    "cap": "Theo cấp",
    "linh-vuc": "Theo lĩnh vực",
    "chu-the": "Theo chủ thể",
    "khoi": "Theo khối",
    "dia-phuong": "Theo địa phương",
}

DOCUMENT_KINDS = {
    "luat": "Luật",
    "phap-lenh": "Pháp lệnh",
    "nghi-quyet": "Nghị quyết",
    "chi-thi": "Chỉ thị",
    "ket-luan": "Kết luận",
    "quyet-dinh": "Quyết định",
    "quy-dinh": "Quy định",
    "huong-dan": "Hướng dẫn",
    "ke-hoach": "Kế hoạch",
    "cong-van": "Công văn",
}
EVENT_KINDS = {
    "hoi-thi": "Hội thi",
    "ngay-hoi": "Ngày hội",
    "toa-dam": "Tọa đàm",
    "hoi-nghi": "Hội nghị",
    "tap-huan": "Tập huấn",
    "phat-dong": "Phát động",
}

ID = Pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*", "mã như 'dong-xuan-pho-am-thuc'", 80)
FILE_NAME = Pattern(r"[^/\\:*?\"<>|\x00-\x1f]+", "tên một tệp nằm cùng thư mục như 'lap-camera.jpg'", 120)
URL = Pattern(
    r"[hH][tT][tT][pP][sS]?://[^\s<>\"'\\@/?#]+(?:[/?#][^\s<>\"\\]*)?",
    "địa chỉ web bắt đầu bằng http:// hoặc https://",
    2000,
)
EMAIL = Pattern(
    r"[a-zA-Z0-9._+-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+", "địa chỉ thư như 'danvan@nghean.gov.vn'", 254
)
# "1022" is the line of Hà Nội's offices.
PHONE = Pattern(r"(?:\+?|\()\d[\d .()-]{2,19}", "số điện thoại như '0238 3844 567'", 24)
NAME = Text(is_name=True)
PERIOD = Pattern(r"(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d", "giai đoạn như '2021-2025'", 11)

DETAIL = Entry("tai", "detail", NAME, "Nơi cụ thể dưới cấp xã: thôn, bản, khối, tổ dân phố.")
NOW = Entry(
    "hien_nay",
    "now",
    NAME,
    "Xã, phường, đặc khu hiện nay; cần ghi khi đơn vị cũ đã chia về nhiều nơi, hoặc không còn trong danh mục nào.",
    heading="Xã, phường hiện nay",
)
PLACE = Form(
    "địa điểm",
    (
        Entry(
            "noi",
            "written",
            NAME,
            "Tên địa phương, từ nhỏ đến lớn, theo tên lúc đó hoặc tên hiện nay; ghi noi hoặc pham_vi.",
        ),
        DETAIL,
        NOW,
        Entry(
            "pham_vi",
            "body",
            NAME,
            "Tên cơ quan, đơn vị không có địa bàn riêng: “Đảng bộ Khối các cơ quan Trung ương”.",
            heading="Tên cơ quan, tổ chức",
        ),
        Entry(
            "tinh",
            "body_province",
            NAME,
            "Tỉnh, thành phố để xếp cơ quan ở pham_vi, nếu có.",
            heading="Tỉnh, thành phố",
        ),
    ),
)
HOST = Form(
    "đơn vị",
    (
        Entry("ten", "name", NAME, "Tên đơn vị, theo tên lúc đó.", must=True),
        Entry("loai", "kind", Key("don-vi"), "Loại đơn vị, một mã của danh mục đơn vị.", must=True),
        Entry("vai_tro", "role", Choice(ROLES, "vai trò", ROLE_SPELLINGS), "Vai trò; bỏ trống là chủ trì."),
    ),
)
MILESTONE = Form(
    "mốc",
    (
        Entry("nam", "year", Whole(), "Năm, từ 1990 đến năm tới; ghi nam hoặc ngay."),
        Entry("ngay", "day", Date(), "Ngày, nếu biết chính xác; ghi nam hoặc ngay."),
        Entry(
            "viec",
            "kind",
            Choice(MILESTONES, "việc", MILESTONE_SPELLINGS, MILESTONE_GROUPS),
            "Việc đã diễn ra.",
            must=True,
        ),
        Entry(
            "xep_loai", "rating", Choice(RATINGS, "xếp loại"), "Kết quả đánh giá; chỉ và luôn đi cùng viec: danh-gia."
        ),
        Entry("cap", "level", Choice(LEVELS, "cấp", LEVEL_SPELLINGS), "Cấp của việc đó, nếu có."),
        Entry("van_ban", "document", Text(), "Số văn bản, quyết định."),
        Entry("ghi_chu", "note", Text(), "Chú thích ngắn."),
    ),
)
RESULT = Form(
    "kết quả",
    (
        Entry(
            "chi_so", "measure", NAME, "Điều được đếm hoặc đo, đứng riêng vẫn hiểu: “Mắt camera an ninh”.", must=True
        ),
        Entry("truoc", "before", Number(), "Con số trước khi có mô hình."),
        Entry("sau", "after", Number(), "Con số đạt được.", must=True),
        Entry("don_vi_tinh", "unit", Text(), "Đơn vị tính."),
        Entry(
            "xap_xi",
            "approximation",
            Choice(APPROXIMATIONS, "từ ước lượng"),
            "Nếu nguồn viết “hơn”, “gần”, “khoảng”.",
            heading="Từ ước lượng",
        ),
        Entry("nam", "year", Whole(), "Năm của con số."),
        Entry(
            "nguon", "source", Whole(), "Số thứ tự của nguồn trong danh sách nguon, đếm từ 1.", heading="Nguồn thứ mấy"
        ),
        Entry(
            "loai_chi_so",
            "indicator",
            Key("chi-so"),
            "Một mã của danh mục chỉ số, nếu kết quả đúng là điều ấy: để cộng với mô hình khác; đơn vị tính phải là của chỉ số.",
            heading="Loại chỉ số",
        ),
    ),
)
STORY = Form(
    "nội dung",
    (
        Entry("boi_canh", "setting", Story(), "Bối cảnh: vì sao phải làm."),
        Entry("cach_lam", "method", Story(), "Cách làm: đã làm những gì, ai làm, làm thế nào."),
        Entry("hieu_qua", "effect", Story(), "Hiệu quả: điều gì đã đổi khác."),
        Entry("bai_hoc", "lesson", Story(), "Bài học: điều nơi khác nên biết."),
        Entry(
            "han_che",
            "limits",
            Story(),
            "Hạn chế: điều còn vướng; điều chưa rõ thì viết thành câu hỏi, mỗi câu một gạch đầu dòng, trang xếp vào “Cần hỏi thêm”.",
        ),
        Entry("nhan_rong", "spreading", Story(), "Nhân rộng: đã và sẽ lan tỏa ra sao."),
    ),
)
GUIDE = Form(
    "làm theo",
    (
        Entry("buoc", "steps", Many(Text(), 2, 12), "Các bước làm, từ 2 đến 12 bước."),
        Entry("kinh_phi", "cost", Text(), "Kinh phí và nguồn kinh phí."),
        Entry("nhan_luc", "people", Text(), "Nhân lực cần có."),
        Entry("thoi_gian", "duration", Text(), "Thời gian thực hiện."),
        Entry("dieu_kien", "conditions", Text(), "Điều kiện để làm được."),
    ),
)
COPY = Form(
    "nơi đã nhân rộng",
    (
        Entry("noi", "written", NAME, "Tên địa phương, từ nhỏ đến lớn, theo tên lúc đó hoặc tên hiện nay.", must=True),
        DETAIL,
        NOW,
        Entry("don_vi", "host", NAME, "Đơn vị làm theo."),
        Entry("nam", "year", Whole(), "Năm làm theo."),
        Entry(
            "nguon", "source", Whole(), "Số thứ tự của nguồn trong danh sách nguon, đếm từ 1.", heading="Nguồn thứ mấy"
        ),
    ),
)
PHOTO = Form(
    "ảnh",
    (
        Entry("tep", "file", FILE_NAME, "Tên tệp ảnh nằm cùng thư mục.", must=True),
        Entry("mo_ta", "alternative", Text(10, 300), "Mô tả ảnh cho người không nhìn thấy ảnh.", must=True),
        Entry("chu_thich", "caption", Text(), "Chú thích dưới ảnh."),
        Entry("tac_gia", "author", NAME, "Người chụp, người vẽ hoặc nơi cung cấp.", must=True),
        Entry("giay_phep", "licence", Choice(LICENCES, "giấy phép"), "Giấy phép sử dụng.", must=True),
        Entry("loai", "kind", Choice(PICTURE_KINDS, "loại ảnh"), "Ảnh chụp hay tranh minh họa; bỏ trống là ảnh chụp."),
        Entry("thoi_diem", "moment", Choice(MOMENTS, "thời điểm"), "Chụp trước hay sau khi có mô hình."),
        Entry("nguoi", "people", Choice(PEOPLE, "cách ghi người trong ảnh"), "Trong ảnh có người không."),
        Entry(
            "dong_y",
            "consent",
            Choice(YES, "lời đồng ý"),
            "Bắt buộc là co khi nhận ra được người trong ảnh.",
            heading="Người trong ảnh đồng ý",
        ),
        Entry("tre_em", "children", Choice(YES, "giá trị"), "Ghi co nếu trong ảnh có trẻ em.", heading="Có trẻ em"),
        Entry(
            "dong_y_phu_huynh",
            "parents_consent",
            Choice(YES, "lời đồng ý"),
            "Bắt buộc là co khi trong ảnh có trẻ em.",
            heading="Cha mẹ đồng ý",
        ),
        Entry(
            "dong_y_cua_tre",
            "childs_consent",
            Choice(CHILDS_CONSENTS, "lời đồng ý"),
            "Bắt buộc khi trong ảnh có trẻ em: từ 7 tuổi trở lên phải hỏi cả các em.",
            heading="Trẻ em đồng ý",
        ),
        Entry(
            "rut_dong_y",
            "withdrawn",
            Choice(YES, "giá trị"),
            "Ghi co khi có người đòi gỡ: ảnh biến khỏi trang.",
            heading="Đã rút đồng ý",
        ),
    ),
)
PERSON = Form(
    "người được nêu tên",
    (
        Entry("ten", "name", NAME, "Họ tên, đúng như trong bài, không kèm “ông”, “bà”.", must=True),
        Entry("vai_tro", "role", Text(), "Người ấy là ai trong chuyện này.", must=True),
        Entry("can_cu", "ground", Choice(GROUNDS, "căn cứ"), "Vì sao được nêu tên.", must=True),
        Entry(
            "rut_dong_y",
            "withdrawn",
            Choice(YES, "giá trị"),
            "Ghi co khi người ấy đòi gỡ: tên không còn đứng ở đâu.",
            heading="Đã rút đồng ý",
        ),
    ),
)
SOURCE = Form(
    "nguồn",
    (
        Entry("ten", "title", NAME, "Tên bài viết, báo cáo, văn bản.", must=True),
        Entry("co_quan", "publisher", NAME, "Cơ quan đăng hoặc ban hành.", must=True),
        Entry("tac_gia", "author", NAME, "Tác giả."),
        Entry("ngay", "day", Date(), "Ngày đăng hoặc ban hành."),
        Entry("url", "url", URL, "Địa chỉ trên mạng."),
    ),
)
CONTACT = Form(
    "liên hệ",
    (
        Entry("don_vi", "host", NAME, "Đơn vị trả lời, không ghi tên cá nhân.", must=True),
        Entry("dien_thoai_co_quan", "phone", PHONE, "Điện thoại cơ quan."),
        Entry("email", "email", EMAIL, "Thư điện tử của cơ quan."),
    ),
)
TAKEDOWN = Form(
    "gỡ bỏ",
    (
        Entry("ngay", "day", Date(), "Ngày gỡ.", must=True),
        Entry("ly_do", "reason", Text(), "Lý do, một câu.", must=True),
    ),
)
CRITERIA_GROUP = Form(
    "nhóm tiêu chí",
    (
        Entry("ten", "name", NAME, "Tên nhóm: “6 không”.", must=True),
        Entry(
            "muc",
            "items",
            Many(Text(1, 300), 0, 40),
            "Từng tiêu chí, khi nguồn kể ra; nguồn không kể thì bỏ trống.",
            heading="Từng tiêu chí",
        ),
    ),
)
CRITERIA = Form(
    "bộ tiêu chí",
    (
        Entry("ten", "name", NAME, "Tên bộ tiêu chí: “6 không, 3 có”; ghi ten hoặc theo."),
        Entry("nhom", "groups", Many(Group(CRITERIA_GROUP), 0, 20), "Các nhóm của bộ tiêu chí."),
        Entry("theo", "held_by", ID, "Mã của văn bản giữ bộ tiêu chí."),
    ),
)
CRITERIA_SETS = Many(Group(CRITERIA), 0, 5)
PHOTOS = Many(Group(PHOTO), 0, 12)
MODEL = Form(
    "mô hình",
    (
        Entry("tieu_de", "title", Text(8, 200, is_name=True), "Tiêu đề.", must=True),
        Entry("tom_tat", "summary", Text(40, 400), "Tóm tắt, hiện trên thẻ và đầu trang.", must=True),
        Entry("tieu_de_ngan", "short_title", Text(8, 65, is_name=True), "Tiêu đề ngắn cho báo chí, khi tiêu đề dài."),
        Entry("tom_tat_ngan", "short_summary", Text(20, 160), "Tóm tắt ngắn cho báo chí, khi tóm tắt dài."),
        Entry(
            "loai",
            "kind",
            Choice(MODEL_KINDS, "loại", MODEL_KIND_SPELLINGS),
            "Mô hình hay điển hình; việc mà nguồn không gọi là mô hình, điển hình thì ghi cach-lam, được đếm riêng.",
            must=True,
            heading="Loại",
        ),
        Entry(
            "chu_the",
            "subject",
            Choice(SUBJECTS, "chủ thể", SUBJECT_SPELLINGS),
            "Ai làm: tập thể, cá nhân hay hộ gia đình.",
            must=True,
            heading="Chủ thể",
        ),
        Entry("linh_vuc", "field", Key("linh-vuc"), "Lĩnh vực, một mã của danh mục lĩnh vực.", must=True),
        Entry("chu_de", "themes", Many(Key("chu-de"), 0, 6), "Chủ đề, tối đa 6 mã của danh mục chủ đề."),
        Entry(
            "cap",
            "level",
            Choice(LEVELS, "cấp", LEVEL_SPELLINGS),
            "Cấp đăng ký hoặc công nhận; huyen, cả thị xã và thành phố thuộc tỉnh, chỉ dùng cho việc trước 01/07/2025.",
        ),
        Entry(
            "hinh_thuc",
            "newness",
            Choice(NEWNESS, "hình thức"),
            "Làm mới từ đầu, hay nâng chất mô hình đã có; nguồn không nói thì bỏ trống.",
            heading="Hình thức",
        ),
        Entry(
            "noi_bat",
            "may_lead",
            Choice(YES, "giá trị"),
            "Ghi co nếu bài xứng đáng mở đầu trang chủ; trong các bài ấy, bài mới nhất đứng đầu.",
            heading="Có thể mở đầu trang chủ",
        ),
        Entry(
            "luu_y",
            "notice",
            Text(1, 500),
            "Lưu ý hiện ở đầu trang, ví dụ chính sách của thời ấy nay đã đổi; tối đa 500 ký tự.",
        ),
        Entry(
            "khong_de_xuat",
            "unoffered",
            Choice(YES, "giá trị"),
            "Ghi co nếu bài chỉ để lưu lại: không hiện ở “Gần giống thế này”, ở đầu trang chủ hay đầu danh sách nào.",
            heading="Chỉ để lưu lại",
        ),
        Entry("dia_diem", "places", Many(Group(PLACE), 1, 20), "Địa điểm, từ 1 đến 20 nơi.", must=True),
        Entry("don_vi", "hosts", Many(Group(HOST), 1, 10), "Đơn vị thực hiện, từ 1 đến 10.", must=True),
        Entry(
            "lich_su",
            "history",
            Many(Group(MILESTONE), 1, 40),
            "Các mốc theo thứ tự thời gian, từ 1 đến 40.",
            must=True,
        ),
        Entry("ket_qua", "results", Many(Group(RESULT), 0, 20), "Kết quả đo đếm được, tối đa 20."),
        Entry("noi_dung", "story", Group(STORY), "Câu chuyện, ít nhất một mục.", must=True),
        Entry("lam_theo", "guide", Group(GUIDE), "Hướng dẫn để nơi khác làm theo."),
        Entry(
            "phat_thanh",
            "loudspeaker",
            Text(1, 1200),
            "Bản đọc trên loa truyền thanh, khi muốn tự viết thay bản máy soạn; tối đa 1.200 ký tự, con số viết bằng chữ.",
        ),
        Entry("tieu_chi", "criteria", CRITERIA_SETS, "Bộ tiêu chí mà mô hình làm theo, tối đa 5."),
        Entry("hoc_tu", "learned_from", ID, "Mã của mô hình mà nơi này học theo.", heading="Học theo mô hình"),
        Entry("da_nhan_rong", "copies", Many(Group(COPY)), "Nơi đã làm theo mà chưa có bài riêng."),
        Entry("anh", "photos", PHOTOS, "Ảnh, tối đa 12; ảnh đầu là ảnh bìa."),
        Entry("nguon", "sources", Many(Group(SOURCE), 1, 20), "Nguồn, từ 1 đến 20.", must=True),
        Entry(
            "thuoc_so_lieu",
            "counted_in",
            Many(ID, 0, 20),
            "Mã của những báo cáo số liệu mà chính nguồn tính mô hình này vào; nguồn không nói thì bỏ trống.",
            heading="Thuộc những số liệu",
        ),
        Entry(
            "nguoi_duoc_neu",
            "persons",
            Many(Group(PERSON), 0, 20),
            "Những người mà bài nêu tên, tối đa 20; không hiện trên trang và không có trong dữ liệu mở.",
        ),
        Entry("ghi_chu", "note", Text(1, 500), "Ghi chú của ban biên tập, hiện cuối trang."),
        Entry("lien_he", "contact", Group(CONTACT), "Đơn vị để hỏi thêm."),
        Entry("title_en", "english_title", Text(8, 200), "Tiêu đề bằng tiếng Anh, cho người dùng dữ liệu mở."),
        Entry("summary_en", "english_summary", Text(40, 400), "Tóm tắt bằng tiếng Anh, cho người dùng dữ liệu mở."),
        Entry("ngay_dang", "published", Date(), "Ngày đăng.", must=True),
        Entry("cap_nhat", "updated", Date(), "Ngày sửa đáng kể gần nhất, không trước ngày đăng."),
        Entry(
            "duong_dan_cu",
            "former_ids",
            Many(ID),
            "Các mã cũ của mô hình, mã đầu tiên ghi trước; địa chỉ cũ sẽ chuyển về đây.",
        ),
        Entry("go_bo", "takedown", Group(TAKEDOWN), "Gỡ bỏ: chỉ còn một thông báo ngắn."),
    ),
)
TERM = Form(
    "mã danh mục",
    (
        Entry("ten", "label", NAME, "Tên hiện trên trang.", must=True),
        Entry("mo_ta", "about", Text(), "Một câu giải thích.", must=True),
        Entry(
            "ten_khac",
            "spellings",
            Many(Text()),
            "Cách gọi khác, cả từ thường ngày: để gợi ý khi gõ sai và để ô tìm kiếm hiểu.",
        ),
    ),
)
INDICATOR = Form(
    "chỉ số",
    (
        Entry("ten", "label", NAME, "Điều được đếm, hiện trên trang.", must=True),
        Entry("don_vi_tinh", "unit", Text(), "Đơn vị tính chung; mọi kết quả ghi chỉ số này phải dùng nó.", must=True),
        Entry("nguyen", "is_whole", Choice(YES, "giá trị"), "Ghi co nếu đếm từng đơn vị một: hộ, người, cây."),
        Entry("cong_duoc", "adds_up", Choice(YES, "giá trị"), "Ghi co nếu cộng các mô hình lại vẫn có nghĩa."),
    ),
)
BREAKDOWN = Form(
    "phần chia",
    (
        Entry("chieu", "dimension", Choice(DIMENSIONS, "cách chia"), "Chia theo gì.", must=True),
        Entry(
            "phan",
            "parts",
            Table(Number()),
            "Từng phần, rồi con số: mã ở cap, linh-vuc, chu-the; chữ ở khoi; tên nơi ở dia-phuong, như “huyện Mỹ Đức”.",
            must=True,
        ),
        Entry("ghi_chu_lech", "gap_note", Text(), "Vì sao các phần cộng lại khác tổng."),
    ),
)
FIGURE = Form(
    "số liệu",
    (
        Entry("chi_tieu", "measure", Choice(MEASURES, "chỉ tiêu"), "Đã làm gì với những cái được đếm.", must=True),
        Entry("doi_tuong", "object", Choice(OBJECTS, "đối tượng"), "Mô hình hay điển hình.", must=True),
        Entry("tong", "total", Number(), "Tổng số.", must=True),
        Entry("chia_theo", "breakdowns", Many(Group(BREAKDOWN)), "Các cách chia tổng số."),
    ),
)
NAMED_NUMBER = Form(
    "con số khác",
    (
        Entry("ten", "measure", NAME, "Điều được đếm.", must=True),
        Entry("so", "number", Number(), "Con số.", must=True),
        Entry("don_vi_tinh", "unit", Text(), "Đơn vị tính."),
        Entry(
            "xap_xi",
            "approximation",
            Choice(APPROXIMATIONS, "từ ước lượng"),
            "Nếu nguồn viết “hơn”, “gần”, “khoảng”.",
        ),
        Entry("ghi_chu", "note", Text(), "Chú thích ngắn."),
    ),
)
REPORT = Form(
    "báo cáo số liệu",
    (
        Entry("tieu_de", "title", Text(8, 200, is_name=True), "Tiêu đề.", must=True),
        Entry("noi", "written", NAME, "Địa phương của số liệu; ghi noi hoặc pham_vi."),
        NOW,
        Entry(
            "pham_vi", "body", NAME, "Cơ quan, tổ chức của số liệu, khi đó không phải là một địa phương; hoặc cả nước."
        ),
        Entry("tinh", "body_province", NAME, "Tỉnh, thành phố để xếp cơ quan ở pham_vi, nếu có."),
        Entry("nam", "year", Whole(), "Năm của số liệu; của một giai đoạn thì năm cuối.", must=True),
        Entry(
            "ky",
            "period",
            Text(4, 60),
            "Kỳ đếm, khi không phải trọn năm ấy: “6 tháng đầu năm 2024”, “2021–2023”; trọn năm thì bỏ trống.",
        ),
        Entry(
            "so_lieu",
            "figures",
            Many(Group(FIGURE), 1, 20),
            "Các con số theo chỉ tiêu; ghi so_lieu, so_khac hoặc cả hai.",
        ),
        Entry("so_khac", "numbers", Many(Group(NAMED_NUMBER), 1, 20), "Những con số khác mà nguồn nêu."),
        Entry("nguon", "sources", Many(Group(SOURCE), 1, 20), "Nguồn, từ 1 đến 20.", must=True),
        Entry("ghi_chu", "note", Text(1, 500), "Ghi chú của ban biên tập: điều suy ra, điều nguồn không nói."),
    ),
)
TARGET = Form(
    "chỉ tiêu",
    (
        Entry("ten", "measure", NAME, "Điều phải đạt.", must=True),
        Entry("so", "number", Number(), "Con số phải đạt.", must=True),
        Entry("don_vi_tinh", "unit", Text(), "Đơn vị tính."),
    ),
)
DOCUMENT = Form(
    "văn bản",
    (
        Entry("so_hieu", "number", NAME, "Số hiệu như in trên văn bản: 11-CT/TU."),
        Entry("loai", "kind", Choice(DOCUMENT_KINDS, "loại văn bản"), "Loại văn bản.", must=True),
        Entry("trich_yeu", "subject", Text(8, 400, is_name=True), "Văn bản nói về việc gì.", must=True),
        Entry("co_quan", "issuer", NAME, "Cơ quan ban hành.", must=True),
        Entry("ngay", "day", Date(), "Ngày ban hành, nếu biết chính xác; ghi nam hoặc ngay."),
        Entry("nam", "year", Whole(), "Năm ban hành; ghi nam hoặc ngay."),
        Entry("noi", "written", NAME, "Địa phương mà văn bản áp dụng; để trống là cả nước."),
        Entry("hien_nay", "now", NAME, "Xã, phường hiện nay; cần ghi khi đơn vị cũ đã chia về nhiều xã, phường."),
        Entry("pham_vi", "scope", NAME, "Tổ chức mà văn bản áp dụng, khi đó không phải là một địa phương."),
        Entry("giai_doan", "period", PERIOD, "Giai đoạn thực hiện: 2021-2025."),
        Entry("tom_tat", "summary", Text(40, 400), "Tóm tắt, bằng lời của mình."),
        Entry("url", "url", URL, "Địa chỉ toàn văn trên mạng."),
        Entry("hieu_luc_tu", "in_force_from", Date(), "Ngày có hiệu lực."),
        Entry("het_hieu_luc", "in_force_until", Date(), "Ngày hết hiệu lực."),
        Entry("thay_boi", "replaced_by", ID, "Mã của văn bản thay cho văn bản này."),
        Entry("chi_tieu", "targets", Many(Group(TARGET), 0, 40), "Các chỉ tiêu mà văn bản đặt ra."),
        Entry("tieu_chi", "criteria", CRITERIA_SETS, "Bộ tiêu chí mà văn bản đặt ra, tối đa 5."),
        Entry("nguon", "sources", Many(Group(SOURCE), 1, 20), "Nguồn, từ 1 đến 20.", must=True),
        Entry("ngay_dang", "published", Date(), "Ngày đăng.", must=True),
    ),
)
CLUSTER = Form(
    "cụm",
    (
        Entry("ten", "name", NAME, "Tên cụm.", must=True),
        Entry("don_vi", "members", Many(Text(is_name=True), 0, 60), "Các đơn vị trong cụm."),
    ),
)
TEAM = Form(
    "đội",
    (
        Entry("ten", "name", NAME, "Tên đội.", must=True),
        Entry("don_vi", "host", NAME, "Đơn vị của đội."),
    ),
)
ROUND = Form(
    "vòng",
    (
        Entry("ten", "name", NAME, "Tên vòng: Sơ khảo, Chung khảo.", must=True),
        Entry("ngay", "day", Date(), "Ngày thi, nếu biết."),
        Entry("so_cum", "clusters_counted", Whole(), "Số cụm."),
        Entry("so_doi", "teams_counted", Whole(), "Số đội."),
        Entry("cum", "clusters", Many(Group(CLUSTER), 0, 30), "Các cụm, mỗi cụm có tên và các đơn vị."),
        Entry("doi", "teams", Many(Group(TEAM), 0, 100), "Các đội, khi nguồn kể tên."),
    ),
)
AWARD = Form(
    "giải",
    (
        Entry("ten", "name", NAME, "Tên giải: Giải Nhất.", must=True),
        Entry("doi", "team", NAME, "Đội được giải."),
        Entry("don_vi", "host", NAME, "Đơn vị được giải."),
    ),
)
EVENT = Form(
    "sự kiện",
    (
        Entry("tieu_de", "title", Text(8, 200, is_name=True), "Tiêu đề.", must=True),
        Entry("loai", "kind", Choice(EVENT_KINDS, "loại sự kiện"), "Loại sự kiện.", must=True),
        Entry("noi", "written", NAME, "Địa phương của sự kiện; hoặc ghi pham_vi."),
        Entry("hien_nay", "now", NAME, "Xã, phường hiện nay; cần ghi khi đơn vị cũ đã chia về nhiều xã, phường."),
        Entry("pham_vi", "scope", NAME, "Tổ chức của sự kiện, khi đó không phải là một địa phương."),
        Entry("nam", "year", Whole(), "Năm, nếu không biết ngày."),
        Entry("ngay", "day", Date(), "Ngày, nếu diễn ra trong một ngày."),
        Entry("tu_ngay", "first_day", Date(), "Ngày đầu, nếu diễn ra nhiều ngày."),
        Entry("den_ngay", "last_day", Date(), "Ngày cuối, nếu diễn ra nhiều ngày."),
        Entry("cap", "level", Choice(LEVELS, "cấp"), "Cấp tổ chức."),
        Entry("don_vi", "hosts", Many(Group(HOST), 0, 10), "Đơn vị tổ chức, tối đa 10."),
        Entry("tom_tat", "summary", Text(40, 400), "Tóm tắt."),
        Entry("noi_dung", "story", Story(), "Chuyện kể về sự kiện."),
        Entry("vong", "rounds", Many(Group(ROUND), 0, 10), "Các vòng thi."),
        Entry("giai", "awards", Many(Group(AWARD), 0, 60), "Các giải."),
        Entry("so_khac", "numbers", Many(Group(NAMED_NUMBER), 0, 20), "Những con số khác mà nguồn nêu."),
        Entry("mo_hinh", "models", Many(ID, 0, 100), "Mã các mô hình được giới thiệu hoặc khen ở đó."),
        Entry(
            "anh", "photos", PHOTOS, "Ảnh, tối đa 12; ảnh đầu là ảnh bìa. Sự kiện có ảnh thì nằm trong thư mục riêng."
        ),
        Entry("nguon", "sources", Many(Group(SOURCE), 1, 20), "Nguồn, từ 1 đến 20.", must=True),
        Entry("ghi_chu", "note", Text(1, 500), "Ghi chú của ban biên tập, hiện cuối trang."),
        Entry("ngay_dang", "published", Date(), "Ngày đăng.", must=True),
        Entry("cap_nhat", "updated", Date(), "Ngày sửa đáng kể gần nhất, không trước ngày đăng."),
        Entry(
            "duong_dan_cu",
            "former_ids",
            Many(ID),
            "Các mã cũ của sự kiện, mã đầu tiên ghi trước; địa chỉ cũ sẽ chuyển về đây.",
        ),
        Entry("go_bo", "takedown", Group(TAKEDOWN), "Gỡ bỏ: chỉ còn một thông báo ngắn."),
    ),
)
VOCABULARY = Table(Group(TERM))
INDICATORS = Table(Group(INDICATOR))
