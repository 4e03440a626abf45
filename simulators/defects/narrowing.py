"""Where in a function a changed one begins to differ: until it comes there, both have done the same."""

import ast
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from types import CodeType

from simulators.defects.infecting import Question, Value, question, value

Def = ast.FunctionDef | ast.AsyncFunctionDef
SUITES = ("body", "orelse", "finalbody")
Beginning = ast.stmt | Value | Question
"""Before this statement nothing differs yet; or until an expression gives something else."""
COMPOUND = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try)


def beginnings(clean: Def, changed: Def) -> list[Beginning]:
    """Where two functions begin to differ; nowhere in particular (none) where it may be from the first statement on."""
    if ast.dump(clean.args) != ast.dump(changed.args) or not _mean_the_same(clean, changed):
        return []
    found = list(_of_suite(clean.body, changed.body))
    return [] if first(clean) in found else found


def first(node: Def) -> ast.stmt:
    """The first statement that does anything."""
    return node.body[1 if ast.get_docstring(node) is not None and len(node.body) > 1 else 0]


def _of_suite(clean: Sequence[ast.stmt], changed: Sequence[ast.stmt]) -> Iterator[Beginning]:
    match = SequenceMatcher(None, [*map(ast.dump, clean)], [*map(ast.dump, changed)], autojunk=False)
    for what, start, stop, first, last in match.get_opcodes():
        if what == "equal":
            continue
        gone, new = clean[start:stop], changed[first:last]
        if len(gone) == len(new) == 1:
            yield from _of_statement(gone[0], new[0])
        elif len(gone) + len(new) == 1 and start < len(clean):
            yield question(clean[start], [*gone, *new][0]) or clean[start]
        else:
            yield clean[min(start, len(clean) - 1)]


def _of_statement(clean: ast.stmt, changed: ast.stmt) -> Iterator[Beginning]:
    """Within a statement that has the same head, in its suites; else in the one expression that differs, or before it."""
    if not isinstance(clean, COMPOUND) or type(clean) is not type(changed) or _head(clean) != _head(changed):
        yield value(clean, changed) or clean
        return
    for mine, theirs in zip(_suites(clean), _suites(changed), strict=True):
        if mine and theirs:
            yield from _of_suite(mine, theirs)
        elif mine or theirs:
            yield clean


def _suites(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    yield from (getattr(node, name, []) for name in SUITES)
    yield from (handler.body for handler in getattr(node, "handlers", []))


def _head(node: ast.AST) -> list[str]:
    """All of a statement, or of a handler, but its suites."""
    found: list[str] = []
    for name, held in ast.iter_fields(node):
        for part in () if name in SUITES else held if isinstance(held, list) else [held]:
            if isinstance(part, ast.ExceptHandler):
                found += _head(part)
            else:
                found.append(ast.dump(part) if isinstance(part, ast.AST) else str(part))
    return found


def _mean_the_same(clean: Def, changed: Def) -> bool:
    """Whether a name that both use is a local one in both or in neither, and both are run in the same way."""
    one, other = _code(clean), _code(changed)
    mine, theirs = _locals(one), _locals(other)
    return (
        one.co_flags == other.co_flags
        and not (mine - theirs) & set(other.co_names)
        and not (theirs - mine) & set(one.co_names)
        and not (mine ^ theirs) & {*one.co_cellvars, *other.co_cellvars}
    )


def _locals(code: CodeType) -> set[str]:
    return {*code.co_varnames, *code.co_cellvars}


def _code(node: Def) -> CodeType:
    bare = type(node)(**dict(ast.iter_fields(node)) | {"decorator_list": []})
    module = ast.fix_missing_locations(ast.Module([bare], []))
    made = (one for one in compile(module, "", "exec").co_consts if isinstance(one, CodeType))
    return next(one for one in made if one.co_name == node.name)
