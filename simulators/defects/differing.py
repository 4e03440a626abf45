"""Where a changed program differs from the clean one: in which functions, and in which names of a module. By their syntax alone."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from simulators.defects.infecting import Question, Value, refusal, value
from simulators.defects.narrowing import beginnings

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Named = ast.Assign | ast.AnnAssign
LISTED = ast.Tuple | ast.List


@dataclass(frozen=True, slots=True)
class Everywhere:
    """The difference may show in anything that the process does."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a name of the module stands for differs: it shows wherever that is read."""

    name: str
    value: ast.expr
    other: ast.expr


@dataclass(frozen=True, slots=True)
class Point:
    """A function does the same until it comes to this statement."""

    statement: ast.stmt


Within = Function | Point | Value | Question
"""Where it differs in a function, or in which."""
Difference = Within | Name | Everywhere
Pair = tuple[ast.AST | None, ast.AST | None]


def differences(clean: str, changed: str) -> Iterator[Difference]:
    """Each place of the clean program where the other one differs; a function stands for all that is within it."""
    one, other = ast.parse(clean), ast.parse(changed)
    known = {name for node in one.body for name in _names(node)}
    yield from _statements(one.body, other.body, known)


def _statements(
    clean: Sequence[ast.stmt], changed: Sequence[ast.stmt], known: set[str]
) -> Iterator[Difference]:
    """What differs between the statements of a module, or of a class."""
    for one, other in _pairs(clean, changed):
        if one is None:
            if not _only_new_names(other, known):
                yield Everywhere()
        elif _imports(one) and _imports(other):
            continue  # what is imported beside is used by whatever else differs
        elif isinstance(one, Function):
            yield from of_function(one, other)
        elif isinstance(one, ast.ClassDef) and isinstance(other, ast.ClassDef) and one.name == other.name:
            yield from _of_class(one, other)
        elif (
            isinstance(one, Named)
            and isinstance(other, Named)
            and len(_names(one)) == 1
            and _names(one) == _names(other)
            and one.value is not None
            and other.value is not None
        ):
            yield from _value(one.value, other.value, Name(_names(one)[0], one.value, other.value))
        else:
            yield Everywhere()


