"""Asks whether one of the hosts is in charge."""

from collections.abc import Iterator

from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "don_vi_chu_tri"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Nên có ít nhất một đơn vị chủ trì.

    Không ghi `vai_tro` thì đơn vị được hiểu là chủ trì. Nếu mọi đơn vị đều là `phoi-hop`, người đọc không biết hỏi ai.

    Sai: một đơn vị duy nhất với `vai_tro: phoi-hop`. Đúng: bỏ dòng `vai_tro` của đơn vị đứng ra làm.
    """
    hosts = submission.record.records("don_vi") if submission.record and submission.kind == "model" else []
    if hosts and all(host.value("vai_tro") == "phoi-hop" for host in hosts):
        sentence = (
            "Mọi đơn vị ở đây đều là phối hợp, không có đơn vị chủ trì. Hãy bỏ dòng 'vai_tro' của đơn vị đứng ra làm."
        )
        yield submission.advice(NAME, hosts[0].node_at("vai_tro"), sentence)
