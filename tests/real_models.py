"""The real entries that were there on the day of the tests: a part of models/ that does not grow, so that tests take as long with thousands."""

import re
import shutil
from pathlib import Path

from making import TODAY
from project import ROOT
from showcase.words.dates import read_date


def copy_models_of_the_day(models: Path) -> Path:
    """Copy models/ without the models that were published after the day of the tests, and what leads to them; gives the copy."""
    shutil.copytree(ROOT / "models", models)
    texts = {path: path.read_text(encoding="utf-8") for path in models.glob("[!_]*/*/model.yaml")}
    later = {
        path
        for path, text in texts.items()
        if read_date(re.search(r"^ngay_dang: (.+)$", text, re.MULTILINE)[1]) > TODAY
    }
    ids = "|".join(path.parent.name for path in later) or "(?!)"
    for path, text in texts.items():
        if path in later:
            shutil.rmtree(path.parent)
        else:
            unlinked = re.sub(rf"\[([^\]]+)\]\(\.\./(?:{ids})/\)", r"\1", text)
            path.write_text(re.sub(rf"^hoc_tu: (?:{ids})\n", "", unlinked, flags=re.MULTILINE), encoding="utf-8")
    return models
