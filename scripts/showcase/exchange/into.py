"""New models may be put into a folder of a province or below it, under names that every computer can hold; any other is refused."""

from pathlib import Path

from showcase.exchange.grid import RefusedError
from showcase.record.submission import MODEL_FILE
from showcase.rules.folder_name import faults_of
from showcase.words.quoting import cut
from showcase.words.text import nfc

__all__ = ["need_place_of_models"]


def need_place_of_models(into: Path, models: Path) -> None:
    """Refuse a folder in which no model of `models` may lie; raises RefusedError with the way out, OSError where it cannot be looked at."""
    parts = into.resolve().relative_to(models.resolve()).parts
    fault = (
        ""
        if parts
        else f"đó là nơi chứa thư mục của các tỉnh. Hãy ghi thư mục của một tỉnh, như {models.as_posix()}/nghe-an."
    )
    above = models
    for part in parts:
        fault = fault or _fault_of(part, above)
        above /= part
    if fault:
        message = f"không đưa mô hình vào {cut(into.as_posix())}: {fault}"
        raise RefusedError(message)


def _fault_of(name: str, above: Path) -> str:
    """Say why no model may lie below a folder of that name, '' where one may."""
    folder = above / name
    if name.startswith(("_", ".")):
        return f"thư mục có tên bắt đầu bằng '{name[0]}' không chứa mô hình. Hãy ghi thư mục của một tỉnh."
    if fault := next(faults_of(name), ""):
        return f"tên '{cut(name)}' {fault}"
    if (folder / MODEL_FILE).exists():
        return f"'{cut(name)}' là thư mục của một mô hình. Hãy ghi thư mục ở trên nó."
    if folder.exists() and not folder.is_dir():
        return f"'{cut(name)}' là một tệp. Hãy ghi tên một thư mục."
    for other in above.iterdir() if above.is_dir() else ():
        if other.name != name and nfc(other.name).casefold() == nfc(name).casefold():
            return f"đã có thư mục '{cut(other.name)}', chỉ khác ở chữ hoa, chữ thường. Hãy ghi đúng tên ấy."
    return ""
