"""What the phones are shown: plain data made from a case."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from conformance.season import Subject
from simulators.core.instants import iso
from simulators.platform import preparation
from simulators.platform.account_fold import Account
from simulators.platform.aux_fold import Binding
from simulators.platform.desk import Case
from simulators.platform.registration_fold import Facts, mocks_taken, registration
from simulators.platform.seats import Seat
from simulators.platform.sitting_machine import OVER, RUNNING
from simulators.platform.task_words import Tasks
from simulators.platform.terms import BY_AUX, Terms
from simulators.platform.texts import content, paper

View = dict[str, Any]


def maybe(instant: datetime | None) -> str | None:
    return None if instant is None else iso(instant)


def status(case: Case) -> str:
    """未开始, 进行中 or 已结束; the last says nothing about a submission (C35, R474)."""
    plan = case.plan
    if case.sitting.state in OVER or case.at >= plan.end:
        return "已结束"
    return "未开始" if case.at < plan.opens_at else "进行中"


def major(seat: Seat) -> View:
    return {"id": seat.major.id, "name": seat.major.name}


def paper_of(subject: Subject) -> View:
    return {
        "id": subject.id,
        "name": subject.name,
        "has_sheet": subject.has_sheet,
        "pages": subject.pages,
    }


def subject(seat: Seat) -> View:
    return paper_of(seat.subject)


def candidate(seat: Seat, name: str) -> View:
    return {"account": seat.account or "", "name": name, "admission_number": seat.admission_number}


def brief(case: Case) -> View:
    """One row of the exam list."""
    seat = case.seat
    return {
        "sitting": seat.sitting,
        "subject": subject(seat),
        "session": seat.session,
        "start": iso(case.plan.start),
        "end": iso(case.plan.end),
        "state": case.sitting.state,
        "status": status(case),
    }


def sitting(case: Case, name: str) -> View:
    """All that the main phone may know. The paper is shown from the start on, and to nobody who is not in (R435)."""
    seat, now, plan = case.seat, case.sitting, case.plan
    return {
        **brief(case),
        "major": major(seat),
        "candidate": candidate(seat, name),
        "server_time": iso(case.at),
        "opens_at": iso(plan.opens_at),
        "closes_at": iso(plan.closes),
        "answering_from": iso(plan.answering_from),
        "display_ends": maybe(plan.display_ends),
        "photo_ends": iso(plan.photo_ends),
        "auto_end": iso(plan.auto_end) if plan.has_aux else None,
        "next_change": maybe(case.next_change),
        "free_storage_bytes": plan.free_storage,
        "code": {"payload": seat.code, "text": seat.exam_code} if case.code != "not_shown" else None,
        "aux": {"recording": case.aux.recording, "phones": len(case.aux.bindings)} if plan.has_aux else None,
        "face": {"failures": now.failures, "review": now.review},
        "interruptions": {"count": now.interruptions, **_since(case)},
        "paper": paper(seat) if now.state in RUNNING else None,
        "pages": {
            "required": plan.pages,
            "accepted": list(now.pages),
            "quality": {str(page): found for page, found in sorted(now.quality.items()) if found},
        },
        "answer": now.answer,
        "submitted_at": maybe(now.submission.at if now.submission else None),
        "content": content(seat),
        "terms": terms(plan.terms),
        "shows": shows(case),
        "chances": chances(case),
        "ended_by": now.cause,
    }


def _since(case: Case) -> View:
    """Since when the exam is interrupted, and until when the candidate may be back."""
    since = case.sitting.interrupted_since
    return {"since": maybe(since), "until": maybe(since + case.plan.interruption if since else None)}


def terms(laid_down: Terms) -> View:
    """What the season lets the candidate do, or has done, otherwise than others."""
    return {
        "start": "free" if laid_down.free else "fixed",
        "early_end": laid_down.early_end,
        "display_with_face": laid_down.display_with_face,
        "go_on_by_hand": laid_down.by_hand,
        "recordings_viewable": laid_down.viewable,
    }


def shows(case: Case) -> list[View]:
    """What is to be shown in the waiting room, to which phone's camera, and whether it was."""
    return [
        {"item": item, "by": "aux" if item in BY_AUX else "main", "shown": item in case.sitting.shown}
        for item in case.seat.schedule.terms.shows
    ]


def chances(case: Case) -> View | None:
    """How often a recording may be begun, and how often still; None where a season counts none."""
    left = case.moment().chances_left
    return None if left is None else {"allowed": case.plan.terms.chances, "left": left}


def aux(case: Case, binding: Binding, name: str, elsewhere: Seat | None = None) -> View:
    """All that one auxiliary phone may know; `elsewhere` is another exam that the main phone is in now (R541, C39)."""
    seat, main, plan = case.seat, case.sitting, case.plan
    return {
        "binding": binding.id,
        "sitting": seat.sitting,
        "candidate": candidate(seat, name),
        "subject": subject(seat),
        "major": major(seat),
        "session": seat.session,
        "start": iso(plan.start),
        "end": iso(plan.end),
        "auto_end": iso(plan.auto_end),
        "recording": binding.recording,
        "main_state": main.state,
        "main_elsewhere": {"subject": subject(elsewhere), "session": elsewhere.session}
        if elsewhere
        else None,
        "free_storage_bytes": plan.free_storage,
        "shows": [one for one in shows(case) if one["by"] == "aux"],
        "go_on_by_hand": plan.terms.by_hand,
        "main_submitted": main.submission is not None,
        "submitted_at": maybe(binding.submission.at if binding.submission else None),
        "server_time": iso(case.at),
        "state": binding.state,
        "next_change": maybe(plan.auto_end if binding.state in ("recording", "broken") else None),
    }


def exams(cases: Iterable[Case], account: Account, title: str, tasks: Tasks) -> list[View]:
    """The exam list: one record a major (C39), with the exam's `title`, its sittings, its preparation, and how each
    subject stands."""
    by_major: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_major[case.seat.major.id].append(case)
    return [{"title": title, **_record(own, account, tasks)} for own in by_major.values()]


def _record(cases: list[Case], account: Account, tasks: Tasks) -> View:
    seat = cases[0].seat
    by_subject: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_subject[case.seat.subject.id].append(case)
    return {
        "major": major(seat),
        "admission_number": seat.admission_number,
        "sittings": [brief(case) for case in cases],
        **preparation.view(account, seat.major.id, tasks),
        "registrations": [_registration(subject, own, account) for subject, own in by_subject.items()],
    }


def _registration(subject: str, cases: list[Case], account: Account) -> View:
    """How a subject stands, and how many mock exams were taken to their end."""
    facts, now = _facts(cases, account), cases[0].at
    taken = mocks_taken(facts.mocks, now)
    return {"subject": subject, "state": registration(facts, now), "mocks": taken}


def _facts(cases: list[Case], account: Account) -> Facts:
    pairs = {case.seat.session: (case.plan, case.sitting) for case in cases}
    formal = pairs.pop("formal", None)
    prepared = preparation.ready(account, cases[0].seat.major.id).all
    return Facts(True, None, True, prepared, tuple(pairs.values()), formal)
