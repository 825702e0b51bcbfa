"""The two short forms at a model's foot: a mistake and a copy are told in a few actions, by mail, by Zalo or to the server, and without scripts."""

import shutil
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from browser.forge import CLIENT, PROJECT, SENDER, TOKEN, forge
from browser.forge_calls import CALLS
from browser.questions import axe
from browser.sites import served
from playwright.sync_api import expect
from project import make_project, put, run

MAIL, ZALO = "danvan@mau.example", "0212 3852 123"
MODEL = "mo-hinh/duong-hoa/"
MISTAKE, COPIED = "bao-cho-sai/?bai=duong-hoa", "lam-theo-roi/?bai=duong-hoa"
# What a letter would hold that a click opens; no program for mail is called.
LETTERS = """addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='mailto:']");
  if (!link) return;
  globalThis.letter = event.defaultPrevented ? "" : link.href;
  event.preventDefault();
});"""


@pytest.fixture(scope="module")
def forgejo():
    with forge("forgejo", CALLS["forgejo"]) as made:
        yield made


def built(folder, **settings):
    project = make_project(folder, photo=False)
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    for name, value in settings.items():
        config = config.replace(f'    {name}: ""\n', f'    {name}: "{value}"\n')
    put(project / "mkdocs.yml", config)
    done = run("showcase", "build", "--no-search", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory, forgejo):
    """A site that says where changes go, with the headers that it asks of its host."""
    server = {"kind": "forgejo", "address": forgejo.url, "project": PROJECT, "client_id": ""}
    folder = built(tmp_path_factory.mktemp("short"), mail=MAIL, zalo=ZALO, **server)
    with served("short", folder, "/thu/", with_headers=True) as made:
        yield made


@pytest.fixture
def enter(visit, site, forgejo):
    """Open a page as a new visitor on a phone; what the policy stops is remembered."""

    def opened(where, **options):
        forgejo.reset()
        page = visit(**{"viewport": {"width": 360, "height": 740}, **options}).new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.add_init_script(LETTERS)
        page.goto(site.url + where)
        return page

    return opened


class Hand:
    """Does what a reader does, and counts it."""

    def __init__(self, page):
        self.page, self.actions = page, 0

    def press(self, role, name):
        self.actions += 1
        self.page.get_by_role(role, name=name).click()

    def write(self, label, text):
        self.actions += 1
        self.page.get_by_label(label).fill(text)

    def choose(self, label, option):
        self.actions += 1
        self.page.get_by_label(label).select_option(option)


def letter(page):
    """Give to whom the letter goes that was opened, its subject and its text."""
    parts = urlsplit(page.evaluate("globalThis.letter"))
    said = parse_qs(parts.query)
    return unquote(parts.path), said["subject"][0], said["body"][0].replace("\r\n", "\n")


def of_mistake(page, hand=None):
    hand = hand or Hand(page)
    hand.choose("Chỗ nào chưa đúng?", "Kết quả, con số")
    hand.write("Đúng ra là thế nào?", "Bài ghi 150 hộ, đúng ra là 120 hộ.")
    hand.write("Vì sao bạn biết?", "Báo cáo năm 2023 của xã")


def test_a_number_is_corrected_in_six_actions_at_most(enter):
    page = enter(MODEL)
    hand = Hand(page)
    hand.press("link", "Báo chỗ sai")
    of_mistake(page, hand)
    hand.press("link", "Soạn thư")
    assert hand.actions <= 6
    to, subject, text = letter(page)
    assert (to, subject) == (MAIL, "Báo chỗ sai: Đường hoa của hội phụ nữ")
    for part in ("/thu/mo-hinh/duong-hoa/", "Kết quả, con số", "đúng ra là 120 hộ.", "Báo cáo năm 2023 của xã"):
        assert part in text
    assert page.said == []


def test_a_copy_is_told_in_four_actions_at_most(enter):
    page = enter(MODEL)
    hand = Hand(page)
    hand.press("link", "Tôi đã làm theo")
    hand.write("Nơi làm theo", 'bản "Mới": xã Chiềng Hặc')
    hand.write("Đơn vị làm theo", "Chi hội phụ nữ")
    hand.press("link", "Soạn thư")
    assert hand.actions <= 4
    _, subject, text = letter(page)
    assert subject == "Tôi đã làm theo: Đường hoa của hội phụ nữ"
    lines = yaml.safe_load(text.partition("Dòng cho ban biên tập:")[2])
    assert lines == {"da_nhan_rong": [{"noi": 'bản "Mới": xã Chiềng Hặc', "don_vi": "Chi hội phụ nữ"}]}


