"""`showcase draft` makes an unfinished model of a report written with Word, beside it."""

from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command, Complaint, shown
from showcase.cli.options import models_option, need_models, need_text
from showcase.cli.template import need_new
from showcase.exchange.archive import LARGEST
from showcase.exchange.grid import RefusedError
from showcase.exchange.report import read_report
from showcase.exchange.unfinished import comment, write_unfinished
from showcase.record.catalogue import vocabularies_of
from showcase.system.reading import read_regular
from showcase.system.writing import write_whole
from showcase.words.numbers import write_number


@click.command(cls=Command, short_help="Soạn bản nháp từ một báo cáo Word.")
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP.docx")
@models_option
def draft(file: Path, models: Path) -> None:
    """Soạn bản nháp model.yaml từ một báo cáo Word (I. Đặc điểm, II. Cách làm, III. Kết quả…), ghi cạnh báo cáo ấy.

    Lời văn được chép nguyên; chỗ chưa biết xếp vào đâu đứng ở cuối, sau dấu #, để tự xem lại.
    """
    need_models(models)
    need_text(file)
    if file.suffix.lower() != ".docx":
        message = f"Chỉ đọc được tệp .docx. Hãy mở {shown(file)} bằng Word, lưu lại thành .docx."
        raise Complaint(message)
    result = file.with_suffix(".yaml")
    need_new(result, ".yaml")
    try:
        report = read_report(read_regular(str(file), LARGEST))
    except RefusedError as error:
        message = f"{shown(file)}: {error}"
        raise Complaint(message) from error
    vocabularies = vocabularies_of(scan_sources(models).vocabularies)
    head = [f"Bản nháp từ {file.name}. Chép vào models/TINH/MA/model.yaml sau khi viết nốt những dòng có dấu #."]
    text = write_unfinished(report.tree, vocabularies, head)
    if report.left:
        lines = [line for one in report.left for line in comment(one, "  ")]
        title = "Chưa xếp vào mục nào; xem lại, dùng được thì chép lên trên, rồi xóa hết phần này trước khi gửi:"
        text += "\n" + "\n".join([*comment(title), *lines]) + "\n"
    write_whole(result, text.encode())
    click.echo(f"Đã ghi {shown(result)}; còn {write_number(len(report.left))} đoạn chưa xếp, ở cuối tệp.")
