"""What stands at former addresses, what is promised, and how two releases are compared."""

import json
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from http.client import IncompleteRead, InvalidURL
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import gaierror
from threading import Thread
from urllib.error import URLError

import pytest
from click.testing import CliRunner
from library import SITE, TEMPLATES, MadeHost, inputs_of, made
from making import TODAY, event, model, photo
from showcase.cli.commands import main
from showcase.publish.context import Context
from showcase.publish.moved import OF_MODELS, Way
from showcase.publish.output import Output
from showcase.publish.promises import ADDRESSES, ANCHORS
from showcase.publish.redirect_rules import MOST, MOST_BYTES, rules_file
from showcase.publish.site import all_outputs
from showcase.record.addresses import read_pages
from showcase.record.event import Event
from showcase.record.making import make_event
from showcase.release.comparison import DamagedListError, Promises, compare, read_promises
from showcase.system import fetching
from showcase.system.fetching import FetchError, fetch
from showcase.system.gazetteer import load_gazetteer
from showcase.views.address import DATA_VERSION
from showcase.views.share_picture import KINDS

GUIDE = "lam_theo: {buoc: [Họp tổ., Chia đoạn.]}\n"
PHOTO = """\
anh:
  - tep: anh.jpg
    mo_ta: Con đường làng rợp hoa.
    tac_gia: Ban biên tập
    giay_phep: cua-du-an
    nguoi: khong
"""
TAKEN_DOWN = "go_bo: {ngay: 2026-11-21, ly_do: Theo đề nghị.}\n"


def context(*models, pages: str = "", events: tuple[Event, ...] = ()) -> Context:
    """The context of a site that knows its address; `pages` is its ledger of pages."""
    inputs, lines = inputs_of(*models), tuple(read_pages(pages))
    site = replace(
        SITE, url="https://mau.example/", picture="chia-se.png", share_pictures=KINDS, feeds=("mo-hinh", "tinh")
    )
    return Context(
        replace(
            inputs,
            settings=inputs.settings._replace(site=site),
            host=MadeHost({"gioi-thieu/index.html": "", "sw.js": ""}, site=site),
            events=events,
            published_pages=tuple(one for one in lines if one.is_page),
            published_files=tuple(one for one in lines if not one.is_page),
        )
    )


def table(of: Context) -> dict[str, Output]:
    return {output.address: output for output in all_outputs(of)}


def text_at(of: Context, where: str) -> str:
    return bytes(made(of, table(of)[where])).decode()


def promises(of: Context) -> Promises:
    return read_promises(bytes(made(of, table(of)[ADDRESSES])))


# --- What stands at former addresses -------------------------------------------------------------------------------


def test_a_renamed_model_takes_all_that_is_beside_its_page_along():
    before = context(model(GUIDE, name="cho-cu"))
    after = context(model(f"{GUIDE}duong_dan_cu: [cho-cu]\n", name="cho-moi"))
    beside = [where for where in table(before) if "/cho-cu" in where]
    assert {"mo-hinh/cho-cu/lam-theo/", "mo-hinh/cho-cu/phat-thanh.txt", "mo-hinh/cho-cu/chia-se.png"} <= set(beside)
    there = table(after)
    assert {where: there[where].leads_to for where in beside} == {
        where: where.replace("cho-cu", "cho-moi") for where in beside
    }
    assert 'content="0; url=../../../mo-hinh/cho-moi/lam-theo/"' in text_at(after, "mo-hinh/cho-cu/lam-theo/")
    for name in ("phat-thanh.txt", "chia-se.png"):
        former, today = (made(after, there[f"mo-hinh/{one}/{name}"]) for one in ("cho-cu", "cho-moi"))
        assert former == today


def test_whatever_a_model_has_is_carried_along():
    """A new family beside a model's page belongs into `OF_MODELS`."""
    for parts in (GUIDE, f"{GUIDE}{PHOTO}"):
        there = table(context(model(parts, name="cho-sach", photos=(photo("anh.jpg"),) if PHOTO in parts else ())))
        own = [where for where, output in there.items() if "/cho-sach/" in f"/{where}" and output.owner is None]
        assert {where.replace("cho-sach", "*") for where in own} <= set(OF_MODELS)


def test_three_names_in_turn_are_one_step_each():
    after = table(context(model("duong_dan_cu: [cho-mot, cho-hai]\n", name="cho-ba")))
    assert [after[f"mo-hinh/{name}/"].leads_to for name in ("cho-mot", "cho-hai")] == ["mo-hinh/cho-ba/"] * 2


