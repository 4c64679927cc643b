"""The shape of the whole: directions of imports, sizes, what may stand where."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from statistics import median, quantiles

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "otop_pos"
FOLDERS = {"otop_pos", "resources", "tests", "packaging", ".ci"}
FILES = {"pyproject.toml", "README.md", "LICENSE", ".gitignore"}

CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime"}
INEXACT_COLUMNS = {"Float", "Double", "Numeric", "DECIMAL", "NUMERIC", "FLOAT", "REAL", "DOUBLE", "DOUBLE_PRECISION"}


def test_imports_walk_one_way(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_logo=True) == 0, "see the broken contracts above"


def test_every_place_of_the_shop_is_named_in_the_contract_that_keeps_screens_apart():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each.get("id") == "ui")
    named = {name.strip(" ()") for layer in layers for name in layer.replace(":", "|").split("|")}
    folders = {each.name for each in (PACKAGE / "ui").iterdir() if (each / "__init__.py").exists()}
    assert folders <= named


def test_the_top_level_holds_nothing_else():
    assert top_level() == FOLDERS | FILES


def test_files_have_one_job():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert not {str(path): length for path, length in lengths.items() if length > 400}
    assert median(lengths.values()) <= 90
    assert ninetieth(lengths.values()) <= 250


def test_functions_fit_into_one_look():
    lengths = [node.end_lineno - node.lineno + 1 for path in sources() for node in functions(parsed(path))]
    assert median(lengths) <= 8
    assert ninetieth(lengths) <= 25


def test_modules_say_what_they_are_in_one_line():
    silent = [str(path) for path in sources() if not ast.get_docstring(parsed(path))]
    assert not silent


def test_the_clock_is_an_argument():
    """A rule or a use case that looks at the clock itself can neither be tested nor replayed."""
    looks = [
        f"{path}:{node.lineno}"
        for path in sources("domain", "services", "db", "documents", "sync")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).removeprefix("datetime.") in CLOCKS
    ]
    assert not looks


def test_no_column_is_inexact():
    """Numeric is stored as a float by SQLite; money is whole satang, quantity whole thousandths."""
    assert not list(mentions(INEXACT_COLUMNS, "db"))


def test_no_rule_counts_in_floats():
    assert not list(mentions({"float"}, "domain", "services", "sync"))


def test_nothing_happens_at_import_time():
    """At module level only definitions and constants; `__main__` alone also hangs its commands together."""
    allowed = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign | ast.If
    doing = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in parsed(path).body
        if path.name != "__main__.py"
        if not isinstance(node, allowed) and not is_docstring(node)
    ]
    assert not doing


def sources(*layers: str) -> Iterator[Path]:
    """The package's files, migrations apart: those are records of a day, run by Alembic's rules."""
    for path in sorted(PACKAGE.rglob("*.py")):
        layer = path.relative_to(PACKAGE).parts[0]
        if "migrations" not in path.parts and (not layers or layer in layers):
            yield path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def mentions(names: set[str], *layers: str) -> Iterator[str]:
    for path in sources(*layers):
        for node in ast.walk(parsed(path)):
            name = getattr(node, "id", None) or getattr(node, "attr", None)
            if isinstance(node, ast.Name | ast.Attribute) and name in names:
                yield f"{path}:{node.lineno}"


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def ninetieth(values) -> float:
    return quantiles(values, n=10)[-1]


def top_level() -> set[str]:
    """What git keeps; in a copy without git, what lies there and is not on its ignore list."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        return {line.split("/")[0] for line in listed.stdout.splitlines()}
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    return {path.name for path in ROOT.iterdir() if not any(fnmatch(path.name, each) for each in ignored)}
