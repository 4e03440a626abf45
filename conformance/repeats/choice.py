"""Which part of the scenarios is repeated: every n-th of each chapter, so that no chapter is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conformance.saying import Stopped
from conformance.sentences.scenes import Case
from reports.form import Text

PART = re.compile(r"(?P<which>[1-9]\d*)/(?P<of>[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Part:
    """The part `which` of `of`: all parts together are every scenario once."""

    which: int = 1
    of: int = 1

    def __str__(self) -> str:
        return f"{self.which}/{self.of}"

    def among(self, cases: Sequence[Case]) -> list[Case]:
        """The cases of this part, in their order."""
        places: dict[str, int] = {}
        found = []
        for case in cases:
            chapter = case.scene.file.parent.name
            place = places[chapter] = places.get(chapter, -1) + 1
            if place % self.of == self.which - 1:
                found.append(case)
        return found


def part(text: str) -> Part:
    """The part that is written as `1/3`; Stopped for anything else."""
    match = PART.fullmatch(text)
    if match and int(match["which"]) <= int(match["of"]):
        return Part(int(match["which"]), int(match["of"]))
    raise Stopped(
        Text(
            f"--part {text!r}: expected a part of so many, such as 1/3",
            f"--part“{text}”：应写作“第几份/总份数”，例如 1/3",
        )
    )