def test_what_the_other_model_lacks_leads_to_its_page():
    after = context(model("duong_dan_cu: [cho-cu]\nkhong_de_xuat: co\n", name="cho-moi"))
    assert table(after)["mo-hinh/cho-cu/lam-theo/"].leads_to == "mo-hinh/cho-moi/"
    assert text_at(after, "mo-hinh/cho-cu/phat-thanh.txt") == (
        "Tệp này không còn ở đây. Xem: https://mau.example/mo-hinh/cho-moi/\n"
    )


def test_of_what_was_taken_down_pages_and_files_lead_to_the_notice_and_tell_nothing():
    after = context(model(f"{GUIDE}{TAKEN_DOWN}duong_dan_cu: [ten-xua]\n", name="cho-sach"), model(name="cho-khac"))
    there = table(after)
    for name in ("cho-sach", "ten-xua"):
        for where in (f"mo-hinh/{name}/lam-theo/", f"mo-hinh/{name}/phat-thanh/", f"mo-hinh/{name}/phat-thanh.txt"):
            assert there[where].leads_to == "mo-hinh/cho-sach/"
        assert made(after, there[f"mo-hinh/{name}/chia-se.png"]) == made(after, there["chia-se.png"])
        assert f"mo-hinh/{name}/chia-se.jpg" not in there
    assert "/mo-hinh/cho-sach/chia-se.jpg /mo-hinh/cho-sach/ 301" in text_at(after, "_redirects")


def test_a_photo_stays_under_the_name_that_a_former_id_gave_it():
    pictures = (photo("anh.jpg"),)
    before = promises(context(model(PHOTO, name="cho-cu", photos=pictures)))
    after = promises(context(model(f"{PHOTO}duong_dan_cu: [cho-cu]\n", name="cho-moi", photos=pictures)))
    (was,) = [where for where in before.addresses if where.startswith("anh/")]
    assert "cho-cu" in was
    assert after.addresses[was].leads_to == was.replace("cho-cu", "cho-moi")
    assert compare(before, after, TODAY).led_on == ()


def test_the_picture_of_an_event_that_was_renamed_stays_under_its_former_id():
    renamed = make_event(event("duong_dan_cu: [hoi-thi-cu]\n", name="hoi-thi-moi"), load_gazetteer())
    there = table(context(model(name="cho-sach"), events=(renamed,)))
    assert there["su-kien/hoi-thi-cu/chia-se.png"].leads_to == "su-kien/hoi-thi-moi/chia-se.png"
    assert there["su-kien/hoi-thi-cu/"].leads_to == "su-kien/hoi-thi-moi/"


def test_a_file_of_the_ledger_says_in_its_kind_where_to_look():
    after = context(
        model(f"{PHOTO}duong_dan_cu: [cho-cu]\n", name="cho-moi", photos=(photo("anh.jpg"),)),
        pages=(
            "anh/cho-cu_ban_0123456789ab-1600.jpg\t2026-11-20\tcho-cu\n"
            "chu-de/ten-cu/\t2026-11-20\tY tế\n"
            "chu-de/ten-cu/bang.json\t2026-11-20\t\n"
            "mo-hinh/cho-moi/so-lieu.txt\t2026-11-20\t\n"
        ),
    )
    assert json.loads(text_at(after, "chu-de/ten-cu/bang.json")) == {
        "phien_ban": 1,
        "thong_bao": "Tệp này không còn ở đây.",
        "dan_toi": "https://mau.example/chu-de/ten-cu/",
    }
    assert text_at(after, "mo-hinh/cho-moi/so-lieu.txt").endswith("https://mau.example/mo-hinh/cho-moi/\n")
    assert made(after, table(after)["chu-de/ten-cu/chia-se.png"]) == made(after, table(after)["chia-se.png"])
    assert "/anh/cho-cu_ban_0123456789ab-1600.jpg /mo-hinh/cho-moi/ 301" in text_at(after, "_redirects")
    assert promises(after).addresses["anh/cho-cu_ban_0123456789ab-1600.jpg"].leads_to == "mo-hinh/cho-moi/"


def test_the_rules_stay_below_what_every_host_takes_those_that_nothing_else_does_first():
    page = Output("mo-hinh/cu/index.html", made)
    ways = [Way(f"mo-hinh/{'rat-dai-' * 5}{number}/", "mo-hinh/moi/", "", page) for number in range(3000)]
    data = rules_file([*ways, Way("anh/mat.jpg", "mo-hinh/moi/", "", None)])
    assert data.splitlines()[0] == b"/anh/mat.jpg /mo-hinh/moi/ 301"
    assert len(data) <= MOST_BYTES
    assert data.endswith(b" 301\n")
    short = rules_file([Way(f"mo-hinh/{number}/", "mo-hinh/moi/", "", page) for number in range(3000)])
    assert len(short.splitlines()) == MOST


