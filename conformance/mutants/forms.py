"""What a target tells of its seeded defects, and what became of them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Literal

import msgspec

from reports.form import Kit, Text

SCHEMA = "examgate-mutants/1"
State = Literal["caught", "survived", "other reason", "blamed wrongly", "broken"]
"""Of a defect. `other reason`: noticed, but not where it should be; `broken`: it crashes, or cannot be judged at all."""
WORST_FIRST: tuple[State, ...] = ("broken", "survived", "other reason", "blamed wrongly", "caught")
Cell = Literal["caught", "missed", "other reason", "also", "blamed", "undecided"]
"""Of a rule under a defect; rules that passed as they should have none."""


class Defect(msgspec.Struct, frozen=True):
    """A seeded defect, as the target lists it. `breaks`: rule id -> words of the Then that has to notice.

    `also`: globs of rules whose scenarios may meet the same mistake on their way. `places`: where alone the release differs
    from the clean one; empty: anywhere. `release`: a digest of what it is made of. `caught_by` load: no scenario can
    notice it, the audit of a load run does.
    """

    id: str
    breaks: dict[str, str]
    layer: str
    en: str
    zh: str
    also: tuple[str, ...] = ()
    source: str = ""
    season: str = ""
    places: tuple[str, ...] = ()
    release: str = ""
    caught_by: str = "scenarios"

    @property
    def text(self) -> Text:
        return Text(self.en, self.zh)

    def meets(self, rule: str) -> bool:
        """Whether scenarios of this rule may meet the mistake on their way."""
        return any(fnmatchcase(rule, glob) for glob in self.also)


class Witness(msgspec.Struct, frozen=True):
    """Where a rule was not kept: the scenario, its sentence, what was expected and what was seen there."""

    scenario: str
    then: str
    expected: str
    seen: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one defect. `ran`: scenarios run; `apart`: those that cannot differ, as they never come where the
    release does; `why` says what is wrong where it was not caught; `kit`: the digest of the kit that found it, where that was
    an older one than the matrix's."""

    defect: str
    state: State
    cells: dict[str, Cell]
    witnesses: dict[str, Witness] = {}
    ran: int
    apart: int = 0
    why: str = ""
    kit: str = ""


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Defects x rules. `scope` says against what: own (own scenarios and the sentinel) or everything."""

    schema: str = SCHEMA
    kit: Kit
    target: str
    seed: int
    scope: Literal["own", "everything"]
    started: str
    finished: str
    defects: tuple[Defect, ...]
    findings: tuple[Finding, ...]

    @property
    def proven(self) -> bool:
        """Each defect is caught, and there is one."""
        return bool(self.findings) and all(one.state == "caught" for one in self.findings)
