"""Ways in which a platform may break a rule, done to both journals of an honest day."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from conformance.load.audit.forms import Record
from tests.load.audit.days import MAIN, MS, SECOND, Day, iso, sha

Tamper = Callable[[Day], None]


def shift(day: Day, what: str, by: timedelta) -> None:
    """All facts of a name happened earlier or later."""
    day.records = [
        msgspec.structs.replace(one, at=one.at + by) if one.what == what else one for one in day.records
    ]


def insert(day: Day, after: str, *records: Record) -> None:
    """Further records after the last of a name; all are numbered anew."""
    place = max(number for number, one in enumerate(day.records) if one.what == after) + 1
    renumber(day, [*day.records[:place], *records, *day.records[place:]])


def drop(day: Day, what: str) -> None:
    """The platform has forgotten it."""
    renumber(day, [one for one in day.records if one.what != what])


def renumber(day: Day, records: list[Record]) -> None:
    day.records = [msgspec.structs.replace(one, seq=seq) for seq, one in enumerate(records, 1)]


def fact(
    day: Day, at: str, what: str, device: str | None = MAIN, by: timedelta = MS, **detail: object
) -> Record:
    """A fact that happened so long after the last of another name."""
    when = [one for one in day.records if one.what == at][-1].at + by
    return Record(0, when, what, day.seat.sitting, day.seat.account, device, detail)


def refusal(day: Day, at: str, operation: str, cause: str, device: str = MAIN, by: timedelta = MS) -> Record:
    return fact(day, at, "refused", device, by, operation=operation, cause=cause)


def told(day: Day, op: str, **changes: object) -> None:
    """The last answer to an operation was another one."""
    place = max(number for number, one in enumerate(day.told) if one.op == op)
    day.told[place] = msgspec.structs.replace(day.told[place], **changes)


def say(day: Day, like: str, **changes: object) -> None:
    """One more request, like the last of an operation but for the changes."""
    last = [one for one in day.told if one.op == like][-1]
    day.told.append(msgspec.structs.replace(last, **changes))


def late_entry(day: Day) -> None:
    at = day.limits.at
    shift(day, "entered", at.starts - next(one.at for one in day.records if one.what == "entered"))


def early_entry(day: Day) -> None:
    at = day.limits.at
    shift(
        day, "entered", at.waiting_opens - MS - next(one.at for one in day.records if one.what == "entered")
    )


def locked_out(day: Day) -> None:
    insert(day, "paired", refusal(day, "paired", "enter", "too_late"))


def too_early_in_time(day: Day) -> None:
    at = day.limits.at.waiting_opens
    record = msgspec.structs.replace(refusal(day, "opened", "enter", "too_early"), at=at)
    insert(day, "opened", record)


def without_aux(day: Day) -> None:
    drop(day, "aux_recording")


def aux_not_seen(day: Day) -> None:
    insert(day, "aux_recording", refusal(day, "aux_recording", "enter", "aux_not_recording"))


def no_face(day: Day) -> None:
    drop(day, "face_passed")


def one_phone_more(day: Day) -> None:
    insert(
        day,
        "paired",
        *(fact(day, "paired", "paired", f"aux-{n}", binding=f"b{n}", nth=n) for n in (2, 3, 4)),
    )


def same_slot_twice(day: Day) -> None:
    insert(day, "paired", fact(day, "paired", "paired", "aux-2", binding="b2", nth=1))


def phone_twice(day: Day) -> None:
    insert(day, "paired", fact(day, "paired", "paired", "aux-1", binding="b9", nth=2))


def refused_with_places_left(day: Day) -> None:
    insert(day, "paired", refusal(day, "paired", "pair", "code_full", "aux-2"))


def closed_too_early(day: Day) -> None:
    insert(day, "paired", refusal(day, "paired", "pair", "code_closed", "aux-2"))


def pairs_after_the_end(day: Day) -> None:
    insert(day, "submitted", fact(day, "submitted", "paired", "aux-2", binding="b2", nth=2))


def second_submission(day: Day) -> None:
    insert(day, "submitted", fact(day, "submitted", "submitted", files=[]))


def submitted_at_the_deadline(day: Day) -> None:
    at = day.limits.at.photos_end
    shift(day, "submitted", at - next(one.at for one in day.records if one.what == "submitted"))


def photo_before_the_end(day: Day) -> None:
    shift(day, "photo", day.limits.at.starts - day.limits.at.photos_end)


def photo_refused_in_time(day: Day) -> None:
    insert(day, "photo", refusal(day, "photo", "photo", "too_late"))


def page_missing(day: Day) -> None:
    pages = [one for one in day.records if one.what == "photo"]
    renumber(day, [one for one in day.records if one is not pages[-1]])


def pages_missed(day: Day) -> None:
    insert(day, "photo", refusal(day, "photo", "submit", "pages_missing"))


def photo_after_submission(day: Day) -> None:
    insert(day, "submitted", fact(day, "submitted", "photo", page=1, sha256=sha("other")))


def aux_first(day: Day) -> None:
    place = [one.what for one in day.records].index("submitted")
    aux = next(one for one in day.records if one.what == "aux_submitted")
    rest = [one for one in day.records if one is not aux]
    renumber(day, [*rest[:place], aux, *rest[place:]])


def aux_kept_waiting(day: Day) -> None:
    insert(day, "submitted", refusal(day, "submitted", "aux_submit", "main_not_submitted", "aux-1"))


def aux_twice(day: Day) -> None:
    insert(day, "aux_submitted", fact(day, "aux_submitted", "aux_submitted", "aux-1", binding="b1", files=[]))


def already_submitted_too_soon(day: Day) -> None:
    insert(day, "photo", refusal(day, "photo", "submit", "already_submitted"))


def starts_late(day: Day) -> None:
    shift(day, "started", SECOND)


def never_starts(day: Day) -> None:
    drop(day, "started")


def absent_though_heard(day: Day) -> None:
    place = next(number for number, one in enumerate(day.records) if one.what == "started")
    day.records[place] = msgspec.structs.replace(day.records[place], what="forfeited")


def two_outcomes(day: Day) -> None:
    at = day.limits.at.photos_end
    insert(day, "submitted", msgspec.structs.replace(fact(day, "submitted", "not_submitted", None), at=at))


def two_main_phones(day: Day) -> None:
    insert(day, "face_passed", fact(day, "face_passed", "resource", "main-2", part=1))


def two_phones_heard(day: Day) -> None:
    told(day, "heartbeat", detail={"state": "answering"})
    say(day, "heartbeat", device="main-2", user="k1/other")


def own_phone_turned_away(day: Day) -> None:
    insert(day, "face_passed", refusal(day, "face_passed", "photo", "other_phone"))


def others_record(day: Day) -> None:
    other = msgspec.structs.replace(fact(day, "opened", "opened"), account="13800000009")
    insert(day, "opened", other)


def others_request(day: Day) -> None:
    say(day, "submit", account="13800000009")


def cut_twice(day: Day) -> None:
    insert(day, "interrupted", fact(day, "interrupted", "interrupted", noticed="return"))


def return_told_again_counts_again(day: Day) -> None:
    """Nobody was away meanwhile: the second interruption is told by the return of the first."""
    again = fact(day, "returned", "interrupted", by=SECOND, noticed="return")
    insert(day, "returned", again, fact(day, "returned", "returned", by=2 * SECOND))
    told(day, "return", detail={"key": "k1/return/1"})
    say(day, "return", attempt=2)


def cut_before_the_start(day: Day) -> None:
    shift(day, "interrupted", -30 * 60 * SECOND)


def failed_though_back(day: Day) -> None:
    insert(day, "returned", fact(day, "returned", "failed", None, 100 * SECOND))


def back_too_late(day: Day) -> None:
    shift(day, "returned", 91 * SECOND)


def one_cut_too_many(day: Day) -> None:
    drop(day, "failed")


def gone_and_not_failed(day: Day) -> None:
    drop(day, "returned")


def heard_though_silent(day: Day) -> None:
    cut = next(one.at for one in day.records if one.what == "interrupted")
    say(day, "heartbeat", at=iso(cut + SECOND), sent=iso(cut + SECOND), answered=iso(cut + SECOND))


def outage_held_against_her(day: Day) -> None:
    cut = next(one.at for one in day.records if one.what == "interrupted")
    say(day, "heartbeat", at=None, sent=iso(cut + SECOND), answered=iso(cut + SECOND), status=503)


def offset_falls(day: Day) -> None:
    told(day, "uploadOffset", detail={"upload": "u-aux-1", "offset": 40})


def more_than_there_is(day: Day) -> None:
    told(day, "uploadBytes", detail={"upload": "u-aux-1", "offset": 140, "length": 100})


def other_bytes(day: Day) -> None:
    day.records = [
        msgspec.structs.replace(one, what="upload_corrupt") if one.what == "upload_done" else one
        for one in day.records
    ]


def never_arrived(day: Day) -> None:
    drop(day, "upload_done")


def not_announced(day: Day) -> None:
    insert(day, "submitted", fact(day, "submitted", "upload_started", upload="u9", name="x.mp4", bytes=1))


def arrived_twice(day: Day) -> None:
    insert(day, "upload_done", [one for one in day.records if one.what == "upload_done"][-1])


def lost_photo(day: Day) -> None:
    day.records = [
        msgspec.structs.replace(one, detail={**one.detail, "sha256": sha("another")})
        if one.what == "photo"
        else one
        for one in day.records
    ]


def lost_submission(day: Day) -> None:
    drop(day, "submitted")


def older_photo_at_the_deadline(day: Day) -> None:
    first = next(one for one in day.records if one.what == "photo")
    insert(day, "photo", msgspec.structs.replace(first, at=day.limits.at.photos_end - MS))


def older_answer_at_the_end(day: Day) -> None:
    insert(day, "answer", fact(day, "answer", "answer", by=500 * MS, text="an older one"))


def nobody_paired(day: Day) -> None:
    insert(day, "paired", fact(day, "paired", "paired", "aux-7", binding="b7", nth=2))


def stamped_too_late(day: Day) -> None:
    last = [one for one in day.told if one.op == "enter"][-1]
    say(day, "enter", at=iso(day.limits.at.starts), sent=last.sent)


def let_in_and_not_recorded(day: Day) -> None:
    day._tell("enter", day.limits.at.starts, MAIN, 200, None, {})


def taken_and_not_recorded(day: Day) -> None:
    photo = [one for one in day.told if one.op == "photo"][-1]
    day._tell("photo", day.limits.at.photos_end, MAIN, 200, None, photo.detail)


def put_off_until_too_late(day: Day) -> None:
    _put_off(day, "enter", 10 * SECOND)


def put_off_at_the_submission(day: Day) -> None:
    day.told = [one for one in day.told if one.op not in ("photo", "submit")]
    _put_off(day, "photo", SECOND, day.limits.at.photos_end)


def _put_off(day: Day, op: str, by: timedelta, last: datetime | None = None) -> None:
    at = last or day.limits.at.starts
    for number, when in enumerate((at - by, at)):
        status, cause = ((503, "try_again"), (409, "too_late"))[number]
        day._tell(op, when, MAIN, status, cause, {}, number + 1)
