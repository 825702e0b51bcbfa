"""The command `links` asks for every outside address that files of models/ name, and tells which are gone."""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from showcase.checking.scan import scan_sources
from showcase.cli.messages import Command
from showcase.cli.options import models_option, need_models
from showcase.cli.progress import progress
from showcase.reading.characters import LARGEST, decode
from showcase.system.asking import Answer, Patience, State, ask_all
from showcase.system.reading import read_regular
from showcase.system.writing import write_whole
from showcase.words.markdown_text import markdown_text
from showcase.words.numbers import write_number
from showcase.words.safe_line import safe_line

_ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"'\\|`]+")
_BEHIND = ".,;:!?)]}”’"
"""Signs that end a sentence or Markdown's brackets, not an address."""
_MOST = 500


@click.command(cls=Command, short_help="Hỏi xem các liên kết ra ngoài còn mở được không.")
@models_option
@click.option("--answer", type=click.Path(path_type=Path), metavar="TỆP", help="Nơi ghi lời trả lời (Markdown).")
@click.option("--pause", default=2.0, show_default=True, metavar="GIÂY", help="Nghỉ giữa hai lần hỏi một máy chủ.")
@click.option("--wait", default=20.0, show_default=True, metavar="GIÂY", help="Chờ một câu trả lời bao lâu.")
def links(models: Path, answer: Path | None, pause: float, wait: float) -> None:
    """Hỏi từng địa chỉ mà các tệp trong models nêu, mỗi địa chỉ một lần, mỗi máy chủ lần lượt; báo địa chỉ không còn."""
    need_models(models)
    spots = _spots(models)
    with progress("Đang hỏi") as tell:
        found = ask_all(spots, Patience(answer=wait, pause=pause), tell)
    gone = {address: one for address, one in found.items() if one.state is State.GONE}
    for address, one in gone.items():
        click.echo(safe_line(f"{spots[address]}: {one.why}: {address}"))
    unsure = sum(one.state is State.UNSURE for one in found.values())
    click.echo(
        f"{write_number(len(found))} địa chỉ: {write_number(len(gone))} không còn, {write_number(unsure)} không rõ.",
        err=True,
    )
    if answer:
        write_whole(answer, "\n".join(_lines(spots, found)).encode())
    sys.exit(1 if gone else 0)


def _spots(models: Path) -> dict[str, str]:
    """Give each address that is named, with the file and line that names it first."""
    scan = scan_sources(models)
    records = [one.path for one in (*scan.documents, *scan.events, *scan.reports)]
    found: dict[str, str] = {}
    for path in sorted([*(folder.file_path for folder in scan.folders), *records]):
        text, _ = decode(read_regular(path, LARGEST))
        for number, line in enumerate(text.splitlines(), 1):
            for address in _ADDRESS.findall(line):
                found.setdefault(_whole(address), f"{path}:{number}")
    return found


def _whole(address: str) -> str:
    """Give an address without what ends the sentence that it stands in; a bracket that it opened itself stays."""
    while address[-1] in _BEHIND and not (address[-1] == ")" and "(" in address):
        address = address[:-1]
    return address


def _lines(spots: Mapping[str, str], found: Mapping[str, Answer]) -> Iterator[str]:
    yield from ("## Liên kết ra ngoài", "", f"Đã hỏi {write_number(len(found))} địa chỉ.", "")
    for state, title in ((State.GONE, "Không còn"), (State.UNSURE, "Không rõ: máy chủ từ chối, hoặc không nối được")):
        told = [address for address, one in found.items() if one.state is state]
        if told:
            yield from (f"### {title}: {write_number(len(told))}", "")
            for address in told[:_MOST]:
                yield f"- <code>{markdown_text(address)}</code> ({found[address].why})<br>{markdown_text(spots[address])}"
            yield ""
