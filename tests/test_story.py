"""Stories: what their Markdown holds, where their links lead, what the page shows; and that no text can do harm."""

import re
import sys
from html.parser import HTMLParser

import pytest
from hostile_stories import CONTROL, PICTURE, WALLS, both_walls, first_wall_alone, hostile_stories, second_wall_bare
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from showcase.publish import story
from showcase.publish.story import LinkTarget, render_story, sanitise
from showcase.reading.link import Destination, LinkKind, Refusal, link_target
from showcase.reading.questions import Parted, part_questions
from showcase.reading.story import StoryFacts, StoryLink, StoryPicture, picture_file, plain_paragraphs, story_facts

HOSTILE = hostile_stories()


def shown(markdown: str, heading_level: int = 2) -> str:
    return str(
        render_story(
            markdown,
            heading_level=heading_level,
            link=lambda model_id: LinkTarget(f"../{model_id}/") if model_id != "khong-co-bai" else None,
            picture=lambda name: Markup(f"<figure>{name}</figure>") if name.endswith(".jpg") else None,
        )
    )


# What a story shows


def test_a_story_is_shown_as_it_was_written():
    markdown = """\
Bà con *thôn Bình Minh* cùng làm; **hơn 3.100** "mắt" camera & đèn,
theo [báo Nghệ An](https://baonghean.vn/camera?a=1&b=2 "Báo").

1. Họp dân
2. Góp công, ghi sổ `thu - chi`

> Dễ trăm lần không dân cũng chịu\\
> Khó vạn lần dân liệu cũng xong

---

- Hộ khá góp tiền
  - hộ khó góp công
"""
    assert (
        shown(markdown)
        == """\
<p>Bà con <em>thôn Bình Minh</em> cùng làm; <strong>hơn 3.100</strong> "mắt" camera &amp; đèn,
theo <a href="https://baonghean.vn/camera?a=1&amp;b=2" rel="noopener nofollow">báo Nghệ An</a>.</p>
<ol><li>Họp dân
</li>
<li>Góp công, ghi sổ <code>thu - chi</code>
</li>
</ol>
<blockquote><p>Dễ trăm lần không dân cũng chịu<br>
Khó vạn lần dân liệu cũng xong</p>
</blockquote>
<hr>
<ul><li>Hộ khá góp tiền
<ul><li>hộ khó góp công
</li>
</ul>
</li>
</ul>
"""
    )


def test_nothing_that_people_wrote_is_rewritten():
    text = "“Nói đi đôi với làm” - 5 không, 3 có... (c) 2022 -- \"hết\" 'rồi' www.vi-du.vn ~~xóa~~ | a | b |"
    assert shown(text) == f"<p>{text}</p>\n"


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Cách làm\n===", "<h3>Cách làm</h3>\n"),
        ("Cách làm\n---", "<h3>Cách làm</h3>\n"),
        ("###### Cách làm", "<h3>Cách làm</h3>\n"),
        ("# A\n### B\n## C\n# D", "<h3>A</h3>\n<h4>B</h4>\n<h4>C</h4>\n<h3>D</h3>\n"),
        ("### A\n# B\n#### C", "<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>\n"),
        (
            "# A\n## B\n### C\n#### D\n##### E",
            "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>\n",
        ),
        ("#\n\nBà con", "<p>Bà con</p>\n"),
        ("# [](../hai-xa-mot-ben/)", '<h3><a href="../hai-xa-mot-ben/">../hai-xa-mot-ben/</a></h3>\n'),
    ],
)
def test_headings_continue_the_page_and_skip_no_level(markdown, html):
    assert shown(markdown) == html


