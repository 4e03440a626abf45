"""The races from the start on: back after the network was gone, photos and submissions at their limits, two connections."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from conformance.load.races.contestant import FILM_BYTES, Contestant
from conformance.load.races.course import Course, early_ms, parted
from conformance.load.races.ground import Ask

AWAY_S, SETTLED_S = 3.0, 6.0
"""Exam seconds without a network, and after the start until all have begun."""
SPAN_S = 0.04
"""Wall seconds over which photos end that lie across the last instant; half of them before it."""


async def under_way(course: Course, inside: Sequence[Contestant]) -> None:
    """All come back at once after the network was gone, each over two connections, and some tell it again after they
    were heard; and some on another phone."""
    await course.ground.go(course.crowd.instants.answering_begins)
    await course.ground.wait(SETTLED_S)
    await course.each(inside, "beat", lambda one: one.at_sitting("heartbeat", body={}))
    await course.ground.wait(AWAY_S)
    await course.ground.race("reconnect", [one.come_back("first") for one in (*inside, *inside)])
    again = inside[: course.few]
    await course.each(again, "beat", lambda one: one.at_sitting("heartbeat", body={}))
    await course.ground.race("told_again", [one.come_back("first") for one in again])
    asked = chain.from_iterable(
        (
            one.at_sitting("heartbeat", body={}),
            one.at_sitting("return", device=f"{one.person.main}-c"),
            one.at_sitting("heartbeat", body={}, device=f"{one.person.main}-c"),
        )
        for one in again
    )
    await course.ground.race("another_phone", list(asked))


async def hand_in(course: Course, inside: Sequence[Contestant]) -> None:
    """Photos from their first instant on, submissions until their last, and what is sent afterwards."""
    once, paired, across, saved, last = parted(inside[: course.races.deadline], *(course.few,) * 4)
    chosen = [*once, *paired, *across, *saved, *last]
    await photograph(course, chosen, saved)
    await two_submits(course, once)
    await with_the_aux_phone(course, paired)
    await deadline(course, across, last)
    await course.ground.wait(1.0)
    await two_connections(course, [*once, *paired])


async def photograph(course: Course, group: Sequence[Contestant], saved: Sequence[Contestant]) -> None:
    """Where there are sheets, everybody begins at the first instant of photographing; else, the last answers come at the
    end. Those who are `saved` send what they have twice, and then nothing more."""
    pages = course.crowd.season.subject(course.crowd.plan.day.subject).pages
    if not pages:
        at = course.crowd.instants.ends
        await course.ground.go(at)
        await course.each(group, "answers", lambda one: one.answer("first"))
        await course.each(saved, "answers", lambda one: one.answer("second"))
        await course.race_at("last_answers", group, lambda one: one.answer("third"), at)
        return
    at = course.crowd.instants.display_ends or course.crowd.instants.ends
    await course.ground.go(at)
    replies = await course.race_at("first_photos", group, lambda one: one.photo(1), at)
    again = [one for one, reply in zip(group, replies, strict=True) if not reply.accepted]
    await course.each(again, "photos", lambda one: one.photo(1))
    for page in range(2, pages + 1):
        await course.each(group, "photos", partial(Contestant.photo, page=page))
    await course.each(saved, "photos", lambda one: one.photo(1))


async def two_submits(course: Course, group: Sequence[Contestant]) -> None:
    """The same submission twice and another one, at one instant."""
    asked = [one.submit(key) for one in group for key in ("", "", "other")]
    await course.ground.race("two_submits", asked)


async def with_the_aux_phone(course: Course, group: Sequence[Contestant]) -> None:
    """The aux phone hands in at the instant at which the main phone does; who was too soon comes again."""
    if not course.crowd.season.limit_or("phones_per_code", 0):
        return
    await course.each(group, "stop", lambda one: one.aux("auxStop", "stop", {"cause": "finished"}))
    asked = chain.from_iterable((_aux_submit(one), one.submit()) for one in group)
    await course.ground.race("aux_and_main", list(asked))
    await course.each(group, "aux_submit", _aux_submit)


async def deadline(course: Course, across: Sequence[Contestant], last: Sequence[Contestant]) -> None:
    """Photos that begin before the countdown is over end on either side of it, and submissions come at its last instant."""
    end = course.crowd.instants.photos_end
    await course.ground.go(end)
    pages = course.crowd.season.subject(course.crowd.plan.day.subject).pages
    spread = [number / max(len(across), 1) * SPAN_S for number in range(len(across))]
    dribbled = [one.photo(1, late_s=late) for one, late in zip(across, spread, strict=True)] if pages else []
    asked = [*dribbled, *(one.submit(late_s=SPAN_S / 2) for one in last)]
    await course.ground.race("deadline", asked, end, early_ms=SPAN_S * 500 + early_ms(len(last)))


async def two_connections(course: Course, group: Sequence[Contestant]) -> None:
    """Two connections add the same piece of one upload at one instant; then it goes on to its end."""
    for one, reply in await course.each(group, "upload", Contestant.create):
        one.upload = reply.headers.get("location", "").rsplit("/", 1)[-1]
    begun = [one for one in group if one.upload]
    half = FILM_BYTES // 2
    await course.ground.race("two_connections", [one.append(0, half) for one in (*begun, *begun)])
    for _ in range(2):
        found = await course.each(begun, "upload", Contestant.where)
        for one, reply in found:
            one.offset = int(reply.headers.get("upload-offset", "0"))
        begun = [one for one in begun if one.offset < FILM_BYTES]
        await course.each(begun, "upload", lambda one: one.append(one.offset, FILM_BYTES))


def _aux_submit(one: Contestant) -> Ask:
    body = {"idempotency_key": f"{one.person.user}/aux", "files": [one.film.announced()]}
    return one.aux("auxSubmit", "submit", body)
