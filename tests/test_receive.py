"""`showcase receive`: a parcel of the form is laid in its place; what is no parcel, or would overwrite something, is refused in one line."""

import errno
import stat
import zlib
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from click.testing import CliRunner
from making import SOUND, written
from photos import jpeg, scene
from project import ROOT, put
from showcase.cli.commands import main
from showcase.system import writing

ID = "ngoc-chien-to-tu-quan"
FOLDER = f"models/son-la/{ID}"
PHOTO = """\
anh:
  - tep: anh-1.jpg
    mo_ta: Con đường làng rợp hoa hai bên.
    tac_gia: Hội Phụ nữ xã
    giay_phep: CC-BY-4.0
    nguoi: khong
"""
COMMENTED = "# Ban biên tập ghi\n" + SOUND.replace("loai: mo-hinh\n", "loai: mo-hinh # đã hỏi\n", 1)


@pytest.fixture(scope="module")
def picture():
    return jpeg(scene(1200, 800))


@pytest.fixture
def editors(tmp_path, monkeypatch):
    """The editors' folder, with one model of theirs."""
    for file in (ROOT / "models/_vocabulary").iterdir():
        put(tmp_path / "models/_vocabulary" / file.name, file.read_text(encoding="utf-8"))
    put(tmp_path / "models/son-la/duong-hoa/model.yaml", COMMENTED)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return tmp_path


def parcel(folder, parts, compression=ZIP_DEFLATED):
    """Write a ZIP of parts, text or bytes by name, or by a head of their own."""
    with ZipFile(folder / "bai.zip", "w", compression) as archive:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, data)
    return "bai.zip"