def test_headings_go_no_deeper_than_six():
    assert shown("# A\n## B", heading_level=5) == "<h6>A</h6>\n<h6>B</h6>\n"


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("![Lắp camera](lap.jpg)", "<figure>lap.jpg</figure>\n"),
        ("Trước\n![x](a.jpg)\nSau", "<p>Trước</p>\n<figure>a.jpg</figure>\n<p>Sau</p>\n"),
        ("Trước\\\n![x](a.jpg)", "<p>Trước</p>\n<figure>a.jpg</figure>\n"),
        ("![x](a.jpg) ![y](b.jpg)\nSau", "<figure>a.jpg</figure>\n<figure>b.jpg</figure>\n<p>Sau</p>\n"),
        ("Bà con ![x](a.jpg) cùng làm.", "<p>Bà con  cùng làm.</p>\n<figure>a.jpg</figure>\n"),
        ("# ![x](a.jpg) Lắp", "<h3>Lắp</h3>\n<figure>a.jpg</figure>\n"),
        ("# ![x](a.jpg)", "<figure>a.jpg</figure>\n"),
        ("**![x](a.jpg)**", "<figure>a.jpg</figure>\n"),
        ("- ![x](a.jpg)\n- hai", "<ul><li><figure>a.jpg</figure>\n</li>\n<li>hai\n</li>\n</ul>\n"),
        (
            "[![Xem thêm](a.jpg)](https://vi-du.vn)",
            '<p><a href="https://vi-du.vn" rel="noopener nofollow">Xem thêm</a></p>\n<figure>a.jpg</figure>\n',
        ),
        ("![Lắp *camera* <b>](khong-co.png)", "<p>Lắp camera &lt;b&gt;</p>\n"),
        ("![x](./l%E1%BA%AFp%20m%C3%A1y.jpg)", "<figure>lắp máy.jpg</figure>\n"),
        ("![x](<lắp máy.jpg>)", "<figure>lắp máy.jpg</figure>\n"),
        ("![x][a]\n\n[a]: a.jpg", "<figure>a.jpg</figure>\n"),
    ],
)
def test_pictures_stand_beside_paragraphs_never_in_them(markdown, html):
    assert shown(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[a](../hop-tac-xa/)", '<a href="../hop-tac-xa/">a</a>'),
        ("[a](/mo-hinh/hop-tac-xa)", '<a href="../hop-tac-xa/">a</a>'),
        ("[a](../khong-co-bai/)", "a"),
        ("<danvan@nghean.gov.vn>", '<a href="mailto:danvan@nghean.gov.vn">danvan@nghean.gov.vn</a>'),
        ("<https://vi-du.vn/a>", '<a href="https://vi-du.vn/a" rel="noopener nofollow">https://vi-du.vn/a</a>'),
        ("<https://Vi-du.vn/A>", '<a href="https://vi-du.vn/A" rel="noopener nofollow">https://Vi-du.vn/A</a>'),
        ("&nbsp;a", "&nbsp;a"),
        ("<javascript:alert(1)>", "&lt;javascript:alert(1)&gt;"),
        ("[**lời** hay](javascript:alert(1))", "<strong>lời</strong> hay"),
        ("[](https://vi-du.vn)", '<a href="https://vi-du.vn" rel="noopener nofollow">https://vi-du.vn</a>'),
        ("[ ](javascript:alert(1))", "javascript:alert(1)"),
        (
            "[<https://trong.vn>](https://ngoai.vn)",
            '<a href="https://ngoai.vn" rel="noopener nofollow">&lt;https://trong.vn&gt;</a>',
        ),
        ("[a](https://vi-du.vn/x'y\"z)", '<a href="https://vi-du.vn/x%27y%22z" rel="noopener nofollow">a</a>'),
    ],
)
def test_links_lead_where_they_may_and_are_words_otherwise(markdown, html):
    assert shown(markdown) == f"<p>{html}</p>\n"


def test_what_looks_like_html_is_shown_as_typed():
    assert shown('Bấm <b onclick="*x*">vào</b> *đây* <!-- *ẩn* --> &lt;i> 1 < 2') == (
        '<p>Bấm &lt;b onclick="*x*"&gt;vào&lt;/b&gt; <em>đây</em> &lt;!-- *ẩn* --&gt; &lt;i&gt; 1 &lt; 2</p>\n'
    )


def test_a_hidden_character_is_shown_to_be_there():
    assert shown("a&#8238;b `\u202e` \u200b") == "<p>a\ufffdb <code>\ufffd</code> \ufffd</p>\n"


@pytest.mark.parametrize(
    "markdown",
    [
        "- " * 12 + "Bà con",
        "> " * 30 + "Bà con",
        "![" * 40 + "<b " * 4900 + "Bà con",
        "*_" * 4000 + "Bà con",
        "x\n" * 400 + "Bà con",
        "x" * 20_000 + "Bà con",
        "Bà con " + "![" * 20 + "x+" * 2500,
    ],
    ids=["lists", "quotations", "brackets", "signs", "lines", "characters", "looks"],
)
def test_a_text_over_a_limit_is_shown_plain_and_whole(markdown):
    html = shown(markdown)
    assert story_facts(markdown) == StoryFacts(plain=True)
    assert set(re.findall(r"</?\w+>", html)) == {"<p>", "</p>"}
    assert Markup(html).unescape().removeprefix("<p>").removesuffix("</p>\n") == markdown.strip()


