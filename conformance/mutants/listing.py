"""Asks a target for its seeded defects."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import msgspec

from conformance.kit import environment
from conformance.mutants.forms import Defect
from conformance.naming import UnknownName
from conformance.saying import Stopped
from conformance.target import Target
from reports.form import Text

LONGEST_S = 60.0
"""Wall seconds that a target may take to list them."""


def listed(target: Target, files: Sequence[str] = ()) -> tuple[Defect, ...]:
    """Its defects, and those of further files with them; Stopped where it has none or its list cannot be read."""
    if target.defects is None:
        raise Stopped(
            Text(
                f"target {target.name} has no seeded defects; its file says with [defects] how it lists them",
                f"被测对象 {target.name} 没有预置缺陷；对象文件须用 [defects] 说明如何列出",
            )
        )
    command = [*(word.format(python=sys.executable) for word in target.defects.listing), *files]
    try:
        told = subprocess.run(
            command,
            capture_output=True,
            check=True,
            timeout=LONGEST_S,
            env=environment(),
        )
        return msgspec.json.decode(told.stdout, type=tuple[Defect, ...])
    except subprocess.CalledProcessError as fault:
        raise _unreadable(target, fault.stderr.decode(errors="replace")) from fault
    except (OSError, subprocess.TimeoutExpired, msgspec.DecodeError) as fault:
        raise _unreadable(target, str(fault)) from fault


def must_have(target: Target, defect: str, files: Sequence[str]) -> None:
    """UnknownName where the target cannot be started with this defect."""
    names = [one.id for one in listed(target, files)]
    if defect not in names:
        raise UnknownName(Text("defect", "缺陷"), defect, names)


def _unreadable(target: Target, why: str) -> Stopped:
    return Stopped(
        Text(
            f"the seeded defects of target {target.name} cannot be listed",
            f"无法列出被测对象 {target.name} 的预置缺陷",
        ),
        why,
    )
