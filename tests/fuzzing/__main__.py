"""`make fuzz` gives each target its share of the time; what makes one fail becomes a file of `finds/`, where tests read it.

Atheris (libFuzzer) keeps what leads to new lines of our code in `.cache/fuzz/`, and begins there the next time, with the
files of `corpus/` (short ones that were chosen from there), the cases of the rules and the real models. It runs on Linux and
macOS alone.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
_WORK = ROOT / ".cache" / "fuzz"
_MOST_FINDS = 20
"""Of one target in one run: then something is wrong at every turn."""
_LONGEST = 16_384
_SIGNS = (
    *(
        "\\x00",
        "\\x85",
        "\\xe2\\x80\\xa8",
        "\\xef\\xbb\\xbf",
        "\\xf0\\x9d\\x90\\x80",
        "\\xcc\\x81",
        "\\x0a  - ",
        "\\x0d\\x0a",
        "\\x09",
    ),
    *(
        "? ",
        ": ",
        "- ",
        "# ",
        "| ",
        "> ",
        ">-",
        "|2",
        "&a",
        "*a",
        "!!str",
        "<<: ",
        "---",
        "...",
        "%YAML",
        "''",
        "[",
        "{a: ",
    ),
    *("](", "![", "```", "~~~", "***", "1. ", "    ", "&#0;", "&lt;", "<b>", "://", "javascript:", "../", "mailto:"),
    *("31/02/2024", "1.000", "1,5", "1e999", "2022", "co", "khong", "x.jpg", "TODO", "[?]"),
)


def main() -> int:
    """Fuzz all targets, each in a process of its own; 1 where something was found."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--target", default="")
    chosen = options.parse_args()
    if chosen.target:
        return _fuzz(chosen.target, int(chosen.minutes * 60))
    from fuzzing.targets import TARGETS

    before = set(_finds())
    for name in TARGETS:
        command = [sys.executable, "-m", "fuzzing", "--target", name, "--minutes", str(chosen.minutes / len(TARGETS))]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
        executions = re.search(r"number_of_executed_units: (\d+)", done.stderr)
        print(f"{name}: {executions[1] if executions else 'ended: ' + done.stderr[-2000:]}", flush=True)
    found = [path for path in _finds() if path not in before]
    print(f"{len(found)} finds", *(path.relative_to(ROOT) for path in found), sep="\n  ")
    return int(bool(found))


def _finds() -> list[Path]:
    return sorted((HERE / "finds").rglob("*-*"))


def _fuzz(name: str, seconds: int) -> int:
    import atheris

    with atheris.instrument_imports(include=["showcase", "yaml", "markdown_it"]):
        from fuzzing.targets import TARGETS
    target, finds, work = TARGETS[name], HERE / "finds" / name, _WORK / name
    finds.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    for seed in _seeds(name):
        (work / f"seed-{blake2b(seed, digest_size=8).hexdigest()}").write_bytes(seed)
    words = _WORK / "words"
    words.write_text("".join(f'"{word}"\n' for word in [*_SIGNS, *_keys()]).replace('"\\"', '"'), encoding="utf-8")
    found: set[str] = set()

    def one(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:
            kind = blake2b(f"{error}"[:120].encode(errors="replace"), digest_size=4).hexdigest()
            found.add(kind)
            file = finds / f"{type(error).__name__}-{kind}"
            if not file.exists() or len(data) < file.stat().st_size:
                file.write_bytes(data)
            if len(found) > _MOST_FINDS:
                raise

    limits = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=30", "-rss_limit_mb=3000"]
    ways = [f"-dict={words}", f"-artifact_prefix={finds}/", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *limits, *ways, str(work), str(HERE / "corpus" / name)], one)
    atheris.Fuzz()
    return 0


def _keys() -> list[str]:
    from showcase.reading import form

    forms = [value for value in vars(form).values() if isinstance(value, form.Form)]
    return sorted({entry.key for one in forms for entry in one.entries})


def _seeds(name: str) -> Iterator[bytes]:
    """Give what the fuzzer begins with besides its corpus."""
    if name == "picture":
        import photos

        yield photos.jpeg(photos.scene(330, 210))
        return
    places = {
        "model": ("models/*/*/model.yaml", "tests/rules/*/*.yaml", "tests/bad/**/model.yaml"),
        "report": ("models/_reports/*.yaml", "tests/rules/*/*.report.yaml"),
        "vocabulary": ("models/_vocabulary/*.yaml", "tests/rules/*/*.vocabulary.yaml"),
        "story": ("tests/hostile/stories.txt", "docs/huong-dan/*.md"),
    }[name]
    texts = [path.read_bytes() for place in places for path in sorted(ROOT.glob(place)) if path.is_file()]
    for text in texts:
        yield from re.split(rb"(?m)^=== .*\n", text) if name == "story" else [text]


if __name__ == "__main__":
    sys.exit(main())