def test_paragraphs_of_a_text_over_a_limit_stay_paragraphs():
    assert shown("Một <b>\r\n \r\n\r\nhai\rba" + "\n" * 400) == "<p>Một &lt;b&gt;</p>\n<p>hai\nba</p>\n"


@pytest.mark.parametrize("depth", [1, 5, 9])
def test_lists_within_lists_are_kept_as_far_as_the_limit(depth):
    html = shown("- " * depth + "Bà con")
    assert html.count("<ul>") == depth
    assert "Bà con" in html


def test_a_slip_of_the_parser_costs_the_markup_and_not_the_site(monkeypatch):
    def slip(*_arguments: object) -> None:
        raise IndexError

    monkeypatch.setattr("showcase.reading.commonmark._PARSER.parse", slip)
    assert shown("*Bà con*\n\ncùng làm") == "<p>*Bà con*</p>\n<p>cùng làm</p>\n"
    assert story_facts("*Bà con*").plain


_MOSTLY_WORDS = st.text(st.sampled_from("aăđếB9 ,.;:!?()\"'“”–-+#*_=>&\n\n\u00a0\u3000"), max_size=60)


@settings(max_examples=5 * settings().max_examples)
@given(_MOSTLY_WORDS)
def test_a_text_that_is_only_paragraphs_is_shown_as_if_it_had_been_read_as_markdown(text):
    """Most sections are not even read; what stands on the page must be the same."""
    looked = story.write_html(text, heading_level=2, link=lambda _: None, picture=lambda _: None)
    told = plain_paragraphs(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(story, "bare_paragraphs", lambda _text: None)
        patch.setattr("showcase.reading.story.bare_paragraphs", lambda _text: None)
        read = story.write_html(text, heading_level=2, link=lambda _: None, picture=lambda _: None)
        assert told == plain_paragraphs(text)
    assert looked == read


def test_the_same_story_gives_the_same_bytes():
    text = "# A\n![x](a.jpg) [b](../mo-hinh-a/) *c* <d>"
    assert len({shown(text) for _ in range(5)}) == 1


# What a story holds


def test_facts_come_in_the_order_of_the_text():
    facts = story_facts("""\
# Xem [báo *Nghệ An*](https://baonghean.vn) và ![Chợ *mới*](ch%E1%BB%A3.jpg)

- <b>đậm</b> `<i>` [![ảnh](a.jpg)](../cho-van-minh/) <danvan@nghean.gov.vn>
- [x][nguồn] &#8203;

[nguồn]: <javascript&colon;alert(1)> "y"
""")
    assert facts == StoryFacts(
        links=(
            StoryLink("báo Nghệ An", "https://baonghean.vn"),
            StoryLink("ảnh", "../cho-van-minh/"),
            StoryLink("danvan@nghean.gov.vn", "mailto:danvan@nghean.gov.vn"),
            StoryLink("x", "javascript:alert(1)"),
        ),
        pictures=(StoryPicture("Chợ mới", "ch%E1%BB%A3.jpg"), StoryPicture("ảnh", "a.jpg")),
        raw_html=("<b>", "</b>"),
        unseen=("\u200b",),
    )


@pytest.mark.parametrize(
    ("markdown", "snippets"),
    [
        ("<img/src=x/onerror=alert(1)>", ("<img/src=x/onerror=alert(1)>",)),
        ("<!-- ghi *chú* --> <!DOCTYPE x> <?php ?>", ("<!-- ghi *chú* -->", "<!DOCTYPE x>", "<?php ?>")),
        ("<div>\n\n*x*\n\n</div>", ("<div>", "</div>")),
        ("1 < 2, 3 > 2, <xã Quỳnh Lập>, <3, <- , `<b>`, &lt;b&gt;, \\<b>", ()),
        ("    <b>\n\n```\n<i>\n```", ()),
        ("<!-- không đóng", ()),
    ],
)
def test_what_looks_like_html_is_found(markdown, snippets):
    assert story_facts(markdown).raw_html == snippets


def test_a_picture_means_a_file_of_the_folder():
    assert picture_file("./l%E1%BA%AFp m%C3%A1y.jpg") == "lắp máy.jpg"
    assert picture_file("la\u0306\u0301p.jpg") == "lắp.jpg"
    assert picture_file("100%.jpg") == "100%.jpg"


# What a story asks


def test_lists_of_questions_are_told_apart_from_the_text():
    markdown = """\
Mùa khô thiếu nước tưới. Lấy ở đâu?

- Xin giống *hoa* ở đâu?

Việc giữ nước mưa chưa có lời giải:
* Mỗi tháng hết bao nhiêu
  nước?
* “Ai tưới khi vào vụ gặt?”

## Khi mưa

- Cống &amp; rãnh rộng mấy mét?
"""
    rest, questions = part_questions(markdown)
    assert questions == (
        "Mỗi tháng hết bao nhiêu nước?",
        "“Ai tưới khi vào vụ gặt?”",
        "Cống & rãnh rộng mấy mét?",
    )
    assert shown(rest) == (
        "<p>Mùa khô thiếu nước tưới. Lấy ở đâu?</p>\n"
        "<ul><li>Xin giống <em>hoa</em> ở đâu?\n</li>\n</ul>\n"
        "<p>Việc giữ nước mưa chưa có lời giải:</p>\n"
        "<h3>Khi mưa</h3>\n"
    )


def test_where_all_is_questions_no_text_is_left():
    assert part_questions("- Giống ở đâu?\r\n\r\n- Ai tưới?\r\n\r\n+ Ai trả?\n") == Parted(
        "", ("Giống ở đâu?", "Ai tưới?", "Ai trả?")
    )
    assert part_questions("") == Parted("", ())


@pytest.mark.parametrize(
    "markdown",
    [
        "Ai tưới?\n\nGiống ở đâu?",
        "- Ai tưới?\n- Giống xin ở chợ.",
        "1. Ai tưới?\n2. Giống ở đâu?",
        "> - Ai tưới?",
        "- Ai tưới?\n  - Tưới bằng gì?",
        "- Ai tưới?\n\n  Giống ở đâu?",
        "- Ai tưới?\n-\n",
        "- # Ai tưới?",
        "- Ai tưới hoa ở [bản bên](../duong-hoa/)?",
        "- Ai `tưới`?",
        "- ![Ai tưới?](a.jpg)",
        "- Ai <b>tưới</b>?",
        "- Ai\\\n  tưới?",
        "- Ai&#8238; tưới?",
        "- Ai tưới?" + "\n" * 400,
    ],
)
def test_what_is_no_list_of_plain_questions_stays_in_the_text(markdown):
    assert part_questions(markdown) == Parted(markdown, ())


@pytest.mark.parametrize(
    "markdown",
    ["- Mưa to.\n\n* Ai tưới?\n\n- Nắng gắt.", "Xem [bản bên].\n\n- Ai tưới?\n\n  [bản bên]: ../duong-hoa/"],
    ids=["two lists would become one", "a link would lead nowhere"],
)
def test_a_list_stays_without_which_the_rest_would_be_another(markdown):
    assert part_questions(markdown) == Parted(markdown, ())


def test_what_follows_a_list_of_questions_does_not_join_what_stood_before_it():
    rest, questions = part_questions("Mưa to.\n- Ai tưới?\n---\nNắng gắt.")
    assert (shown(rest), questions) == ("<p>Mưa to.</p>\n<hr>\n<p>Nắng gắt.</p>\n", ("Ai tưới?",))


# Where a link leads


def web(address: str, host: str) -> Destination:
    return Destination(LinkKind.WEB, address=address, host=host)


@pytest.mark.parametrize(
    ("target", "destination"),
    [
        ("https://baonghean.vn", web("https://baonghean.vn", "baonghean.vn")),
        ("HTTP://WWW.BaoNgheAn.VN/A?b=C#d", web("http://www.baonghean.vn/A?b=C#d", "www.baonghean.vn")),
        ("https://vi-du.vn:8443/", web("https://vi-du.vn:8443/", "vi-du.vn")),
        ("https://vi-du.vn/Đường cũ", web("https://vi-du.vn/%C4%90%C6%B0%E1%BB%9Dng%20c%C5%A9", "vi-du.vn")),
        ("https://vi-du.vn/100%/%C4%90?a[]=1", web("https://vi-du.vn/100%25/%C4%90?a%5B%5D=1", "vi-du.vn")),
        ("https://vi-du.vn/#a#b", web("https://vi-du.vn/#a%23b", "vi-du.vn")),
        ("https://Dânvận.vn/", web("https://xn--dnvn-boa8786b.vn/", "dânvận.vn")),
        ("https://xn--dnvn-boa8786b.vn", web("https://xn--dnvn-boa8786b.vn", "dânvận.vn")),
        ("mailto:Dan.Van@nghean.gov.vn", Destination(LinkKind.MAIL, address="mailto:Dan.Van@nghean.gov.vn")),
        ("../dong-xuan-pho-am-thuc/", Destination(LinkKind.MODEL, model="dong-xuan-pho-am-thuc")),
        ("../dong-xuan-pho-am-thuc", Destination(LinkKind.MODEL, model="dong-xuan-pho-am-thuc")),
        ("/mo-hinh/dong-xuan-pho-am-thuc/", Destination(LinkKind.MODEL, model="dong-xuan-pho-am-thuc")),
        ("../../mo-hinh/dong-xuan-pho-am-thuc/", Destination(LinkKind.MODEL, model="dong-xuan-pho-am-thuc")),
    ],
)
def test_a_target_that_a_story_may_have(target, destination):
    assert link_target(target) == destination


@pytest.mark.parametrize(
    ("refusal", "targets"),
    [
        (Refusal.EMPTY, ["", "  "]),
        (Refusal.TOO_LONG, ["https://vi-du.vn/" + "a" * 2000]),
        (
            Refusal.CHARACTER,
            [
                "java\tscript:x",
                "\x01javascript:x",
                "java\nscript:x",
                "\u200bhttps://vi-du.vn",
                "https://vi-du.vn/\u202ex",
            ],
        ),
        (
            Refusal.CHARACTER,
            ["https:\\\\vi-du.vn", "/\\vi-du.vn", "https://vi-du.vn\\@x.vn", "https://vi-du.vn/\ud800"],
        ),
        (
            Refusal.SCHEME,
            ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "tel:113", "file:///x"],
        ),
        (Refusal.SCHEME, ["https:vi-du.vn", "http:/vi-du.vn", "localhost:80", "ftp://vi-du.vn"]),
        (Refusal.NO_SCHEME, ["//vi-du.vn", "www.vi-du.vn/x", "baonghean.vn", "hanoi.gov.vn?a=1"]),
        (Refusal.USER, ["https://nghean.gov.vn@vi-du.vn", "https://a:b@vi-du.vn/", "https://nghean.gov.vn%20@x.vn"]),
        (
            Refusal.HOST,
            ["https://", "https:///vi-du.vn", "https://?x", "https://.vn", "https://vi-du..vn", "https://a.v"],
        ),
        (Refusal.HOST, ["http://2130706433", "http://127.0.0.1", "http://0x7f.1", "http://[::1]", "http://localhost"]),
        (
            Refusal.HOST,
            ["https://vi-du.vn:", "https://vi-du.vn:99999", "https://vi-du.vn:x", "https://-a.vn", "https://a b.vn"],
        ),
        (
            Refusal.HOST,
            ["https://nghеan.vn", "https://xn--80ak6aa92e.com", "https://例.vn", "https://ｖｉ.vn", "https://a。vn"],
        ),
        (
            Refusal.HOST,
            ["https://xn--.vn", "https://xn--a.vn", "https://xn--vi-du-.vn", "https://evil%2Evn", "https://a.xn--"],
        ),
        (Refusal.HOST, ["https://" + "a" * 64 + ".vn", "https://" + "a." * 130 + "vn", "https://" + "đ" * 60 + ".vn"]),
        (
            Refusal.MAIL,
            ["mailto:", "mailto:a", "mailto:a@b", "mailto:a@vi-du.vn?bcc=b@vi-du.vn", "mailto:a@x.vn,b@x.vn"],
        ),
        (Refusal.MAIL, ["mailto:a@vi-du.vn%0d%0abcc:b", 'mailto:"x"@vi-du.vn', "danvan@nghean.gov.vn"]),
        (
            Refusal.PATH,
            ["#phan", "?q=x", "/", "..", "a", "../../../x", "../A-B-C/", "../a/b/", "/mo-hinh/ab/", "../-abc/"],
        ),
        (
            Refusal.PATH,
            ["javascript&colon;alert(1)", "%6Aavascript%3Aalert(1)", "/mo-hinh/abc/#x", "../abc/index.html"],
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Refusal) else "",
)
def test_a_target_that_is_refused(refusal, targets):
    assert {target: link_target(target) for target in targets} == {
        target: Destination(LinkKind.REFUSED, refusal=refusal) for target in targets
    }


# That no text does harm

PHRASES = {"em", "strong", "code", "br", "a"}
BLOCKS = {"p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"}
HREF = re.compile(r"https?://[a-z0-9][^\s\"'<>\\`]*|mailto:[^\s\"'<>\\`]+|\.\./[a-z0-9-]+/")
HARMLESS = re.compile(r"(?:https?://(?!/)|mailto:|\.{0,2}/(?!/))[^\s\"<>\\`]*")


class Inspector(HTMLParser):
    """Reads HTML and notes what no story may hold."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, tuple]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(attrs)))
        if tag not in PHRASES | BLOCKS:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            self.attribute(tag, name, value or "")
        if tag not in {"br", "hr"}:
            self.open.append(tag)

    def attribute(self, tag, name, value):
        allowed = {
            ("a", "href"): HARMLESS.fullmatch(value),
            ("a", "rel"): value == "noopener nofollow",
            ("ol", "start"): re.fullmatch("[0-9]{1,9}", value),
        }
        if not allowed.get((tag, name)):
            self.faults.append(f"{tag} {name}={value!r}")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.faults.append(f"<!--{data}")

    def handle_decl(self, decl):
        self.faults.append(f"<!{decl}")

    def handle_pi(self, data):
        self.faults.append(f"<?{data}")

    def unknown_decl(self, data):
        self.faults.append(f"<![{data}")


class StrictInspector(Inspector):
    """Asks besides what the first wall promises: blocks only where HTML has them, links only where stories have them."""

    def handle_starttag(self, tag, attrs):
        parent = self.open[-1] if self.open else "main"
        if (tag == "li") != (parent in {"ul", "ol"}) or (
            tag in BLOCKS and parent not in {"main", "li", "blockquote"} | {"ul", "ol"}
        ):
            self.faults.append(f"<{tag}> in <{parent}>")
        if tag == "a" and ("a" in self.open or not HREF.fullmatch(dict(attrs).get("href", ""))):
            self.faults.append(f"a link {attrs}")
        super().handle_starttag(tag, attrs)

    def handle_data(self, data):
        if data.strip() and self.open and self.open[-1] in {"ul", "ol"}:
            self.faults.append(f"{data!r} in a list")
        super().handle_data(data)


def inspect(html: str, inspector: type[Inspector] = Inspector) -> Inspector:
    found = inspector()
    found.feed(html.replace(str(PICTURE), ""))
    found.close()
    found.faults += [f"<{tag}> stays open" for tag in found.open]
    return found


def test_the_first_wall_escapes_addresses_and_the_second_is_asked(monkeypatch):
    link = '<a href="https://vi-du.vn/?a=1&amp;b=2" rel="noopener nofollow">a</a>'
    assert first_wall_alone("[a](https://vi-du.vn/?a=1&b=2)") == f"<p>{link}</p>\n"
    monkeypatch.setattr("showcase.publish.story.write_html", lambda *_, **__: (f"<p>{CONTROL}{link}</p>", ()))
    assert both_walls("") == f"<p>{link}</p>"


@pytest.mark.parametrize("name", HOSTILE)
def test_each_wall_alone_holds(name):
    faults = {wall: inspect(write(HOSTILE[name])).faults for wall, write in WALLS.items()}
    assert faults == {wall: [] for wall in WALLS}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_first_wall_leaves_nothing_for_the_second(name):
    first = inspect(first_wall_alone(HOSTILE[name]), StrictInspector)
    both = inspect(sanitise(first_wall_alone(HOSTILE[name])), StrictInspector)
    assert first.faults == []
    assert (both.faults, both.tags, both.text) == ([], first.tags, first.text)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_second_wall_has_the_last_word(name):
    once = second_wall_bare(HOSTILE[name]).replace("\r", "\n")
    assert sanitise(once) == once


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("picture mark forged")])
def test_no_text_forges_the_mark_of_a_picture(name):
    assert both_walls(HOSTILE[name]).count(str(PICTURE)) == HOSTILE[name].count("](a.jpg)")


@pytest.mark.parametrize("name", HOSTILE)
def test_facts_of_a_hostile_story_are_told(name):
    facts = story_facts(HOSTILE[name])
    assert all(isinstance(link_target(link.target), Destination) for link in facts.links)


def test_the_inspectors_see_harm():
    assert inspect(CONTROL).faults == ["<img>", "img src='x'", "img onerror='alert(1)'", "<img> stays open"]
    assert inspect('<a href="javascript:x">').faults
    assert inspect('<a href="//vi-du.vn">x</a>').faults
    assert inspect("<p>x").faults
    assert inspect("<p><p>x</p></p>", StrictInspector).faults
    assert inspect("<ul>x<p></p></ul>", StrictInspector).faults
    assert inspect('<p><a href="/x">x</a></p>', StrictInspector).faults


def test_the_collection_covers_what_it_names():
    assert len(HOSTILE) > 250
    assert all(text for text in HOSTILE.values())
    assert not any("⟨" in text for text in HOSTILE.values())
    harmful = [name for name, text in HOSTILE.items() if len(text) < 500 and inspect(text).faults]
    assert len(harmful) > 90


def calls_needed(text: str) -> int:
    """Count the calls of functions while a story is shown: what it costs, on every machine the same."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        both_walls(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.slow
def test_no_text_costs_much_more_than_an_honest_one():
    paragraph = (
        "Bà con *thôn Bình Minh* cùng làm, [báo Nghệ An](https://baonghean.vn/a) viết: **hơn 3.100** mắt (2022).\n\n"
    )
    honest = calls_needed(paragraph * 180)
    costs = {name: calls_needed(text) for name, text in HOSTILE.items()}
    assert honest > 10_000
    assert {name: cost for name, cost in costs.items() if cost > 8 * honest} == {}


MARKUP = "[ ] ( ) ! * _ ` < > & \\ # - + ~ = \" ' : ; / . 1 ]( ![ ](a.jpg) ](../a-b-c/) ](javascript:x) ** <!-- --> &amp; &#60; &#8238;"
LINES = ["\n", "\n\n", "> ", "- ", "1. ", "[a]: b\n", "    ", "```\n", "# ", "===\n", "\r", "\t", " "]
HARM = [
    "<script>",
    "</p>",
    '<img src=x onerror="',
    "\ufffe0\ufffe",
    "\x00",
    "\u202e",
    "\ud800",
    "{{ x }}",
    "<a@b.vn>",
    "[a]",
]
PIECES = st.sampled_from([*MARKUP.split(), *LINES, *HARM, "Bà con", "<https://vi-du.vn>"])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_soup_of_markdown_does_harm(soup):
    first = inspect(first_wall_alone(soup), StrictInspector)
    both = inspect(sanitise(first_wall_alone(soup)), StrictInspector)
    assert (first.faults, both.faults, both.tags) == ([], [], first.tags)
    assert inspect(both_walls(soup), StrictInspector).faults == []
    story_facts(soup)


@given(st.lists(st.one_of(PIECES, st.sampled_from(["- Ai tưới?\n", "* Ở đâu?\n", "\n\n"])), max_size=30).map("".join))
def test_no_word_is_lost_where_questions_are_told_apart(soup):
    def words(html):
        return sorted(inspect(html).text.split())

    rest, questions = part_questions(soup)
    told = f"{first_wall_alone(rest)} {' '.join(map(story.shown, questions))}"
    assert words(told) == words(first_wall_alone(soup))


@given(st.text(st.characters(codec=None)))
def test_no_text_at_all_does_harm(text):
    assert inspect(both_walls(text), StrictInspector).faults == []
    assert isinstance(story_facts(text), StoryFacts)


@given(
    st.one_of(st.text(st.characters(codec=None)), st.lists(PIECES).map("".join)).map(
        lambda end: f"https://vi-du.vn{end}"
    )
)
def test_a_web_address_is_plain_ascii_and_leads_to_its_host(target):
    found = link_target(target)
    if found.kind is LinkKind.WEB:
        assert HREF.fullmatch(found.address)
        assert found.address.isascii()
        assert link_target(found.address) == found
