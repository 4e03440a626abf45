"""What a comparison says, as programs read it; `python -m conformance.release` writes its schema."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from reports.form import NOTHING, Level, Text, Verdict

SCHEMA = "examgate-comparison/1"
Subject = Literal[
    "app", "phone", "rule", "answer", "kit", "target", "season", "seed", "scope", "waiver", "review"
]
"""What may be otherwise from one run to the next; `app` is any party under test."""
Sort = Literal[
    "new",  # it fails, and did not before
    "fixed",  # it failed, and is kept now
    "unchanged",  # it failed before and still does
    "fault",  # the lab or the kit failed, so that nothing is known of it now
    "other",  # another change of verdict
    "gone",  # it was judged before and is not in the new run
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing around the verdicts that is otherwise in the new run; `name` is a party's or a rule's."""

    subject: Subject
    name: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A rule whose verdict changed, or which fails in both runs. `scenarios` are those that fail only now, or only failed
    before; `subjects` are what may be the cause, as far as the runs tell. `counted`: it counts in the run's verdict."""

    rule: str
    title: Text
    level: Level
    counted: bool
    sort: Sort
    before: Verdict | None
    after: Verdict | None
    scenarios: tuple[str, ...] = ()
    reason: Text = NOTHING
    subjects: tuple[Subject, ...] = ()
    cause: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two runs."""

    run: str
    started: str
    verdict: str
    season: str
    edition: str
    target: str
    kind: str
    kit: str
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The whole comparison. `new_failures`: how many rules that count fail now and did not before. `unread`: the parties
    whose bytes were not read in both runs."""

    schema: str = SCHEMA
    old: Side
    new: Side
    changes: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    new_failures: int = 0
    exit_code: int = 0

    def of(self, *sorts: Sort) -> list[Turn]:
        """The rules of these sorts, in the catalogue's order."""
        return [turn for turn in self.turns if turn.sort in sorts]


def schema() -> dict[str, Any]:
    """The JSON Schema of a comparison, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Comparison)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}
