"""What officials call the words of closed lists besides their labels, and the groups of the longest list.

Each is exactly the same thing by another name; what only comes near it stands nowhere here, for it would be proposed.
"""

FIELD_SPELLINGS = {
    "van-hoa-xa-hoi": ("Văn hóa", "Xã hội"),
    "quoc-phong-an-ninh": ("Quốc phòng", "An ninh"),
    "he-thong-chinh-tri": ("Hệ thống chính trị", "Chính trị"),
}
"""The four fields are the movement's own, and the halves of their names mean none but them."""
LEVEL_SPELLINGS = {
    "co-so": ("Cơ sở", "Cấp xã", "Cấp phường", "Xã", "Phường", "Thị trấn", "Cấp xã, phường"),
    "huyen": ("Huyện", "Quận", "Thị xã", "Cấp huyện", "Cấp quận", "Cấp thị xã"),
    "tinh": ("Tỉnh", "Cấp tỉnh"),  # a “thành phố” is of either level: Hà Nội, or Vinh
    "trung-uong": ("Trung ương", "TW", "Cấp TW"),
}
SUBJECT_SPELLINGS = {
    "ca-nhan": ("Một cá nhân",),
    "ho-gia-dinh": ("Gia đình", "Hộ dân", "Một hộ gia đình"),
}
MODEL_KIND_SPELLINGS = {"dien-hinh": ("Điển hình tiên tiến", "Gương điển hình")}
ROLE_SPELLINGS = {
    "chu-tri": ("Đơn vị chủ trì", "Chủ trì thực hiện"),
    "phoi-hop": ("Đơn vị phối hợp", "Phối hợp thực hiện"),
}
MILESTONE_SPELLINGS = {
    "phat-dong": ("Lễ phát động", "Phát động phong trào", "Phát động thi đua", "Phát động mô hình"),
    "dang-ky": ("Đăng ký mô hình", "Đăng ký xây dựng", "Đăng ký thực hiện"),
    "trien-khai": ("Thực hiện", "Triển khai thực hiện", "Bắt đầu thực hiện", "Tổ chức thực hiện", "Triển khai mô hình"),
    "tap-huan": ("Hội nghị tập huấn", "Lớp tập huấn", "Mở lớp tập huấn", "Tập huấn nghiệp vụ"),
    "tham-dinh": ("Thẩm định mô hình", "Thẩm định hồ sơ"),
    "kiem-tra": ("Kiểm tra mô hình", "Kiểm tra thực tế", "Đi kiểm tra"),
    "so-ket": ("Hội nghị sơ kết", "Sơ kết mô hình", "Sơ kết phong trào"),
    "danh-gia": ("Đánh giá mô hình", "Đánh giá hiệu quả", "Đánh giá, xếp loại", "Xếp loại"),
    "cong-nhan": ("Được công nhận", "Công nhận mô hình", "Quyết định công nhận"),
    "khen-thuong": ("Được khen thưởng", "Bằng khen", "Giấy khen", "Tặng bằng khen", "Tặng giấy khen", "Khen"),
    "duy-tri": ("Tiếp tục duy trì", "Duy trì mô hình", "Duy trì hoạt động"),
    "nhan-rong": ("Nhân rộng mô hình", "Nhân ra diện rộng", "Được nhân rộng"),
    "tong-ket": ("Hội nghị tổng kết", "Tổng kết mô hình", "Tổng kết phong trào"),
    "hoan-thanh": ("Đã hoàn thành", "Hoàn thành mô hình"),
    "ket-thuc": ("Đã kết thúc", "Kết thúc mô hình", "Dừng thực hiện", "Ngừng hoạt động", "Dừng", "Chấm dứt"),
}
MILESTONE_GROUPS = {
    "mở đầu": ("phat-dong", "dang-ky"),
    "đang làm": ("trien-khai", "tap-huan", "duy-tri"),
    "xem xét": ("tham-dinh", "kiem-tra", "so-ket", "danh-gia", "tong-ket"),
    "ghi nhận": ("cong-nhan", "khen-thuong"),
    "nơi khác làm theo": ("nhan-rong",),
    "làm xong, hoặc thôi": ("hoan-thanh", "ket-thuc"),
}
"""The kinds of milestones by what they are about: fifteen in a row are a list that nobody reads in one line."""
