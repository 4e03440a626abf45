"""The places of a program: its functions, each named `module:line.column-line.column` by its body, its statements, each named
`module:line.column` by its beginning, and the rows of its transition tables, each named `table machine:state/event`, or with a timer
in the event's place. A place at which something else has to be given beside is named `function or expression ~ the other expression`,
or `statement ~ what has to be true`."""

import ast
from collections.abc import Iterator

from simulators.defects.differing import Function
from simulators.defects.infecting import Question, Value
from simulators.defects.narrowing import SUITES

Part = ast.stmt | ast.expr
"""Lines and columns are as `ast` counts them: from 1, in lines, and from 0, in bytes."""
TABLE = "table "
BESIDE = " ~ "
"""Between a place and the expression that is asked there."""


def functions(tree: ast.AST) -> Iterator[Function]:
    """All functions, those within others after them."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def name(module: str, node: Function) -> str:
    """The name of a function's place."""
    return f"{module}:{_span(*_body(node))}"


def suites(node: Function) -> Iterator[list[ast.stmt]]:
    """The lists of statements that a function has."""
    for one in ast.walk(node) if not isinstance(node, ast.Lambda) else ():
        for field in SUITES:
            suite = getattr(one, field, None)
            if isinstance(suite, list):
                yield suite


def point(module: str, node: ast.stmt) -> str:
    """The name of a statement's place."""
    return f"{module}:{node.lineno}.{node.col_offset}"


def expression(module: str, node: ast.expr) -> str:
    """The name of an expression's place."""
    return f"{module}:{_span(node, node)}"


def beside(module: str, asked: Value | Question) -> str:
    """The name of a place at which an expression is asked beside."""
    if isinstance(asked, Value):
        return f"{expression(module, asked.node)}{BESIDE}{ast.unparse(asked.other)}"
    return f"{point(module, asked.statement)}{BESIDE}{ast.unparse(asked.test)}"


def row(machine: str, state: str, event: str) -> str:
    """The name of a transition table's row."""
    return f"{TABLE}{machine}:{state}/{event}"


def of_row(name: str) -> tuple[str, str, str]:
    """Machine, state and event of a row's name."""
    machine, _, rest = name.removeprefix(TABLE).partition(":")
    state, _, event = rest.partition("/")
    return machine, state, event


def _body(node: Function) -> tuple[Part, Part]:
    return (node.body, node.body) if isinstance(node, ast.Lambda) else (node.body[0], node.body[-1])


def _span(first: Part, last: Part) -> str:
    return f"{first.lineno}.{first.col_offset}-{last.end_lineno}.{last.end_col_offset}"
