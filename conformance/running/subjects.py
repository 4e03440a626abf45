"""Whether what was judged stayed the same: every worker's readings from the start and the end of the run, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from conformance.lab.installed import Found
from reports.form import NOTHING, Part, Subject, Text

WORDS = {
    "main app": ("main app on the phone", "主机上的应用"),
    "aux app": ("aux app on the phone", "辅机上的应用"),
    "platform": ("platform", "平台"),
}


def together(readings: Sequence[Found]) -> tuple[Subject, ...]:
    """Each party once, with whether all readings of it agree; None where one of them tells nothing of it, or none is of the end."""
    parties = dict.fromkeys(one.party for reading in readings for one in reading.subjects)
    return tuple(_party(name, readings) for name in parties)


def fault(subjects: Iterable[Subject]) -> Text:
    """The sentence for a run in which a party changed; empty where none did."""
    changed = [WORDS[one.party] for one in subjects if one.agreed is False]
    if not changed:
        return NOTHING
    return Text(
        f"the {' and the '.join(en for en, _ in changed)} changed during the run; nothing can be certified from it",
        f"运行期间{'、'.join(zh for _, zh in changed)}发生了变化，不得据此签发声明",
    )


def _party(name: str, readings: Sequence[Found]) -> Subject:
    """A start that was cut short has no end; where one was to be read and was not, the reading lacks the party."""
    rows = [(reading.at, _within(reading, name)) for reading in readings]
    read = [one for _, one in rows if one and _told(one)]
    whole = len(read) == len(rows) and {at for at, _ in rows} == {"start", "end"}
    differ = len({_bytes(one) for one in read}) > 1
    shown = read[0] if read else next(one for _, one in rows if one)
    return replace(shown, agreed=False if differ else True if whole else None)


def _within(reading: Found, party: str) -> Subject | None:
    return next((one for one in reading.subjects if one.party == party), None)


def _told(one: Subject) -> bool:
    return bool(one.build if one.party == "platform" else one.read_from == "phone")


def _bytes(one: Subject) -> tuple[str, str, str, tuple[Part, ...]]:
    return one.id, one.version, one.build, one.parts
