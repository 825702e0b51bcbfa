"""The page “Một tệp sai gần như từng dòng” of the editors' guide is the bad file and what is said of it, word for word.

With `UPDATE_EXPECTED=1` the page is written anew from `tests/bad/expected.txt`.
"""

import os
import re
from html import escape
from pathlib import Path

from showcase.reading.characters import forbidden

BAD = Path(__file__).parent / "bad"
FILE = "models/ha-noi/dong-da-cho/model.yaml"
PAGE = Path(__file__).parent.parent / "docs/huong-dan/tep-sai-mau.md"
FINDING = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<weight>\S+) \[(?P<rule>\w+)\] (?P<said>.*)")

FRAME = """---
title: Một tệp sai gần như từng dòng
description: Một tệp mẫu phạm gần hết các quy tắc, và đúng những lời bộ kiểm tra nói về nó.
---

# Một tệp sai gần như từng dòng

Tệp dưới đây được viết sai có chủ ý để thử bộ kiểm tra. Bên dưới là nguyên văn những lời bộ kiểm tra nói, theo thứ tự
dòng. Bấm vào tên quy tắc để đọc vì sao có quy tắc ấy. Ký tự không nhìn thấy được ghi bằng mã, như ⟨U+200B⟩.

```text
{source}
```

## Bộ kiểm tra nói gì

<ul>
{findings}
</ul>
"""


def test_the_page_shows_the_file_and_every_sentence_about_it():
    page = FRAME.format(source=visible(source()), findings="\n".join(findings()))
    if os.environ.get("UPDATE_EXPECTED"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def source() -> str:
    lines = (BAD / FILE).read_text(encoding="utf-8").rstrip("\n").split("\n")
    return "\n".join(f"{number:>3}  {line}".rstrip() for number, line in enumerate(lines, 1))


def visible(text: str) -> str:
    for _, sign in set(forbidden(text)):
        text = text.replace(sign, f"⟨U+{ord(sign):04X}⟩")
    return text


def findings():
    for line in (BAD / "expected.txt").read_text(encoding="utf-8").splitlines():
        found = FINDING.fullmatch(line)
        if found and found["path"] == FILE:
            yield (
                f"<li><strong>Dòng {found['line']}, cột {found['column']}:</strong> {found['weight']} "
                f'<a href="../quy-tac/#{found["rule"]}">[{found["rule"]}]</a> {escape(visible(found["said"]), quote=False)}</li>'
            )
