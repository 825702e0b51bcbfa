"""A text is cut where its sense allows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from showcase.words.shortening import shortened

CASES = [
    ("Chợ sạch", 20, (), "Chợ sạch"),
    ("Bà con cùng làm đường. Sau đó trồng hoa hai bên.", 30, (), "Bà con cùng làm đường."),
    ("Bà con cùng làm đường, rồi trồng hoa hai bên đường", 40, (), "Bà con cùng làm đường…"),
    ("Bà con cùng nhau làm đường và trồng hoa", 30, (), "Bà con cùng nhau làm đường…"),
    ("Giải phóng mặt bằng tuyến đường cao tốc Bắc - Nam", 48, (), "Giải phóng mặt bằng tuyến đường cao tốc…"),
    ("Bà con góp công làm đường sau khi có dự án", 34, (), "Bà con góp công làm đường…"),
    ("Vận động bà con ở phường Hoàn Kiếm", 32, (), "Vận động bà con…"),
    ("Vận động bà con làm 1.200 hộ và hơn", 27, (), "Vận động bà con…"),
    ("Bà con (cả người già trẻ nhỏ) cùng làm", 20, (), "Bà con…"),
    ("Vận động cả Mặt trận Tổ quốc xã cùng làm", 29, ("cả Mặt trận Tổ quốc xã",), "Vận động…"),
    ("Nghiêngngảnghiêngngả", 10, (), "Nghiêngng…"),
]


@pytest.mark.parametrize(("text", "most", "names", "expected"), CASES, ids=[case[3] for case in CASES])
def test_the_cut_is_where_sense_allows_it(text, most, names, expected):
    assert shortened(text, most, names) == expected


@given(st.text(min_size=1), st.integers(min_value=2, max_value=80))
def test_no_text_is_longer_than_allowed(text, most):
    assert len(shortened(text, most)) <= most
    assert shortened(text, len(text)) == text
