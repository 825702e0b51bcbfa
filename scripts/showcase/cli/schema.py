"""The command `schema` writes what editors of code know of the format, by the vocabularies as they are."""

import json
from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command, shown
from showcase.cli.options import models_option, need_models, need_text
from showcase.record.catalogue import vocabularies_of
from showcase.system.writing import write_if_other
from showcase.views.editor_schema import FILES, editor_schema

PLACE = Path(".vscode/schema")


@click.command(cls=Command, short_help="Ghi mẫu để VS Code gợi ý khi viết.")
@models_option
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=PLACE,
    show_default=True,
    metavar="THƯ_MỤC",
    help="Nơi ghi các mẫu.",
)
def schema(models: Path, into: Path) -> None:
    """Ghi các tệp mẫu (JSON Schema) để VS Code và những trình soạn thảo khác gợi ý và báo sai ngay khi viết.

    Hãy chạy lại lệnh này sau khi sửa danh mục.
    """
    need_models(models)
    need_text(into)
    vocabularies = vocabularies_of(scan_sources(models).vocabularies)
    into.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        text = json.dumps(editor_schema(name, vocabularies), ensure_ascii=False, indent=1)
        write_if_other(into / f"{name}.json", f"{text}\n".encode())
    click.echo(f"Đã ghi {len(FILES)} mẫu vào {shown(into)}.")
