"""How often an editor who does just what is said must run the checker until it is silent: three times at most.

The editor knows no YAML. For each finding of a run the hand of the table does what the sentence says, at the spot that it
names; a sentence for which there is no hand fails the test.
"""

import re

import pytest
from making import SOUND, setting, written
from showcase.record.submission import read_model
from showcase.rules.book import check_file

MOST_ROUNDS = 3

# Each part is one of the files of bad/models/doc-khong-duoc/, or of rules/, in the place of the key that it is about.
BROKEN = """\
tieu_de: Đống Đa: chợ văn minh
tom_tat: "Chợ sạch, người bán văn minh, ai đi chợ cũng vui
loai: mo-hinh
---
chu_the： tap-the
dia_diem:
  - noi: xã Ngọc Chiến, tỉnh Sơn La
   tai: bản Lướt
noi_dung:
\u00a0\u00a0boi_canh: Đường làng đầy rác, ai đi qua cũng ngại, họp nhiều lần chưa xong.
\tcach_lam: Các hộ họp lại, chia đường làng thành mười đoạn, mỗi nhà một đoạn.
ghi_chu: &ten Theo báo cáo của hội
ngay_dang: 20.11.2026
"""
SLIPS = """\
tieu_de: “Chợ văn minh: năm điều”
tom_tat: "Mười hộ" trong xóm thay nhau quét dọn đường làng vào mỗi sáng chủ nhật.
loai: mô hình
chu_the:tap-the
linh_vuc: van hoa xa hoi
chu_de:
  • y-te
  • chuyen-doi-so
dia_diem:
  - noi: xã Ngọc Chiến, tỉnh Sơn La
  – noi: xã Mường Bú, tỉnh Sơn La
lich_su:
  - nam: 2022
    viec: trien khai
ket_qua:
  - chi_so: Số hộ: cả bản
    sau: 3.5
nguon:
  - ten: Báo cáo: năm 2022
    co_quan: @ubnd
    ngay: 5/3/2024
  - ten: D©n vËn khÐo ë x· Ngäc ChiÕn
    co_quan: Hội Phụ nữ xã Ngọc Chiến
ngay_dang: 2026-11-20# hôm nay
cap_nhat: '2026-11-21'# nhớ
"""


def put(lines, spot, was, now):
    """Put other words in the place of the first ones at a spot."""
    line = lines[spot.line - 1]
    at = line.find(was, spot.column - 1)
    assert at >= 0, f"{was!r} does not stand at {spot}"
    lines[spot.line - 1] = line[:at] + now + line[at + len(was) :]


def write_as_told(lines, spot, match):
    line = lines[spot.line - 1]
    before = re.match(r"[ -]*", line)[0]
    lines[spot.line - 1] = before + match["line"]


def take_what_is_meant(lines, spot, match):
    put(lines, spot, match["typed"], match["meant"])


def align(lines, spot, _match):
    above = lines[spot.line - 2]
    lines[spot.line - 1] = " " * len(re.match(r"[ -]*", above)[0]) + lines[spot.line - 1].lstrip()


def take_away_line(lines, spot, _match):
    lines[spot.line - 1] = ""


def hyphens(lines, dash):
    for number, line in enumerate(lines):
        if line.strip().startswith(dash):
            lines[number] = line.replace(dash, "-", 1)


def close(lines, spot, match):
    lines[spot.line - 1] += match["sign"]


HANDS = (
    (r"Hãy viết: (?P<line>.+)$", write_as_told),
    (r"^'(?P<typed>[^']+)' .* Ý bạn là '(?P<meant>[^']+)'\?", take_what_is_meant),
    (r"mỗi Tab bằng hai dấu cách", lambda lines, spot, _: put(lines, spot, "\t", "  ")),
    (r"dấu cách không ngắt", lambda lines, spot, _: put(lines, spot, "\u00a0\u00a0", "  ")),
    (r"dấu toàn hình", lambda lines, spot, _: put(lines, spot, "：", ":")),
    (r"Hãy thêm (?P<sign>[\"']) vào cuối", close),
    (r"Sau dấu hai chấm phải có một dấu cách", lambda lines, spot, _: put(lines, spot, ":", ": ")),
    (r"mỗi tệp chỉ có một phần", take_away_line),
    (r"không thẳng cột", align),
    (r"'&ten' là neo", lambda lines, spot, _: put(lines, spot, "&ten ", "")),
    (r"[Dd]ấu (?P<dash>[–•]) ở đầu dòng", lambda lines, spot, match: put(lines, spot, match["dash"], "-")),
    (r"dấu (?P<dash>[–•]) ở đây chỉ trông giống", lambda lines, _, match: hyphens(lines, match["dash"])),
    (r"thêm một dấu cách trước #", lambda lines, spot, _: put(lines, spot, "#", " #")),
)  # fmt: skip


def obeyed(text, problems):
    """Do what each finding says, from the last to the first, so that no spot moves before its turn."""
    lines = text.split("\n")
    for problem in reversed(problems):
        for pattern, hand in HANDS:
            if match := re.search(pattern, problem.message):
                hand(lines, problem.spot, match)
                break
        else:
            pytest.fail(f"no hand for: {problem}")
    return "\n".join(lines)


def rounds(text):
    """Count the runs that said something."""
    for number in range(10):
        submission = read_model("models/son-la/cho-sach/model.yaml", "cho-sach", text.encode())
        problems = check_file(submission, setting())
        if not problems:
            return number
        text = obeyed(text, problems)
    return 10


@pytest.mark.parametrize("snippet", [BROKEN, SLIPS], ids=["files that cannot be read", "slips"])
def test_whoever_does_what_is_said_is_soon_done(snippet):
    assert 1 <= rounds(written(snippet, without=("chu_the",))) <= MOST_ROUNDS


def test_a_sound_model_needs_no_round():
    assert rounds(SOUND) == 0
