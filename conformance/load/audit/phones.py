"""Whose phone it is: one main phone in an exam, nothing of one candidate for another, and no phone but her own (UPLD-14)."""

from __future__ import annotations

from collections.abc import Iterator

from conformance.load.audit.case import OVER, Case
from conformance.load.audit.forms import Breach, Record, Seat
from conformance.load.told import Told
from reports.form import Text

BY_THE_MAIN_PHONE = (
    "entered",
    "face_passed",
    "returned",
    "photo",
    "answer",
    "submitted",
    "shown",
    "resource",
)
OF_AUX = (
    "pair",
    "binding",
    "auxRecord",
    "auxStop",
    "auxResume",
    "auxSubmit",
    "auxHeartbeat",
    "auxShow",
    "auxFlag",
)
ALIVE = ("heartbeat", "return", "photo", "answers", "submit")


def one_main_phone(case: Case) -> Iterator[Breach]:
    """From the face check to the end one phone acts, and no other is let do so (R274)."""
    inside: Record | None = None
    for one in case.facts:
        if one.what == "face_passed":
            inside = one
        elif one.what in ("left", *OVER) and one.what != "submitted":
            inside = None
        if inside is None or one.what not in BY_THE_MAIN_PHONE or by_aux(one):
            continue
        if one.device != inside.device:
            yield Breach(
                "UPLD-14",
                Text(
                    f"{one.device} acted in an exam that was under way on {inside.device}",
                    f"考试正在手机 {inside.device} 上进行，却接受了手机 {one.device} 的操作",
                ),
                (inside, one),
            )


def other_phone(case: Case) -> Iterator[Breach]:
    """Who is turned away as another phone is one."""
    for refused in case.records:
        if refused.refusal[1] != "other_phone":
            continue
        came = case.before(refused, "face_passed")
        if came and came[-1].device == refused.device:
            yield Breach(
                "JOUR-01",
                Text(
                    "the phone on which the exam was under way was turned away as another one",
                    "考试所用的手机被误作其他手机而拒绝",
                ),
                (came[-1], refused),
            )


def two_at_once(case: Case) -> Iterator[Breach]:
    """Of two main phones that were both answered as the one in the exam, one is too many."""
    inside = next(case.named("face_passed"), None)
    devices: dict[str, Told] = {}
    for one in case.accepted(*ALIVE):
        if inside is not None and one.detail.get("state") in UNDER_WAY:
            devices.setdefault(one.device, one)
    if len(devices) > 1 and not any(case.named("left")):
        yield Breach(
            "UPLD-14",
            Text(
                f"{len(devices)} main phones were in the exam at once: {', '.join(sorted(devices))}",
                f"{len(devices)} 部主机同时处于考试中：{'、'.join(sorted(devices))}",
            ),
            tuple(case.named("entered", "face_passed")),
            tuple(devices.values()),
        )


UNDER_WAY = ("waiting", "reading", "answering", "display", "photos", "ready")


def owner(case: Case) -> Iterator[Breach]:
    """What happened in a sitting is on record for its candidate and for nobody else."""
    for one in case.facts:
        if one.account not in (None, case.seat.account):
            yield Breach(
                "PAIR-05",
                Text(
                    f"recorded for {one.account} in the exam of {case.seat.account}",
                    f"考生 {case.seat.account} 的考试中出现了考生 {one.account} 的记录",
                ),
                (one,),
            )


def stranger(one: Told, seat: Seat) -> Breach | None:
    """Nobody is given anything of another candidate's exam; an aux phone that has read the code is no stranger."""
    if not one.accepted or one.account == seat.account or one.op in OF_AUX:
        return None
    return Breach(
        "PAIR-05",
        Text(
            f"{one.account} was answered in the exam of {seat.account}",
            f"考生 {one.account} 得以操作考生 {seat.account} 的考试",
        ),
        (),
        (one,),
    )


def by_aux(one: Record) -> bool:
    """Whether an aux phone did it."""
    return "binding" in one.detail or one.detail.get("by") == "aux"
