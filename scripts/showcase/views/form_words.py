"""What the form in the browser asks in other words than the guide does, whose sentences speak of keys and of files.

A key of `reading/form.py` that does not stand here is asked for by its label and its sentence. A path is that of the keys,
`anh.nguoi`; lists and groups count for nothing in it.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """How a key is asked for: `label` and `help` where other words serve better, `labels` those of choices.

    `when` is the key beside it and the values of that without which it is not asked for. What is `usual` is asked for at once,
    though it is no must; all else that is none waits in a fold. What is `needed` must be answered where it is asked for, and what is of
    `edits` is asked of a model that is there alone. `begin` is how many items of a list stand there at first,
    `item` what one of plain texts is called.
    """

    label: str = ""
    help: str | None = None
    labels: tuple[tuple[str, str], ...] = ()
    when: tuple[str, tuple[str, ...]] | None = None
    usual: bool = False
    needed: bool = False
    edits: bool = False
    begin: int = 0
    item: str = ""


LEFT_TO_THE_FILE = {
    "noi_bat": "ban biên tập chọn bài mở đầu trang chủ",
    "khong_de_xuat": "ban biên tập chọn bài chỉ để lưu lại",
    "thuoc_so_lieu": "ban biên tập nối bài với báo cáo số liệu",
    "duong_dan_cu": "ban biên tập ghi khi đổi tên bài",
    "go_bo": "muốn gỡ bài thì báo cho ban biên tập",
    "anh.tep": "biểu mẫu tự đặt tên cho tệp ảnh",
    "anh.rut_dong_y": "muốn rút ảnh thì báo cho ban biên tập",
    "nguoi_duoc_neu.rut_dong_y": "muốn rút tên thì báo cho ban biên tập",
}
"""The keys that the form does not ask for, each with the reason."""

_SOURCE = Words("Lấy từ nguồn nào", "Chọn trong các nguồn đã ghi ở bước “Nguồn”.")
_WITH_CHILDREN = ("tre_em", ("co",))
_WITH_PEOPLE = ("nguoi", ("tap-the", "nhan-dien-duoc"))

WORDS = {
    "tieu_de": Words("Tên mô hình", "Một câu ngắn, nêu việc đã làm: “Đường hoa tự quản ở bản Lướt”."),
    "tom_tat": Words("Tóm tắt", "Hai ba câu: ai làm gì, được gì. Người đọc thấy trước tiên."),
    "loai": Words(
        "Loại bài",
        "Việc mà nguồn không gọi là mô hình hay điển hình thì chọn “Cách làm”.",
        labels=(("cach-lam", "Cách làm"),),
    ),
    "chu_the": Words("Ai làm", ""),
    "linh_vuc": Words("Lĩnh vực", ""),
    "chu_de": Words("Chủ đề", "Chọn nhiều nhất 6."),
    "cap": Words("Cấp đăng ký hoặc công nhận", "Cấp quận, huyện chỉ dùng cho việc trước 01/07/2025."),
    "dia_diem": Words("Ở đâu", "Làm ở nhiều nơi thì thêm từng nơi.", begin=1),
    "dia_diem.noi": Words(
        "Xã, phường hoặc huyện, tỉnh",
        "Gõ tên rồi chọn; tên cũ hay tên hiện nay đều được, không cần gõ dấu.",
        usual=True,
    ),
    "dia_diem.tai": Words("Thôn, bản, khối, tổ dân phố", "", usual=True),
    "dia_diem.hien_nay": Words("Nay thuộc xã, phường nào", "Chỉ cần ghi khi xã cũ đã chia về nhiều nơi."),
    "dia_diem.pham_vi": Words(
        "Cơ quan không có địa bàn riêng", "Thay cho địa phương: “Đảng bộ Khối các cơ quan Trung ương”."
    ),
    "dia_diem.tinh": Words("Cơ quan ấy của tỉnh nào", ""),
    "don_vi": Words("Đơn vị thực hiện", "Mỗi đơn vị một mục.", begin=1),
    "don_vi.ten": Words("Tên đơn vị", "Theo tên lúc đó: “Hội Liên hiệp Phụ nữ xã Ngọc Chiến”."),
    "don_vi.loai": Words("Loại đơn vị", ""),
    "don_vi.vai_tro": Words("Vai trò", "Bỏ trống là chủ trì."),
    "lich_su": Words("Các mốc", "Từ trước đến sau; ít nhất một mốc, như năm bắt đầu triển khai.", begin=1),
    "lich_su.viec": Words("Việc gì", ""),
    "lich_su.nam": Words("Năm", "Chỉ biết năm thì ghi năm.", usual=True),
    "lich_su.ngay": Words("Ngày", "Biết đúng ngày thì ghi ngày, không cần ghi năm.", usual=True),
    "lich_su.xep_loai": Words("Đánh giá là", "Đúng như nguồn nói.", when=("viec", ("danh-gia",)), needed=True),
    "lich_su.cap": Words("Cấp của việc đó", "Cấp quận, huyện chỉ dùng cho việc trước 01/07/2025."),
    "lich_su.van_ban": Words("Số quyết định, văn bản", ""),
    "ket_qua": Words("Kết quả đo đếm được", "Những con số mà nguồn có nêu; không có thì bỏ qua bước này.", usual=True),
    "ket_qua.chi_so": Words("Đếm hoặc đo cái gì", "Đọc riêng vẫn hiểu: “Hộ tham gia phân loại rác”."),
    "ket_qua.truoc": Words("Trước khi làm", "Con số trước khi có mô hình, nếu biết.", usual=True),
    "ket_qua.sau": Words("Sau khi làm", "Viết 3100, 3.100 hoặc 3,5."),
    "ket_qua.don_vi_tinh": Words("Đơn vị tính", "“hộ”, “km”, “%”.", usual=True),
    "ket_qua.xap_xi": Words(
        "Số gần đúng", "Nguồn viết “hơn”, “gần” hay “khoảng” thì chọn chữ ấy; số chính xác thì bỏ trống."
    ),
    "ket_qua.nguon": _SOURCE,
    "ket_qua.loai_chi_so": Words(
        "Chỉ số chung", "Chọn nếu kết quả đúng là điều ấy, để cộng được với nơi khác; đơn vị tính phải như trong ngoặc."
    ),
    "noi_dung": Words("Câu chuyện", "Viết ít nhất một phần; phần nào nguồn không nói thì để trống.", usual=True),
    "noi_dung.boi_canh": Words("Vì sao phải làm", "", usual=True),
    "noi_dung.cach_lam": Words("Đã làm thế nào", "Ai làm, làm từng bước ra sao.", usual=True),
    "noi_dung.hieu_qua": Words("Điều gì đã khác đi", "", usual=True),
    "noi_dung.bai_hoc": Words("Nơi khác nên biết điều gì", ""),
    "noi_dung.han_che": Words(
        "Điều gì còn vướng", "Điều chưa rõ thì viết thành câu hỏi, mỗi câu một dòng bắt đầu bằng dấu gạch (-)."
    ),
    "noi_dung.nhan_rong": Words("Đã lan tới đâu", ""),
    "lam_theo": Words("Để nơi khác làm theo", "Phần này không bắt buộc, nhưng là phần nơi khác cần nhất.", usual=True),
    "lam_theo.buoc": Words("Từng bước", "Từ 2 đến 12 bước, mỗi bước một câu.", usual=True, item="bước"),
    "lam_theo.kinh_phi": Words("Kinh phí", "Bao nhiêu, lấy từ đâu.", usual=True),
    "lam_theo.nhan_luc": Words("Người làm", "", usual=True),
    "lam_theo.thoi_gian": Words("Thời gian", "", usual=True),
    "lam_theo.dieu_kien": Words("Cần có gì trước", "", usual=True),
    "hoc_tu": Words("Học theo mô hình", "Dán địa chỉ của bài ấy trên trang này."),
    "da_nhan_rong.noi": Words("Xã, phường hoặc huyện, tỉnh", "Gõ tên rồi chọn."),
    "da_nhan_rong.tai": Words("Thôn, bản, khối, tổ dân phố", ""),
    "da_nhan_rong.hien_nay": Words("Nay thuộc xã, phường nào", "Chỉ cần ghi khi xã cũ đã chia về nhiều nơi."),
    "da_nhan_rong.don_vi": Words("Đơn vị làm theo", "", usual=True),
    "da_nhan_rong.nam": Words("Năm làm theo", "", usual=True),
    "da_nhan_rong.nguon": _SOURCE,
    "anh": Words(
        "Ảnh",
        "Nhiều nhất 12 ảnh; ảnh đầu là ảnh bìa, nên là ảnh ngang. Ảnh được thu nhỏ và bỏ vị trí chụp ngay trên máy này.",
        usual=True,
    ),
    "anh.mo_ta": Words("Trong ảnh có gì", "Tả cho người không nhìn thấy ảnh: “Mười người quét đường làng buổi sáng”."),
    "anh.chu_thich": Words("Chú thích dưới ảnh", "", usual=True),
    "anh.tac_gia": Words("Ai chụp", "Người chụp, hoặc nơi cung cấp ảnh."),
    "anh.giay_phep": Words(
        "Được dùng thế nào",
        "",
        labels=(
            ("CC-BY-4.0", "ai cũng dùng được, chỉ cần ghi tên người chụp (CC BY 4.0)"),
            ("CC-BY-SA-4.0", "như trên, và chia sẻ lại theo cùng cách (CC BY-SA 4.0)"),
            ("CC0-1.0", "ai cũng dùng được, không cần ghi tên (CC0 1.0)"),
            ("duoc-phep", "người chụp cho phép đăng ở trang này"),
            ("cua-du-an", "ảnh của ban biên tập trang này"),
        ),
    ),
    "anh.loai": Words("Ảnh hay tranh", "Bỏ trống là ảnh chụp."),
    "anh.thoi_diem": Words("Chụp lúc nào", "Trước hay sau khi có mô hình."),
    "anh.nguoi": Words(
        "Nhìn ảnh có nhận ra ai không?",
        "",
        labels=(
            ("khong", "Ảnh không có người"),
            ("tap-the", "Có người, nhưng không nhận ra ai"),
            ("nhan-dien-duoc", "Có, nhận ra được"),
        ),
        needed=True,
    ),
    "anh.dong_y": Words(
        "Những người ấy đã đồng ý cho đăng ảnh chưa?",
        "Chưa hỏi thì hãy hỏi, hoặc chọn ảnh khác.",
        labels=(("co", "Đã hỏi và họ đồng ý"),),
        when=("nguoi", ("nhan-dien-duoc",)),
        needed=True,
    ),
    "anh.tre_em": Words("Trong ảnh có trẻ em không?", "", labels=(("co", "Có trẻ em"),), when=_WITH_PEOPLE, usual=True),
    "anh.dong_y_phu_huynh": Words(
        "Cha mẹ các em đã đồng ý chưa?",
        "Chưa hỏi thì hãy hỏi, hoặc chọn ảnh khác.",
        labels=(("co", "Đã hỏi cha mẹ và họ đồng ý"),),
        when=_WITH_CHILDREN,
        needed=True,
    ),
    "anh.dong_y_cua_tre": Words(
        "Chính các em có đồng ý không?",
        "Từ 7 tuổi trở lên phải hỏi cả các em.",
        labels=(("co", "Đã hỏi, các em đồng ý"), ("duoi-7-tuoi", "Mọi em đều dưới 7 tuổi")),
        when=_WITH_CHILDREN,
        needed=True,
    ),
    "nguoi_duoc_neu": Words(
        "Người mà bài nêu tên", "Mỗi người một mục. Danh sách này không hiện trên trang.", usual=True
    ),
    "nguoi_duoc_neu.ten": Words("Họ tên", "Đúng như trong bài, không kèm “ông”, “bà”."),
    "nguoi_duoc_neu.vai_tro": Words("Là ai trong chuyện này", ""),
    "nguoi_duoc_neu.can_cu": Words(
        "Vì sao được nêu tên",
        "",
        labels=(
            ("dong-y", "Người ấy đã đồng ý"),
            ("cong-vu", "Người giữ chức vụ, nêu với chức vụ ấy"),
            ("bao-chi", "Báo chí đã nêu tên như vậy"),
        ),
    ),
    "nguon": Words("Nguồn", "Lấy từ bài báo, báo cáo hay văn bản nào; ít nhất một nguồn.", begin=1),
    "nguon.ten": Words("Tên bài, báo cáo, văn bản", ""),
    "nguon.co_quan": Words("Cơ quan đăng hoặc ban hành", ""),
    "nguon.url": Words("Địa chỉ trên mạng", "Nếu có: https://…", usual=True),
    "nguon.ngay": Words("Ngày đăng hoặc ban hành", "", usual=True),
    "tieu_chi": Words("Bộ tiêu chí", "Mô hình làm theo bộ tiêu chí nào; nhiều nhất 5 bộ."),
    "tieu_chi.ten": Words("Tên bộ tiêu chí", "“6 không, 3 có”.", usual=True),
    "tieu_chi.theo": Words("Theo văn bản", "Mã của văn bản trên trang này, thay cho tên."),
    "tieu_chi.nhom": Words("Các nhóm", ""),
    "ghi_chu": Words("Ghi chú", "Điều nguồn không nói, điều phải suy ra; hiện ở cuối trang."),
    "lien_he": Words("Hỏi thêm ở đâu", "Số máy và thư của cơ quan, không phải của riêng ai."),
    "lien_he.don_vi": Words("Đơn vị trả lời", "Không ghi tên cá nhân."),
    "lien_he.dien_thoai_co_quan": Words("Điện thoại cơ quan", "", usual=True),
    "lien_he.email": Words("Thư điện tử của cơ quan", "", usual=True),
    "ngay_dang": Words("Ngày đăng", "Đã điền sẵn hôm nay."),
    "cap_nhat": Words("Ngày sửa gần nhất", "Được ghi là hôm nay khi bạn gửi bản sửa.", edits=True),
}
"""By the path of keys."""
