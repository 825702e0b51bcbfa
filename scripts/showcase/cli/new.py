"""`showcase new` begins a model: it asks for the few things that its folder needs, and writes what is left as comments."""

import sys
from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import models_option, need_models
from showcase.cli.today import today
from showcase.exchange.beginning import Answers, begun
from showcase.exchange.naming import NOWHERE, is_id
from showcase.record.catalogue import vocabularies_of
from showcase.record.submission import MODEL_FILE
from showcase.record.vocabulary import Vocabulary
from showcase.system.gazetteer import load_gazetteer
from showcase.system.reading import is_text
from showcase.system.writing import write_whole
from showcase.words.text import match_key


@click.command(cls=Command, short_help="Bắt đầu một mô hình mới.")
@click.option("--title", default="", metavar="CHỮ", help="Tiêu đề.")
@click.option("--place", default="", metavar="CHỮ", help="Địa phương, từ nhỏ đến lớn.")
@click.option("--host", default="", metavar="CHỮ", help="Đơn vị thực hiện.")
@click.option("--host-kind", default="", metavar="MÃ", help="Loại đơn vị.")
@click.option("--field", default="", metavar="MÃ", help="Lĩnh vực.")
@click.option("--from", "learned_from", default="", metavar="MÃ", help="Mã của mô hình mà nơi này học theo.")
@click.option("--id", "name", default="", metavar="MÃ", help="Mã của mô hình; không ghi thì đặt theo nơi và tiêu đề.")
@models_option
def new(models: Path, **told: str) -> None:
    """Bắt đầu một mô hình mới: hỏi vài điều, làm thư mục và tệp model.yaml, ghi sẵn những mục còn phải viết.

    Điều đã ghi ở tùy chọn thì không hỏi. Với --from, lĩnh vực và chủ đề được chép từ mô hình ấy, các bước đứng sau dấu # để viết lại.
    """
    need_models(models)
    if not all(is_text(text) for text in told.values()):
        message = "Có chữ không theo Unicode nên không đọc được. Hãy gõ lại."
        raise Complaint(message)
    scan = scan_sources(models)
    vocabularies = vocabularies_of(scan.vocabularies)
    there = {folder.name: folder.file_path for folder in scan.folders}
    source, name = told["learned_from"], told["name"]
    if source and source not in there:
        message = f"Không có mô hình nào mang mã '{shown(source)}'."
        raise Complaint(message)
    if name and (not is_id(name) or name in there):
        why = "đã có" if name in there else "không đúng: cần chữ thường không dấu, số và gạch nối, từ 3 ký tự"
        message = f"Mã '{shown(name)}' {why}."
        raise Complaint(message)
    answers = Answers(
        title=told["title"] or _asked("Tiêu đề"),
        place=told["place"] or _asked("Địa phương (ví dụ: xã Ngọc Chiến, tỉnh Sơn La)"),
        host=told["host"] or _asked("Đơn vị thực hiện"),
        host_kind=_chosen(told["host_kind"], vocabularies.host_kinds, "Loại đơn vị"),
        field=_chosen(told["field"], vocabularies.fields, "Lĩnh vực") if told["field"] or not source else "",
    )
    found = begun(answers, name, there.get(source, ""), set(there), vocabularies, load_gazetteer(), today())
    path = models / found.folder / found.name / MODEL_FILE
    if path.exists():
        message = f"Đã có {shown(path)} nên không ghi đè."
        raise Complaint(message)
    write_whole(path, found.text.encode())
    click.echo(
        f"Đã tạo {shown(path)}. Viết nốt những dòng có dấu #, đặt ảnh cạnh tệp ấy, rồi chạy: showcase check {shown(path)}"
    )
    if found.folder == NOWHERE:
        click.echo(
            f"Chưa rõ '{shown(answers.place)}' thuộc tỉnh nào nên bài tạm nằm ở {shown(models / NOWHERE)}. Hãy ghi tên tỉnh ở "
            f"cuối 'noi' trong tệp ấy, rồi chuyển thư mục {shown(found.name)} vào thư mục của tỉnh, như {shown(models / 'nghe-an')}."
        )


def _asked(what: str) -> str:
    while True:
        answer = _answer(what)
        if answer:
            return answer
        click.echo("Chưa có chữ nào; hãy gõ lại, hoặc bấm Ctrl+C để thôi.")


def _answer(what: str) -> str:
    click.echo(f"{what}: ", nl=False)
    line = sys.stdin.readline()
    if not line:
        click.echo()
        message = "Chưa trả lời xong nên chưa tạo gì."
        raise Complaint(message)
    return " ".join(line.split())


def _chosen(typed: str, vocabulary: Vocabulary, what: str) -> str:
    """Take a term by its key, its label or its number in the list, and ask until it is one."""
    numbered = {str(number): key for number, key in enumerate(vocabulary.terms, 1)}
    called = {match_key(name): key for key, names in vocabulary.names.items() for name in (key, *names)}
    is_shown = False
    while True:
        if key := numbered.get(typed) or called.get(match_key(typed)):
            return key
        if typed:
            click.echo(f"'{shown(typed)}' không có trong danh mục.")
        for number, term in enumerate(vocabulary.terms.values() if not is_shown else (), 1):
            click.echo(f"  {number}. {term.label}")
        is_shown = True
        typed = _answer(f"{what}, ghi số")
