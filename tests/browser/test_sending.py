"""A change goes from a page to each kind of server: once, whole, whatever breaks on the way, and what goes wrong is told with its way out."""

import json
import re

import pytest
from browser.forge import API, BRANCH, CLIENT, PROJECT, SENDER, TOKEN, forge
from browser.forge_calls import CALLS
from browser.questions import axe
from browser.sites import served
from playwright.sync_api import expect
from project import ROOT, put

KINDS = ["forgejo", "github", "gitlab"]
FOLDER = "models/son-la/duong-hoa"
FILES = {f"{FOLDER}/model.yaml": "tieu_de: Đường hoa\n", f"{FOLDER}/anh-1.jpg": "một", f"{FOLDER}/anh-2.jpg": "hai"}
CHANGE = {
    "title": "Thêm mô hình: Đường hoa",
    "branch": "gui-bai/duong-hoa",
    "message": "models: thêm duong-hoa",
    "description": "Chi hội phụ nữ bản Lướt gửi.\n\n- [ ] Con số khớp với nguồn.",
    "files": FILES,
    "isNew": True,
}
EDIT = {**CHANGE, "files": {"models/son-la/cu/model.yaml": "tieu_de: mới\n"}, "isNew": False}
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Gửi</title><link rel="manifest" href="manifest.webmanifest">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="assets/trang.css">
<link rel="stylesheet" href="assets/gui-di.css">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {server}">
<body class="dv-page"><main><h1>Gửi</h1><h2>Các cách</h2><div data-dv-send></div></main>
<script type="application/json" data-dv-server>{told}</script><script type="module" src="thu.js"></script>"""
SCRIPT = """import { isBack, offerToSend } from "./assets/gui-di.js";
globalThis.isBack = isBack;
offerToSend(document.querySelector("[data-dv-send]"), async () => {
  const change = globalThis.change;
  return change && { ...change, files: Object.entries(change.files).map(([path, text]) => ({ path, blob: new Blob([text]) })) };
});"""


IS_DONE = """() => new Promise((done) => {
  const look = () => (document.querySelector("[data-dv-send] .dv-button--main").disabled ? setTimeout(look, 5) : done());
  look();
})"""


@pytest.fixture(scope="module", params=KINDS)
def server(request):
    with forge(request.param, CALLS[request.param]) as made:
        yield made


@pytest.fixture(scope="module")
def forgejo():
    with forge("forgejo", CALLS["forgejo"]) as made:
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of one page that sends, with our own scripts."""
    folder = tmp_path_factory.mktemp("sending")
    for path in (ROOT / "docs/assets").glob("*.*"):
        if path.suffix in (".js", ".css"):
            put(folder / "assets" / path.name, path.read_text(encoding="utf-8"))
    put(folder / "thu.js", SCRIPT)
    put(folder / "manifest.webmanifest", "{}")
    put(folder / "gui-bai/index.html", "")
    with served("sending", folder, "/thu/") as made:
        yield made


@pytest.fixture
def enter(visit, site):
    """Open the page for a server that begins anew."""

    def opened(server, change=CHANGE, client="", query="", **options):
        server.reset()
        told = {"kind": server.kind, "address": server.url, "api": server.url + API[server.kind]}
        told |= {"project": PROJECT, "branch": BRANCH, "client_id": client}
        put(site.folder / "index.html", PAGE.format(server=server.url, told=json.dumps(told)))
        page = visit(**options).new_page()
        page.said = []
        page.on(
            "console", lambda message: page.said.append(message.text) if "Content Security" in message.text else None
        )
        page.add_init_script(f"globalThis.change = {json.dumps(change)}")
        page.goto(site.url + query)
        return page

    return opened


def send(page, token=TOKEN):
    box = page.get_by_label("Mã truy cập của bạn")
    if token and box.count():
        box.fill(token)
    page.locator("[data-dv-send] .dv-button--main").click()
    page.evaluate(IS_DONE)
    return page.locator(".dv-send__said").inner_text()


def whole(server, files=FILES):
    """Tell that one pull request is there, whose branch has one commit with all files; give it."""
    (pull,) = server.pulls
    head = server.projects[pull["head"]]
    assert [(branch, names) for branch, _, names in head.commits] == [(pull["branch"], tuple(sorted(files)))]
    for path, text in files.items():
        assert head.branches[pull["branch"]][path] == text.encode()
    assert list(server.projects) == list(dict.fromkeys([PROJECT, pull["head"]])), "one copy of the project"
    return pull


