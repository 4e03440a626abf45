"""The races before the start: for a code's places, for the waiting room, and of two main phones for one account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conformance.load.races import room
from conformance.load.races.contestant import Contestant
from conformance.load.races.course import Course
from conformance.load.races.ground import Ask

MORE_PHONES = 3
"""Phones beyond those that a code admits."""
LOOKERS, LOOKS, LOOKING = 400, 3, timedelta(seconds=6)
"""How many phones look at the list at the start, and how often; and for how long before they do so to no purpose."""
SHARE, AROUND_MS = 0.35, 40.0
"""All these looks take that long before the start, in their own time, and are stamped by then; the last ones come so long
after it."""


async def arrive(course: Course) -> None:
    """Everybody is logged in, with the exam page open."""
    for one, reply in await course.each(course.all, "login", Contestant.login):
        one.token = reply.payload.token
    day = course.crowd.plan.day
    for one, reply in await course.each(course.all, "exams", _look):
        for exam in reply.payload.exams:
            for sitting in exam["sittings"]:
                if (sitting["subject"]["id"], sitting["session"]) == (day.subject, day.session):
                    one.sitting = sitting["sitting"]
    for one, reply in await course.each(course.all, "page", lambda one: one.at_sitting("open")):
        one.code = (reply.payload.code or {}).get("payload", "")


async def codes(course: Course, fresh: Sequence[Contestant], known: Sequence[Contestant]) -> None:
    """More phones than a code admits scan it at one instant: all its places are free, or all but the first."""
    admitted = course.crowd.season.limit_or("phones_per_code", 0)
    if not admitted:
        return
    news = {one.person.index for one in fresh}
    others = [one for one in course.all if one.person.index not in news]
    await _pair(course, "pair", [(one, one.person.aux[0]) for one in others], raced=False)
    raced = course.has("codes")
    for name, group, first in (("four_phones", fresh, 0), ("last_places", known if raced else [], 1)):
        count = admitted + MORE_PHONES - first if raced else 1
        phones = [(one, f"{one.person.main}-{name}-{number}") for number in range(count) for one in group]
        await _pair(course, name, phones, raced=raced)
    await course.each(course.all, "record", lambda one: one.aux("auxRecord", "record"))


async def _pair(course: Course, name: str, phones: Sequence[tuple[Contestant, str]], *, raced: bool) -> None:
    asked = [one.pair(device) for one, device in phones]
    replies = await (course.ground.race(name, asked) if raced else course.ground.ask(name, asked))
    for (one, device), reply in zip(phones, replies, strict=True):
        one.paired(device, reply)


async def opening(course: Course, group: Sequence[Contestant]) -> None:
    """Everybody comes at the instant at which the waiting room opens; who was too early comes again."""
    at = course.crowd.instants.waiting_opens
    await course.ground.go(at)
    replies = await course.race_at("opening", group, lambda one: one.at_sitting("enter"), at)
    again = [one for one, reply in zip(group, replies, strict=True) if reply.cause == "too_early"]
    await course.each(again, "enter", lambda one: one.at_sitting("enter"))


async def two_main_phones(course: Course, group: Sequence[Contestant]) -> None:
    """Two phones log in to one account and come in with what each was given, at one instant each time."""
    pairs = [(one, device) for one in group for device in (one.person.main, f"{one.person.main}-b")]
    logins = await course.ground.race("two_logins", [one.login(device) for one, device in pairs])
    tokens = [reply.payload.token for reply in logins]
    asked = [
        one.at_sitting("enter", device=device, token=token)
        for (one, device), token in zip(pairs, tokens, strict=True)
    ]
    replies = await course.ground.race("two_main_phones", asked)
    for (one, device), token, reply in zip(pairs, tokens, replies, strict=True):
        if reply.accepted:
            one.device, one.token = device, token


async def wait_inside(course: Course, group: Sequence[Contestant]) -> list[Contestant]:
    """All of them come in, who is in already too, and pass the face check; who then waits. Before that, nothing can be
    kept of it for a moment."""
    await course.ground.go(course.crowd.instants.waiting_opens)
    await course.ground.pass_by(course.crowd.instants.waiting_opens)
    if course.has("no_room") and course.pid is not None:
        with room.none_for(course.pid):
            await course.ground.race("no_room", [one.at_sitting("enter") for one in group])
    await course.each(group, "enter", lambda one: one.at_sitting("enter"))
    checked = await course.each(group, "face", Contestant.face)
    return [one for one, reply in checked if reply.payload.passed]


async def closing(course: Course, group: Sequence[Contestant]) -> None:
    """Everybody else comes around the instant from which on nobody is let in, among all phones that look at the list of exams:
    many are there before the start, and their turn comes after it."""
    at = course.crowd.instants.closes
    await course.ground.go(at, LOOKING)
    others = course.all[:LOOKERS]
    await course.each(others, "look", _look)
    looks = LOOKS * len(others)
    early = looks * course.ground.each_ms * SHARE
    last = (early + AROUND_MS) / 1000
    asked = [(number / looks, _look(one)) for number, one in enumerate([*others] * LOOKS)]
    for number, one in enumerate(group):
        place, late = number / len(group), last * number / len(group) if number % 2 else 0.0
        asked.append((place, one.at_sitting("enter", late_s=late)))
    asked.sort(key=lambda placed: placed[0])
    await course.ground.race("closing", [one for _, one in asked], at, early)


def _look(one: Contestant) -> Ask:
    return one.main("exams", "GET", "/exams")
