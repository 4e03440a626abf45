"""What the doctor finds: `readiness.json`, by `contracts/readiness.schema.json`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from conformance.readiness.remark import WORST, Grade, Teller
from reports.form import NOTHING, Kit, Language, TargetKind, Text
from reports.form.files import readable

SCHEMA = "examgate-readiness/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One aspect of one phone. ``told_by`` and ``asked``: who told it, in answer to what; ``answer``: what came.

    ``remedy`` is what to do about it, where it is not fit.
    """

    aspect: str
    title: Text
    rules: tuple[str, ...]
    grade: Grade
    found: Text
    told_by: Teller
    asked: Text = NOTHING
    answer: str = ""
    remedy: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One phone. ``pair`` names the candidate's pair where there are several; ``seconds`` are wall time.

    ``fault`` says why it could not be looked at to the end; then nothing of it is known to be fit.
    """

    role: str
    pair: str = ""
    udid: str
    name: str = ""
    system: str = ""
    driver: str = ""
    seconds: float = 0.0
    rows: tuple[Row, ...] = ()
    fault: Text = NOTHING
    quoted: str = ""

    @property
    def grade(self) -> Grade:
        found: list[Grade] = [row.grade for row in self.rows]
        return "unknown" if self.fault and "unfit" not in found else worst(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """Everything. ``subject`` and ``session`` are those of the exam for which the phones were looked over; ``exam`` names it."""

    schema: str = SCHEMA
    kit: Kit
    season: str
    subject: str
    session: str
    exam: Text
    target: str
    kind: TargetKind
    at: str
    grade: Grade
    exit_code: int
    phones: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is looked at: its name, the rules that ask for it, and what to do where it is not so."""

    title: Text
    rules: tuple[str, ...]
    remedy: Text


@cache
def aspects() -> Mapping[str, Aspect]:
    """Every aspect, in the order in which they are told."""
    raw = tomllib.loads((files("conformance.doctor") / "aspects.toml").read_text(encoding="utf-8"))
    return {
        name: Aspect(Text(**row["title"]), tuple(row["rules"]), Text(**row["remedy"]))
        for name, row in raw.items()
    }


def worst(grades: list[Grade]) -> Grade:
    return min(grades, key=WORST.index, default="fit")


EXIT: Mapping[Grade, int] = {"unfit": 1, "unknown": 2, "advice": 0, "fit": 0}
"""As for a run: what does not hold, what could not be told, and what holds."""


def write(found: Checkup, path: Path) -> None:
    """Write it, readable; what was there is replaced whole."""
    draft = path.with_name(f".{path.name}")
    draft.write_bytes(readable(found))
    draft.replace(path)


def schema() -> dict[str, Any]:
    """The JSON Schema of `readiness.json`, made from the classes above."""
    made = json.loads(json.dumps(msgspec.json.schema(Checkup)))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA, **made}


def in_words(grade: Grade, lang: Language) -> str:
    return GRADES[grade].within(lang)


GRADES: Mapping[Grade, Text] = {
    "unfit": Text("unfit", "不符合要求"),
    "unknown": Text("not told", "未能查明"),
    "advice": Text("advised against", "不符合建议"),
    "fit": Text("fit", "符合须知"),
}
