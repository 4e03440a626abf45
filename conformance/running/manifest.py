"""What a run is, as the first line of its journal says it, and whether a later command is about the same run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from conformance.journal import Line
from conformance.kit import JUDGES, ROOMS, ROOT, kit
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running.choosing import Chosen
from reports.form import Text

NAMES: Mapping[str, Text] = {
    "kit": Text("examgate itself", "examgate 程序"),
    "season": Text("the season", "招考年度"),
    "season_sha256": Text("the season's file", "招考年度文件"),
    "edition": Text("the edition of the catalogue", "规则目录版本"),
    "catalogue": Text("the catalogue of rules", "规则目录"),
    "target": Text("the target file", "被测对象文件"),
    "seed": Text("the seed", "随机种子"),
    "scope": Text("the choice of rules", "规则范围"),
    "digests": Text("a file that was given", "所给文件的内容"),
    "rules": Text("the rules", "规则"),
    "scenarios": Text("the scenarios", "场景"),
}
"""What must be the same for a run to go on, and what it is called."""


def manifest(plan: Plan, chosen: Chosen) -> dict[str, object]:
    """The first line of a run's journal."""
    request = plan.request
    return {
        "kit": msgspec.to_builtins(kit()),
        "season": plan.season.id,
        "season_sha256": plan.season_sha256,
        "edition": plan.season.edition,
        "catalogue": plan.catalogue.digest(),
        "target": plan.target.name,
        "seed": request.seed,
        "scope": {
            "full": request.full,
            "rules": request.rules,
            "scenarios": request.scenarios,
            "core": request.core,
            "harm": request.harm,
        },
        "request": msgspec.to_builtins(replace(request, folder="", left=())),
        "digests": _digests(plan),
        "rules": [row.id for row in chosen.rows],
        "scenarios": [case.id for case in chosen.cases],
    }


def request_of(line: Line) -> RunRequest:
    """What the run with this manifest was asked to do."""
    return msgspec.convert(line["request"], RunRequest)


def differences(line: Line, plan: Plan, chosen: Chosen) -> list[Text]:
    """What is no longer as it was when the run with this manifest was begun."""
    now: Any = msgspec.json.decode(msgspec.json.encode(manifest(plan, chosen)))
    found = [name for name in NAMES if name != "digests" and line[name] != now[name]]
    before, after = line["digests"], now["digests"]
    files = [name for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)]
    return [NAMES[name] for name in found] + [Text(name, name) for name in files]


def _digests(plan: Plan) -> dict[str, str]:
    """Those of the files that were given; what is shipped with the kit is in the kit's own digest."""
    return {str(path): _digest(path) for path in _given(plan) if path.exists()}


def _given(plan: Plan) -> Iterator[Path]:
    request = plan.request
    packages = [find_spec(package) for package in request.steps]
    places = [place for spec in packages if spec for place in spec.submodule_search_locations or ()]
    beside = (
        request.features,
        request.waivers,
        request.known_failures,
        request.flaky,
        *request.defects,
        *places,
    )
    named = [Path(name) for name in beside if name]
    yield from (path for path in (plan.target.path, *named) if not _shipped(path))


def _shipped(path: Path) -> bool:
    return any(path.resolve().is_relative_to(ROOT / room) for room in ROOMS)


def _digest(path: Path) -> str:
    mark = hashlib.sha256()
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for file in files:
        if file == path or (file.suffix in JUDGES and "__pycache__" not in file.parts):
            mark.update(f"{file.relative_to(path).as_posix()}\0".encode())
            mark.update(file.read_bytes())
    return mark.hexdigest()