# --- What is promised ----------------------------------------------------------------------------------------------


def test_every_page_and_file_is_promised_but_what_only_machines_know():
    of = context(model(GUIDE, name="cho-sach"))
    unpromised = {"_headers", "_redirects", "sw.js", "sitemap.xml", "robots.txt"}
    there = {where for where in table(of) if where not in unpromised and not where.startswith("sitemap")}
    assert set(promises(of).addresses) == there
    assert {"tin.atom", "dia-phuong/son-la/tin.json", "du-lieu/v1/mo-hinh.json", "gioi-thieu/"} <= there


def test_few_lists_of_files_tell_of_all_models():
    of = context(*(model(f"tieu_de: Chợ sạch số {number}\n", name=f"cho-{number}") for number in range(100, 140)))
    data = json.loads(text_at(of, ADDRESSES))
    kinds = [row["kem"] for row in data["duong_dan"] if row["thuoc_ve"].startswith("mo-hinh:")]
    assert len(kinds) == 40
    assert len(set(kinds)) == 1


def test_promised_anchors_stand_in_the_templates():
    sections = {"boi-canh", "cach-lam", "hieu-qua", "bai-hoc", "han-che", "nhan-rong"}
    templates = {
        "mo-hinh": "model.html",
        "tien-trinh": "progress.html",
        "phong-trao": "movement.html",
        "van-ban": "document.html",
    }
    assert set(templates) == set(ANCHORS)
    parts = "".join(text for name, text in TEMPLATES.items() if name.startswith("parts/"))
    for kind, name in templates.items():
        missing = {anchor for anchor in ANCHORS[kind] if f'id="{anchor}"' not in TEMPLATES[name] + parts}
        assert missing - (sections if kind == "mo-hinh" else set()) == set()


# --- Two releases --------------------------------------------------------------------------------------------------


def listed(*rows: tuple[str, str], neo: dict | None = None, **led: str) -> Promises:
    data = [{"duong_dan": where, "thuoc_ve": about} for where, about in rows]
    data += [{"duong_dan": where, "thuoc_ve": "x", "dan_toi": target} for where, target in led.items()]
    return read_promises(json.dumps({"phien_ban": 1, "neo": neo or {}, "duong_dan": data}).encode())


A, B = ("mo-hinh/aaa/", "mo-hinh:aaa"), ("mo-hinh/bbb/", "mo-hinh:bbb")


def test_what_leads_by_one_step_is_not_lost_what_leads_by_two_is():
    assert not compare(listed(A), listed(B, **{A[0]: B[0]}), TODAY).is_final
    chain = listed(("mo-hinh/ccc/", "mo-hinh:ccc"), **{A[0]: B[0], B[0]: "mo-hinh/ccc/"})
    assert compare(listed(A), chain, TODAY).addresses == (("mo-hinh/aaa/",),)
    assert compare(listed(A), listed(B), TODAY).addresses == (("mo-hinh/aaa/",),)


def test_a_file_beside_what_is_there_is_led_on_unless_all_of_a_kind_are_gone():
    def release(*files: str) -> Promises:
        models = [(f"mo-hinh/cho-{number}/", f"mo-hinh:cho-{number}") for number in range(40)]
        return listed(*models, *((f"{models[number][0]}{name}", "x") for name in files for number in range(40)))

    some = replace_addresses(release("tin.txt"), lambda where: where != "mo-hinh/cho-7/tin.txt")
    lost = compare(release("tin.txt"), some, date(2026, 11, 30))
    assert not lost.is_final
    assert [(one.address, one.day, one.title) for one in lost.led_on] == [
        ("mo-hinh/cho-7/tin.txt", date(2026, 11, 30), "")
    ]
    all_gone = compare(release("tin.txt"), release(), TODAY)
    assert all_gone.led_on == ()
    assert [len(group) for group in all_gone.addresses] == [40]


def replace_addresses(promised: Promises, wanted) -> Promises:
    return promised._replace(addresses={where: one for where, one in promised.addresses.items() if wanted(where)})


def test_an_id_that_led_to_another_model_may_not_become_one_s_own_while_that_stands():
    before = listed(B, **{A[0]: B[0]})
    assert compare(before, listed(A, B), TODAY).taken == ("mo-hinh/aaa/",)
    assert compare(before, listed(A, **{B[0]: A[0]}), TODAY).taken == (), "renamed back"


