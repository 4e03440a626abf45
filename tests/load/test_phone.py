"""What phones have in common: what counts as late is what a phone that was free to send did not send."""

from datetime import timedelta

import gevent
import pytest

from conformance.load import plan
from conformance.load.link import Link
from conformance.load.people import Crowd
from conformance.load.phone import BasePhone, Day
from tests.load.conftest import Desk, Opened, answer

SECOND = timedelta(seconds=1)


def waiting(desk: Desk, link: Link) -> BasePhone:
    crowd = Crowd(plan.load("tiny"))
    return BasePhone(Day(crowd, desk.watch.now() + timedelta(hours=1)), crowd.person(0), desk.line, link)


@pytest.mark.parametrize(("already", "late_ms"), [(False, 0.0), (True, 5000.0)])
def test_who_had_to_wait_for_the_other_phone_is_not_late(
    already: bool, late_ms: float, opened: Opened
) -> None:
    """The wall goes on by five seconds, before the other phone is ready or although it was."""
    desk, link = opened(answer()), Link()
    phone, due = waiting(desk, link), desk.watch.now()

    def five_seconds_later() -> None:
        desk.watch.moved.seconds += 5
        link.happened("code_shown")

    if already:
        link.happened("code_shown")
    other = gevent.spawn(five_seconds_later)
    phone.wait(due, "code_shown", beats=False)
    other.join()
    phone.ask("pair", "POST", "/pair", "pair", due=due)
    (told,) = desk.records
    assert told.skew == pytest.approx(late_ms)
