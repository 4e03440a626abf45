"""Puts defects into a process: the modules that they change are loaded from changed source."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from types import CodeType, ModuleType

from simulators.defects.rows import Change, Defect, DefectError


def install(defects: Iterable[Defect]) -> None:
    """From now on this process is the release that has these defects.

    DefectError where a module is loaded already, or the text that a row changes does not stand there exactly once.
    """
    rows = tuple(defects)
    changes: dict[str, list[Change]] = {}
    for change in (change for defect in rows for change in defect.change):
        changes.setdefault(change.module, []).append(change)
    loaded = sorted(set(changes) & set(sys.modules))
    if loaded:
        raise DefectError(f"{', '.join(loaded)}: loaded before the defect came; start the process with it")
    for name, its in changes.items():
        changed(source(name), its)
    if changes:
        sys.meta_path.insert(0, _Finder(tuple(defect.id for defect in rows), changes))


def installed() -> tuple[str, ...]:
    """The ids of the defects that this process has."""
    return next((one.ids for one in sys.meta_path if isinstance(one, _Finder)), ())


def changed(text: str, changes: Sequence[Change]) -> str:
    """The source of one module with some changes in it, one after the other."""
    for change in changes:
        found = text.count(change.was)
        if found != 1:
            raise DefectError(f"{change.module}: {change.was!r} stands there {found} times; expected once")
        text = text.replace(change.was, change.now)
    return text


def source(module: str) -> str:
    """The clean source of a module, which is not loaded for it. DefectError where there is none."""
    loader = _spec(module).loader
    assert isinstance(loader, SourceFileLoader)
    return loader.get_source(module) or ""


def loaded(module: str, changes: Sequence[Change]) -> ModuleType:
    """The module with some changes in it, beside the one that bears its name."""
    spec = _spec(module)
    assert spec.origin is not None
    loader = _Loader(module, spec.origin, changes)
    made = module_from_spec(ModuleSpec(module, loader, origin=spec.origin))
    loader.exec_module(made)
    return made


def _spec(module: str) -> ModuleSpec:
    path: list[str] | None = None
    spec = None
    parts = module.split(".")
    for depth in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:depth]), path)
        if spec is None:
            raise DefectError(f"{module}: no such module")
        path = list(spec.submodule_search_locations or ())
    assert spec is not None
    return spec


class _Finder(MetaPathFinder):
    """Finds the modules that are changed; all others are found as ever."""

    def __init__(self, ids: tuple[str, ...], changes: Mapping[str, Sequence[Change]]) -> None:
        self.ids, self._changes = ids, changes

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._changes:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        assert spec is not None
        assert spec.origin is not None
        spec.loader = _Loader(fullname, spec.origin, self._changes[fullname])
        return spec


class _Loader(SourceFileLoader):
    """Compiles the changed source; nothing of it is kept on the disk."""

    def __init__(self, name: str, path: str, changes: Sequence[Change]) -> None:
        super().__init__(name, path)
        self._changes = changes

    def get_source(self, fullname: str) -> str:
        return changed(super().get_source(fullname) or "", self._changes)

    def get_code(self, fullname: str) -> CodeType:
        text = self.get_source(fullname)
        return compile(text, self.get_filename(fullname), "exec", dont_inherit=True)
