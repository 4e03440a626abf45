"""Who reads a name differs where the other value, written in its place, makes a difference."""

import ast

import pytest

from simulators.defects.differing import Name
from simulators.defects.substituting import substituted

ROWS = [
    ("a limit", "3", "4", "return x < LIMIT", "return x < 4"),
    ("a list of words", "('a', 'b')", "('a',)", "return x in LIMIT", "return x in ('a',)"),
    ("each time that it is read", "3", "4", "return LIMIT + LIMIT", "return 4 + 4"),
    ("not where it is kept", "3", "4", "LIMIT = x", "LIMIT = x"),
    ("a key of a mapping", "{'a': 1, 'b': 2}", "{'a': 1, 'b': 3}", "return LIMIT[x]", "return None if x in ('b',) else LIMIT[x]"),
    ("a mapping that has other keys", "{'a': 1}", "{'b': 1}", "return LIMIT[x]", "return {'b': 1}[x]"),
    ("a mapping of which all is read", "{'a': 1}", "{'a': 2}", "return list(LIMIT)", "return list({'a': 2})"),
    ("a mapping made of another", "{**x, 'a': 1}", "{**y, 'a': 1}", "return LIMIT[x]", "return {**y, 'a': 1}[x]"),
    ("a mapping that was none", "1", "{'a': 2}", "return LIMIT[x]", "return {'a': 2}[x]"),
    ("in what is read of another", "3", "4", "return x[LIMIT]", "return x[4]"),
    ("nothing of it", "3", "4", "return x", "return x"),
]  # fmt: skip


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def function(body: str) -> ast.FunctionDef:
    (found,) = ast.parse(f"@LIMIT\ndef asked(x=LIMIT):\n    {body}\n").body
    assert isinstance(found, ast.FunctionDef)
    return found


@pytest.mark.parametrize(
    ("value", "other", "was", "now"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_the_other_value_is_written_where_the_name_is_read(
    value: str, other: str, was: str, now: str
) -> None:
    clean = function(was)
    name = Name("LIMIT", expression(value), expression(other))
    written = substituted(clean, "LIMIT", name, at_home=True)
    assert written is not None
    assert ast.unparse(written) == ast.unparse(function(now))
    assert ast.unparse(clean) == ast.unparse(function(was)), "the clean one stays as it is"


def test_a_lambda_is_written_anew_too() -> None:
    asked = expression("lambda x: x < MOST")
    assert isinstance(asked, ast.Lambda)
    written = substituted(asked, "MOST", Name("LIMIT", expression("3"), expression("4")), at_home=False)
    assert written is not None
    assert ast.unparse(written) == "lambda x: x < 4"


def test_a_value_made_of_other_names_is_written_in_its_own_module_alone() -> None:
    name = Name("LIMIT", expression("3"), expression("MORE + 3"))
    assert substituted(function("return LIMIT"), "LIMIT", name, at_home=True)
    assert substituted(function("return LIMIT"), "LIMIT", name, at_home=False) is None