def _of_class(one: ast.ClassDef, other: ast.ClassDef) -> Iterator[Difference]:
    """What differs in a class: nobody knows who reads its values."""
    heads = [
        _dump(part) for node in (one, other) for part in (*node.bases, *node.keywords, *node.decorator_list)
    ]
    if heads[: len(heads) // 2] != heads[len(heads) // 2 :]:
        yield Everywhere()
    mine = {name for node in one.body for name in _names(node)}
    for found in _statements(one.body, other.body, mine):
        yield Everywhere() if isinstance(found, Name) else found


def of_function(one: Function, other: ast.AST | None) -> Iterator[Difference]:
    """The function, or where in it, or, where no more than a function within it differs, that one. It shows where the function
    is called."""
    if type(one) is not type(other) or _decorators(one) != _decorators(other):
        yield Everywhere()
        return
    assert isinstance(other, Function)
    inner = [found for found in _within(one, other) if found is not None]
    alone = None not in _within(one, other) and _dump(one.args) == _dump(other.args)
    yield from inner if inner and alone else _narrowed(one, other)


def _narrowed(one: Function, other: Function) -> Sequence[Difference]:
    if isinstance(one, ast.Lambda) and isinstance(other, ast.Lambda):
        same = _dump(one.args) == _dump(other.args)
        return [(value(one.body, other.body) if same else None) or one]
    if isinstance(one, ast.Lambda) or isinstance(other, ast.Lambda):
        return [one]
    return [Point(at) if isinstance(at, ast.stmt) else at for at in beginnings(one, other)] or [one]


def _within(one: ast.AST, other: ast.AST) -> Iterator[Within | None]:
    """The functions within a node, or where in them, in which alone it differs; None where it differs in itself."""
    if _dump(one) == _dump(other):
        return
    if type(one) is not type(other):
        yield None
        return
    for field, found in ast.iter_fields(one):
        mine, theirs = _list(found), _list(getattr(other, field))
        if len(mine) != len(theirs):
            yield None
        for a, b in zip(mine, theirs, strict=False):
            yield from _parts(a, b)


def _parts(one: object, other: object) -> Iterator[Within | None]:
    if not isinstance(one, ast.AST) or not isinstance(other, ast.AST):
        yield from [None] * (one != other)
    elif isinstance(one, Function) and _dump(one) != _dump(other):
        yield from (found if isinstance(found, Within) else None for found in of_function(one, other))
    else:
        yield from _within(one, other)


def _value(one: ast.AST, other: ast.AST, name: Name) -> Iterator[Difference]:
    """What differs in the value of a name: functions that stand in it, rows of a table of functions, or the value itself."""
    if isinstance(one, Function):
        yield from of_function(one, other)
    elif isinstance(one, LISTED) and isinstance(other, LISTED):
        yield from _rows(one.elts, other.elts, name)
    elif isinstance(one, ast.Dict) and isinstance(other, ast.Dict) and _keys(one) == _keys(other):
        for mine, theirs in zip(one.values, other.values, strict=True):
            if _dump(mine) != _dump(theirs):
                yield from _value(mine, theirs, name)
    elif _dump(one) != _dump(other):
        yield name


def _rows(clean: Sequence[ast.expr], changed: Sequence[ast.expr], name: Name) -> Iterator[Difference]:
    """Rows that are asked one after the other by a function in each: one that is gone, or new, shows where its neighbour is asked."""
    asked = [_asks(row) for row in clean]
    for mine, theirs in _runs(clean, changed):
        gone, new = clean[mine], changed[theirs]
        if len(gone) == len(new) == 1 and not (_asks(gone[0]) and _asks(new[0])):
            yield from _value(gone[0], new[0], name)
            continue
        if len(gone) == 1 and (told := _of_row(gone[0], *new)):
            yield from told
            continue
        near = asked[mine] or asked[max(0, mine.start - 1) : mine.start] or asked[mine.stop : mine.stop + 1]
        if not near or None in near or None in map(_asks, new):
            yield name
        else:
            yield from (row for row in near if row is not None)


def _of_row(gone: ast.expr, *new: ast.expr) -> Sequence[Difference]:
    """Where a row shows that asks yes or no and has no other in its place, or one that asks something else for the same word."""
    mine, theirs = _asks(gone), [_asks(one) for one in new]
    if mine and not theirs:
        return [told] if (told := refusal(mine)) else []
    if mine and len(theirs) == 1 and theirs[0] and _words(gone) == _words(new[0]):
        return list(of_function(mine, theirs[0]))
    return []


def _words(row: ast.expr) -> list[str]:
    return [_dump(part) for part in ast.iter_child_nodes(row) if not isinstance(part, ast.Lambda)]


def _asks(row: ast.expr) -> ast.Lambda | None:
    """The function of a row that has no more than a word and a function."""
    if not isinstance(row, ast.Tuple):
        return None
    found = [part for part in row.elts if isinstance(part, ast.Lambda)]
    rest = [part for part in row.elts if not isinstance(part, ast.Constant | ast.Lambda)]
    return found[0] if len(found) == 1 and not rest else None


def _runs(clean: Sequence[ast.AST], changed: Sequence[ast.AST]) -> Iterator[tuple[slice, slice]]:
    match = SequenceMatcher(
        None, [_dump(one) for one in clean], [_dump(one) for one in changed], autojunk=False
    )
    for what, start, stop, first, last in match.get_opcodes():
        if what != "equal":
            yield slice(start, stop), slice(first, last)


def _pairs(clean: Sequence[ast.stmt], changed: Sequence[ast.stmt]) -> Iterator[Pair]:
    """Statements that differ, each with the one in its place: of the same name, or else the next."""
    for mine, theirs in _runs(clean, changed):
        new = list(changed[theirs])
        for one in clean[mine]:
            there = next((other for other in new if _names(one) and _names(other) == _names(one)), None)
            other = there or next((two for two in new if not _names(two) or _imports(two)), None)
            if other is not None:
                new.remove(other)
            yield one, other
        yield from ((None, other) for other in new)


def _only_new_names(node: ast.AST | None, known: set[str]) -> bool:
    """A statement that makes names which nobody had before: whoever reads them differs too."""
    return _imports(node) or (isinstance(node, Named) and not known & set(_names(node)))


def _imports(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _names(node: ast.AST | None) -> list[str]:
    """The names that a statement of a module makes."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _decorators(node: ast.AST | None) -> list[str]:
    return [_dump(one) for one in getattr(node, "decorator_list", [])]


def _keys(node: ast.Dict) -> list[str]:
    return [_dump(key) if key else "" for key in node.keys]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _dump(node: ast.AST) -> str:
    return ast.dump(node)
