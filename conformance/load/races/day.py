"""All races of one sitting, in the order of its day. What each phone was told is left to the audit to judge."""

from __future__ import annotations

from conformance.load.plan import RaceOf
from conformance.load.races import evening, morning
from conformance.load.races.contestant import Contestant
from conformance.load.races.course import Course, parted

INSIDE: tuple[RaceOf, ...] = ("no_room", "return", "hand_in")
"""Races of those who are in, or come in outside of any race."""


async def run(course: Course) -> None:
    """From the login to the last upload. What a race that is left out would have led to is reached without any hurry."""
    fresh, doubled, rest = parted(course.all, course.few, course.few)
    early, late = rest[::2], rest[1::2]
    await morning.arrive(course)
    await morning.codes(course, fresh, rest[: course.few])
    if course.has("opening"):
        await morning.opening(course, early)
    if course.has("logins"):
        await morning.two_main_phones(course, doubled)
    inside: list[Contestant] = []
    if any(map(course.has, INSIDE)):
        inside = await morning.wait_inside(course, [*doubled, *fresh, *early])
    if course.has("closing"):
        await morning.closing(course, late)
    if course.has("return"):
        await evening.under_way(course, inside)
    if course.has("hand_in"):
        await evening.hand_in(course, inside)
        await course.ground.go(course.crowd.instants.photos_end)
