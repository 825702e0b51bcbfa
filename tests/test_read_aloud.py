"""A text as it is said: numbers, dates, units, abbreviations, brackets; and that nothing is left that a voice cannot say."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT
from showcase.record.abbreviations import PATH, read_abbreviations
from showcase.words.read_aloud import _FIRST, _SAID_AS_IT_STANDS, _SIGNS, _TIDY, read_aloud, unspoken_in
from showcase.words.sentences import sentences_in
from showcase.words.spoken_figures import _PHONES, _STEPS, _TWICE
from showcase.words.spoken_numbers import read_spoken, speak_number
from showcase.words.spoken_rates import RATES
from showcase.words.spoken_signs import _COMPARISONS
from showcase.words.text import match_key

LONG = {
    match_key(short): long
    for short, long in {"UBND": "ủy ban nhân dân", "HTX": "hợp tác xã", "TP": "thành phố", "TW": "trung ương"}.items()
}


def aloud(text):
    return read_aloud(text, LONG)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (1005, "một nghìn không trăm linh năm"),
        (13_663, "mười ba nghìn sáu trăm sáu mươi ba"),
        (1_000_500, "một triệu không nghìn năm trăm"),
        (2_500_000, "hai triệu năm trăm nghìn"),
        (15_000_000_000, "mười lăm tỷ"),
        (3_000_000_000_000, "ba nghìn tỷ"),
        (Decimal("3.5"), "ba phẩy năm"),
        (Decimal("92.75"), "chín mươi hai phẩy bảy mươi lăm"),
        (Decimal("8.05"), "tám phẩy không năm"),
        (Decimal("0.125"), "không phẩy một hai năm"),
        (-3, "âm ba"),
    ],
)
def test_numbers_are_said(number, words):
    assert speak_number(number) == words


@given(st.integers(0, 10**12 - 1))
def test_what_is_said_is_understood(number):
    assert read_spoken(speak_number(number)) == number


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("13.663 mô hình", "Mười ba nghìn sáu trăm sáu mươi ba mô hình"),
        ("3,5 % và 100%", "Ba phẩy năm phần trăm và một trăm phần trăm"),
        ("2021–2025", "Hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"),
        ("10 - 15 hộ", "Mười đến mười lăm hộ"),
        ("29/01/2024", "Ngày hai mươi chín tháng một năm hai nghìn không trăm hai mươi tư"),
        ("ngày 3/6/2013", "ngày mùng ba tháng sáu năm hai nghìn không trăm mười ba"),
        ("2024-10-15", "Ngày mười lăm tháng mười năm hai nghìn không trăm hai mươi tư"),
        ("sáng 15/10", "sáng ngày mười lăm tháng mười"),
        ("dịp 30-4", "dịp ngày ba mươi tháng tư"),
        ("từ 1-5 hộ", "từ một đến năm hộ"),
        ("tháng 7/2023", "tháng bảy năm hai nghìn không trăm hai mươi ba"),
        ("tháng 4", "tháng tư"),
        ("ngày 1 tháng 4", "ngày mùng một tháng tư"),
        ("7h30, 19h", "Bảy giờ ba mươi, mười chín giờ"),
        ("31/02/2024 m", "Ngày ba mươi mốt tháng hai năm hai nghìn không trăm hai mươi tư m"),
        ("500 m², 1.200m2", "Năm trăm mét vuông, một nghìn hai trăm mét vuông"),
        ("3 km, 5 ha, 63°C", "Ba ki-lô-mét, năm héc-ta, sáu mươi ba độ xê"),
        ("50.000đ", "Năm mươi nghìn đồng"),
        ("1,2 triệu đồng/hộ/tháng", "Một phẩy hai triệu đồng mỗi hộ mỗi tháng"),
        ("4,5 tấn/ha", "Bốn phẩy năm tấn mỗi héc-ta"),
        ("gọi 0238 3844 567", "gọi không hai ba tám, ba tám bốn bốn, năm sáu bảy"),
        ("gọi (024) 3825 1234", "gọi không hai bốn, ba tám hai năm, một hai ba bốn"),
        ("gọi +84 912 345 678", "gọi không chín một hai, ba bốn năm, sáu bảy tám"),
        ("Chỉ thị số 11-CT/TU", "Chỉ thị số mười một"),
        ("Chỉ thị 05-CT/TW", "Chỉ thị không năm"),
        ("Quyết định số 06/2021/QĐ-UBND", "Quyết định số không sáu năm hai nghìn không trăm hai mươi mốt"),
        ("khóa XI, lần thứ I, lần thứ IV", "khóa mười một, lần thứ nhất, lần thứ tư"),
        ("thế kỷ XX, tổ II", "thế kỷ hai mươi, tổ hai"),
        ("tổ số 04, 01 mô hình", "tổ số không bốn, một mô hình"),
        ("tổ 10A, sóng 4G, Covid-19", "tổ mười a, sóng bốn giê, Covid mười chín"),
        ("1/3 số hộ, 30/30 hộ", "Một phần ba số hộ, ba mươi trên ba mươi hộ"),
        ("công nghiệp 4.0", "công nghiệp bốn chấm không"),
        ("UBND phường (cũ) và HTX.", "Ủy ban nhân dân phường cũ và hợp tác xã."),
        ("TP. Hà Nội, TP.HCM", "Thành phố Hà Nội, Thành phố Hồ Chí Minh"),
        ("quét mã QR, rút tiền ở ATM", "quét mã quy rờ, rút tiền ở a tê mờ"),
        ("XÂY DỰNG CHỢ VĂN MINH", "xây dựng chợ văn minh"),
        ("ông N.V.A kể", "ông nờ vê a kể"),
        ("xã/phường, v.v.", "xã hoặc phường, vân vân"),
        ("văn hóa - xã hội (viết gọn là [văn xã])", "văn hóa, xã hội, viết gọn là, văn xã"),
        ("đường cao tốc Bắc - Nam", "đường cao tốc Bắc Nam"),
        ("xem https://vi.du/a?b=1 nhé", "xem địa chỉ ghi trên trang nhé"),
    ],
)
def test_a_text_is_said(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("họp 2 lần/tháng", "họp hai lần mỗi tháng"),
        ("lãi 0,5%/tháng, góp 7 triệu/tháng", "lãi không phẩy năm phần trăm mỗi tháng, góp bảy triệu mỗi tháng"),
        ("chi 200 nghìn đồng/người/tháng", "chi hai trăm nghìn đồng mỗi người mỗi tháng"),
        ("mật độ 123 người/km2", "mật độ một trăm hai mươi ba người mỗi ki-lô-mét vuông"),
        ("không quá 60km/h", "không quá sáu mươi ki-lô-mét mỗi giờ"),
        ("cấp 10 kg gạo/khẩu", "cấp mười ki-lô-gam gạo mỗi khẩu"),
        ("hai buổi / tuần, số vụ/năm", "hai buổi mỗi tuần, số vụ mỗi năm"),
        ("cần 2 cán bộ/xã, 2 mô hình/HTX", "cần hai cán bộ mỗi xã, hai mô hình mỗi hợp tác xã"),
        ("cứ 1 lần/2 tháng", "cứ một lần mỗi hai tháng"),
        ("xong 32 hộ/40 hộ", "xong ba mươi hai hộ trên bốn mươi hộ"),
        (
            "trực 24/24 giờ, 24/24h, 24/7",
            "trực hai mươi tư trên hai mươi tư giờ, hai mươi tư trên hai mươi tư giờ, hai mươi tư trên bảy",
        ),
        ("xã và/hoặc thôn", "xã và hoặc thôn"),
        ("xã/phường, tổ/nhóm, nam/nữ", "xã hoặc phường, tổ hoặc nhóm, nam hoặc nữ"),
        ("có 12 xã/phường, 20 cán bộ/hội viên", "có mười hai xã hoặc phường, hai mươi cán bộ hoặc hội viên"),
        ("hội đồng/ban, 3 loại cây/con", "hội đồng hoặc ban, ba loại cây hoặc con"),
        ("15 phiếu ghi ngày/tháng/năm sinh", "Mười lăm phiếu ghi ngày hoặc tháng hoặc năm sinh"),
        ("có 2 đ/c trực", "có hai đồng chí trực"),
    ],
)
def test_a_slash_is_each_or_either_by_what_stands_around(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("khen 5 tập thể/7 cá nhân", "khen năm tập thể và bảy cá nhân"),
        (
            "có 1.263 hộ/5.100 khẩu",
            "có một nghìn hai trăm sáu mươi ba hộ và năm nghìn một trăm khẩu",
        ),
        ("250 hộ/1.020 nhân khẩu", "Hai trăm năm mươi hộ và một nghìn không trăm hai mươi nhân khẩu"),
        ("120 người / 300 ngày công", "Một trăm hai mươi người và ba trăm ngày công"),
        ("mở 12 lớp tập huấn/450 lượt người", "mở mười hai lớp tập huấn và bốn trăm năm mươi lượt người"),
        ("5 kg gạo/2 người", "Năm ki-lô-gam gạo mỗi hai người"),
        ("1 tập thể/3 cá nhân", "Một tập thể và ba cá nhân"),
        ("cứ 2 cán bộ/5 hộ, 2 lần/3 tháng", "cứ hai cán bộ mỗi năm hộ, hai lần mỗi ba tháng"),
        ("2 cán bộ/1 xã, 1 đảng viên/10 hộ", "Hai cán bộ mỗi một xã, một đảng viên mỗi mười hộ"),
        ("thu 14,4 tr.đ/năm, 3 trđ/hộ", "thu mười bốn phẩy bốn triệu đồng mỗi năm, ba triệu đồng mỗi hộ"),
    ],
)
def test_a_slash_between_two_counts_joins_them(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("đạt 9/10 điểm, xếp 3/5 đội", "đạt chín trên mười điểm, xếp ba trên năm đội"),
        ("có 3/5 xã, 2/3 thôn", "có ba trên năm xã, hai trên ba thôn"),
        ("xếp thứ 3/5 toàn huyện, 4/5 diện tích", "xếp thứ ba trên năm toàn huyện, bốn phần năm diện tích"),
        ("1/3 diện tích, 2/3 hội viên", "Một phần ba diện tích, hai phần ba hội viên"),
        ("4/5 số hộ, giảm 1/5", "Bốn phần năm số hộ, giảm một phần năm"),
    ],
)
def test_of_what_is_counted_so_many_are_of_so_many(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Quý I/2024", "Quý một năm hai nghìn không trăm hai mươi tư"),
        (
            "quý 2/2024, quý IV-2023",
            "quý hai năm hai nghìn không trăm hai mươi tư, quý bốn năm hai nghìn không trăm hai mươi ba",
        ),
        ("trong 6 tháng đầu năm 2024", "trong sáu tháng đầu năm hai nghìn không trăm hai mươi tư"),
        (
            "kỳ 2/2024, đợt 1/2024",
            "kỳ hai năm hai nghìn không trăm hai mươi tư, đợt một năm hai nghìn không trăm hai mươi tư",
        ),
        ("cùng kỳ 5/2024", "cùng kỳ tháng năm năm hai nghìn không trăm hai mươi tư"),
        ("đầu tư 3/2024", "đầu tư tháng ba năm hai nghìn không trăm hai mươi tư"),
        ("năm học 2023/2024", "năm học hai nghìn không trăm hai mươi ba đến hai nghìn không trăm hai mươi tư"),
        ("dịp 30/4, 1/5 và 2/9", "dịp ngày ba mươi tháng tư, ngày mùng một tháng năm và ngày mùng hai tháng chín"),
        ("Dịp 1/5, 1/6", "Dịp ngày mùng một tháng năm, ngày mùng một tháng sáu"),
        ("dịp 30-4, 1-5", "dịp ngày ba mươi tháng tư, ngày mùng một tháng năm"),
        ("lễ 30/4-1/5", "lễ ngày ba mươi tháng tư đến ngày mùng một tháng năm"),
        ("mùng 10/3 âm lịch, giỗ 15/1 âm lịch", "mùng mười tháng ba âm lịch, giỗ ngày mười lăm tháng một âm lịch"),
        (
            "từ 1/1 đến 31/12/2024",
            "từ ngày mùng một tháng một đến ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi tư",
        ),
        ("từ 1/6 đến 15/6", "từ ngày mùng một tháng sáu đến ngày mười lăm tháng sáu"),
        ("ngày 26/3 và 19/5", "ngày hai mươi sáu tháng ba và ngày mười chín tháng năm"),
        ("từ ngày 3-5/6", "từ ngày mùng ba đến ngày mùng năm tháng sáu"),
        ("trước 30/6, nhà số 30/4", "trước ngày ba mươi tháng sáu, nhà số ba mươi trên bốn"),
        ("dùng 1/3 số hộ, 2/3 diện tích", "dùng một phần ba số hộ, hai phần ba diện tích"),
        (
            "đạt 12/15 tiêu chí, 7/9 thôn, 2/9 xã",
            "đạt mười hai trên mười lăm tiêu chí, bảy trên chín thôn, hai trên chín xã",
        ),
        ("từ 1/3 đến 2/3 số hộ", "từ một phần ba đến hai phần ba số hộ"),
        ("ngày 26/3, 1/3 số hộ họp", "ngày hai mươi sáu tháng ba, một phần ba số hộ họp"),
        ("mỗi ngày 2-3 lần", "mỗi ngày hai đến ba lần"),
    ],
)
def test_quarters_and_days_are_told_from_months_and_shares(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ngày 01.07.2025", "ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        ("từ 01-07-2025", "từ ngày mùng một tháng bảy năm hai nghìn không trăm hai mươi lăm"),
        ("ngày 5.9, dịp 30.4.", "ngày mùng năm tháng chín, dịp ngày ba mươi tháng tư."),
        ("mỗi ngày 1.5 tấn, ngày 2.5 triệu", "mỗi ngày một chấm năm tấn, ngày hai chấm năm triệu"),
        (
            "ngày 5.9 - 7.9 và 10.9",
            "ngày mùng năm tháng chín đến ngày mùng bảy tháng chín và ngày mùng mười tháng chín",
        ),
        ("đạt 65 ha năm 2023", "đạt sáu mươi lăm héc-ta vào năm hai nghìn không trăm hai mươi ba"),
        ("thu 5 triệu đồng, năm 2023", "thu năm triệu đồng, vào năm hai nghìn không trăm hai mươi ba"),
        ("tháng 6 năm 2021", "tháng sáu năm hai nghìn không trăm hai mươi mốt"),
        ("gần 5,4 triệu m² đất", "gần năm phẩy bốn triệu mét vuông đất"),
        ("mở thứ 2 - thứ 6", "mở thứ hai đến thứ sáu"),
        ("thứ hai – thứ sáu, thứ 2-thứ 7", "thứ hai đến thứ sáu, thứ hai đến thứ bảy"),
        ("thứ 2 - chủ nhật, tháng 3 - tháng 5", "thứ hai đến chủ nhật, tháng ba đến tháng năm"),
        ("lớp 6 – lớp 9, tháng cao điểm - tháng an toàn", "lớp sáu đến lớp chín, tháng cao điểm, tháng an toàn"),
        ("đường 3/2, phố 3/2, Đường 30-4", "đường ba tháng hai, phố ba tháng hai, Đường ba mươi tháng tư"),
        ("đường 5-7 m, phố 2/3 hộ", "đường năm đến bảy mét, phố hai phần ba hộ"),
        ("tỷ số 2-1, thắng 3 - 0, tỉ số chung cuộc 1:1", "tỷ số hai một, thắng ba không, tỉ số chung cuộc một một"),
        ("thua 2-3 điểm", "thua hai đến ba điểm"),
    ],
)
def test_days_spans_roads_and_scores_are_told_by_their_words(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("phát triển KT-XH, VH - XH, QP-AN", "phát triển kinh tế, xã hội, văn hóa, xã hội, quốc phòng, an ninh"),
        ("KT-XH", "Kinh tế, xã hội"),
        ("ở P.12, Q.Gò Vấp", "ở phường mười hai, quận Gò Vấp"),
        ("xã Nam Anh, H. Nam Đàn; TT. Nam Đàn; Q. 1", "xã Nam Anh, huyện Nam Đàn; thị trấn Nam Đàn; quận một"),
        ("P.12 vui. TX.Hoàng Mai vui", "Phường mười hai vui. Thị xã Hoàng Mai vui"),
        ("chị H. Nam kể, phòng P.302", "chị hát Nam kể, phòng P ba trăm linh hai"),
        ("BCH Quân sự xã", "Ban chỉ huy Quân sự xã"),
    ],
)
def test_abbreviations_are_told_by_what_stands_beside_them(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("UBMTTQ xã, UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc xã, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("MTTQ, BCH, BTV, HPN", "Mặt trận Tổ quốc, ban chấp hành, ban thường vụ, hội phụ nữ"),
        ("ĐVTN ở TX. Hoàng Mai", "Đoàn viên thanh niên ở thị xã Hoàng Mai"),
        ("có TX Hoàng Mai", "có thị xã Hoàng Mai"),
    ],
)
def test_the_editors_list_has_what_everybody_unfolds(written, said):
    listed = read_abbreviations((ROOT / PATH).read_text(encoding="utf-8"))
    assert read_aloud(written, {match_key(row.short): row.long for row in listed}) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("lúc 06:30, 6:30", "lúc sáu giờ ba mươi, sáu giờ ba mươi"),
        ("17g30, 17h30", "Mười bảy giờ ba mươi, mười bảy giờ ba mươi"),
        ("7g", "Bảy giờ"),
        ("7g sáng, lúc 7g và 9g", "Bảy giờ sáng, lúc bảy giờ và chín giờ"),
        ("từ 7h đến 9h30", "từ bảy giờ đến chín giờ ba mươi"),
        ("7h-9h, 7-9h", "Bảy giờ đến chín giờ, bảy đến chín giờ"),
        ("mở 7h30-9h30, 06:30-07:15", "mở bảy giờ ba mươi đến chín giờ ba mươi, sáu giờ ba mươi đến bảy giờ mười lăm"),
        ("thêm 5g muối, 100g đường", "thêm năm gam muối, một trăm gam đường"),
        ("pha tỷ lệ 1:10", "pha tỷ lệ một trên mười"),
        ("mạng 4G", "mạng bốn giê"),
    ],
)
def test_hours_are_told_from_grams_and_ratios(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("các tổ 1,2,3", "các tổ một, hai, ba"),
        ("tổ 4,5 và 6, thôn 1, 2, 3", "tổ bốn, năm và sáu, thôn một, hai, ba"),
        ("rộng 3,5 ha, 1,25 tỷ", "rộng ba phẩy năm héc-ta, một phẩy hai mươi lăm tỷ"),
        ("khu 2,5 ha, khoản 1,5 triệu", "khu hai phẩy năm héc-ta, khoản một phẩy năm triệu"),
        ("hệ số 1,5, tăng 2,5", "hệ số một phẩy năm, tăng hai phẩy năm"),
        (
            "gọi 1900 9095, 18001567",
            "gọi một chín không không, chín không chín năm, một tám không không một năm sáu bảy",
        ),
        ("số 1900.1234", "số một chín không không, một hai ba bốn"),
        ("từ 1900-1954", "từ một nghìn chín trăm đến một nghìn chín trăm năm mươi tư"),
        ("gọi 113, 114 hoặc 115", "gọi một một ba, một một bốn hoặc một một năm"),
        ("Tổng đài bảo vệ trẻ em 111", "Tổng đài bảo vệ trẻ em một một một"),
        ("đường dây nóng: 113", "đường dây nóng: một một ba"),
        ("gọi 115 hộ, có 111 hộ", "gọi một trăm mười lăm hộ, có một trăm mười một hộ"),
        ("giúp 3 (ba) hộ, ba (03) tổ", "giúp ba hộ, ba tổ"),
        ("tặng 10.000.000 đồng (bằng chữ: mười triệu đồng)", "tặng mười triệu đồng"),
        ("giúp 3 (bốn) hộ, xã (3)", "giúp ba, bốn, hộ, xã, ba"),
        ("khu vực I, II, III", "khu vực một, hai, ba"),
        ("vùng I, V và X, ông X", "vùng một, năm và mười, ông X"),
        ("giảm -3%, -5°C", "giảm âm ba phần trăm, âm năm độ xê"),
        ("tăng 10%-15%, 10 -15%", "tăng mười phần trăm đến mười lăm phần trăm, mười đến mười lăm phần trăm"),
        ("trên QL.1A, QL1A, QL 14", "trên quốc lộ một A, quốc lộ một A, quốc lộ mười bốn"),
        ("đường ĐT.601, ĐH 12", "đường tỉnh sáu trăm linh một, đường huyện mười hai"),
        (
            "bản đồ TL 1/500, đỗ ĐH 12 em, P.12",
            "bản đồ tê lờ một trên năm trăm, đỗ đê hát mười hai em, phường mười hai",
        ),
        ("ở ĐT 0912 345 678", "ở đê tê không chín một hai, ba bốn năm, sáu bảy tám"),
    ],
)
def test_figures_are_told_by_the_words_beside_them(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Thôn cuối cùng. 62/70 hộ vui.", "Thôn cuối cùng. Sáu mươi hai trên bảy mươi hộ vui."),
        ("15 hộ vui. 30/4 họp.", "Mười lăm hộ vui. Ngày ba mươi tháng tư họp."),
        ("Vui? “3 hộ” vui! 0238 3844 567.", "Vui? “Ba hộ” vui! Không hai ba tám, ba tám bốn bốn, năm sáu bảy."),
        ("QL1A đẹp. Vui. (15 hộ)", "Quốc lộ một A đẹp. Vui. Mười lăm hộ"),
        ("Quý IV. 7 hộ", "Quý bốn. Bảy hộ"),
        ("Có: 15 hộ, 3 tổ", "Có: mười lăm hộ, ba tổ"),
        ("Có gà, v.v. 15 hộ ở TP. 5", "Có gà, vân vân mười lăm hộ ở thành phố năm"),
        ("Họp. ngày 3/6 xong", "Họp. ngày mùng ba tháng sáu xong"),
    ],
)
def test_a_figure_that_begins_a_sentence_begins_with_a_capital(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "Trẻ >6 tuổi, <16 tuổi; đạt >90%; giảm còn <5%",
            "Trẻ trên sáu tuổi, dưới mười sáu tuổi; đạt trên chín mươi phần trăm; giảm còn dưới năm phần trăm",
        ),
        ("(> 30 hộ) và (<5 người)", "trên ba mươi hộ, và, dưới năm người"),
        ("Vui. >6 tuổi, >= 3 hộ", "Vui. Trên sáu tuổi, ít nhất ba hộ"),
        ("có ~50 hộ, khoảng ~ 20 người, ≈3 km", "có khoảng năm mươi hộ, khoảng hai mươi người, khoảng ba ki-lô-mét"),
        ("10~15 hộ, trên >90%", "Mười đến mười lăm hộ, trên chín mươi phần trăm"),
        ("20±2°C, lệch ± 5%", "Hai mươi cộng trừ hai độ xê, lệch cộng trừ năm phần trăm"),
        ("từ ấp -> xã", "từ ấp đến xã"),
        ("tổ <An Hòa>", "tổ, An Hòa"),
    ],
)
def test_a_sign_before_a_number_is_said(written, said):
    assert aloud(written) == said


@given(st.text(alphabet="0123456789 ./,-–:()[]{}<>=~±%²m đhagIVXLCDUBNTPHQĐÁÂ“”", max_size=60))
def test_whatever_is_typed_can_be_said(text):
    assert unspoken_in(aloud(text), {}) == []


@given(st.text(max_size=80))
def test_nothing_makes_it_fail(text):
    assert not any(sign.isdigit() for sign in aloud(text))


@pytest.mark.parametrize(
    "sign", ["12", "1,2, ", "3-5/", "I, ", "7g ", "3 (ba ", "hai hộ/", "gọi a ", "tổ 1,2", "1:", "30/4, "]
)
def test_what_goes_on_and_on_is_said_at_once(sign):
    assert not any(one.isdigit() for one in aloud(sign * 4000))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mười lăm hộ cùng làm.", []),
        ("Tổ “Ba không” ở XÃ ấy", []),
        ("UBND xã có 15 hộ (3,5%)", ["UBND", "15", "(", "3,5%", ")"]),
        ("v.v. và TP.HCM", ["v.v", "TP.HCM"]),
    ],
)
def test_what_cannot_be_read_out_is_told(text, found):
    assert unspoken_in(text, {}) == found


def sentences_of_the_catalogue():
    for path in sorted((ROOT / "models").glob("[!_]*/*/model.yaml")):
        yield from (sentence for _, sentence in sentences_in(path.read_text(encoding="utf-8")))


def test_what_is_said_as_it_stands_would_come_out_of_all_steps_as_it_is(monkeypatch):
    short = [
        *sentences_of_the_catalogue(),
        "Hộ nào cũng vui.",
        "Ai làm, ai hỏi?",
        "Tổ I họp.",
        "Ông A. kể .",
        "v.v",
        "TP. Huế,",
    ]
    found = [aloud(text) for text in short]
    assert sum(bool(_SAID_AS_IT_STANDS.fullmatch(" ".join(text.split()))) for text in short) > len(short) // 20
    monkeypatch.setattr("showcase.words.read_aloud._SAID_AS_IT_STANDS", re.compile("(?!)"))
    assert found == [aloud(text) for text in short]


WORDS = st.lists(
    st.sampled_from(["ngày", "Ở", "ông", "A", "I", "Tổ", "v.v", "vui", "UBND", "t.ư", "www.", "“Ba", "không”"]),
    max_size=8,
)


@given(WORDS, st.lists(st.sampled_from([" ", ". ", ", ", "; ", ".", " ,", "?”"]), min_size=8, max_size=8))
def test_whatever_is_said_as_it_stands_no_step_would_change(words, gaps):
    text = "".join(map("".join, zip(words, gaps, strict=False)))
    with pytest.MonkeyPatch.context() as patch:
        found = aloud(text)
        patch.setattr("showcase.words.read_aloud._SAID_AS_IT_STANDS", re.compile("(?!)"))
        assert aloud(text) == found


FIGURES = st.text(alphabet="0123456789 ./,-–:x%²m đhgIVX+@w&<>=~≈±≤≥", max_size=40)


@pytest.mark.slow
@pytest.mark.parametrize(
    "step",
    [*_STEPS, *_SIGNS, *_TIDY, *_PHONES, *_TWICE, *_COMPARISONS, *RATES, *_FIRST],
    ids=lambda step: step.pattern.pattern[:30],
)
def test_a_step_that_is_passed_by_would_find_nothing(step):
    @given(FIGURES)
    def finds_nothing(text):
        assert step.is_worth_a_look(text) or not step.pattern.search(text)

    finds_nothing()
    told = (sentence for sentence in sentences_of_the_catalogue() if not step.is_worth_a_look(sentence))
    assert not any(map(step.pattern.search, told))
