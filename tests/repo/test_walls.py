"""What import-linter cannot say: it guards every package, leaves import next to nothing, libraries are declared."""

import ast
import configparser
import re
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import grimp
import pytest

LEAVES = {
    "contracts": {"contracts"},
    "conformance.season": {
        "contracts",
        "conformance.faults",
        "conformance.season",
        "conformance.tomlfile",
    },
    "reports.form": {"contracts", "reports.form"},
    "simulators.core": {"contracts", "simulators.core"},
}


@pytest.fixture(scope="session")
def walls(root: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(root / ".importlinter", encoding="utf-8")
    return parser


@pytest.fixture(scope="session")
def packages(walls: configparser.ConfigParser) -> list[str]:
    return walls["importlinter"]["root_packages"].split()


@pytest.fixture(scope="session")
def graph(packages: list[str]) -> grimp.ImportGraph:
    first, *others = packages
    return grimp.build_graph(first, *others, include_external_packages=True, cache_dir=None)


def test_the_walls_know_every_package(packages: list[str], pyproject: dict[str, Any], root: Path) -> None:
    built = {name.rstrip("*") for name in pyproject["tool"]["setuptools"]["packages"]["find"]["include"]}
    here = {p.parent.name for p in root.glob("*/__init__.py")} - {"benchmarks"}
    assert set(packages) == built == here


def _within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


@pytest.mark.parametrize("leaf", LEAVES)
def test_a_leaf_imports_nothing_of_the_house(
    leaf: str, graph: grimp.ImportGraph, packages: list[str]
) -> None:
    inside = {leaf} | graph.find_descendants(leaf)
    seen = {imported for module in inside for imported in graph.find_modules_directly_imported_by(module)}
    ours = {module for module in seen if module.partition(".")[0] in packages}
    assert {m for m in ours if not any(_within(m, room) for room in LEAVES[leaf])} == set()


def _undeclared(modules: set[str], requirements: list[str]) -> set[str]:
    """Those of `modules` that come from a library which no requirement names."""
    declared = {_plain(requirement) for requirement in requirements}
    shops = packages_distributions()
    return {
        name for name in modules if name in shops and not declared & {_plain(shop) for shop in shops[name]}
    }


def test_every_library_that_the_kit_imports_is_declared(
    graph: grimp.ImportGraph, packages: list[str], pyproject: dict[str, Any]
) -> None:
    modules = {module.partition(".")[0] for module in graph.modules} - set(packages)
    project = pyproject["project"]
    missing = _undeclared(modules, project["dependencies"] + project["optional-dependencies"]["otel"])
    assert not missing, f"imported, but not in pyproject.toml: {sorted(missing)}"


def test_what_an_extra_brings_is_imported_where_it_is_asked_for_only(graph: grimp.ImportGraph) -> None:
    inside = graph.find_modules_that_directly_import("opentelemetry")
    assert inside
    assert {module.rpartition(".")[2] for module in inside} == {"telemetry"}
    for module in inside:
        for importer in graph.find_modules_that_directly_import(module):
            lines = [
                one["line_contents"] for one in graph.get_import_details(importer=importer, imported=module)
            ]
            source = Path(*importer.split(".")).with_suffix(".py").read_text(encoding="utf-8").splitlines()
            assert not set(lines) & set(source), f"{importer} imports {module} at its head"


def _imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_every_library_that_the_tests_import_is_declared(
    files: list[Path], root: Path, pyproject: dict[str, Any]
) -> None:
    around = [f for f in files if f.suffix == ".py" and f.relative_to(root).parts[0] in ("tests", "tools")]
    modules = {module.partition(".")[0] for file in around for module in _imported(file)}
    project = pyproject["project"]
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    missing = _undeclared(modules, project["dependencies"] + extras)
    assert not missing, f"imported by tests, but not in pyproject.toml: {sorted(missing)}"


def _plain(requirement: str) -> str:
    """The normal form of a distribution's name, without its version; the two builds of OpenCV are one."""
    name = re.split(r"[<>=!~;\[ ]", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower().removesuffix("-headless")
