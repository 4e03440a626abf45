"""Notes which places of the simulated world are passed through, for whoever wants to know it of each scenario.

A release that differs in one function only cannot differ where that function is not reached, nor where what it has in the
place of an expression gives the same. FILE is shared: its byte i belongs to line i of FILE.places, and is 1 where the place
was reached, which the reader sets back; 2 where what it gave is kept for later and so is never set back. Where there is a
FILE.watched, a name a line, only those places are noted.
"""

import ast
import functools
import mmap
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from itertools import count
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from simulators.defects import comparing, places
from simulators.defects.differing import Function
from simulators.defects.narrowing import first

APART = ("simulators.defects", "simulators.__main__")
"""What is loaded by now, and no part of the release."""
MOST = 1 << 16
PROBE = "__reached__"


def install(path: Path) -> None:
    """From now on every module of the simulated world is loaded with its places watched, or those that are asked for."""
    path.write_bytes(bytes(MOST))
    asked = path.with_name(f"{path.name}.watched")
    watched = frozenset(asked.read_text(encoding="utf-8").splitlines()) if asked.exists() else None
    with path.open("r+b") as file:
        watch = Watch(mmap.mmap(file.fileno(), MOST), path.with_name(f"{path.name}.places"), watched)
    functools.cache = watch.keeping(functools.cache)
    functools.lru_cache = watch.keeping(functools.lru_cache)
    sys.meta_path.insert(0, _Finder(watch))
    _watch_tables(watch, watched or ())


def _watch_tables(watch: "Watch", asked: Iterable[str]) -> None:
    """Rows of transition tables are no places in a program: the tables themselves tell who asks for them."""
    rows = [name for name in asked if name.startswith(places.TABLE)]
    if rows:
        from simulators.defects import machines  # loads a module of the world, which has to be watched by now

        numbers = dict(zip(rows, count(watch.number(rows)), strict=False))
        machines.watch(numbers, watch.reached)


class Watch:
    """The places by number, and what was reached of them."""

    def __init__(self, flags: mmap.mmap, names: Path, watched: frozenset[str] | None) -> None:
        self._flags, self._names, self._count, self._kept = flags, names, 0, 0
        self._watched_for = watched
        names.write_text("", encoding="utf-8")

    def wants(self, name: str) -> bool:
        """Whether the place is one of those that are noted."""
        return self._watched_for is None or name in self._watched_for

    def beside(self, module: str) -> list[str]:
        """Those of this module at which something is asked beside."""
        return sorted(
            name
            for name in self._watched_for or ()
            if name.startswith(f"{module}:") and places.BESIDE in name
        )

    def number(self, found: Sequence[str]) -> int:
        """Give numbers to some places; that of the first."""
        first, self._count = self._count, self._count + len(found)
        if self._count > MOST:
            raise OverflowError(f"more than {MOST} places")
        with self._names.open("a", encoding="utf-8") as file:
            file.writelines(f"{one}\n" for one in found)
        return first

    def reached(self, number: int) -> None:
        if self._kept:
            self._flags[number] = 2
        elif not self._flags[number]:
            self._flags[number] = 1

    def compared(self, number: int, value: Any, other: Callable[[], Any]) -> Any:
        """The value; the place was reached where the other is not the same."""
        if not comparing.same(value, other):
            self.reached(number)
        return value

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is reached meanwhile has made something that stays."""
        self._kept += 1
        try:
            yield
        finally:
            self._kept -= 1

    def keeping(self, cache: Callable[..., Any]) -> Callable[..., Any]:
        """A cache of functools under which everything that is reached counts as kept."""

        def kept(*given: Any, **options: Any) -> Any:
            made = cache(*given, **options)
            return self._watched(made) if hasattr(made, "cache_clear") else lambda f: self._watched(made(f))

        return kept

    def _watched(self, cached: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(cached)
        def asked(*values: Any, **named: Any) -> Any:
            with self.kept():
                return cached(*values, **named)

        vars(asked).update({name: getattr(cached, name) for name in ("cache_clear", "cache_info")})
        return asked


class _Finder(MetaPathFinder):
    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not fullname.startswith("simulators.") or fullname.startswith(APART):
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.origin, self._watch)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, watch: Watch) -> None:
        super().__init__(name, path)
        self._watch = watch

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(self.get_source(fullname) or "")
        found = {name: put for name, put in _probes(fullname, tree) if self._watch.wants(name)}
        beside = self._watch.beside(fullname)
        numbers = count(self._watch.number([*found, *beside]))
        puts = list(zip(found.values(), numbers, strict=False))
        comparing.put(fullname, tree, dict(zip(beside, numbers, strict=False)))
        for put, number in puts:
            put(number)
        return compile(
            ast.fix_missing_locations(tree), self.get_filename(fullname), "exec", dont_inherit=True
        )

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update({PROBE: self._watch.reached, comparing.PROBE: self._watch.compared})
        with self._watch.kept():
            super().exec_module(module)


Put = Callable[[int], None]
"""Puts a probe with this number where it belongs."""


def _probes(module: str, tree: ast.Module) -> Iterator[tuple[str, Put]]:
    """By the name of each place how a probe comes there."""
    for node in list(places.functions(tree)):
        yield places.name(module, node), partial(_in_function, node)
        for suite in places.suites(node):
            for statement in list(suite):
                yield places.point(module, statement), partial(_before, suite, statement)


def _in_function(node: Function, number: int) -> None:
    """The first that the function does is to say that it was reached."""
    if isinstance(node, ast.Lambda):
        node.body = ast.BoolOp(ast.Or(), [_call(number), node.body])
    else:
        _before(node.body, first(node), number)


def _before(suite: list[ast.stmt], statement: ast.stmt, number: int) -> None:
    suite.insert(suite.index(statement), ast.Expr(_call(number)))


def _call(number: int) -> ast.Call:
    return ast.Call(ast.Name(PROBE, ast.Load()), [ast.Constant(number)], [])
