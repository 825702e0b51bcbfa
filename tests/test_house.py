"""The house: floors import downstairs only, nothing before `system/` touches the world, and each module states its law.

Every check is a function from the text of a module to what is wrong with it, so that it can be shown to find something.
"""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from project import ROOT

HOUSE = ROOT / "scripts" / "showcase"
FLOORS = (
    *("words", "reading", "record", "rules", "views", "publish", "templates"),
    *("system", "photos", "browser", "drawing", "mkdocs", "search", "checking", "exchange", "build", "release"),
    *("preview", "proposal", "cli"),
)
PURE = FLOORS[: FLOORS.index("system")]

WORLD = {
    "asyncio", "builtins", "concurrent", "ctypes", "fcntl", "fileinput", "getpass", "glob", "http", "importlib", "io",
    "locale", "logging", "mkdocs", "mmap", "multiprocessing", "os", "platform", "random", "resource", "rich", "runpy",
    "secrets", "select", "shutil", "signal", "socket", "socketserver", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib.request", "uuid", "warnings", "webbrowser",
}  # fmt: skip
"""Modules through which the clock, the disk, the environment, the network or chance would come in."""
DEEDS = {"breakpoint", "compile", "eval", "exec", "exit", "input", "open", "print", "quit", "__import__"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}
CALENDARS = {"date", "datetime", "datetime.date", "datetime.datetime"}
DISTRICTS = {"common", "helpers", "misc", "tools", "util", "utils"}


def modules(*floors: str) -> dict[str, str]:
    """The text of each module by its path in the house."""
    found = sorted(path for floor in floors for path in (HOUSE / floor).rglob("*.py"))
    return {path.relative_to(HOUSE).as_posix(): path.read_text(encoding="utf-8") for path in found}


@cache
def parsed(text: str) -> ast.Module:
    """Read a module, once for all checks."""
    return ast.parse(text)


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The modules that are imported, each with a name taken from it or ''."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (("." * node.level + (node.module or ""), alias.name) for alias in node.names)


