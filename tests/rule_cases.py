"""Reads the cases of rules/ and asks the rules about them; it asserts nothing. rules/README.md tells how one is written."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from making import document, event, intake, model, photo, report, setting, vocabularies, vocabulary
from showcase.record.abbreviations import PATH as ABBREVIATIONS
from showcase.record.abbreviations import AbbreviationPage
from showcase.record.addresses import ADDRESSES, PAGES
from showcase.record.intake import UnexpectedFile, UnexpectedKind
from showcase.record.photo import PhotoFacts, PhotoFault
from showcase.record.submission import Submission, read_model, read_page
from showcase.rules.book import CATALOGUE_RULES, check_catalogue, check_file
from showcase.words.problem import Problem, in_order

FOLDER = Path(__file__).parent / "rules"

Thing = Submission | AbbreviationPage | UnexpectedFile
"""What a case tells of: a file as it was read, or something that lies in the folder by mistake."""

_CASE = re.compile(r"(?P<name>[a-z0-9-]+)\.(?P<verdict>wrong|right)(?:\.[a-z]+)*")
_BESIDE = re.compile(r"^# (?P<what>name|above|without|photo|unexpected): (?P<said>.*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A file, or a folder of files that are asked about together: `do_dai/short-title.wrong.yaml`."""

    path: Path
    name: str
    is_wrong: bool

    @property
    def rule(self) -> str:
        return self.path.parent.name

    @property
    def files(self) -> list[Path]:
        return sorted(self.path.iterdir()) if self.path.is_dir() else [self.path]

    @property
    def expected(self) -> Path:
        """Where the sentences lie that are said of a wrong case; nothing is said of a right one."""
        return self.path.with_name(f"{self.name}.expected.txt")

    def __str__(self) -> str:
        return self.path.relative_to(FOLDER).as_posix()


def all_cases() -> list[Case]:
    """Find every case, sorted by path."""
    found = ((path, _CASE.fullmatch(path.name)) for path in sorted(FOLDER.glob("*/*")))
    return [Case(path, match["name"], match["verdict"] == "wrong") for path, match in found if match]


def said_of(case: Case) -> list[str]:
    """Say what is found: by the rules of the catalogue in a folder of one of them, else by all rules of a file.

    Of a case of one file the sentences stand without its path.
    """
    things = [thing for path in case.files for thing in _read(path, is_alone=path == case.path)]
    of_catalogue = case.rule in {rule.NAME for rule in CATALOGUE_RULES}
    problems = _of_catalogue(things) if of_catalogue else _of_files(things)
    own = "" if case.path.is_dir() else f"{things[0].path}:"
    return [str(problem).removeprefix(own) for problem in problems]


def _of_files(things: list[Thing]) -> list[Problem]:
    return in_order(
        [problem for one in things if isinstance(one, Submission) for problem in check_file(one, setting())]
    )


def _of_catalogue(things: list[Thing]) -> list[Problem]:
    """Ask about the models folder that holds them; the tests' vocabularies lie in it but for those that the case has."""
    models = [one for one in things if isinstance(one, Submission) and one.kind == "model"]
    own = {one.name: one for one in things if isinstance(one, Submission) and one.kind == "vocabulary"}
    folder = replace(
        intake(
            *models,
            reports=_of_kind(things, "report"),
            documents=_of_kind(things, "document"),
            events=_of_kind(things, "event"),
            unexpected=tuple(one for one in things if isinstance(one, UnexpectedFile)),
        ),
        vocabularies=tuple(own.get(one.name, one) for one in vocabularies()),
        abbreviations=next((one for one in things if isinstance(one, AbbreviationPage)), None),
        addresses=_ledger(things, ADDRESSES),
        pages=_ledger(things, PAGES),
    )
    return check_catalogue(folder, setting())


def _of_kind(things: list[Thing], kind: str) -> tuple[Submission, ...]:
    return tuple(one for one in things if isinstance(one, Submission) and one.kind == kind)


def _ledger(things: list[Thing], name: str) -> Submission | None:
    return next((one for one in things if isinstance(one, Submission) and one.path == f"models/{name}"), None)


def _read(path: Path, *, is_alone: bool) -> Iterator[Thing]:
    """Yield what a file holds, as its ending says; in a folder of several it has its name from its file."""
    if path.name.endswith(".whole.yaml"):
        yield read_model("models/son-la/ngoc-chien/model.yaml", "ngoc-chien", path.read_bytes())
    elif path.suffix == ".tsv":
        yield read_page(
            "models/_pages.tsv" if path.stem.endswith("pages") else "models/_addresses.tsv", path.read_bytes()
        )
    elif path.name.endswith(".page.md"):
        yield read_page("docs/huong-dan/index.md", path.read_bytes())
    elif path.name.endswith(".abbreviations.md"):
        yield AbbreviationPage(ABBREVIATIONS, path.read_text(encoding="utf-8"))
    else:
        yield from _read_snippet(path, "" if is_alone else path.name.partition(".")[0])


def _read_snippet(path: Path, name: str) -> Iterator[Thing]:
    """Yield a vocabulary, or a model, a report, a document or an event to which the rest of a sound one is added, and what lies about."""
    text = path.read_text(encoding="utf-8")
    told = defaultdict(list)
    for match in _BESIDE.finditer(text):
        told[match["what"]].append(yaml.safe_load(match["said"]))
    snippet, without = _BESIDE.sub("", text), tuple(told["without"])
    name = "".join(told["name"]) or name
    more = {"name": name} if name else {}
    if path.name.endswith(".vocabulary.yaml"):
        yield vocabulary(snippet, **more)
    elif path.name.endswith(".report.yaml"):
        yield report(snippet, without=without, **more)
    elif path.name.endswith(".document.yaml"):
        yield document(snippet, without=without, **more)
    elif path.name.endswith(".event.yaml"):
        photos = tuple(_photo(**facts) for facts in told["photo"])
        yield event(snippet, without=without, photos=photos, **more)
    else:
        photos = tuple(_photo(**facts) for facts in told["photo"])
        yield _below("".join(told["above"]), model(snippet, without=without, photos=photos, **more))
    for one in told["unexpected"]:
        yield UnexpectedFile(UnexpectedKind[one["kind"]], one["path"])


def _below(folder: str, one: Submission) -> Submission:
    return replace(one, path=f"models/{folder}/{one.name}/model.yaml") if folder else one


def _photo(*, fault: str | None = None, **facts: object) -> PhotoFacts:
    return photo(**facts, fault=PhotoFault[fault] if fault else None)
