"""Make the drawings and the icons again: python -m illustrations [models directory] [subject …]."""

import sys
from collections.abc import Sequence
from pathlib import Path

if not __package__:  # started as a file: its own folder is on the path, its parent is not
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from illustrations.icons import SIGN, icons
from illustrations.studio import develop
from illustrations.subjects import FILE_NAME, SUBJECTS

MODELS = Path(__file__).resolve().parents[2] / "models"
ASSETS = Path(__file__).resolve().parents[2] / "docs/assets"


def main(arguments: Sequence[str]) -> int:
    """Draw the subjects named, or all of them, into the models directory; a folder that is not there is reported.

    Without arguments the icons are drawn too.
    """
    models = Path(arguments[0]) if arguments else MODELS
    wanted = arguments[1:] or tuple(SUBJECTS)
    missing = 0
    for name in wanted:
        folder, draw = SUBJECTS[name]
        target = models / folder
        if not target.is_dir():
            missing += 1
            sys.stderr.write(f"{target}: không có thư mục này\n")
            continue
        content = develop(draw())
        (target / FILE_NAME).write_bytes(content)
        sys.stdout.write(f"{target / FILE_NAME}  {len(content) // 1000} kB\n")
    for name, content in (icons((ASSETS / SIGN).read_text(encoding="utf-8")) if not arguments else {}).items():
        (ASSETS / name).write_bytes(content)
        sys.stdout.write(f"{ASSETS / name}  {len(content)} B\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
