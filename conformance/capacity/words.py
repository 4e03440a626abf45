"""The printers' words: ``words.toml``, read once; and what they say of an answer."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from conformance.capacity.form import Capacity, Check, Slow
from reports import drawing
from reports.drawing import size
from reports.form import Text
from reports.sheet import filled


@cache
def groups() -> dict[str, dict[str, Text]]:
    """All words, by group and key."""
    raw = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return {group: {key: Text(**said) for key, said in rows.items()} for group, rows in raw.items()}


def wording() -> dict[str, Text]:
    """What a page says."""
    return groups()["ui"]


def word(group: str, key: str) -> Text:
    """The word for a key; a kind of request that a plan names itself stands for itself."""
    return groups()[group].get(key) or Text(key, key)


def conclusion(answer: Capacity) -> Text:
    """The one sentence."""
    return filled(
        wording()["reachable" if answer.reachable else "unreachable"],
        candidates=f"{answer.candidates:,}",
        ingest=drawing.speed(answer.needed_mbit),
        last=moment(answer.last_upload),
        deadline=moment(answer.deadline),
    )


def slow(one: Slow) -> Text:
    """Of an uplink that is too slow."""
    return filled(
        wording()["slow_says"],
        uplink=one.uplink,
        late=f"{one.late:,}",
        last=moment(one.last_upload),
        kbit=f"{one.kbit:,}",
    )


def checked(one: Check) -> Text:
    """How near the simulation came to a run."""
    return filled(
        wording()["check_says"],
        uploads=f"{one.uploads:,}",
        run=one.run,
        bytes=size(one.bytes),
        measured=f"{one.measured_s:.1f}",
        simulated=f"{one.simulated_s:.1f}",
        last=f"{100 * one.error_last:+.1f} %",
        median=f"{100 * one.error_median:+.1f} %",
    )


def moment(at: str) -> str:
    """An instant for people: day and second."""
    return at[:19].replace("T", " ")


def speed(mbit: float | None) -> Text:
    """An ingest; none is without a limit."""
    return wording()["unlimited"] if mbit is None else Text(said := drawing.speed(mbit), said)
