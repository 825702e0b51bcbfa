"""Strays are files that lie where no model is read: under another name, as a copy, among the folders of others, hidden."""

import os
import re
from collections.abc import Iterator

from showcase.reading.characters import BLANK, blanked
from showcase.record.intake import UnexpectedFile, UnexpectedKind
from showcase.record.photo import ENDINGS
from showcase.record.submission import MODEL_FILE
from showcase.words.filenames import original_of

_MISNAMED = {"model.yml", "model.yaml.txt", "model.yml.txt", "model.txt", "models.yaml"}
_MEANT_FOR_A_MODEL = re.compile(r".*model.*\.ya?ml(?:\W.*)?", re.IGNORECASE)
_LINE_ENDS = re.compile(r"[\t\r\n]")
_OF_MODELS = {"yaml", "yml", "heic", "heif"}.union(*ENDINGS.values())


def strays(folder: str, files: list[str], folders: list[str], *, is_top: bool) -> Iterator[UnexpectedFile]:
    """Yield the files of a folder that is no model's which should lie in that of one."""
    misnamed = [name for name in files if is_misnamed(name) or (name != MODEL_FILE and _is_meant(name))]
    own = [*misnamed, *([MODEL_FILE] if MODEL_FILE in files and not is_top else [])]
    if own and not is_top and hold_models(folder, folders):
        yield from (UnexpectedFile(UnexpectedKind.AMONG_MODELS, f"{folder}/{name}") for name in own)
    elif misnamed:
        yield from (UnexpectedFile(UnexpectedKind.MISNAMED_MODEL, f"{folder}/{name}") for name in misnamed)
    elif files and not folders and not is_top:
        yield UnexpectedFile(UnexpectedKind.NO_MODEL, folder)
    else:
        loose = [name for name in files if _belongs_to_a_model(name)]
        yield from (UnexpectedFile(UnexpectedKind.LOOSE, f"{folder}/{name}") for name in loose)


def hold_models(folder: str, names: list[str]) -> bool:
    """Tell whether a model lies in one of some folders of a folder; asked only where there is a `model.yaml` beside them."""
    for name in names:
        for _, below, files in os.walk(f"{folder}/{name}"):
            below[:] = [one for one in below if not one.startswith(("_", "."))]
            if MODEL_FILE in files:
                return True
    return False


def hidden_models(folders: list[str]) -> Iterator[UnexpectedFile]:
    """Yield each model in folders that are passed by, lest somebody takes it for published."""
    for top in folders:
        for folder, names, files in os.walk(top):
            names[:] = sorted(names) if not folder.endswith("/.git") else []
            if MODEL_FILE in files:
                yield UnexpectedFile(UnexpectedKind.HIDDEN_MODEL, legible(folder))


def legible(name: str) -> str:
    """Give a name with U+FFFD for what is no Unicode, ends a line or is seen by nobody."""
    return name if name.isascii() and name.isprintable() else blanked(_LINE_ENDS.sub(BLANK, name))


def is_misnamed(name: str) -> bool:
    """Tell whether a file was meant to be the `model.yaml`, were there none beside it."""
    return name != MODEL_FILE and name.lower() in _MISNAMED | {MODEL_FILE}


def _is_meant(name: str) -> bool:
    """Tell whether a file is the `model.yaml` under another name, or a copy of it, where there is none."""
    return bool(_MEANT_FOR_A_MODEL.fullmatch(name)) or original_of(name).lower() in _MISNAMED | {MODEL_FILE}


def _belongs_to_a_model(name: str) -> bool:
    """Tell whether a file is text or a picture of a model by its name; a README beside models is nobody's mistake."""
    return name.rpartition(".")[2].lower() in _OF_MODELS