def test_a_stranger_sends_all_files_in_one_commit_and_one_pull_request(server, enter):
    page = enter(server)
    assert "Đã gửi: đề nghị số 1." in send(page)
    pull = whole(server)
    assert (pull["head"], pull["title"]) == (f"{SENDER}/kheo", CHANGE["title"])
    assert pull["body"] == CHANGE["description"]
    assert re.fullmatch(r"gui-bai/duong-hoa-[0-9a-f]{12}", pull["branch"])
    assert page.get_by_role("link", name="đề nghị số 1").get_attribute("href").startswith(server.url)
    assert page.said == []
    assert not [target for _, target in server.asked if TOKEN in target]
    assert "Đã gửi: đề nghị số 1." in send(page), "the button once more finds what is there"
    whole(server)


def calls_of(server, enter):
    send(enter(server))
    return list(server.asked)


def test_a_network_that_breaks_at_any_call_leaves_nothing_half_and_nothing_twice(server, enter):
    """Before the server heard a call, and after it did what was asked and its answer was lost."""
    calls = calls_of(server, enter)
    broken = [(number, False) for number in range(1, len(calls) + 1)]
    broken += [(number, True) for number, (method, _) in enumerate(calls, 1) if method == "POST"]
    page = enter(server)
    for number, after in broken:
        server.reset()
        server.cut(number, after=after)
        assert "Mất mạng giữa chừng" in send(page), (number, after)
        assert page.get_by_role("button", name="Gửi tiếp").count() == 1
        server.mend()
        assert "Đã gửi: đề nghị số 1." in send(page), (number, after)
        whole(server)


def test_a_copy_that_takes_a_moment_is_waited_for(server, enter):
    page = enter(server)
    server.copying = 0.6
    assert "Đã gửi: đề nghị số 1." in send(page)
    whole(server)


def test_who_may_write_sends_without_a_copy(server, enter):
    page = enter(server)
    server.writers.add(SENDER)
    assert "Đã gửi: đề nghị số 1." in send(page)
    assert whole(server)["head"] == PROJECT


def test_a_correction_begins_at_what_is_published_though_the_copy_is_old(server, enter):
    page = enter(server, EDIT)
    server.copy(SENDER, PROJECT, "kheo")
    server.projects[PROJECT].branches[BRANCH]["models/son-la/cu/model.yaml"] = b"tieu_de: nay\n"
    server.projects[PROJECT].branches[BRANCH]["models/son-la/sau/model.yaml"] = b"tieu_de: sau\n"
    assert "Đã gửi: đề nghị số 1." in send(page)
    pull = whole(server, EDIT["files"])
    assert "models/son-la/sau/model.yaml" in server.projects[pull["head"]].branches[pull["branch"]]


def test_the_same_once_more_after_it_was_merged_opens_nothing(server, enter):
    page = enter(server)
    send(page)
    server.pulls[0] |= {"state": "closed", "merged": True}
    assert "đã được nhập vào kho bài" in send(page)
    assert len(server.pulls) == 1


