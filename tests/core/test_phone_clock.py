"""Clause 8 of the clock contract: a phone's own time."""

from datetime import UTC, datetime, timedelta

from simulators.core.clock import DrivenClock
from simulators.core.instants import CST
from simulators.core.phone_clock import PhoneClock

START = datetime(2023, 1, 12, 9, 45, tzinfo=CST)
HOUR = timedelta(hours=1)


def test_offset_drift_and_zone_add_up() -> None:
    world = DrivenClock(START)
    phone = PhoneClock(world, offset=timedelta(minutes=-20), drift_ppm=100, zone=UTC)
    world.advance(START + HOUR)
    assert phone.now() == START + HOUR - timedelta(minutes=20) + timedelta(milliseconds=360)
    assert phone.now().utcoffset() == timedelta(0)


def test_setting_one_phone_moves_no_other() -> None:
    world = DrivenClock(START)
    wrong, right = PhoneClock(world), PhoneClock(world)
    wrong.set(offset=HOUR)
    assert (wrong.now(), right.now(), world.now()) == (START + HOUR, START, START)


def test_drift_so_far_is_kept_when_only_the_zone_changes() -> None:
    world = DrivenClock(START)
    phone = PhoneClock(world, drift_ppm=1000)
    world.advance(START + HOUR)
    before = phone.now()
    phone.set(zone=UTC)
    assert phone.now() == before
