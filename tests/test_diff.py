"""A proposal is shown as one file: each model as it would be, its findings beside it, its texts before and after."""

import re

import pytest
from building import plain_host
from click.testing import CliRunner
from forks import FILE, begin, propose
from making import written
from photos import jpeg, scene
from project import THE_DAY, make_project, put
from showcase.cli.commands import main

CHO = b"models/son-la/cho-van-minh/model.yaml"
NEW = b"models/son-la/lang-nghe/model.yaml"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = make_project(tmp_path_factory.mktemp("base"), photo=False)
    begin(folder)
    return folder


@pytest.fixture
def project(base, monkeypatch):
    monkeypatch.chdir(base)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", THE_DAY)
    monkeypatch.setattr("showcase.proposal.review.make_host", plain_host)
    return base


def diff(project, tmp_path, head, *options):
    html, answer = tmp_path / "x.html", tmp_path / "x.md"
    done = CliRunner().invoke(main, ["diff", "main", head, "--html", str(html), "--answer", str(answer), *options])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    read = [path.read_text(encoding="utf-8") if path.exists() else "" for path in (html, answer)]
    return done, *read


def file(text):
    return FILE, text.encode() if isinstance(text, str) else text


def test_a_new_model_is_shown_whole(project, tmp_path):
    text = written("tieu_de: Làng nghề gìn giữ tiếng khèn\n")
    done, page, answer = diff(project, tmp_path, propose(project, "main", {NEW: file(text)}))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Đã ghi" in done.stderr
    assert "<h2>Làng nghề gìn giữ tiếng khèn</h2>" in page
    assert "nhận mỗi nhà một đoạn" in page
    assert "<ins>" not in page, "what is shown whole is not told twice"
    assert "**Không có lỗi.**" in answer
    assert "- **bài mới** Làng nghề gìn giữ tiếng khèn: không có gì phải sửa" in answer


def test_words_that_go_and_come_are_told(project, tmp_path):
    text = (project / CHO.decode()).read_text(encoding="utf-8").replace("mười đoạn", "mười hai đoạn")
    _, page, _ = diff(project, tmp_path, propose(project, "main", {CHO: file(text)}))
    assert "<dt>Câu chuyện › Cách làm</dt>" in page
    assert "<ins>hai </ins>" in page
    assert "<del>" not in page


def test_a_broken_model_is_told_with_its_line(project, tmp_path):
    text = (project / CHO.decode()).read_text(encoding="utf-8").replace("van-hoa-xa-hoi", "van-hoa")
    head = propose(project, "main", {CHO: file(text)})
    done, page, answer = diff(project, tmp_path, head, "--format", "github")
    assert done.exit_code == 1
    assert re.match(rf"::error file={CHO.decode()},line=\d+,col=\d+,title=linh_vuc::", done.stdout)
    assert "<pre><code>linh_vuc: van-hoa</code></pre>" in page
    assert "Chưa xem trước được bài này vì còn lỗi" in page
    assert "**Chưa nhận được: còn 1 lỗi.**" in answer


def test_what_was_changed_comes_before_all_else(project, tmp_path):
    other = "models/son-la/to-tu-quan/model.yaml"
    text = (project / other).read_text(encoding="utf-8").replace("van-hoa-xa-hoi", "sai")
    bad = propose(project, "main", {other.encode(): file(text)})
    mine = (project / CHO.decode()).read_text(encoding="utf-8").replace("van-hoa-xa-hoi", "hong")
    head = propose(project, bad, {b"models/son-la/to-tu-quan/model.yaml": file(text), CHO: file(mine)})
    html = tmp_path / "x.html"
    done = CliRunner().invoke(main, ["diff", bad, head, "--html", str(html), "--format", "github"])
    assert [re.search("file=([^,]+)", line)[1] for line in done.stdout.splitlines()] == [CHO.decode(), other]
    assert html.read_text(encoding="utf-8").index("hong") < html.read_text(encoding="utf-8").index("Ở những tệp khác")


def test_what_the_base_has_learned_since_is_kept(project, tmp_path):
    """A proposal that began some days ago takes nothing back."""
    head = propose(project, "main", {NEW: file(written("tieu_de: Làng nghề gìn giữ tiếng khèn\n"))})
    later = propose(project, "main", {b"models/son-la/moi/model.yaml": file(written("tieu_de: Bài của người khác\n"))})
    done = CliRunner().invoke(
        main, ["diff", later, head, "--html", str(tmp_path / "x.html"), "--into", str(tmp_path / "laid")]
    )
    assert done.exit_code == 0, done.output
    assert {path.parent.name for path in (tmp_path / "laid").rglob("model.yaml")} >= {"moi", "lang-nghe", "duong-hoa"}