TROUBLES = {
    "a token that expired": (lambda s: s.tokens.clear(), "đã hết hạn hoặc đã bị thu hồi"),
    "a token without the right": (
        lambda s: s.troubles.update({("GET", "/user"): (403, {"message": "scope"})}),
        "không có quyền",
    ),
    "a project that is not seen": (lambda s: s.projects.pop(PROJECT), "không thấy kho bài"),
    "a folder that is taken": (
        lambda s: s.projects[PROJECT].branches[BRANCH].update({f"{FOLDER}/model.yaml": b"khac"}),
        f"Đã có bài ở {FOLDER}",
    ),
    "too much": (lambda s: setattr(s, "largest", 60), "lớn hơn mức máy chủ nhận"),
    "too often": (
        lambda s: s.troubles.update({("GET", "/user"): (429, {"message": "slow down"})}),
        "gửi quá nhiều lần",
    ),
    "too often, as GitHub says it": (
        lambda s: s.troubles.update({("GET", "/user"): (403, {"message": "API rate limit exceeded"})}),
        "gửi quá nhiều lần",
    ),
    "a server in trouble": (lambda s: s.troubles.update({("GET", "/user"): (503, {})}), "đang trục trặc"),
    "a server that lets no page in": (lambda s: setattr(s, "origins", set()), "(CORS)"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_what_goes_wrong_is_told_with_its_way_out(forgejo, enter, name):
    wrong, sentence = TROUBLES[name]
    page = enter(forgejo)
    wrong(forgejo)
    assert sentence in send(page)
    assert forgejo.pulls == []


def test_a_token_that_was_refused_is_asked_for_anew(forgejo, enter):
    page = enter(forgejo)
    forgejo.tokens.clear()
    send(page)
    expect(page.get_by_label("Mã truy cập của bạn")).to_have_value("")
    send(page, "")
    assert "Hãy dán mã truy cập" in page.get_by_role("alert").inner_text()
    forgejo.tokens[TOKEN] = SENDER
    assert "Đã gửi" in send(page)


def test_another_project_of_the_copys_name_is_left_alone(forgejo, enter):
    page = enter(forgejo)
    forgejo.copy(SENDER, PROJECT, "kheo").parent = ""
    assert "Đã gửi: đề nghị số 1." in send(page)
    assert forgejo.pulls[0]["head"] == f"{SENDER}/kheo-gui-bai"


def test_an_old_copy_that_cannot_be_brought_up_to_date_is_told(forgejo, enter):
    page = enter(forgejo, EDIT)
    forgejo.copy(SENDER, PROJECT, "kheo")
    forgejo.syncs = False
    forgejo.projects[PROJECT].branches[BRANCH]["models/son-la/cu/model.yaml"] = b"tieu_de: nay\n"
    assert "đồng bộ rồi gửi lại" in send(page)
    assert forgejo.pulls == []


def test_where_a_token_may_not_open_a_pull_request_its_owner_is_led_to_do_it(enter):
    with forge("github", CALLS["github"]) as github:
        page = enter(github)
        github.may_open = False
        assert "mở đề nghị bằng tay" in send(page)
        link = page.get_by_role("link", name="Mở trang để kết thúc việc gửi").get_attribute("href")
        ((branch, _, files),) = github.projects[f"{SENDER}/kheo"].commits
        assert link.startswith(f"{github.url}/{PROJECT}/compare/{BRANCH}...{SENDER}:{branch}?")
        assert set(files) == FILES.keys()


def test_what_is_not_fit_is_not_sent(forgejo, enter):
    page = enter(forgejo, None)
    assert "Bài còn chỗ cần điền hoặc sửa" in send(page)
    assert forgejo.asked == []


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_token_is_kept_for_the_tab_only_where_its_owner_says_so(forgejo, enter, is_kept):
    page = enter(forgejo)
    if is_kept:
        page.get_by_label("Nhớ mã tới khi đóng thẻ").check()
    send(page)
    assert page.evaluate("JSON.stringify(localStorage)") == "{}"
    assert (TOKEN in page.evaluate("JSON.stringify(sessionStorage)")) == is_kept
    page.reload()
    assert page.get_by_role("button", name="Bỏ mã này").count() == is_kept
    if is_kept:
        page.get_by_role("button", name="Bỏ mã này").click()
        assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"


@pytest.fixture(params=["forgejo", "gitlab"])
def signing(request):
    with forge(request.param, CALLS[request.param]) as made:
        yield made


def test_who_signs_in_at_the_server_comes_back_and_sends(signing, enter, site):
    page = enter(signing, client=CLIENT, query="?bai=duong-hoa")
    send(page)
    assert "Hãy đăng nhập" in page.get_by_role("alert").inner_text()
    page.get_by_role("button", name="Đăng nhập ở").click()
    page.wait_for_url(f"{site.url}?bai=duong-hoa")
    expect(page.get_by_text("Đã đăng nhập ở")).to_be_visible()
    assert page.evaluate("globalThis.isBack")
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"
    assert "Đã gửi: đề nghị số 1." in send(page)
    whole(signing)
    assert not [target for _, target in signing.asked for token in signing.tokens if token in target]
    assert page.said == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?code=la&state=la", "Đăng nhập chưa xong"),
        ("?error=access_denied&state=la", "Bạn chưa cho phép"),
    ],
)
def test_whoever_leads_here_with_a_strange_code_signs_nobody_in(forgejo, enter, site, query, sentence):
    page = enter(forgejo, client=CLIENT, query=query)
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert page.url == site.url
    assert forgejo.asked == []


@pytest.mark.parametrize("client", ["", CLIENT])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_to_send_is_clean_on_a_phone(forgejo, enter, client, scheme):
    page = enter(forgejo, client=client, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    for details in page.locator("details").all():
        details.click()
    send(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe.findings(page) == []