def received(file, *options):
    done = CliRunner().invoke(main, ["receive", file, *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def there(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_parcel_is_laid_in_the_folder_of_its_province_whatever_its_own_says(editors, picture):
    file = parcel(editors, {f"models/ha-noi/{ID}/model.yaml": SOUND + PHOTO, f"models/ha-noi/{ID}/anh-1.jpg": picture})
    done = received(file)
    assert done.exit_code == 0, done.output
    assert (editors / FOLDER / "model.yaml").read_text(encoding="utf-8") == SOUND + PHOTO
    assert (editors / FOLDER / "anh-1.jpg").read_bytes() == picture


def test_what_a_computer_adds_when_it_packs_anew_is_left_out(editors):
    parts = {f"{FOLDER}/": "", f"{FOLDER}/model.yaml": SOUND, "__MACOSX/._x": "x", f"{FOLDER}/.DS_Store": "x"}
    assert received(parcel(editors, parts)).exit_code == 0
    assert list((editors / FOLDER).iterdir()) == [editors / FOLDER / "model.yaml"]


def test_what_is_wrong_is_told_and_nothing_laid_unless_one_insists(editors):
    file = parcel(editors, {f"{FOLDER}/model.yaml": written("tieu_de: Tổ\n")})
    before = there(editors)
    done = received(file)
    assert done.exit_code == 1
    assert f"{FOLDER}/model.yaml:" in done.output
    assert "[do_dai]" in done.output
    assert "\n    tieu_de: Tổ\n" in done.output, "nobody can open the file: it was not laid"
    assert there(editors) == before
    assert received(file, "--anyway").exit_code == 1
    assert (editors / FOLDER / "model.yaml").is_file()


def head(name, mode=0, flags=0):
    info = ZipInfo(name)
    info.external_attr = mode << 16
    info.flag_bits |= flags
    return info


SIZE = 300_000_000
HOSTILE = {
    "no ZIP": b"Not a ZIP",
    "nothing": b"",
    "an empty ZIP": {},
    "a way out": {f"models/../../{ID}/model.yaml": SOUND},
    "a way from the root": {"/etc/cron.d/x/model.yaml": SOUND},
    "a way of Windows": {f"models\\son-la\\{ID}\\model.yaml": SOUND},
    "a drive": {f"C:/models/{ID}/model.yaml": SOUND},
    "another file": {f"{FOLDER}/model.yaml": SOUND, f"{FOLDER}/chay.exe": b"MZ"},
    "a script": {f"{FOLDER}/model.yaml": SOUND, "mkdocs.yml": "hooks: [x.py]"},
    "a workflow": {f"{FOLDER}/model.yaml": SOUND, ".github/workflows/x.yml": "on: push"},
    "a hidden file": {f"{FOLDER}/model.yaml": SOUND, f"{FOLDER}/.git": "gitdir: /"},
    "another YAML file": {f"{FOLDER}/model.yaml": SOUND, f"{FOLDER}/khac.yaml": SOUND},
    "two models": {f"{FOLDER}/model.yaml": SOUND, f"{FOLDER}-2/model.yaml": SOUND},
    "a folder in a folder": {f"{FOLDER}/a/model.yaml": SOUND},
    "a vocabulary": {"models/_vocabulary/linh-vuc/model.yaml": SOUND},
    "a reserved name": {"models/son-la/con/model.yaml": SOUND},
    "capital letters": {f"models/son-la/{ID.upper()}/model.yaml": SOUND},
    "a newline in a name": {f"models/son-la/{ID}/model.yaml\n::error": SOUND},
    "no model": {f"{FOLDER}/anh-1.jpg": b"\xff\xd8\xff"},
    "a link": [(head(f"{FOLDER}/model.yaml", stat.S_IFLNK | 0o777), "/etc/passwd")],
    "a link as a photo": [
        (f"{FOLDER}/model.yaml", SOUND),
        (head(f"{FOLDER}/a.jpg", stat.S_IFLNK | 0o777), "/etc/passwd"),
    ],
    "a device": [(head(f"{FOLDER}/model.yaml", stat.S_IFCHR | 0o666), "")],
    "one name twice": [(f"{FOLDER}/model.yaml", SOUND), (f"{FOLDER}/model.yaml", SOUND)],
    "a file that unpacks to much": {f"{FOLDER}/model.yaml": "a: " + "x" * 3_000_000},
    "many parts": {f"{FOLDER}/anh-{number}.jpg": "x" for number in range(300)} | {f"{FOLDER}/model.yaml": SOUND},
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("parts", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_parcel_is_refused_in_one_line_and_leaves_nothing(editors, parts):
    if isinstance(parts, bytes):
        (editors / "bai.zip").write_bytes(parts)
    else:
        parcel(editors, parts)
    before = there(editors)
    done = received("bai.zip")
    assert done.exit_code == 2, done.output
    assert done.output.count("\n") == 1
    assert done.output.startswith("bai.zip: ")
    assert there(editors) == before


@pytest.mark.slow
def test_a_head_that_lies_of_a_size_is_not_believed(editors):
    """A bomb says that it is small; a part is read to its bound."""
    file = editors / parcel(editors, {f"{FOLDER}/model.yaml": b"x" * SIZE})
    data = file.read_bytes()
    size = SIZE.to_bytes(4, "little")
    assert data.count(size) == 2
    file.write_bytes(data.replace(size, (900).to_bytes(4, "little")))
    assert received("bai.zip").exit_code == 2


def test_a_locked_or_cut_parcel_is_refused(editors):
    data = (editors / parcel(editors, {f"{FOLDER}/model.yaml": SOUND})).read_bytes()
    before = there(editors / "models")
    locked = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[data.index(mark) + at] |= 1
    for broken in (bytes(locked), data[: len(data) // 2], data[:40] + b"\0" * 40 + data[80:]):
        (editors / "bai.zip").write_bytes(broken)
        assert received("bai.zip").exit_code == 2
    assert there(editors / "models") == before


def test_a_model_that_is_there_is_overwritten_by_nobody_who_does_not_say_so(editors):
    file = parcel(editors, {"models/son-la/duong-hoa/model.yaml": SOUND})
    done = received(file)
    assert done.exit_code == 2
    assert "--update" in done.output
    assert (editors / "models/son-la/duong-hoa/model.yaml").read_text(encoding="utf-8") == COMMENTED


def test_of_a_model_that_is_there_only_the_keys_that_came_are_changed(editors):
    model = editors / "models/son-la/duong-hoa/model.yaml"
    persons = "nguoi_duoc_neu:\n  - ten: Lò Văn Mẫu\n    vai_tro: trưởng bản\n    can_cu: cong-vu\n"
    put(model, f"{COMMENTED}{persons}ghi_chu: Nguồn không nêu số hộ.\n")
    title = "Tổ tự quản giữ sạch đường bản"
    file = parcel(editors, {"sua-doi/duong-hoa/model.yaml": f'tieu_de: "{title}"\ncap_nhat: 21/11/2026\nghi_chu:\n'})
    assert received(file).exit_code == 2
    done = received(file, "--update")
    assert done.exit_code == 0, done.output
    text = model.read_text(encoding="utf-8")
    first = COMMENTED.replace("Tổ tự quản giữ sạch đường làng", title)
    assert first in text
    assert persons in text
    assert "ghi_chu" not in text
    assert "cap_nhat: 21/11/2026\n" in text


def test_photos_that_were_withdrawn_stay_withdrawn_when_the_others_change(editors, picture):
    model = editors / "models/son-la/duong-hoa/model.yaml"
    withdrawn = PHOTO.removeprefix("anh:\n").replace("anh-1", "cu") + "    rut_dong_y: co\n"
    put(model, COMMENTED + PHOTO + withdrawn)
    for name in ("anh-1.jpg", "cu.jpg"):
        (model.parent / name).write_bytes(picture)
    changed = PHOTO.replace("rợp hoa", "đầy hoa")
    done = received(parcel(editors, {"sua-doi/duong-hoa/model.yaml": changed}), "--update")
    assert done.exit_code == 0, done.output
    assert changed + withdrawn in model.read_text(encoding="utf-8")


MODEL = "models/son-la/duong-hoa/model.yaml"
CHANGE = "sua-doi/duong-hoa/model.yaml"
DATE = "cap_nhat: 21/11/2026\n"
LEFT = {
    "takes the model down": "go_bo:\n  ly_do: Trùng\n  ngay: 20/11/2026\n",
    "brings it back": "go_bo:\n",
    "a former id": "duong_dan_cu:\n  - dong-xuan\n",
    "at the top of the site": "noi_bat: co\n",
    "not offered": "khong_de_xuat: co\n",
    "a report": "thuoc_so_lieu: son-la\n",
    "unknown": "la_gi: chu\n",
    "twice": DATE,
    "a withdrawal": PHOTO + "    rut_dong_y: co\n",
    "photos that are none": "anh: chu\n",
    "photos that are no list": "anh:\n  tep: x.jpg\n",
    "a list where a text is": "ghi_chu:\n  - một\n",
}


@pytest.mark.parametrize("more", LEFT.values(), ids=LEFT)
def test_what_the_form_never_asks_is_refused_in_a_change_and_in_a_new_model(editors, more):
    before = there(editors / "models")
    new = {f"{FOLDER}/model.yaml": SOUND + DATE + more}
    for parts, options in (({CHANGE: DATE + more}, ["--update", "--anyway"]), (new, ["--anyway"])):
        done = received(parcel(editors, parts), *options)
        assert (done.exit_code, done.output.count("\n")) == (2, 1), done.output
        assert "không nhận" in done.output
        assert there(editors / "models") == before


def test_a_photo_that_the_parcel_does_not_name_is_refused(editors, picture):
    put(editors / MODEL, COMMENTED + PHOTO)
    (editors / "models/son-la/duong-hoa/anh-1.jpg").write_bytes(picture)
    before = there(editors / "models")
    done = received(parcel(editors, {CHANGE: DATE, "sua-doi/duong-hoa/anh-1.jpg": jpeg(scene(600, 400))}), "--update")
    assert done.exit_code == 2
    assert "anh-1.jpg" in done.output
    assert there(editors / "models") == before
    # A draft that was sent before holds the same photo still.
    assert received(parcel(editors, {CHANGE: DATE, "sua-doi/duong-hoa/anh-1.jpg": picture}), "--update").exit_code == 0


def test_each_change_is_told(editors, picture):
    put(editors / MODEL, COMMENTED + PHOTO.replace("tac_gia", "# đã xin\n    tac_gia") + "ghi_chu: Nguồn không nêu.\n")
    (editors / "models/son-la/duong-hoa/anh-1.jpg").write_bytes(picture)
    second = PHOTO.removeprefix("anh:\n").replace("anh-1", "anh-2")
    other = [jpeg(scene(900, 600 + number)) for number in range(2)]
    parts = {CHANGE: f"{PHOTO}{second}{DATE}ghi_chu:\n"}
    parts |= {f"sua-doi/duong-hoa/anh-{number + 1}.jpg": other[number] for number in range(2)}
    done = received(parcel(editors, parts), "--update")
    assert done.exit_code == 0, done.output
    assert [line for line in done.output.splitlines() if line.startswith("- ")] == [
        "- sửa mục anh (Ảnh); mất 1 dòng chú giải trong mục ấy",
        "- bỏ mục ghi_chu (Ghi chú của ban biên tập)",
        "- thêm mục cap_nhat (Ngày sửa đáng kể gần nhất)",
        "- thay ảnh anh-1.jpg",
        "- thêm ảnh anh-2.jpg",
    ]


def test_what_the_form_does_not_know_is_not_lost_with_the_key_above_it(editors):
    put(editors / MODEL, f"{COMMENTED}lam_theo:\n  kinh_phi: Không tốn\n  ghi_them: Chổi tự mang\n")
    before = there(editors / "models")
    done = received(parcel(editors, {CHANGE: "lam_theo:\n  kinh_phi: Mỗi hộ 20.000 đồng\n"}), "--update", "--anyway")
    assert (done.exit_code, there(editors / "models")) == (2, before)
    assert "lam_theo" in done.output


def test_a_sign_of_a_comment_within_a_text_is_none(editors):
    first = "cach_lam: Các hộ họp lại, chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.\n"
    assert first in COMMENTED
    lines = "# một\n    các hộ họp lại, rồi #hai chia đường làng thành mười đoạn và nhận mỗi nhà một đoạn.\n"
    put(editors / MODEL, COMMENTED.replace(first, f"cach_lam: |\n    {lines}"))
    story = "noi_dung:\n  cach_lam: Các hộ cùng họp lại, chia đường làng thành mười đoạn, mỗi nhà nhận một đoạn.\n"
    done = received(parcel(editors, {CHANGE: story}), "--update", "--anyway")
    assert "- sửa mục noi_dung" in done.output
    assert "chú giải" not in done.output


def test_a_new_photo_never_takes_the_name_of_one_that_was_withdrawn(editors, picture):
    withdrawn = PHOTO.removeprefix("anh:\n") + "    rut_dong_y: co\n"
    put(editors / MODEL, COMMENTED + "anh:\n" + withdrawn)
    folder = editors / "models/son-la/duong-hoa"
    (folder / "anh-1.jpg").write_bytes(picture)
    other = jpeg(scene(900, 600))
    came = PHOTO.replace("rợp hoa", "mới mở")
    done = received(parcel(editors, {CHANGE: came, "sua-doi/duong-hoa/anh-1.jpg": other}), "--update")
    assert done.exit_code == 0, done.output
    assert "anh-2.jpg" in done.output
    assert came.replace("anh-1", "anh-2") + withdrawn in (editors / MODEL).read_text(encoding="utf-8")
    assert ((folder / "anh-1.jpg").read_bytes(), (folder / "anh-2.jpg").read_bytes()) == (picture, other)


def test_a_new_photo_never_takes_a_name_that_differs_by_its_capital_letters(editors, picture):
    mine = PHOTO.replace("anh-1.jpg", "ANH-1.jpg")
    put(editors / MODEL, COMMENTED + mine)
    folder = editors / "models/son-la/duong-hoa"
    (folder / "ANH-1.jpg").write_bytes(picture)
    came = mine + PHOTO.removeprefix("anh:\n").replace("rợp", "đầy")
    parts = {CHANGE: came, "sua-doi/duong-hoa/anh-1.jpg": jpeg(scene(900, 600))}
    assert received(parcel(editors, parts), "--update").exit_code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ANH-1.jpg", "anh-2.jpg", "model.yaml"]
    assert came.replace("anh-1", "anh-2") in (editors / MODEL).read_text(encoding="utf-8")


def test_who_is_named_is_no_change_that_the_form_sends_and_who_withdrew_stays(editors):
    persons = "nguoi_duoc_neu:\n  - ten: Lò Văn Mẫu\n    can_cu: cong-vu\n    vai_tro: trưởng bản\n"
    other = persons.removeprefix("nguoi_duoc_neu:\n").replace("Mẫu", "Thử")
    put(editors / MODEL, COMMENTED + persons.replace("cong-vu", "dong-y") + "    rut_dong_y: co\n")
    assert received(parcel(editors, {CHANGE: f"nguoi_duoc_neu:\n{other}"}), "--update").exit_code == 2
    # Somebody sends a new model once more.
    whole = {"models/son-la/duong-hoa/model.yaml": f"{SOUND}nguoi_duoc_neu:\n{other}"}
    assert "sửa mục nguoi_duoc_neu" in received(parcel(editors, whole), "--update", "--anyway").output
    text = (editors / MODEL).read_text(encoding="utf-8")
    assert text.index("Thử") < text.index("Mẫu") < text.index("rut_dong_y: co")


def test_a_photo_that_was_withdrawn_is_not_brought_back(editors, picture):
    put(editors / MODEL, COMMENTED + PHOTO + "    rut_dong_y: co\n")
    (editors / "models/son-la/duong-hoa/anh-1.jpg").write_bytes(picture)
    before = there(editors / "models")
    for more in ({}, {"sua-doi/duong-hoa/anh-1.jpg": picture}):
        done = received(parcel(editors, {CHANGE: PHOTO, **more}), "--update")
        assert (done.exit_code, there(editors / "models")) == (2, before)
        assert "đã được rút" in done.output


def test_a_photo_that_is_named_no_more_goes_but_one_that_was_withdrawn_stays(editors, picture):
    withdrawn = PHOTO.removeprefix("anh:\n").replace("anh-1", "cu") + "    rut_dong_y: co\n"
    put(editors / MODEL, COMMENTED + PHOTO + withdrawn)
    folder = editors / "models/son-la/duong-hoa"
    for name in ("anh-1.jpg", "cu.jpg"):
        (folder / name).write_bytes(picture)
    done = received(parcel(editors, {CHANGE: "anh:\n"}), "--update")
    assert done.exit_code == 0, done.output
    assert "- bỏ ảnh anh-1.jpg\n" in done.output
    assert (editors / MODEL).read_text(encoding="utf-8") == COMMENTED + "anh:\n" + withdrawn
    assert sorted(path.name for path in folder.iterdir()) == ["cu.jpg", "model.yaml"]


@pytest.fixture
def full(monkeypatch):
    """A disk on which there is no room for a file of this name."""
    write = writing.write_new

    def lacks_room_for(name):
        def write_new(path, parts):
            if name in path:
                raise OSError(errno.ENOSPC, "", path)
            write(path, parts)

        monkeypatch.setattr(writing, "write_new", write_new)

    return lacks_room_for


@pytest.mark.parametrize("name", ["anh-2.jpg", "model.yaml"])
def test_a_change_that_cannot_be_written_whole_is_not_written_at_all(editors, picture, full, name):
    photos = PHOTO + PHOTO.removeprefix("anh:\n").replace("anh-1", "anh-2")
    put(editors / MODEL, COMMENTED + PHOTO)
    (editors / "models/son-la/duong-hoa/anh-1.jpg").write_bytes(picture)
    before = there(editors / "models")
    other = [jpeg(scene(900, 600 + number)) for number in range(2)]
    parts = {f"sua-doi/duong-hoa/anh-{number + 1}.jpg": other[number] for number in range(2)}
    full(name)
    done = received(parcel(editors, {CHANGE: photos.replace("rợp", "đầy"), **parts}), "--update")
    assert done.exit_code == 2, done.output
    assert f"{name}: ổ đĩa đã đầy" in done.output
    assert there(editors / "models") == before


def test_files_are_replaced_together_or_not_at_all(tmp_path):
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError, match=r"/b'$"):
        writing.write_together({tmp_path / "a": b"x", tmp_path / "b": b"x"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    writing.write_together({tmp_path / "a": b"x", tmp_path / "c/d": b"y"})
    assert there(tmp_path) == {"a": b"x", "c/d": b"y"}


@pytest.mark.parametrize("name", ["anh-1.jpg", "model.yaml"])
def test_a_new_model_that_cannot_be_written_whole_leaves_nothing(editors, picture, full, name):
    (editors / "models/son-la").rename(editors / "models/khac")
    before = sorted((editors / "models").rglob("*"))
    full(name)
    done = received(parcel(editors, {f"{FOLDER}/model.yaml": SOUND + PHOTO, f"{FOLDER}/anh-1.jpg": picture}))
    assert done.exit_code == 2
    assert f"{FOLDER}: ổ đĩa đã đầy" in done.output
    assert sorted((editors / "models").rglob("*")) == before


def test_nothing_is_laid_through_a_link(editors):
    (editors / "models/son-la").rename(editors / "models/khac")
    (editors / "noi-khac").mkdir()
    (editors / "models/son-la").symlink_to(editors / "noi-khac", target_is_directory=True)
    done = received(parcel(editors, {f"{FOLDER}/model.yaml": SOUND}))
    assert done.exit_code == 2
    assert "liên kết" in done.output
    assert not list((editors / "noi-khac").iterdir())


def test_a_folder_in_the_place_of_a_parcel_is_named(editors):
    done = received("models")
    assert (done.exit_code, done.output) == (2, "Không đọc hoặc ghi được models: đó là một thư mục.\n")


@pytest.mark.parametrize("compression", [ZIP_LZMA, ZIP_BZIP2])
def test_what_is_packed_otherwise_than_the_form_does_is_refused(editors, compression):
    file = editors / parcel(editors, {f"{FOLDER}/model.yaml": SOUND}, compression)
    data = bytearray(file.read_bytes())
    data[90:100] = bytes(10)
    for broken in (file.read_bytes(), bytes(data)):
        file.write_bytes(broken)
        done = received("bai.zip")
        assert done.exit_code == 2
        assert "nén" in done.output


def test_what_changes_a_model_that_nobody_has_is_refused(editors):
    done = received(parcel(editors, {f"sua-doi/{ID}/model.yaml": "cap_nhat: 21/11/2026\n"}), "--update")
    assert done.exit_code == 2
    assert ID in done.output


def test_a_folder_that_is_no_model_yet_is_left_alone(editors):
    put(editors / FOLDER / "ghi-chep.txt", "của ban biên tập")
    done = received(parcel(editors, {f"{FOLDER}/model.yaml": SOUND}))
    assert done.exit_code == 2
    assert [path.name for path in (editors / FOLDER).iterdir()] == ["ghi-chep.txt"]


def test_bytes_that_are_not_those_of_the_sum_are_refused(editors):
    data = (editors / parcel(editors, {f"{FOLDER}/model.yaml": SOUND}, compression=0)).read_bytes()
    assert zlib.crc32(SOUND.encode()).to_bytes(4, "little") in data
    (editors / "bai.zip").write_bytes(data.replace("Mười hộ".encode(), "Chín hộ ".encode()[:9].ljust(9), 1))
    assert received("bai.zip").exit_code == 2


def test_a_file_that_is_not_there_is_told(editors):
    done = received("khong-co.zip")
    assert done.exit_code == 2
    assert "khong-co.zip" in done.output
