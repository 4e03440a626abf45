"""The house as a whole: rooms on the plan, sizes, and what no file may hold."""

import ast
import re
from pathlib import Path

import pytest

PACKAGES = {"conformance", "contracts", "features", "reports", "simulators", "steps"}
FOLDERS = PACKAGES | {".ci", "benchmarks", "docs", "tests", "tools"}
LONGEST_MODULE = 350
TEXTS = {".py", ".md", ".toml", ".feature", ".yaml", ".json", ".html", ".css", ".js", ".ini", ".sh", ""}
HOME = re.compile(r"(?<![\w./}])/(?:" + "|".join(("work", "root", "home/" + r"\w+", "Users")) + r")/")


def test_no_room_off_the_plan(files: list[Path], root: Path) -> None:
    found = {file.relative_to(root).parts[0] for file in files if file.parent != root}
    assert found <= FOLDERS, f"draw the new room in ARCHITECTURE.md first: {sorted(found - FOLDERS)}"


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_every_package_says_that_it_is_typed(package: str, root: Path) -> None:
    assert (root / package / "py.typed").exists(), f"{package}/py.typed is missing"


def test_no_module_is_too_long(files: list[Path], root: Path) -> None:
    lengths = {
        f.relative_to(root): f.read_text(encoding="utf-8").count("\n") for f in files if f.suffix == ".py"
    }
    long = {str(name): length for name, length in lengths.items() if length > LONGEST_MODULE}
    assert not long, f"more than {LONGEST_MODULE} lines, one purpose each? {long}"


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _sleeps(tree: ast.AST) -> list[int]:
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _called(node) == "sleep"]


def test_nobody_sleeps(files: list[Path], root: Path) -> None:
    modules = [f for f in files if f.suffix == ".py" and f.relative_to(root).parts[0] in PACKAGES | {"tests"}]
    asleep = {
        str(f.relative_to(root)): lines
        for f in modules
        if (lines := _sleeps(ast.parse(f.read_text("utf-8"))))
    }
    assert not asleep, f"wait on a condition or on the world's clock instead: {asleep}"


def test_no_path_of_one_machine(files: list[Path], root: Path) -> None:
    texts = [f for f in files if f.suffix in TEXTS]
    bad = {
        str(f.relative_to(root)): m[0]
        for f in texts
        if (m := HOME.search(f.read_text("utf-8", errors="replace")))
    }
    assert not bad, f"a path that only one machine has: {bad}"


def test_every_room_is_under_test(files: list[Path], root: Path) -> None:
    rooms = {p.name for p in (root / "simulators").iterdir() if p.is_dir() and any(p.glob("*.py"))}
    tests = [
        f.read_text(encoding="utf-8") for f in files if f.is_relative_to(root / "tests") and f.suffix == ".py"
    ]
    untested = {room for room in rooms if not any(f"simulators.{room}" in text for text in tests)}
    assert not untested, f"no test imports simulators' {sorted(untested)}"
