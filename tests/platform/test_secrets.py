"""A secret that a request may guess at is compared by `same`, whose time tells nothing; none is compared as text is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulators.platform.secret import same

ROOT = Path(__file__).parents[2]
SECRETS = {"token", "code_token", "exam_code", "password", "secret", "proof", "payload", "digest"}
ROOMS = ("simulators/platform", "simulators/bench", "simulators/around")


def named(node: ast.expr) -> str:
    """The last name of what is compared: `seat.exam_code`, `code(...)`, `row["token"]`."""
    match node:
        case ast.Call(func=function):
            return named(function)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            return name
    return ""


def as_text(tree: ast.AST) -> Iterator[str]:
    """Comparisons of a secret by == or !=; those with a column make a statement for the store, and are by digest."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            sides = [node.left, *node.comparators]
            columns = any(ast.unparse(side).startswith(("TOKENS.c.digest", "UPLOADS.c.")) for side in sides)
            if not columns and SECRETS & set(map(named, sides)):
                yield f"line {node.lineno}: {ast.unparse(node)}"


def test_no_secret_is_compared_as_text_is() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): rows
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if (rows := list(as_text(ast.parse(path.read_text(encoding="utf-8")))))
    }
    allowed = {"simulators/platform/appending.py", "simulators/platform/uploads.py"}
    assert set(found) <= allowed, "compare it by simulators.platform.secret.same"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("seat.code_token == told", True),
        ("row['token'] != given", True),
        ("token(caller) == given", True),
        ("TOKENS.c.digest == digest", False),
        ("same(seat.exam_code, typed)", False),
    ],
)
def test_such_a_comparison_is_known(line: str, is_one: bool) -> None:
    assert bool(list(as_text(ast.parse(line)))) is is_one


@pytest.mark.parametrize("given", ["", "secret ", "Secret", "secre", "密", "\ud800", "a\0b"])
def test_only_the_secret_is_the_same(given: str) -> None:
    assert same("secret", "secret")
    assert not same("secret", given)
