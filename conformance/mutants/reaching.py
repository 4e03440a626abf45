"""Which scenarios come where a release differs: the clean release is run once and notes it, the others need not be run."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from conformance.mutants.forms import Defect
from conformance.mutants.jobs import Job

REACHED, KEPT = 1, 2
"""What the byte of a place says: reached, or reached once and kept, which is not set back."""
WORTH = 3
"""How many times over a scenario would have to be run for one run of the clean release to be worth it."""
CLEAN = Defect(id="", breaks={}, layer="", en="", zh="")


class Reach:
    """The file in which the clean release notes what it comes through; of that only the places watched for are told."""

    def __init__(self, file: Path, watched: Iterable[str]) -> None:
        self._file, self._names = file, file.with_name(f"{file.name}.places")
        self._watched = frozenset(watched)
        asked = file.with_name(f"{file.name}.watched")
        asked.write_text("".join(f"{name}\n" for name in sorted(self._watched)), encoding="utf-8")

    def taken(self) -> tuple[str, ...]:
        """The places watched for that were reached since the last time."""
        with self._file.open("r+b") as file, mmap.mmap(file.fileno(), 0) as flags:
            names = self._names.read_text(encoding="utf-8").splitlines()
            found = [name for number, name in enumerate(names) if flags[number]]
            once = bytes(KEPT if flag == KEPT else 0 for flag in flags[: len(names)])
            flags[: len(names)] = once
        return tuple(name for name in found if name in self._watched)


def pays(jobs: Sequence[Job]) -> bool:
    """Whether finding out costs less than it saves: what it asks about would be run several times over."""
    asked = _asked(jobs)
    return len(asked) >= WORTH * len(set(asked)) > 0


def clean_jobs(jobs: Sequence[Job], workers: int) -> list[Job]:
    """The jobs that find out: what the others would run beyond their own, under the clean release, cut into pieces."""
    watched = tuple(sorted({place for job in jobs for place in job.defect.places}))
    cases = tuple(dict.fromkeys(_asked(jobs)))
    pieces = max(1, workers)
    return [
        Job(CLEAN, cases[number::pieces], watched=watched)
        for number in range(pieces)
        if cases[number::pieces]
    ]


def _asked(jobs: Sequence[Job]) -> list[str]:
    return [case for job in jobs if job.defect.places for case in job.others]


def narrowed(job: Job, through: Mapping[str, frozenset[str]]) -> Job:
    """The job without the cases that never come where its release differs; its own stay. `through`: case -> places."""
    places = frozenset(job.defect.places)
    if not places:
        return job
    return replace(
        job, cases=tuple(case for case in job.cases if case in job.own or places & through.get(case, places))
    )
