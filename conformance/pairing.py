"""A target as a run wants it: through which grid, with which of its pairs, and whether what cannot be taken back may be done."""

from __future__ import annotations

from dataclasses import replace

from conformance import naming
from conformance.naming import UnknownName
from conformance.request import RunRequest
from conformance.saying import Stopped
from conformance.target import Target
from reports.form import Text


def chosen(target: Target, request: RunRequest) -> Target:
    """The target, narrowed; Stopped or UnknownName where the request does not fit it."""
    narrowed = _paired(_through(target, request.grid), request.pair)
    return _permitted(_with_kinds(narrowed), request.allow_irreversible)


def _with_kinds(target: Target) -> Target:
    """A scenario that wants a phone of some kind takes that of the pair, if it is one."""
    return replace(target, phones=target.pairs[0].kinds) if len(target.pairs) == 1 else target


def _through(target: Target, grid: str) -> Target:
    if not grid:
        return target
    if target.address is None or not target.pairs:
        raise Stopped(
            Text(
                f"--grid {grid}: the target {target.name} names no phones (`[[pairs]]` in its file)",
                f"--grid {grid}：对象文件 {target.name} 未列出手机（[[pairs]]）",
            )
        )
    return replace(target, address=replace(target.address, webdriver=naming.address(grid, "--grid ")))


def _paired(target: Target, name: str) -> Target:
    if not name:
        return target
    pairs = tuple(pair for pair in target.pairs if pair.name == name)
    if not pairs:
        raise UnknownName(Text("pair of phones", "手机组"), name, [pair.name for pair in target.pairs])
    return replace(target, pairs=pairs)


def _permitted(target: Target, allowed: bool) -> Target:
    """What simulated phones do can be undone by another world."""
    return replace(target, irreversible=frozenset()) if allowed or not target.real_phones else target