def test_an_anchor_that_goes_is_told_and_a_further_page_of_a_list_may_go():
    lost = compare(
        listed(A, ("mo-hinh/trang-2/", "danh-sach:mo-hinh/"), neo={"mo-hinh": ["nguon", "ket-qua"]}),
        listed(A, neo={"mo-hinh": ["nguon"]}),
        TODAY,
    )
    assert (lost.anchors, lost.addresses) == (("mo-hinh: #ket-qua",), ())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"phien_ban": 2, "duong_dan": []}', b'{"phien_ban": 1, "duong_dan": [7]}', b"[" * 9999]
)
def test_what_is_no_list_of_addresses_is_said_to_be_none(data):
    with pytest.raises(DamagedListError):
        read_promises(data)


# --- From the web --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for this machine, made for this run."""
    folder = tmp_path_factory.mktemp("certificate")
    names = "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"
    keys = "-keyout", "key.pem", "-out", "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *keys]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/sang"):
            self.send_response(302)
            self.send_header("Location", "http://localhost:9/" if self.path == "/sang-thuong" else "/tot")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/mat" else 200)
        self.end_headers()
        if self.path == "/cham":
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            return
        self.wfile.write(b"x" * 100_000)

    def log_message(self, *_):
        pass


@contextmanager
def served(certificate) -> Iterator[str]:
    server = ThreadingHTTPServer(("localhost", 0), _Handler)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
    server.socket = secure.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"https://localhost:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.slow
def test_a_list_is_fetched_over_https_alone_and_no_more_than_is_wanted(certificate):
    known = ssl.create_default_context(cafile=str(certificate / "certificate.pem"))
    with served(certificate) as host:
        assert len(fetch(f"{host}/tot", most=100_000, seconds=20, context=known)) == 100_000
        assert len(fetch(f"{host}/sang", most=100_000, seconds=20, context=known)) == 100_000
        for path, why in (("/mat", "404"), ("/sang-thuong", "không phải https")):
            with pytest.raises(FetchError, match=why):
                fetch(f"{host}{path}", most=100_000, seconds=20, context=known)
        with pytest.raises(FetchError, match="lớn hơn 99999 byte"):
            fetch(f"{host}/tot", most=99_999, seconds=20, context=known)
        with pytest.raises(FetchError, match=r"chờ quá 0\.2 giây"):
            fetch(f"{host}/cham", most=100_000, seconds=0.2, context=known)
        with pytest.raises(FetchError, match="không nối được: chứng chỉ của máy chủ không tin được"):
            fetch(f"{host}/tot", most=100_000, seconds=20)  # nobody vouches for this certificate


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (URLError(gaierror(-2, "Name or service not known")), "không có máy chủ nào tên ấy, hoặc máy này chưa có mạng"),
        (URLError(ConnectionRefusedError(111, "Connection refused")), "máy chủ không nhận kết nối"),
        (ConnectionResetError(104, "Connection reset by peer"), "kết nối bị cắt giữa chừng"),
        (TimeoutError("timed out"), "máy chủ không trả lời"),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), "máy chủ không nói https như phải nói"),
        (InvalidURL("nonnumeric port: 'x'"), "địa chỉ viết sai"),
        (IncompleteRead(b""), "máy chủ trả lời không như một trang web"),
        (OSError(113, "No route to host"), r"\[Errno 113\] No route to host"),
    ],
)
def test_why_nothing_could_be_fetched_is_told_in_vietnamese(monkeypatch, error, why):
    def fail(*_):
        raise error

    monkeypatch.setattr(fetching, "_parts", fail)
    with pytest.raises(FetchError, match=f"^không nối được: {why}$"):
        fetch("https://mau.example/", most=100, seconds=5)


def test_an_address_that_is_none_is_told(monkeypatch):
    for name in ("https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for address in ("https://[sai", "https://127.0.0.1:cong/", f"https://{'a' * 70}.example/"):
        with pytest.raises(FetchError, match="địa chỉ viết sai"):
            fetch(address, most=100, seconds=5)


def test_who_has_built_no_site_or_another_is_led_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / "duong-dan.json").write_text(json.dumps({"phien_ban": DATA_VERSION, "duong_dan": []}))
    answer = CliRunner().invoke(main, ["release", "--previous", "duong-dan.json"])
    assert answer.exit_code == 2
    assert "'showcase build' trước" in answer.output
    assert "--site THƯ_MỤC" in answer.output


def test_any_other_address_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").mkdir()
    for address in ("http://mau.example/duong-dan.json", "file:///etc/passwd"):
        answer = CliRunner().invoke(main, ["release", "--previous", address])
        assert answer.exit_code == 2
        assert "https://" in answer.output
