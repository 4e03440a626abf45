"""Where a release differs: in a function, in the rows of a table of functions, wherever a name is read, or in anything."""

from __future__ import annotations

import ast

import pytest

from simulators.defects import Change, Defect, locating
from simulators.defects.differing import Difference, Everywhere, Name, Point, differences
from simulators.defects.infecting import Question, Value
from simulators.defects.readers import Reader, Unclear, readers

CLEAN = """
from a import b

LIMIT: int = 3
TABLE = (
    ("first", lambda x: x > LIMIT),
    ("second", lambda x: not x),
)
BY = {"one": TABLE, "two": (lambda y: y,)}
WORDS = {"de": "nein"}


def plain(x):
    return x + 1


def outer(x):
    def inner(y):
        return y * 2

    return [inner(z) for z in x]


class Thing:
    SIZE = 1

    def deed(self):
        return self.SIZE


@deco
def decorated():
    return 0
"""
ROWS = [
    ("nothing", "x + 1", "x + 1", set()),
    ("a body", "x + 1", "x + 2", {"x + 1 | x + 2"}),
    ("a signature", "def plain(x)", "def plain(x, more=0)", {"plain"}),
    ("a function within another", "y * 2", "y * 3", {"y * 2 | y * 3"}),
    ("around a function", "for z in x", "for z in reversed(x)", {"line 21"}),
    ("a method", "return self.SIZE", "return 2", {"self.SIZE | 2"}),
    ("a body below its decorator", "return 0", "return 1", {"0 | 1"}),
    ("a decorator", "@deco", "@other", {"everything"}),
    ("a function of a table", "lambda x: not x", "lambda x: x", {"not x | x"}),
    ("a row that is gone", '    ("second", lambda x: not x),\n', "", {"not x | False"}),
    ("a row for another word", '("second", lambda x: not x)', '("third", lambda x: x)', {"lambda 7"}),
    ("a function of a table with another name", "lambda x: not x", "lambda y: not y", {"lambda 7"}),
    ("a row of another that is gone", 'BY = {"one": TABLE, "two": (lambda y: y,)}', 'BY = {"one": TABLE, "two": ()}', {"BY"}),
    ("a row before all", 'TABLE = (\n', 'TABLE = (\n    ("new", lambda x: 0),\n', {"lambda 6"}),
    ("a row after another", "LIMIT),\n", 'LIMIT),\n    ("new", lambda x: 0),\n', {"lambda 6"}),
    ("a row that asks nobody", "LIMIT),\n", 'LIMIT),\n    OTHER,\n', {"TABLE"}),
    ("the word of a row", '"second"', '"third"', {"lambda 7"}),
    ("a function in a mapping", "lambda y: y", "lambda y: 0", {"y | 0"}),
    ("a value", "int = 3", "int = 4", {"LIMIT"}),
    ("a value of a mapping", '"nein"', '"ja"', {"WORDS"}),
    ("a key of a mapping", '"de"', '"en"', {"WORDS"}),
    ("a value of a class", "SIZE = 1", "SIZE = 2", {"everything"}),
    ("a new import", "from a import b", "from a import b, c", set()),
    ("another import", "from a import b", "import os\nfrom a import b", set()),
    ("a new name", "LIMIT: int = 3", "LIMIT: int = 3\nMORE = 4", set()),
    ("a name made anew", "def plain", "LIMIT = 5\n\n\ndef plain", {"everything"}),
    ("a function that is gone", "def plain(x):\n    return x + 1\n", "", {"everything"}),
    ("a base", "class Thing", "class Thing(dict)", {"everything"}),
    ("a statement", "class Thing", "print()\n\n\nclass Thing", {"everything"}),
]  # fmt: skip


def told(one: Difference) -> str:
    if isinstance(one, Everywhere):
        return "everything"
    if isinstance(one, Point):
        return f"line {one.statement.lineno}"
    if isinstance(one, Value):
        return f"{ast.unparse(one.node)} | {ast.unparse(one.other)}"
    if isinstance(one, Question):
        return f"line {one.statement.lineno} ? {ast.unparse(one.test)}"
    if isinstance(one, Name):
        return one.name
    return f"lambda {one.lineno}" if isinstance(one, ast.Lambda) else one.name


