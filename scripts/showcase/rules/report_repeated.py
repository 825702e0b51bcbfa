"""Asks whether a report gives the same figure twice."""

from collections.abc import Iterator

from showcase.reading.node import Node
from showcase.record.submission import Submission
from showcase.rules.setting import Setting
from showcase.words.problem import Problem

NAME = "so_lieu_lap"


def check(submission: Submission, _setting: Setting) -> Iterator[Problem]:
    """Mỗi con số đứng đúng một lần trong báo cáo.

    Một báo cáo có tối đa một tổng cho mỗi cặp `chi_tieu` và `doi_tuong`, và mỗi tổng có tối đa một cách chia cho mỗi
    `chieu`, nếu không thì không ai biết số nào đúng.

    Sai: hai mục đều có `chi_tieu: dang-ky` và `doi_tuong: mo-hinh`. Đúng: một mục, với hai cách chia ở `chia_theo`.
    """
    figures: dict[object, Node] = {}
    for figure in submission.record.records("so_lieu") if submission.record else ():
        pair = figure.text("chi_tieu"), figure.text("doi_tuong")
        earlier = figures.setdefault(pair, figure.node) if all(pair) else figure.node
        if earlier is not figure.node:
            sentence = f"Số liệu '{pair[0]}' về '{pair[1]}' đã có ở dòng {earlier.line}. Hãy gộp làm một, mỗi cách chia một mục trong 'chia_theo'."
            yield submission.error(NAME, figure.node, sentence)
        dimensions: dict[str, Node] = {}
        for breakdown in figure.records("chia_theo"):
            dimension = breakdown.text("chieu")
            first = dimensions.setdefault(dimension, breakdown.node)
            if dimension and first is not breakdown.node:
                sentence = f"Cách chia theo '{dimension}' đã có ở dòng {first.line}. Hãy gộp hai mục làm một."
                yield submission.error(NAME, breakdown.node_at("chieu"), sentence)
