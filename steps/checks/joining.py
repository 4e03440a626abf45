"""Which phones joined an exam, by what they were told and by the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from conformance.bench.forms import Record, Review
from reports.form import Text
from steps.checks.records import events, tell
from steps.findings import Arrival, Finding, quoted


def devices(records: Iterable[Record]) -> set[str]:
    """The phones that the record says have joined."""
    return {record.device or "" for record in events(records, "paired")}


def causes(device: str, records: Iterable[Record]) -> set[str]:
    """Why the record says this phone was turned away."""
    mine = [record for record in events(records, "refused") if record.device == device]
    return {str(record.detail.get("cause")) for record in mine if record.detail.get("operation") == "pair"}


def _told(arrivals: Sequence[Arrival]) -> Text:
    return quoted(f"{one.device}: {'✓' if one.admitted else one.told or '✗'}" for one in arrivals)


def _counted(arrivals: Sequence[Arrival]) -> Text:
    """How many were told what: which of those that asked at once got in is chance."""
    told = Counter("✓" if one.admitted else one.told or "✗" for one in arrivals)
    return quoted(f"{said}: {number}" for said, number in sorted(told.items()))


def all_admitted(arrivals: Sequence[Arrival], records: Sequence[Record]) -> Finding:
    """Every phone got in, and the record names exactly these phones."""
    wanted = {one.device for one in arrivals}
    return Finding(
        all(one.admitted for one in arrivals) and devices(records) == wanted,
        Text(f"{len(wanted)} phones admitted and recorded", f"{len(wanted)}部手机均加入并有记录"),
        _told(arrivals),
    )


def last_turned_away(arrivals: Sequence[Arrival], records: Sequence[Record]) -> Finding:
    """Every phone but the last got in; the last was told and recorded as too many."""
    *earlier, last = arrivals
    held = all_admitted(earlier, records).holds and not last.admitted
    return Finding(
        held and causes(last.device, records) == {"code_full"},
        Text(
            f"{len(earlier)} phones admitted and recorded, the last turned away with “code_full”",
            f"前{len(earlier)}部手机均加入并有记录，最后一部因“code_full”被拒绝",
        ),
        _told(arrivals),
    )


def one_admitted(arrivals: Sequence[Arrival], records: Sequence[Record], limit: int) -> Finding:
    """Of phones that asked at once one got in, and the record has no more phones than the limit."""
    rest = [one for one in arrivals if not one.admitted]
    full = all(causes(one.device, records) == {"code_full"} for one in rest)
    return Finding(
        len(arrivals) - len(rest) == 1 and full and len(devices(records)) == limit,
        Text(
            f"one phone admitted, the others turned away with “code_full”, {limit} phones in the record",
            f"仅一部手机加入，其余因“code_full”被拒绝，记录中共{limit}部手机",
        ),
        _counted(arrivals),
    )


def admitted(arrival: Arrival, records: Sequence[Record]) -> Finding:
    """The phone got in; the record may name it now or have named it before."""
    return Finding(
        arrival.admitted and not causes(arrival.device, records),
        Text("the phone is admitted", "手机加入考试"),
        _told([arrival]),
    )


def turned_away(arrival: Arrival, why: frozenset[str], records: Sequence[Record]) -> Finding:
    """The phone was told no, and the record gives one of these causes and no joining."""
    joined = arrival.device in devices(records)
    found, words = causes(arrival.device, records), " / ".join(sorted(why))
    return Finding(
        not arrival.admitted and not joined and len(found) == 1 and found <= why,
        Text(f"the phone turned away with “{words}”", f"手机因“{words}”被拒绝"),
        _told([arrival]),
    )


def joined(device: str, records: Sequence[Record]) -> Finding:
    """The record names this phone among those that have joined."""
    return Finding(
        device in devices(records),
        Text("the phone in the record", "有该手机的记录"),
        tell(events(records, "paired")),
    )


def not_joined(device: str, records: Sequence[Record]) -> Finding:
    """The record does not name this phone among those that have joined."""
    return Finding(
        device not in devices(records),
        Text("the phone not in the record", "没有该手机的记录"),
        tell(events(records, "paired")),
    )


def phones_recorded(strangers: Sequence[str], records: Sequence[Record]) -> Finding:
    """The record names each of these phones, and no other."""
    return Finding(
        devices(records) == set(strangers),
        Text(
            f"records of {len(strangers)} phones: {', '.join(strangers)}",
            f"{len(strangers)}部手机的记录：{'、'.join(strangers)}",
        ),
        tell(events(records, "paired")),
    )


def joined_only(arrival: Arrival, sitting: str, records: Sequence[Record]) -> Finding:
    """The phone is recorded with this sitting and with no other."""
    mine = [record for record in events(records, "paired") if record.device == arrival.device]
    return Finding(
        [record.sitting for record in mine] == [sitting],
        Text(
            f"one record of the phone, with the sitting {sitting}", f"该手机仅有一条记录，属于考试 {sitting}"
        ),
        quoted(str(record.sitting) for record in mine),
    )


def asks_to_adjust(advice: str, word: str, records: Sequence[Record]) -> Finding:
    """The phone gives advice with this word in it, and asked to join with nothing."""
    asked = [record for record in events(records, "refused") if record.detail.get("operation") == "pair"]
    return Finding(
        word in advice and not asked and not events(records, "paired"),
        Text(
            f"advice with “{word}”, no phone admitted and nothing sent as a code",
            f"提示中有“{word}”，没有手机加入，也未将未识别的内容作为二维码提交",
        ),
        quoted([advice] if advice else []),
    )


def phones_joined(number: int, cases: Sequence[Review], records: Sequence[Record]) -> Finding:
    """So many auxiliary phones are recorded with the exam, and each beyond the first waits for the reviewer."""
    joined_by = devices(records)
    return Finding(
        len(joined_by) == number and len(cases) == number - 1,
        Text(
            f"{number} auxiliary phones in the record, {number - 1} at the review desk",
            f"记录中有 {number} 部辅机，其中 {number - 1} 部提交审核",
        ),
        Text(
            f"{len(joined_by)} in the record, {len(cases)} at the review desk",
            f"记录中有 {len(joined_by)} 部，其中 {len(cases)} 部提交审核",
        ),
    )