@pytest.mark.parametrize(("was", "now", "where"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_program_differs_where_its_syntax_does(was: str, now: str, where: set[str]) -> None:
    assert CLEAN.count(was) == 1
    assert {told(one) for one in differences(CLEAN, CLEAN.replace(was, now))} == where


def test_a_function_within_another_differs_from_its_own_statement_on() -> None:
    clean = "def outer():\n    def inner():\n        a()\n        b()\n    return inner\n"
    assert {told(one) for one in differences(clean, clean.replace("b()", "c()"))} == {"line 4"}


def names(found: set[Reader]) -> set[str]:
    return {f"{module.removeprefix('simulators.')}.{told(node)}" for module, node, _ in found}


def test_a_name_is_read_by_functions_of_its_own_module_and_of_those_that_import_it() -> None:
    assert names(readers("simulators.platform.uploads", "LIFETIME"))
    found = names(readers("simulators.apps.upload_entry", "STUCK"))
    assert len({name.rpartition(".")[0] for name in found}) > 1


def test_who_makes_something_of_a_name_without_a_function_is_not_followed_to_its_end() -> None:
    with pytest.raises(Unclear):
        readers("simulators.platform.sitting_machine", "MOVES")


def test_what_is_read_of_a_name_made_of_it_has_no_name_of_its_own_there() -> None:
    guards = "simulators.platform.guards"
    assert {(where, called) for where, _, called in readers(guards, "HANDED_IN")} == {(guards, "")}
    assert {(where, called) for where, _, called in readers(guards, "GUARDS")} == {(guards, "GUARDS")}


def test_a_name_that_nobody_reads_is_unclear() -> None:
    with pytest.raises(Unclear):
        readers("simulators.platform.uploads", "NOBODY")


def row(*changes: tuple[str, str, str]) -> Defect:
    made = tuple(Change(f"simulators.{module}", was, now) for module, was, now in changes)
    return Defect(id="x", breaks={"PAIR-01": "x"}, layer="platform", en="", zh="", change=made)


def test_one_change_that_may_show_in_anything_is_everywhere() -> None:
    inside = ("apps.parts", "hours, rest = divmod(seconds, 3600)", "hours, rest = divmod(seconds, 60)")
    anything = ("platform.sitting_machine", 'Machine("sitting"', 'Machine("seat"')
    assert len(locating.of(row(inside))) == 1
    assert locating.of(row(inside, anything)) == []


SUBMIT = '    Move("ready", "submit", "submitted", "R469"),\n'
TABLES = [
    ("a move that is gone", SUBMIT, "", {"ready/submit"}),
    ("a move that leads elsewhere", '"submitted", "R469"', '"failed", "R469"', {"ready/submit"}),
    ("one move more", SUBMIT, SUBMIT + SUBMIT.replace("ready", "photos"), {"photos/submit"}),
    ("another basis", '"R469"', '"R470"', set()),
    (
        "a timer that is gone",
        '    Timed("interrupted", "interruption", "failed", "R457 C04"),\n',
        "",
        {f"interrupted/{timer}" for timer in ("interruption", "interruption_forfeits", "end", "end_no_display", "end_no_sheet")},
    ),
    ("a state that is not declared", '"ready", "submit", "submitted"', '"ready", "submit", "gone"', None),
    ("what does not compile", SUBMIT, "(", None),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "rows"), [one[1:] for one in TABLES], ids=[one[0] for one in TABLES])
def test_a_table_differs_in_its_rows(was: str, now: str, rows: set[str] | None) -> None:
    found = set(locating.of(row(("platform.sitting_machine", was, now))))
    assert found == ({f"table sitting:{one}" for one in rows} if rows is not None else set())


def test_a_table_that_is_written_out_where_it_is_made_differs_in_its_rows_too() -> None:
    gone = ("platform.aux_machine", '        Move("bound", "record", "recording", "R526"),\n', "")
    assert locating.of(row(gone)) == ["table auxiliary phone:bound/record"]


READ = [
    (
        "where the other value makes a difference",
        ("apps.upload_entry", 'STUCK = ("paused", "failed")', 'STUCK = ("failed",)'),
        {
            "apps.upload ~ item['status'] in ('failed',)",
            "apps.upload_entry ~ any((item['status'] in ('failed',) for item in entries))",
        },
    ),
    (
        "under the key that is another",
        ("platform.guards", '    "aux_submit": (\n        AUX_HANDED_IN,\n', '    "aux_submit": (\n'),
        {"platform.guards ~ None if operation in ('aux_submit',) else GUARDS[operation]"},
    ),
]


@pytest.mark.parametrize(("change", "asked"), [one[1:] for one in READ], ids=[one[0] for one in READ])
def test_a_name_differs_for_each_reader_by_itself(change: tuple[str, str, str], asked: set[str]) -> None:
    found = {one.removeprefix("simulators.") for one in locating.of(row(change))}
    assert {f"{one.partition(':')[0]} ~ {one.partition(' ~ ')[2]}" for one in found} == asked