def test_what_both_sides_changed_is_told(project, tmp_path):
    text = (project / CHO.decode()).read_text(encoding="utf-8")
    ours = propose(project, "main", {CHO: file(text.replace("mười đoạn", "chín đoạn"))})
    theirs = propose(project, "main", {CHO: file(text.replace("mười đoạn", "tám đoạn"))})
    answer = tmp_path / "x.md"
    words = ["diff", ours, theirs, "--html", str(tmp_path / "x.html"), "--answer", str(answer)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert "phải gộp bằng tay" in answer.read_text(encoding="utf-8")


def test_a_model_that_goes_a_photo_that_comes_a_term_of_a_vocabulary(project, tmp_path):
    terms = (project / "models/_vocabulary/chu-de.yaml").read_text(encoding="utf-8")
    head = propose(
        project,
        "main",
        {
            CHO: None,
            b"models/son-la/duong-hoa/them.jpg": file(b"no picture"),
            b"models/_vocabulary/chu-de.yaml": file(terms.replace("Sức khỏe.", "Sức khỏe của dân.")),
        },
    )
    _, page, answer = diff(project, tmp_path, head)
    assert "- **bỏ** Chợ văn minh ở phường Hoàn Kiếm" in answer
    assert "thêm <code>them.jpg</code>" in page
    assert "<dt>y-te › mo_ta</dt>" in page


MOVED, RENAMED = b"models/ha-noi/cho-van-minh/model.yaml", b"models/son-la/cho-hoan-kiem/model.yaml"


@pytest.mark.parametrize(
    ("place", "more", "fate"),
    [
        (MOVED, "", "chuyển chỗ"),
        (RENAMED, "duong_dan_cu:\n  - lang-khac\n  - cho-van-minh\n", "đổi tên"),
    ],
)
def test_what_is_edited_in_a_move_is_told(place, more, fate, project, tmp_path):
    text = (project / CHO.decode()).read_text(encoding="utf-8")
    done, page, answer = diff(project, tmp_path, propose(project, "main", {CHO: None, place: file(text + more)}))
    assert done.exit_code == 0, done.stdout
    assert "1 mục thay đổi" in page
    assert f"- **{fate}** Chợ văn minh ở phường Hoàn Kiếm: không có gì phải sửa; trước ở <code>" in answer
    before, after = (path.decode().removesuffix("/model.yaml") for path in (CHO, place))
    assert f"Trước ở <code>{before}</code>, nay ở <code>{after}</code>." in page
    assert ("Không chữ nào trong bài đổi." in page) is (not more)
    other = text.replace("mười đoạn", "mười hai đoạn") + more
    _, page, answer = diff(project, tmp_path, propose(project, "main", {CHO: None, place: file(other)}))
    assert f"- **{fate} và sửa** Chợ văn minh" in answer
    assert "<ins>hai </ins>" in page
    assert "bài mới" not in answer
    assert "**bỏ**" not in answer


def test_a_photo_that_comes_in_a_move_is_told_and_those_that_move_along_are_not(project, tmp_path):
    old, new = b"models/son-la/cho-van-minh/", b"models/ha-noi/cho-van-minh/"
    text = (project / CHO.decode()).read_text(encoding="utf-8")
    head = propose(project, "main", {old + b"a.jpg": file(b"one"), old + b"b.jpg": file(b"two")})
    photos = {new + b"a.jpg": file(b"one"), new + b"b.jpg": file(b"other"), old + b"a.jpg": None, old + b"b.jpg": None}
    later = propose(project, head, {CHO: None, MOVED: file(text), **photos})
    html = tmp_path / "x.html"
    assert not CliRunner().invoke(main, ["diff", head, later, "--html", str(html)]).stderr.startswith("Git")
    assert "<p>Tệp đi kèm: thay <code>b.jpg</code>.</p>" in html.read_text(encoding="utf-8")


def test_a_model_of_another_id_that_names_no_former_one_is_new(project, tmp_path):
    text = (project / CHO.decode()).read_text(encoding="utf-8")
    _, _, answer = diff(project, tmp_path, propose(project, "main", {CHO: None, RENAMED: file(text)}))
    assert "**bài mới**" in answer
    assert "**bỏ**" in answer


def test_an_event_that_gets_a_folder_of_its_own_is_shown_as_a_change(project, tmp_path):
    one, other = b"models/_events/hoi-thi.yaml", b"models/_events/hoi-thi/su-kien.yaml"
    before = propose(project, "main", {one: file("tieu_de: Hội thi dân vận khéo\nloai: hoi-thi\n")})
    after = propose(project, before, {one: None, other: file("tieu_de: Hội thi dân vận khéo\nloai: ngay-hoi\n")})
    answer = tmp_path / "x.md"
    CliRunner().invoke(main, ["diff", before, after, "--html", str(tmp_path / "x.html"), "--answer", str(answer)])
    assert "- **chuyển chỗ và sửa** Hội thi dân vận khéo" in answer.read_text(encoding="utf-8")


@pytest.mark.slow
def test_three_models_with_twelve_photos_each_are_less_than_two_megabytes(project, tmp_path):
    rows = "mo_ta: Bà con quét đường làng\n    tac_gia: Ban biên tập\n    giay_phep: cua-du-an\n    nguoi: khong\n"
    photos = "anh:\n" + "".join(f"  - tep: a{number}.jpg\n    {rows}" for number in range(12))
    story = "    Bà con đã họp lại, bàn việc chung, chia đường làng thành từng đoạn một.\n" * 200
    change = {}
    for place, name in enumerate(("bai-mot", "bai-hai", "bai-ba")):
        text = written(f"tieu_de: Bài dài có nhiều ảnh {name}\n{photos}noi_dung:\n  cach_lam: |\n{story}")
        change[f"models/son-la/{name}/model.yaml".encode()] = file(text)
        for number in range(12):
            picture = jpeg(scene(500 + 4 * number, 340 + 4 * place))
            change[f"models/son-la/{name}/a{number}.jpg".encode()] = file(picture)
    done, page, _ = diff(project, tmp_path, propose(project, "main", change))
    assert done.exit_code == 0, done.stdout
    assert page.count('src="data:image/webp') == 36
    assert len(page.encode()) < 2_000_000


def test_of_very_many_changes_the_first_are_told_and_the_others_counted(project, tmp_path):
    themes = "".join(f"  - chu-de-{number}\n" for number in range(300))
    head = propose(
        project, "main", {CHO: file(written(f"tieu_de: Chợ văn minh ở phường Hoàn Kiếm\nchu_de:\n{themes}"))}
    )
    _, page, _ = diff(project, tmp_path, head)
    assert page.count("<ins>") == 200
    assert "<p>Và 100 chỗ nữa.</p>" in page


@pytest.mark.slow
def test_an_answer_is_bounded_and_says_what_it_leaves_out(project, tmp_path):
    title = file(f"tieu_de: Tên {'*' * 240_000}\n")
    put = {f"models/son-la/bai-{number}/model.yaml".encode(): title for number in range(20)}
    put |= {f"docs/{number:03}-{'$' * 200}.md".encode(): file("x") for number in range(30)}
    put |= {b"models/son-la/nhieu/model.yaml": file("la: 1\n" * 900)}
    _, _, answer = diff(project, tmp_path, propose(project, "main", put))
    assert len(answer.encode()) < 60_000
    parts = answer.split("###")
    for part, what in zip(parts, ("mục", "tệp", "điều"), strict=True):
        *told, last = (line for line in part.splitlines() if line.startswith("- "))
        assert told
        assert re.fullmatch(rf"- … và [\d.]+ {what} nữa, không kể hết ở đây", last)
    assert f"Tên {'&#42;' * 195}…:" in parts[0]


def test_the_page_loads_nothing_and_runs_nothing(project, tmp_path):
    _, page, _ = diff(
        project, tmp_path, propose(project, "main", {NEW: file(written("tieu_de: Làng nghề tiếng khèn\n"))})
    )
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert not re.search(r'(?:src|srcset)="(?!data:)', page)
    assert "url(" not in page


@pytest.mark.parametrize("head", ["khong-co", "--upload-pack=x", "", "main:models"])
def test_a_revision_that_is_none_is_told(project, tmp_path, head):
    done, page, _ = diff(project, tmp_path, head)
    assert done.exit_code == 2
    assert done.stderr.startswith(("Git không đọc được hai bản ấy", "Không có tùy chọn"))
    assert page == ""


def test_a_folder_that_is_not_empty_is_left_alone(project, tmp_path):
    put(tmp_path / "laid/x", "mine")
    done, _, _ = diff(project, tmp_path, "main", "--into", str(tmp_path / "laid"))
    assert done.exit_code == 2
    assert "không trống" in done.stderr
    assert [path.name for path in (tmp_path / "laid").iterdir()] == ["x"]
