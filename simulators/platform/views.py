"""What the phones are shown: plain data made from a case."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from simulators.core.instants import iso
from simulators.platform.aux_fold import Binding
from simulators.platform.desk import Case
from simulators.platform.seats import Seat
from simulators.platform.sitting_machine import OVER, RUNNING
from simulators.platform.texts import content, paper

View = dict[str, Any]


def maybe(instant: datetime | None) -> str | None:
    return None if instant is None else iso(instant)


def status(case: Case) -> str:
    """未开始, 进行中 or 已结束; the last says nothing about a submission (C35, R474)."""
    plan = case.seat.schedule
    if case.sitting.state in OVER or case.at >= plan.end:
        return "已结束"
    return "未开始" if case.at < plan.opens_at else "进行中"


def major(seat: Seat) -> View:
    return {"id": seat.major.id, "name": seat.major.name}


def subject(seat: Seat) -> View:
    return {
        "id": seat.subject.id,
        "name": seat.subject.name,
        "has_sheet": seat.subject.has_sheet,
        "pages": seat.subject.pages,
    }


def candidate(seat: Seat, name: str) -> View:
    return {"account": seat.account, "name": name, "admission_number": seat.admission_number}


def brief(case: Case) -> View:
    """One row of the exam list."""
    seat = case.seat
    return {
        "sitting": seat.sitting,
        "subject": subject(seat),
        "session": seat.session,
        "start": iso(seat.schedule.start),
        "end": iso(seat.schedule.end),
        "state": case.sitting.state,
        "status": status(case),
    }


def sitting(case: Case, name: str) -> View:
    """All that the main phone may know. The paper is shown from the start on, and to nobody who is not in (R435)."""
    seat, now, plan = case.seat, case.sitting, case.seat.schedule
    return {
        **brief(case),
        "major": major(seat),
        "candidate": candidate(seat, name),
        "server_time": iso(case.at),
        "opens_at": iso(plan.opens_at),
        "display_ends": maybe(plan.display_ends),
        "photo_ends": iso(plan.photo_ends),
        "auto_end": iso(plan.auto_end),
        "next_change": maybe(case.next_change),
        "code": None if now.state == "listed" else {"payload": seat.code, "text": seat.exam_code},
        "aux": {"recording": case.aux.recording, "phones": len(case.aux.bindings)},
        "face": {"failures": now.failures, "review": now.review},
        "interruptions": {"count": now.interruptions, "since": maybe(now.interrupted_since)},
        "paper": paper(seat) if now.state in RUNNING else None,
        "pages": {"required": plan.pages, "accepted": list(now.pages)},
        "answer": now.answer,
        "submitted_at": maybe(now.submission.at if now.submission else None),
        "content": content(seat),
    }


def aux(case: Case, binding: Binding, name: str) -> View:
    """All that one auxiliary phone may know."""
    seat, main = case.seat, case.sitting
    return {
        "binding": binding.id,
        "sitting": seat.sitting,
        "candidate": candidate(seat, name),
        "subject": subject(seat),
        "major": major(seat),
        "session": seat.session,
        "start": iso(seat.schedule.start),
        "end": iso(seat.schedule.end),
        "auto_end": iso(seat.schedule.auto_end),
        "recording": binding.recording,
        "main_state": main.state,
        "main_submitted": main.submission is not None,
        "submitted_at": maybe(binding.submission.at if binding.submission else None),
        "server_time": iso(case.at),
        "state": binding.state,
        "next_change": maybe(seat.schedule.auto_end if binding.state in ("recording", "broken") else None),
    }


def exams(cases: Iterable[Case]) -> list[View]:
    """The exam list: one record a major (C39), with its sittings."""
    records: dict[str, View] = {}
    for case in cases:
        seat = case.seat
        fresh = {"major": major(seat), "admission_number": seat.admission_number, "sittings": []}
        records.setdefault(seat.major.id, fresh)["sittings"].append(brief(case))
    return list(records.values())
