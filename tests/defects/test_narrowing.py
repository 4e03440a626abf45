"""Until which statement, or which value, a changed function does what the clean one does."""

import ast

import pytest

from simulators.defects.infecting import Question, Value
from simulators.defects.narrowing import Beginning, Def, beginnings

CLEAN = """
def asked(call, limit):
    '''What it is for.'''
    if call is None:
        return 0
    total = 0
    for one in call:
        if one > limit:
            total += 1
        else:
            total -= 1
        note(one)
    try:
        check(total)
    except ValueError:
        return 1
    return total
"""
FIRST = "its beginning"
ROWS = [
    ("the last statement", "return total", "return -total", {"total | -total"}),
    ("what a branch does", "total += 1", "total += 2", {"1 | 2"}),
    ("what the other branch does", "total -= 1", "pass", {"total -= 1"}),
    ("a condition", "one > limit", "one >= limit", {"one > limit | one >= limit"}),
    ("a condition that counts", "one > limit", "one > count()", {"if one > limit:"}),
    ("a branch that is gone", "        else:\n            total -= 1\n", "", {"if one > limit:"}),
    ("a guard at the beginning", "call is None", "not call", {"call is None | not call"}),
    ("a guard that is gone", "    if call is None:\n        return 0\n", "", {"if call is None: ? call is None"}),
    ("one guard more", "    total = 0\n", "    if limit < 0:\n        return 1\n    total = 0\n", {"total = 0 ? limit < 0"}),
    ("one guard more that calls", "    total = 0\n", "    if check(0):\n        return 1\n    total = 0\n", {"total = 0"}),
    ("a guard at the end of a suite", "        note(one)\n", "        note(one)\n        if total:\n            break\n", {"note(one)"}),
    ("a guard's answer", "return 0", "return 2", {"0 | 2"}),
    ("a statement that is gone", "        note(one)\n", "", {"note(one)"}),
    ("a statement at the end of a suite", "        note(one)\n", "        note(one)\n        more()\n", {"note(one)"}),
    ("a statement before another", "    return total", "    more()\n    return total", {"return total"}),
    ("what is gone through", "in call", "in reversed(call)", {"for one in call:"}),
    ("what is tried", "check(total)", "check(-total)", {"total | -total"}),
    ("what is done where it fails", "        return 1\n", "        pass\n", {"return 1"}),
    ("what is caught", "except ValueError", "except KeyError", {"try:"}),
    ("what nobody catches", "check(total)\n    except ValueError:\n        return 1\n",
     "check(total)\n    finally:\n        more()\n", {"try:"}),
    ("two at once", "total += 1\n        else:\n            total -= 1", "total += 2\n        else:\n            total -= 2",
     {"1 | 2"}),
    ("what is counted", "total += 1", "more += 1", {"total += 1"}),
    ("a signature", "limit):", "limit=3):", {FIRST}),
    ("a name that becomes a local one", "        note(one)\n", "        note(one)\n        check = 1\n", {FIRST}),
    ("a local name that nobody else uses", "    return total", "    half = total\n    return half", {"return total"}),
    ("one that gives bit by bit", "return total", "yield total", {FIRST}),
    ("a name that a function within keeps", "return total", "return lambda: total", {"return total"}),
    ("a local name that a function within read as another", "return total", "note = lambda: check\n    check = 1\n    return note",
     {FIRST}),
]  # fmt: skip


def function(text: str) -> Def:
    (found,) = ast.parse(text).body
    assert isinstance(found, ast.FunctionDef)
    return found


def told(one: Beginning) -> str:
    if isinstance(one, Value):
        return f"{ast.unparse(one.node)} | {ast.unparse(one.other)}"
    line = CLEAN.splitlines()[(one.statement if isinstance(one, Question) else one).lineno - 1].strip()
    return f"{line} ? {ast.unparse(one.test)}" if isinstance(one, Question) else line


@pytest.mark.parametrize(("was", "now", "where"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_until_where_two_functions_do_the_same(was: str, now: str, where: set[str]) -> None:
    assert CLEAN.count(was) == 1
    found = beginnings(function(CLEAN), function(CLEAN.replace(was, now)))
    assert ({told(one) for one in found} or {FIRST}) == where
