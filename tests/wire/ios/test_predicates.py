"""Predicates: what they mean, what is none, and that every tree that is written is read again as it was."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.wire.webdriver.predicates import PredicateError, compiled
from simulators.wire.webdriver.predicates.grammar import DEEPEST, LONGEST, parse
from simulators.wire.webdriver.predicates.tokens import KEYWORDS
from simulators.wire.webdriver.predicates.tree import (
    Arithmetic,
    Comparison,
    Constant,
    Every,
    Expression,
    Function,
    Literal,
    Many,
    Negation,
    Path,
    Predicate,
    Some,
)

BUTTON: Mapping[str, Any] = {
    "type": "XCUIElementTypeButton",
    "name": "submit",
    "label": "Café 交卷",
    "value": None,
    "enabled": True,
    "visible": False,
    "index": 3,
    "rect": {"x": 13, "y": 233, "width": 334, "height": 34},
}


def holds(text: str, of: Mapping[str, Any] = BUTTON) -> bool:
    return compiled(text, frozenset(of))(of.__getitem__)


TRUE = [
    'type == "XCUIElementTypeButton"',
    "name = 'submit'",
    "name != 'other'",
    "name <> 'other'",
    "'submit' == name",
    "label BEGINSWITH 'Caf'",
    "label beginswith[c] 'CAF'",
    "label BEGINSWITH[cd] 'cafe'",
    "label BEGINSWITH[dc] 'cafe'",
    "label CONTAINS '交'",
    "label ENDSWITH '交卷'",
    "'交' IN label",
    "label LIKE 'Caf? *'",
    "label LIKE[cd] 'cafe*'",
    "name LIKE 'submi\\\\?' OR name LIKE 'submi?'",
    "label MATCHES 'Caf.{3}卷'",
    "label MATCHES[c] 'CAFÉ.*'",
    "label MATCHES[d] 'Cafe.*'",
    "name ==[c] 'SUBMIT'",
    "name IN {'login', 'submit'}",
    "name IN[c] {'LOGIN', 'SUBMIT'}",
    "{'login', 'submit'} CONTAINS name",
    "index BETWEEN {1, 3}",
    "name BETWEEN {'a', 'z'}",
    "index >= 3 AND index <= 3 && index => 3 and index =< 3",
    "index > 2 or index < 2",
    "enabled == TRUE",
    "enabled == true && enabled == YES && enabled == 1",
    "visible == FALSE AND visible == no AND visible == 0",
    "value == NULL and value == nil and value = nil",
    "NOT visible == 1",
    "! (visible == 1)",
    "NOT NOT enabled == 1",
    "NOT (enabled == 0 OR visible == 1) AND index == 3",
    "enabled == 0 OR index == 3 AND visible == 0",
    "rect.width > 100 AND rect.y == 233",
    "rect.x + rect.width <= 347",
    "(rect.x + 1) * 2 - 28 == 0 AND 2 ** 3 == 8 AND 7 / 2 == 3.5",
    "-index == -3 AND - (index) < 0",
    "label.length == 7 AND length(name) == 6",
    "uppercase(name) == 'SUBMIT' AND lowercase('AB') == 'ab'",
    "abs(-2) == 2 AND ceiling(1.5) == 2 AND floor(1.5) == 1",
    "0x10 == 16 AND 1.5e1 == 15 AND .5 == 0.5",
    "name == 'sub\\u006dit' AND 'a\\'b' == \"a'b\"",
    "#name == 'submit'",
    "TRUEPREDICATE AND NOT FALSEPREDICATE",
    "((((name == 'submit'))))",
    "(name) == ('submit')",
    "  name\n==\t'submit'  ",
]


@pytest.mark.parametrize("text", TRUE)
def test_a_predicate_that_holds(text: str) -> None:
    assert holds(text)
    assert not holds(f"NOT ({text})")


FALSE = [
    "name == 'Submit'",
    "value CONTAINS 'x'",
    "value < 3",
    "value == ''",
    "index == '3'",
    "enabled == 'true'",
    "name > 3",
    "name MATCHES 'sub'",
    "name MATCHES '[[x]'",
    "name LIKE 'sub'",
    "name LIKE 'SUB*'",
    "rect.depth == 3",
    "name.depth == 3",
    "index / 0 == 1",
    "name + 1 == 2",
    "uppercase(index) == '3'",
    "length(index) == 1",
    "name IN 3",
    "name IN {}",
    "1e999 - 1e999 == 0",
    "ceiling(1e999) == 1",
]


@pytest.mark.parametrize("text", FALSE)
def test_a_predicate_that_does_not_hold(text: str) -> None:
    assert not holds(text)


NONE = [
    ("", "a value"),
    ("name", "compared with nothing"),
    ("'x'", "compared with nothing"),
    ("name ==", "expected a value, not 'the end' at character 8"),
    ("name === 'x'", "expected a value, not '='"),
    ("== 'x'", "expected a value, not '=='"),
    ("name == 'x", 'cannot read "\'x" at character 9'),
    ("name == x y", "expected the end, not 'y'"),
    ("name == 'x' AND", "expected a value"),
    ("name == 'x' AND OR", "expected a value, not 'OR'"),
    ("(name == 'x'", "expected ')'"),
    ("name == 'x')", "expected the end, not ')'"),
    ("name == {1 2}", "expected ','"),
    ("name BETWEEN 1", "BETWEEN needs two limits"),
    ("name BETWEEN {1}", "BETWEEN needs two limits"),
    ("name MATCHES '('", "MATCHES '('"),
    ("colour == 1", "an element has no 'colour'; it has enabled, index, label"),
    ("SELF == 1", "SELF is an element"),
    ("ANY name == 'x'", "ANY needs a collection"),
    ("frob(name) == 1", "no function frob of 1"),
    ("abs(1, 2) == 1", "no function abs of 2"),
    ("name. == 1", "expected a name, not '=='"),
    ("name == %@", "cannot read '%@'"),
    ("name == $x", "cannot read '$x'"),
    ("(name == 'x') == 1", "expected a value, after a predicate,"),
    ("1 AND name == 'x'", "expected a comparison, after a value"),
    ("NOT 1", "expected a comparison"),
    ("-(name == 'x') == 1", "expected a value"),
    ("[c] == 1", "expected a value"),
    ("(" * 100 + "1", f"nested deeper than {DEEPEST}"),
    ("NOT " * 100 + "1 == 1", f"nested deeper than {DEEPEST}"),
    ("1" + "+1" * 200 + " == 1", f"more than {LONGEST} parts"),
]


@pytest.mark.parametrize(("text", "sentence"), NONE)
def test_what_is_no_predicate_is_told_why(text: str, sentence: str) -> None:
    with pytest.raises(PredicateError) as fault:
        holds(text)
    assert sentence in str(fault.value)


NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,8}", fullmatch=True)
VALUES: st.SearchStrategy[Expression] = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(Literal),
    st.integers(0, 10**17).map(Literal),
    st.floats(0, 1e12, allow_nan=False).map(Literal),
    st.sampled_from([True, False, None]).map(Literal),
    st.lists(NAMES, min_size=1, max_size=3).map(lambda names: Path(tuple(names))),
    st.just(Path(())),
)
EXPRESSIONS = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Many(tuple(items))),
        st.builds(Arithmetic, st.sampled_from(["+", "-", "*", "/", "**"]), inner, inner),
        st.builds(Function, NAMES.map(str.lower).filter(lambda name: name.upper() not in KEYWORDS),
                  st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=5,
)  # fmt: skip
SIGNS = [
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "BETWEEN",
    "BEGINSWITH",
    "CONTAINS",
    "ENDSWITH",
    "LIKE",
    "MATCHES",
    "IN",
]
COMPARED = st.builds(
    Comparison, EXPRESSIONS, st.sampled_from(SIGNS), EXPRESSIONS, st.sampled_from(["", "c", "d", "cd"])
)
PREDICATES: st.SearchStrategy[Predicate] = st.recursive(
    st.one_of(COMPARED, st.booleans().map(Constant)),
    lambda inner: st.one_of(
        st.builds(Negation, inner),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Every(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=6,
)


def quoted(text: str) -> str:
    return "'" + "".join(f"\\u{ord(sign):04x}" if sign in "'\\\n\t" else sign for sign in text) + "'"


def literal(node: Literal) -> str:
    if node.value is None or isinstance(node.value, bool):
        return {None: "NIL", True: "TRUE", False: "FALSE"}[node.value]
    return quoted(node.value) if isinstance(node.value, str) else repr(node.value)


def comparison(node: Comparison) -> str:
    options = f"[{node.options}]" if node.options else ""
    return f"{written(node.left)} {node.operator}{options} {written(node.right)}"


def joined(parts: Iterable[Predicate], word: str) -> str:
    return word.join(f"({written(part)})" for part in parts)


WRITE: Mapping[type, Callable[[Any], str]] = {
    Literal: literal,
    Path: lambda node: ".".join(f"#{name}" for name in node.names) or "SELF",
    Many: lambda node: "{" + ", ".join(map(written, node.items)) + "}",
    Arithmetic: lambda node: f"({written(node.left)} {node.operator} {written(node.right)})",
    Function: lambda node: f"{node.name}({', '.join(map(written, node.arguments))})",
    Comparison: comparison,
    Negation: lambda node: f"NOT ({written(node.part)})",
    Every: lambda node: joined(node.parts, " AND "),
    Some: lambda node: joined(node.parts, " OR "),
    Constant: lambda node: f"{str(node.holds).upper()}PREDICATE",
}


def written(node: Expression | Predicate) -> str:
    """A tree as text, every part in parentheses of its own."""
    return WRITE[type(node)](node)


@given(PREDICATES)
def test_what_is_written_is_read_as_it_was(tree: Predicate) -> None:
    assert parse(written(tree)) == tree


@given(st.text(max_size=40))
def test_any_text_is_a_predicate_or_told_why_not(text: str) -> None:
    try:
        told = isinstance(holds(text), bool)
    except PredicateError as fault:
        told = bool(str(fault))
    assert told


SCRAPS = [
    *SIGNS,
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    "{",
    "}",
    ",",
    "[c]",
    "name",
    "rect.x",
    "'a'",
    "1",
    "+",
    "-",
    "TRUE",
    "abs",
    ".",
    "*",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=16))
def test_scraps_of_predicates_are_read_or_refused(scraps: list[str]) -> None:
    try:
        told = isinstance(holds(" ".join(scraps)), bool)
    except PredicateError as fault:
        told = bool(str(fault))
    assert told