def floor_of(module: str) -> str:
    """The floor of `showcase.views.card`, '' for what is not of the house."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == "showcase" else ""


def upstairs(path: str, text: str) -> Iterator[str]:
    """Imports from the floors that come later, or from nowhere in particular."""
    allowed = FLOORS[: FLOORS.index(path.partition("/")[0]) + 1]
    for module, name in imported(parsed(text)):
        if module.startswith("."):
            yield f"{module} does not say which floor"
        elif module.partition(".")[0] == "showcase":
            floor = floor_of(module) or name
            if floor not in allowed:
                yield f"{module} lies upstairs"


def worldly(_path: str, text: str) -> Iterator[str]:
    """What reaches for the clock, the disk, the environment, the network, chance or the screen."""
    tree = parsed(text)
    for module, name in imported(tree):
        if module == "pathlib" and name != "PurePosixPath":
            yield f"pathlib.{name}"
        elif module in WORLD or module.partition(".")[0] in WORLD:
            yield module
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in DEEDS:
            yield node.id
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK and ast.unparse(node.value) in CALENDARS:
            yield ast.unparse(node)


def late_imports(_path: str, text: str) -> Iterator[str]:
    """Imports inside functions: the plan would be wrong, not the import."""
    for node in ast.walk(parsed(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from (module for module, _ in imported(node))


def without_law(_path: str, text: str) -> Iterator[str]:
    """Docstrings that are missing, or do not begin with one whole sentence."""
    law = (ast.get_docstring(parsed(text)) or "").split("\n\n")[0]
    if not law:
        yield "no docstring"
    elif not (law[0].isalpha() or law[0] in "“`") or not law.rstrip().endswith((".", ":", "?")) or len(law.split()) < 4:
        yield f"no sentence: {law}"


def findings(check: Callable[[str, str], Iterator[str]], texts: dict[str, str]) -> list[str]:
    return [f"{path}: {fault}" for path, text in texts.items() for fault in check(path, text)]


def circles(texts: dict[str, str]) -> list[str]:
    """Modules that import each other, however far around: those left when whoever imports nobody is sent away."""
    names = {f"showcase.{path.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}": path for path in texts}
    waiting = {
        name: {
            target
            for module, taken in imported(ast.parse(texts[path]))
            for target in (f"{module}.{taken}" if f"{module}.{taken}" in names else module,)
            if target in names
        }
        for name, path in names.items()
    }
    while done := {name for name, targets in waiting.items() if not targets}:
        waiting = {name: targets - done for name, targets in waiting.items() if name not in done}
    return sorted(waiting)


@pytest.mark.parametrize("floor", [floor for floor in FLOORS if floor != "templates"])
def test_a_floor_imports_from_those_below_alone(floor):
    assert modules(floor), f"{floor}/ is empty"
    assert findings(upstairs, modules(floor)) == []


def test_nothing_before_system_touches_the_world():
    assert findings(worldly, modules(*PURE)) == []


LATE = {
    "cli/progress.py: rich.progress": "it draws on terminals alone, and takes a tenth of the time to see that nothing changed",
    "cli/program.py: showcase.cli.commands": "to load it takes a moment, in which Ctrl+C may come",
    "publish/feeds.py: showcase.views.atom_file": "its library takes 0.1 s, which who makes no feed need not wait for",
    "views/calendar.py: icalendar": "it takes a third of a second, and the calendar is made as seldom as events change",
    "mkdocs/host.py: showcase.mkdocs.finishing": "it reads styles, which takes 0.2 s, and is needed as seldom as MkDocs",
    "mkdocs/host.py: showcase.mkdocs.render": "MkDocs takes 0.2 s to load, and is not needed while docs/ is as it was",
    "photos/store.py: showcase.photos.cluster": "Dask is an optional extra, and takes 0.3 s to load",
}


def test_no_import_hides_in_a_function_but_those_that_cost_much():
    assert set(findings(late_imports, modules(*FLOORS))) == set(LATE)


def test_every_module_begins_with_its_law():
    assert findings(without_law, modules(*FLOORS)) == []


def test_no_two_modules_import_each_other():
    assert circles(modules(*FLOORS)) == []


def test_csv_is_written_where_no_cell_can_be_a_formula_and_nowhere_else():
    users = [
        path for path, text in modules(*FLOORS).items() if any(name == "csv" for name, _ in imported(parsed(text)))
    ]
    assert sorted(users) == ["exchange/separated.py", "publish/csv_file.py"]
    assert "writer" not in modules("exchange")["exchange/separated.py"].lower()  # it reads


def test_nothing_is_called_utils():
    assert [path for path in modules(*FLOORS) if DISTRICTS & {*Path(path).parts, Path(path).stem}] == []


def test_a_floor_that_nobody_named_here_has_no_rules():
    assert {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(FLOORS)


def test_templates_hold_no_python():
    assert list((HOUSE / "templates").rglob("*.py")) == []


@pytest.mark.parametrize(
    ("check", "path", "text", "expected"),
    [
        (upstairs, "words/text.py", "from showcase.reading.form import Form", "showcase.reading.form lies upstairs"),
        (upstairs, "record/model.py", "import showcase.build.engine", "showcase.build.engine lies upstairs"),
        (upstairs, "views/card.py", "from showcase import publish", "showcase lies upstairs"),
        (upstairs, "views/card.py", "from . import page", ". does not say which floor"),
        (upstairs, "mkdocs/host.py", "def f():\n    from showcase.cli import cli", "showcase.cli lies upstairs"),
        (worldly, "", "from pathlib import Path", "pathlib.Path"),
        (worldly, "", "import pathlib", "pathlib."),
        (worldly, "", "import os.path", "os.path"),
        (worldly, "", "from urllib.request import urlopen", "urllib.request"),
        (worldly, "", "text = open('x').read()", "open"),
        (worldly, "", "print('x')", "print"),
        (worldly, "", "from datetime import date\nday = date.today()", "date.today"),
        (worldly, "", "import datetime\nday = datetime.datetime.now()", "datetime.datetime.now"),
        (late_imports, "", "class A:\n    def f(self):\n        import json", "json"),
        (without_law, "", "x = 1", "no docstring"),
        (without_law, "", '"""Cards"""', "no sentence: Cards"),
        (without_law, "", '"""- cards are models in lists."""', "no sentence: - cards are models in lists."),
    ],
)
def test_the_checks_find_what_they_look_for(check, path, text, expected):
    assert list(check(path, text)) == [expected]


@pytest.mark.parametrize(
    ("check", "path", "text"),
    [
        (upstairs, "mkdocs/host.py", "from showcase.publish.policy import script_hashes\nimport json"),
        (upstairs, "words/text.py", "from showcase.words import numbers"),
        (worldly, "", "from pathlib import PurePosixPath\nfrom datetime import date\nday = date(2026, 11, 22)"),
        (worldly, "", "from urllib.parse import urlsplit\nday = setting.today"),
        (without_law, "", '"""Every address is made here,\nand never changed."""'),
    ],
)
def test_the_checks_let_pass_what_is_right(check, path, text):
    assert list(check(path, text)) == []


def test_a_circle_is_found_around_three_corners():
    texts = {"words/a.py": "import showcase.words.b", "words/b.py": "from showcase.words import c"}
    assert circles(texts | {"words/c.py": "import json"}) == []
    assert circles(texts | {"words/c.py": "from showcase.words.a import x"}) == [
        "showcase.words.a",
        "showcase.words.b",
        "showcase.words.c",
    ]
