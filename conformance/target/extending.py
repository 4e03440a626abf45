"""Target files that say only in what they differ: `extends` names the file that they begin from.

A table is laid over the other's table, key by key; anything else takes the other's place. A file that starts its target
inherits no address, and one that gives an address inherits no start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from conformance.faults import Fault, FileError, Words, quoted

Raw = dict[str, Any]
EXTENDS = "extends"
INSTEAD: Mapping[str, tuple[str, ...]] = {
    "start": ("address", "hand"),
    "pairs": ("phones",),
    "address": ("start", "start_timeout_s", "defects", "appium", "hand"),
    "hand": ("start", "start_timeout_s", "defects", "appium", "address", "operator", "preflight"),
}
"""What a file that has a key does not inherit."""
ANOTHER = Words(
    "a shipped target, or the path of a target file, that does not extend this one in turn",
    "随附的被测对象或对象文件的路径，且不得反过来引用本文件",
)


def whole(path: Path, parse: Callable[[Path], Raw], find: Callable[[str, Path], Path | None]) -> Raw:
    """What the file and those it extends say together. `find(ref, beside)` is the file that a reference means.

    Raises FileError, which names the file whose reference leads nowhere or in a circle.
    """
    chain: list[tuple[Path, Raw]] = []
    at: Path | None = path
    while at is not None:
        raw = parse(at)
        ref = raw.pop(EXTENDS, None)
        chain.append((at, raw))
        at = None if ref is None else _next(ref, at, find, [before for before, _ in chain])
    merged: Raw = {}
    for _, raw in reversed(chain):
        merged = _laid_over(_inherited(merged, raw), raw)
    return merged


def _next(ref: object, at: Path, find: Callable[[str, Path], Path | None], seen: list[Path]) -> Path:
    found = find(ref, at) if isinstance(ref, str) else None
    if found is None or any(found.samefile(before) for before in seen):
        raise FileError([Fault(at, EXTENDS, quoted(str(ref)), ANOTHER)])
    return found


def _inherited(base: Raw, raw: Raw) -> Raw:
    dropped = {name for key, names in INSTEAD.items() if key in raw for name in names}
    return {key: value for key, value in base.items() if key not in dropped}


def _laid_over(base: Raw, raw: Raw) -> Raw:
    both = {
        key: _laid_over(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in raw.items()
    }
    return {**base, **both}
