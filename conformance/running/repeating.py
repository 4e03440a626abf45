"""A new run of what did not pass in an earlier one: the same request, narrowed to those scenarios."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from conformance import journal
from conformance.journal import JournalError
from conformance.request import RunRequest
from conformance.running import manifest, outdir
from conformance.running.outdir import JOURNAL
from conformance.saying import Stopped
from reports import form
from reports.form import Text, Verdict

NOT_PASSED: frozenset[Verdict] = frozenset({"FAIL", "ERROR", "INCONCLUSIVE", "REVIEW", "WARN"})


def request_of(folder: Path) -> RunRequest:
    """The request of the run in a folder, narrowed to the scenarios that did not pass."""
    if not (folder / "results.json").is_file():
        raise Stopped(
            Text(
                f"{folder} holds no results; name the folder of a run that is over",
                f"{folder} 中没有结果，请指定一次已完成运行的目录",
            )
        )
    results = form.load(folder / "results.json")
    ids = tuple(one.id for one in results.scenarios if one.verdict in NOT_PASSED)
    if not ids:
        raise Stopped(
            Text(
                f"{folder}: nothing is run: every scenario passed",
                f"{folder}：各场景均已通过，没有可重复运行的场景",
            )
        )
    return replace(
        asked(folder), rules=(), core=False, harm=(), scenarios=ids, repeats=outdir.own_name(folder)
    )


def asked(folder: Path) -> RunRequest:
    """What the run in a folder was asked to do; Stopped where its journal does not say."""
    try:
        return manifest.request_of(journal.read(folder / JOURNAL).manifest)
    except JournalError as fault:
        raise Stopped(
            Text(f"{folder}: this run cannot be repeated", f"{folder}：该次运行不能重复"), str(fault)
        ) from fault
