"""What a text is about, by pairs of its words: subjects, and neither names, nor what every model says, nor small words."""

import pytest
from showcase.words.telling import phrases, telling_pairs, whole_phrase


@pytest.mark.parametrize(
    ("title", "pairs"),
    [
        ("Phòng khám thân thiện", "phòng khám, khám thân, thân thiện"),
        ("Mô hình vườn rau ở địa phương", "vườn rau"),
        ("Vận động Nhân dân lắp camera tại các xã, phường", "lắp camera"),
        ("Giữ gìn vệ sinh ở phường Quỳnh Mai", "vệ sinh"),
        ("Hợp tác xã Ngọc Chiến", "hợp tác"),
        ("Bảo hiểm xã hội", "bảo hiểm"),
        ("Hội Liên hiệp Phụ nữ thị xã Hoàng Mai giữ đường sạch", "phụ nữ, giữ đường, đường sạch"),
        ("Tổ tự quản số 4, văn minh", "tổ tự, tự quản, văn minh"),
        ("Xóm Chùa hòa thuận", "hòa thuận"),
        ("Giúp 15 hộ nghèo", "hộ nghèo"),
        ("Chợ", ""),
        ("", ""),
    ],
)
def test_a_title_tells_what_it_is_about(title, pairs):
    assert ", ".join(telling_pairs(title, "", "")) == pairs


def test_of_a_summary_only_that_counts_which_the_story_repeats():
    summary = "Phụ nữ gom ve chai, phế liệu mỗi sáng."
    assert telling_pairs("Tiết kiệm xanh", summary, "") == ("tiết kiệm", "kiệm xanh")
    story = "Chị em gom ve chai rồi bán; phế liệu đổi ra quà."
    assert telling_pairs("Tiết kiệm xanh", summary, story) == (
        "tiết kiệm",
        "kiệm xanh",
        "gom ve",
        "ve chai",
        "phế liệu",
    )


def test_a_pair_is_told_once_and_a_long_title_tells_twelve():
    assert telling_pairs("Nuôi hươu, nuôi hươu", "Nhà nuôi hươu.", "Cả nhà nuôi hươu.") == ("nuôi hươu", "nhà nuôi")
    assert (
        len(
            telling_pairs(
                "Một chuyện dài " * 30 + " vườn ao chuồng rừng biển trời đất nước mây gió trăng sao hoa", "", ""
            )
        )
        == 12
    )


def test_pairs_that_overlap_make_a_phrase_where_the_text_has_it():
    assert phrases(("thoát nghèo", "nghèo bền", "bền vững"), "giúp nhau thoát nghèo bền vững") == (
        "thoát nghèo bền vững",
    )
    assert phrases(("nông nghiệp", "nghiệp vụ"), "nông nghiệp và nghiệp vụ") == ("nông nghiệp", "nghiệp vụ")
    assert phrases(("công an", "an ninh"), "công an giữ an ninh") == ("công an", "an ninh")
    assert phrases((), "") == ()


def test_pairs_in_any_order_are_put_together():
    text = "bảo hiểm y tế cho toàn dân: ai cũng có thẻ bảo hiểm y tế"
    assert phrases(("bảo hiểm", "hiểm y", "y tế", "thẻ bảo"), text) == ("thẻ bảo hiểm y tế",)
    assert phrases(("hiểm y", "thẻ bảo", "y tế", "bảo hiểm"), text) == ("thẻ bảo hiểm y tế",)


def test_where_there_are_too_many_no_phrase_is_cut_in_two():
    title = "mương máng, cầu cống, đèn pin, loa đài, trường lớp, giếng khơi, hàng rào, vườn tược, ao chuôm, chuồng trại, cổng ngõ"
    assert telling_pairs(title, "Họp ở nhà văn hóa.", "ở nhà văn hóa")[-1] == "cổng ngõ"
    assert telling_pairs(title, "Họp ở nhà sàn.", "ở nhà sàn")[-1] == "nhà sàn"


def test_a_phrase_takes_along_what_stands_beside_it_everywhere():
    assert whole_phrase("chiến binh", "hội cựu chiến binh xã", "vườn của cựu chiến binh") == "cựu chiến binh"
    assert whole_phrase("nhà văn", "ở nhà văn hóa, thôn", "mở nhà văn hóa.") == "nhà văn hóa"
    assert whole_phrase("chiến binh", "cựu chiến binh; chiến binh", "cựu chiến binh") == "chiến binh"
    assert whole_phrase("hiến đất", "dân hiến đất mở đường", "dân hiến đất để mở đường") == "dân hiến đất"
    assert whole_phrase("đoàn kết", "tổ đoàn kết", "tổ đoàn kết") == "đoàn kết", "“tổ” is a word before names"


def test_what_is_put_together_are_whole_words_that_stand_in_all_texts():
    assert phrases(("nông dân", "dân ca"), "hội nông dân cao tuổi hát dân ca") == ("nông dân", "dân ca")
    assert phrases(("rau an", "an toàn"), "trồng rau an toàn", "rau xanh an toàn") == ("rau an", "an toàn")
