"""Which names of persons a text holds: two tables of sentences, one where persons are named and one where none is.

`persons/named.txt` has the names behind a bar; `persons/not_named.txt` is full of streets, schools, groups and heroes.
"""

from itertools import product
from pathlib import Path

import pytest
from making import setting
from showcase.words.person_guard import may_name_a_person
from showcase.words.persons import Person, persons_in
from showcase.words.sentences import sentences_in

FOLDER = Path(__file__).parent / "persons"
IS_PLACE = setting().gazetteer.names.__contains__


def lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def named(text: str) -> list[Person]:
    """The persons of a text but for initials, asked as the rules ask."""
    found = persons_in(text, IS_PLACE) if may_name_a_person(text) else ()
    return [person for person in found if not person.is_initials]


NAMED = [tuple(line.split(" | ")) for line in lines("named.txt")]
NOT_NAMED = lines("not_named.txt")


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_name_after_a_form_of_address_or_an_office_is_found(text, names):
    assert names.split("; ") == [person.name for person in named(text) if person.is_addressed]
    assert all(text[person.start : person.end] == person.name for person in named(text))


@pytest.mark.parametrize("text", NOT_NAMED)
def test_streets_schools_groups_and_heroes_are_no_persons(text):
    assert named(text) == []


def test_the_tables_are_long_enough_to_mean_something():
    assert len(NAMED) >= 40
    assert len(NOT_NAMED) >= 60


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Người góp đầu tiên là Nguyễn Thị Mẫu.", "Nguyễn Thị Mẫu"),
        ("Phan Thử, 52 tuổi, kể.", "Phan Thử"),
        ("Theo Hoàng Văn Mẫu thì việc khó nhất là mở lời.", "Hoàng Văn Mẫu"),
        ("TRẦN THỊ THỬ kể", "TRẦN THỊ THỬ"),
        ("Hồ Thị Mẫu đã cai.", "Hồ Thị Mẫu"),
        ("Dương Tấn Mẫu và mọi người", "Dương Tấn Mẫu"),
    ],
)
def test_a_full_name_alone_is_found_too_and_told_apart(text, name):
    assert [(name, False)] == [(person.name, person.is_addressed) for person in named(text)]


@pytest.mark.parametrize(
    ("text", "typed", "is_addressed"),
    [
        ("Có bà nguyễn thị mẫu ở thôn ba.", "nguyễn thị mẫu", True),
        ("rồi chị lò thị nháp cũng góp", "lò thị nháp", True),
        ("Nhờ nguyễn văn thử, trưởng thôn.", "nguyễn văn thử", False),
        ("Nguyễn V. Thử kể lại.", "Nguyễn V. Thử", False),
        ("Bà Trần T. H. Mẫu vui.", "Trần T. H. Mẫu", True),
        ("Mr. Thử dạy học.", "Thử", True),
        ("NGUYỄN THỊ MẪU BỊ ỐM", "NGUYỄN THỊ MẪU", False),
        ("Y Mẫu, 34 tuổi, kể.", "Y Mẫu", False),
        ("Điểu Thị Thử và nhà bên.", "Điểu Thị Thử", False),
        ("Bếp của K'Mẫu đỏ lửa.", "K'Mẫu", False),
        ("Mrs. Tran Thi Mau helped.", "Tran Thi Mau", True),
    ],
)
def test_a_name_is_found_however_it_is_written(text, typed, is_addressed):
    assert [(text[one.start : one.end], one.is_addressed) for one in named(text)] == [(typed, is_addressed)]


@pytest.mark.parametrize("text", ["ông K. và bà T.", "cháu N.V.A được giúp", "anh H bán rau"])
def test_initials_are_no_name(text):
    found = list(persons_in(text, IS_PLACE))
    assert found
    assert all(person.is_initials for person in found)


def test_one_form_of_address_may_stand_before_several():
    text = "Các ông Nguyễn Văn Mẫu, Trần Văn Thử và Lê Văn Nháp"
    assert [person.is_addressed for person in named(text)] == [True, True, True]


def test_a_name_goes_on_over_the_end_of_a_line_but_not_into_the_next_item():
    assert [person.name for person in named("gặp ông Lê\nVăn Thử ở đình")] == ["Lê Văn Thử"]
    assert [person.name for person in named("- ông Lê Văn Thử\n- Hội Phụ nữ")] == ["Lê Văn Thử"]


@pytest.mark.parametrize(("ending", "sign"), list(product(["", ".", ", 62 tuổi"], ["", "“", "**", "_", "("])))
def test_signs_around_a_name_hide_nothing(ending, sign):
    assert [person.name for person in named(f"Hôm ấy {sign}ông Lê Văn Thử{sign}{ending}")] == ["Lê Văn Thử"]


def test_sentences_end_where_a_reader_takes_breath():
    text = "Bà T. kể lại.\nViệc khó. “Ai cũng ngại”, ông nói.\n\nĐoạn mới\n- mục một\n- mục hai"
    found = [sentence for _, sentence in sentences_in(text)]
    assert [sentence.strip() for sentence in found] == [
        "Bà T. kể lại.",
        "Việc khó.",
        "“Ai cũng ngại”, ông nói.",
        "Đoạn mới",
        "- mục một",
        "- mục hai",
    ]
    assert all(text[start : start + len(sentence)] == sentence for start, sentence in sentences_in(text))
