"""In which expression alone two functions differ, and whether it can be asked beside the clean one."""

import ast
from collections.abc import Callable
from typing import Any

import pytest

from simulators.defects import comparing, places
from simulators.defects.infecting import Question, question, value

ROWS = [
    ("a comparison", "x = a < b", "x = a <= b", "a < b | a <= b"),
    ("within others", "return f(a, b + 1)", "return f(a, b + 2)", "b + 1 | b + 2"),
    ("an argument with a name", "f(a, key=b)", "f(a, key=c)", "b | c"),
    ("another name of an argument", "f(a, key=b)", "f(a, kez=b)", None),
    ("one argument more", "len(a)", "len(a, b)", "len(a) | len(a, b)"),
    ("another function", "x = any(a)", "x = all(a)", "any(a) | all(a)"),
    ("what a function goes through", "x = any(y for y in a)", "x = any(y for y in b)", "any((y for y in a)) | any((y for y in b))"),
    ("a key of a sort", "x = sorted(a, key=lambda y: y)", "x = sorted(a, key=lambda y: -y)",
     "sorted(a, key=lambda y: y) | sorted(a, key=lambda y: -y)"),
    ("a part of a text", "x = f'{a}!'", "x = f'{b}!'", "f'{a}!' | f'{b}!'"),
    ("a list that is made of another", "x = [y for y in a]", "x = [y for y in a if y]", "[y for y in a] | [y for y in a if y]"),
    ("a limit", "x = a < len(b)", "x = a < len(b) + 1", "a < len(b) | a < len(b) + 1"),
    ("two parts", "x = a + b", "x = c + d", "a + b | c + d"),
    ("what is added to others", "x = (a, *b)", "x = (a, *c)", "(a, *b) | (a, *c)"),
    ("one with all that it has", "x = (a, b)", "x = (a, *b)", "(a, b) | (a, *b)"),
    ("a piece of a list", "x = a[1:b]", "x = a[1:c]", "a[1:b] | a[1:c]"),
    ("no piece but one of a list", "x = a[1:]", "x = a[1]", "a[1:] | a[1]"),
    ("where it is kept", "x = a", "y = a", None),
    ("where in it it is kept", "x[a] = b", "x[c] = b", "a | c"),
    ("what it is called with an effect", "x = take(a)", "x = take(b)", "a | b"),
    ("an effect that is gone", "x = take(a)", "x = a", None),
    ("an effect that is new", "x = a", "x = a or self.take()", None),
    ("what keeps something on its way", "x = a", "x = (y := a)", None),
    ("what waits", "x = a", "x = await a", None),
    ("a statement of another kind", "x = a", "return a", None),
]  # fmt: skip


@pytest.fixture
def told() -> list[int]:
    """The numbers of the places that were told."""
    return []


def beside(told: list[int]) -> Callable[[int, Any, Callable[[], Any]], Any]:
    """What a program calls for a place."""

    def asked(number: int, mine: Any, other: Callable[[], Any]) -> Any:
        if not comparing.same(mine, other):
            told.append(number)
        return mine

    return asked


def statement(text: str) -> ast.stmt:
    (found,) = ast.parse(text).body
    return found


@pytest.mark.parametrize(("was", "now", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_one_expression_that_differs(was: str, now: str, expected: str | None) -> None:
    found = value(statement(was), statement(now))
    assert (f"{ast.unparse(found.node)} | {ast.unparse(found.other)}" if found else None) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("if a < b:\n    c()", "a < b"),
        ("if take(a):\n    c()", None),
        ("if a:\n    c()\nelse:\n    d()", None),
        ("c()", None),
    ],
)
def test_what_has_to_be_true_for_a_statement_to_do_anything(text: str, asked: str | None) -> None:
    before = statement("pass")
    found = question(before, statement(text))
    assert found == (Question(before, found.test) if found else None)
    assert (ast.unparse(found.test) if found else None) == asked


PROGRAM = """
def asked(a, b):
    "What it is for."
    if a is None:
        return f"{b} or {b}"
    return [one for one in b if one] if a and a > 1 else b

def outer(a):
    def inner(b):
        return b + 1
    return inner(a)
"""
PLACES = [
    ("4.7-4.16", "not a", [((0, 1), True), ((None, 1), False), ((2, [1]), False)]),
    ("6.11-6.58", "b", [((2, [0]), True), ((2, [1]), False), ((1, [0]), False), ((None, [0]), False)]),
    ("6.40-6.51", "a > 1 and a > 1", [((2, [0]), False), ((0, [0]), True), ((None, [0]), False)]),
    ("6.46-6.51", "a / 0", [((0, [0]), False), ((1, [0]), True)]),
    ("6.46-6.51", "nobody", [((2, [0]), True)]),
    ("6.4", "a == b", [((1, 1), True), ((1, 2), False), ((None, None), False)]),
    ("4.4", "b", [((None, 1), True), ((None, 0), False)]),
]


@pytest.mark.parametrize(("place", "other", "calls"), PLACES)
def test_what_is_asked_beside_is_told_where_it_gives_something_else(
    place: str, other: str, calls: list[tuple[tuple[object, object], bool]], told: list[int]
) -> None:
    tree = ast.parse(PROGRAM)
    comparing.put("m", tree, {f"m:{place}{places.BESIDE}{other}": 7})
    program: dict[str, Any] = {comparing.PROBE: beside(told)}
    clean: dict[str, Any] = {}
    exec(compile(ast.fix_missing_locations(tree), "m", "exec"), program)  # noqa: S102
    exec(PROGRAM, clean)  # noqa: S102
    for given, differs in calls:
        told.clear()
        assert program["asked"](*given) == clean["asked"](*given)
        assert bool(told) is differs, given
    assert set(told) <= {7}


def test_what_is_asked_in_a_function_within_another_is_asked_once(told: list[int]) -> None:
    tree = ast.parse(PROGRAM)
    comparing.put("m", tree, {f"m:10.8{places.BESIDE}b > a": 1, f"m:10.8{places.BESIDE}b == a": 2})
    program: dict[str, Any] = {comparing.PROBE: beside(told)}
    exec(compile(ast.fix_missing_locations(tree), "m", "exec"), program)  # noqa: S102
    assert program["outer"](1) == 2
    assert told == [2]


def test_two_releases_are_asked_at_one_place(told: list[int]) -> None:
    tree = ast.parse("def asked(a):\n    return a + 1\n")
    comparing.put("m", tree, {f"m:2.11-2.16{places.BESIDE}a + 2": 1, f"m:2.11-2.16{places.BESIDE}1 + a": 2})
    program: dict[str, Any] = {comparing.PROBE: beside(told)}
    exec(compile(ast.fix_missing_locations(tree), "m", "exec"), program)  # noqa: S102
    assert program["asked"](3) == 4
    assert told == [1]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(1, 1, True), (1, True, False), ((1,), (True,), False), ([], (), False), ({"a": 1.0}, {"a": 1}, False), (None, None, True)],
)  # fmt: skip
def test_the_same_is_what_nobody_can_tell_apart(one: object, other: object, alike: bool) -> None:
    assert comparing.same(one, lambda: other) is alike