def test_a_model_can_be_mended_from_its_foot(enter):
    page = enter(MODEL)
    Hand(page).press("link", "Sửa bài này")
    assert page.url.endswith("/thu/gui-bai/?bai=duong-hoa")


def test_nothing_is_sent_before_it_is_whole(enter):
    page = enter(MISTAKE)
    Hand(page).press("link", "Soạn thư")
    assert page.evaluate("globalThis.letter") == ""
    expect(page.get_by_label("Chỗ nào chưa đúng?")).to_be_focused()


def test_what_goes_by_zalo_is_copied(enter):
    page = enter(COPIED, permissions=["clipboard-read", "clipboard-write"])
    hand = Hand(page)
    hand.write("Nơi làm theo", "xã Chiềng Hặc")
    hand.write("Đơn vị làm theo", "Chi hội phụ nữ")
    hand.write("Làm từ năm nào", "2024")
    hand.write("Báo cáo, bài viết nào nói tới", "Báo Sơn La\nsố 3")
    hand.write("Cách liên hệ với bạn", "0212 000 000")
    hand.press("button", "Sao chép để gửi qua Zalo")
    expect(page.get_by_text(f"Hãy dán vào tin nhắn gửi tới Zalo {ZALO}")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "0212 000 000" in text
    (copy,) = yaml.safe_load(text.partition("Dòng cho ban biên tập:")[2])["da_nhan_rong"]
    assert copy["nam"] == 2024


def direct(page):
    page.get_by_text("Có tài khoản ở").click()
    return page.locator(".dv-send__said")


def test_who_has_an_account_sends_at_once_and_once_only(enter, forgejo):
    page = enter(MISTAKE)
    of_mistake(page)
    page.get_by_label("Cách liên hệ với bạn").fill("0212 000 000")
    said = direct(page)
    page.get_by_label("Mã truy cập của bạn").fill(TOKEN)
    forgejo.cut(3, after=True)
    page.get_by_role("button", name="Gửi ngay tại đây").click()
    expect(said).to_contain_text("Mất mạng giữa chừng")
    assert len(forgejo.issues) == 1, "it arrived, and its answer was lost"
    forgejo.mend()
    page.get_by_role("button", name="Gửi ngay tại đây").click()
    expect(said).to_contain_text("Đã gửi: xem trên máy chủ")
    (issue,) = forgejo.issues
    assert (issue["user"], issue["title"]) == (SENDER, "Báo chỗ sai: Đường hoa của hội phụ nữ")
    assert "đúng ra là 120 hộ." in issue["body"]
    assert "0212 000 000" not in issue["body"]
    assert [text for text in page.said if "Security" in text] == []


def test_the_servers_own_page_comes_filled_in(enter, forgejo):
    page = enter(MISTAKE)
    of_mistake(page)
    page.get_by_label("Cách liên hệ với bạn").fill("0212 000 000")
    direct(page)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Viết tiếp trên").click()
    parts = urlsplit(opened.value.url)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{forgejo.url}/{PROJECT}/issues/new"
    said = parse_qs(parts.query)
    assert said["title"] == ["Báo chỗ sai: Đường hoa của hội phụ nữ"]
    assert "0212 000 000" not in said["body"][0]


@pytest.mark.parametrize("asked", ["", "?bai=khong-co-bai-nay", "?bai=../../gioi-thieu"])
def test_who_comes_without_a_model_is_asked_for_one(enter, site, asked):
    page = enter(f"bao-cho-sai/{asked}")
    box = page.get_by_label("Trang nào?")
    expect(box).to_be_visible()
    of_mistake(page)
    Hand(page).press("link", "Soạn thư")
    assert page.evaluate("globalThis.letter") == ""
    box.fill(f"{site.url}{MODEL}")
    box.blur()
    expect(page.get_by_role("link", name="Đường hoa của hội phụ nữ")).to_be_visible()
    Hand(page).press("link", "Soạn thư")
    assert "/mo-hinh/duong-hoa/" in letter(page)[2]


@pytest.mark.parametrize("by", ["link", "paste"])
def test_what_is_wrong_on_another_page_is_told_too(enter, site, by):
    page = enter("phong-trao/" if by == "link" else "bao-cho-sai/")
    if by == "link":
        page.get_by_role("link", name="báo cho chúng tôi").click()
    else:
        page.get_by_label("Trang nào?").fill(f"{site.url}phong-trao/")
        page.get_by_label("Trang nào?").blur()
    expect(page.get_by_text("Về trang")).to_be_visible()
    of_mistake(page)
    Hand(page).press("link", "Soạn thư")
    subject, body = letter(page)[1:]
    assert subject.startswith("Báo chỗ sai: ")
    assert f"{site.url}phong-trao/" in body


@pytest.mark.parametrize("where", [MISTAKE, COPIED])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_clean_on_a_phone_and_goes_by_keys_alone(enter, where, scheme):
    page = enter(where, color_scheme=scheme)
    direct(page)
    page.get_by_text("Lấy mã ở đâu").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe.findings(page) == []
    first = page.locator("form :is(select, input:not([name=bai]))").first
    first.focus()
    seen = []
    for _ in range(12):
        seen.append(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name"))
        page.keyboard.press("Tab")
    assert seen.index("Soạn thư") < seen.index("Sao chép để gửi qua Zalo")


def test_without_scripts_it_says_what_to_write_and_where_to(enter):
    page = enter(MISTAKE, java_script_enabled=False)
    expect(page.get_by_role("link", name=MAIL)).to_be_visible()
    assert ZALO in page.locator("main").inner_text()
    assert page.get_by_text("Đúng ra là thế nào?").last.is_visible()
    assert not page.get_by_label("Đúng ra là thế nào?").is_visible()


def test_without_settings_it_gives_a_text_to_copy(visit, made):
    page = visit(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{made.url}bao-cho-sai/?bai=duong-hoa-tu-quan")
    assert page.get_by_role("link", name="Soạn thư").count() == 0
    of_mistake(page)
    page.get_by_role("button", name="Sao chép để gửi qua Zalo").click()
    expect(page.get_by_text("Hãy dán vào tin nhắn gửi tới ban biên tập")).to_be_visible()
    assert page.get_by_text("Có tài khoản ở").count() == 0


@pytest.fixture(scope="module")
def signing(tmp_path_factory, site):
    """The same site, whose readers sign in at the server."""
    folder = shutil.copytree(site.folder, tmp_path_factory.mktemp("signing") / "site")
    for path in ("bao-cho-sai/index.html", "gui-bai/index.html"):
        html = (folder / path).read_text(encoding="utf-8")
        put(folder / path, html.replace('"client_id":""', f'"client_id":"{CLIENT}"'))
    with served("signing", folder, "/thu/", with_headers=True) as made:
        yield made


def test_what_was_answered_is_there_after_signing_in(visit, signing, forgejo):
    forgejo.reset()
    page = visit().new_page()
    page.goto(signing.url + MISTAKE)
    of_mistake(page)
    direct(page)
    page.get_by_role("button", name="Đăng nhập ở").click()
    page.wait_for_url(signing.url + MISTAKE)
    expect(page.get_by_text("Đã đăng nhập ở")).to_be_visible()
    expect(page.get_by_label("Vì sao bạn biết?")).to_have_value("Báo cáo năm 2023 của xã")
    page.get_by_role("button", name="Gửi ngay tại đây").click()
    expect(page.get_by_text("Đã gửi: xem trên máy chủ")).to_be_visible()
    assert len(forgejo.issues) == 1


def test_who_signs_in_from_the_form_comes_back_to_its_last_step(visit, signing, forgejo):
    forgejo.reset()
    page = visit().new_page()
    page.goto(f"{signing.url}gui-bai/?tu=bai#gui")
    page.get_by_role("button", name="Đăng nhập ở").click()
    page.wait_for_url(f"{signing.url}gui-bai/?tu=bai#gui")
    expect(page.get_by_text("Đã đăng nhập ở")).to_be_visible()
