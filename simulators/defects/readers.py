"""Who reads a name of a module: the functions of the simulated world, followed through imports and through names made of it."""

import ast
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

from simulators.defects.applying import source
from simulators.defects.differing import Function

WORLD = "simulators"
Reader = tuple[str, Function, str]
"""A module, a function in it, and what the name is called there; nothing where it reads what was made of the name."""


class Unclear(Exception):
    """The name is read where no function is: it may show in anything."""


def readers(module: str, name: str) -> set[Reader]:
    """Every function that reads the name, under whatever name it was imported. Unclear where something else does."""
    found: set[Reader] = set()
    left, seen = [(module, name, True)], set()
    while left:
        where, what, itself = left.pop()
        if (where, what) in seen:
            continue
        seen.add((where, what))
        for function, made in _reads(where, what):
            if function is not None:
                found.add((where, function, what if itself else ""))
            elif made:
                left += [(where, one, False) for one in made]
            else:
                raise Unclear(f"{where}: {what}")
        left += [(other, alias, itself) for other, alias in _imported(where, what)]
    if not found:
        raise Unclear(f"{module}: {name} is read by no function")
    return found


def feeding(module: str, ends: frozenset[str]) -> frozenset[str]:
    """Some names of a module, and those of which nothing but these is made, by nobody else."""
    found = set(ends)
    names = {name for statement in tree(module).body for name in _made(statement)}
    while fed := {name for name in names - found if _feeds(module, name, found)}:
        found |= fed
    return frozenset(found)


def _feeds(module: str, name: str, ends: set[str]) -> bool:
    reads = list(_reads(module, name))
    made = [one for function, some in reads for one in some or [""] if function is None]
    alone = bool(reads) and len(made) == len(reads) and set(made) <= ends
    return alone and not list(_imported(module, name))


def _reads(module: str, name: str) -> Iterator[tuple[Function | None, list[str]]]:
    """Where a module reads one of its names: in a function, or for names that it makes of it."""
    for statement in tree(module).body:
        for node, function in _within(statement, None):
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
                yield function, _made(statement)


def _within(node: ast.AST, function: Function | None) -> Iterator[tuple[ast.AST, Function | None]]:
    """Every node with the innermost function that holds it; defaults and decorators stand outside of theirs."""
    yield node, function
    if isinstance(node, Function):
        body = [node.body] if isinstance(node, ast.Lambda) else node.body
        outside = [one for one in ast.iter_child_nodes(node) if one not in body]
        for one in outside:
            yield from _within(one, function)
        for inner in body:
            yield from _within(inner, node)
        return
    for one in ast.iter_child_nodes(node):
        yield from _within(one, function)


def _made(statement: ast.stmt) -> list[str]:
    targets = (
        statement.targets
        if isinstance(statement, ast.Assign)
        else [statement.target]
        if isinstance(statement, ast.AnnAssign)
        else []
    )
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _imported(module: str, name: str) -> Iterator[tuple[str, str]]:
    """The modules that import the name, and what they call it. Unclear where one takes the whole module and reads it there."""
    yield from _imports().get((module, name), ())
    package, _, last = module.rpartition(".")
    for other, alias in _imports().get((package, last), ()):
        if any(_is_attribute(node, alias, name) for node in ast.walk(tree(other))):
            raise Unclear(f"{other}: {alias}.{name}")


@cache
def _imports() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """By module and name: who imports it, and what it is called there."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for other in modules():
        for node in ast.walk(tree(other)):
            if isinstance(node, ast.ImportFrom) and node.module:
                for one in node.names:
                    found[node.module, one.name].append((other, one.asname or one.name))
    return found


def _is_attribute(node: ast.AST, alias: str, name: str) -> bool:
    if not isinstance(node, ast.Attribute) or node.attr != name:
        return False
    return isinstance(node.value, ast.Name) and node.value.id == alias


@cache
def tree(module: str) -> ast.Module:
    """The clean program of a module."""
    return ast.parse(source(module))


@cache
def modules() -> tuple[str, ...]:
    """Every module of the simulated world, none of which is loaded for it."""
    spec = find_spec(WORLD)
    places = spec.submodule_search_locations if spec else None
    return tuple(_below(WORLD, list(places or ())))


def _below(package: str, places: list[str]) -> Iterator[str]:
    yield package
    for found in pkgutil.iter_modules(places):
        name = f"{package}.{found.name}"
        if found.ispkg:
            yield from _below(name, [f"{place}/{found.name}" for place in places])
        else:
            yield name
