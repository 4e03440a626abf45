"""What the desk says of files that a submission announced and that never came, once the phones need not keep them."""

from datetime import timedelta

import pytest

from tests.platform.exam import World
from tests.platform.test_uploads import DATA, FILE, Uploader

MS = timedelta(milliseconds=1)


def kinds(world: World) -> list[str]:
    return [one["kind"] for one in world.platform.reviews()]


@pytest.mark.parametrize(("offset", "shown"), [(-MS, []), (timedelta(0), []), (MS, ["files_missing"])])
def test_a_file_that_did_not_come_is_shown_after_the_last_instant(
    world: World, offset: timedelta, shown: list[str]
) -> None:
    world.to_submitted([FILE])
    world.at(offset, "kept_until")
    assert kinds(world) == shown


def test_part_of_a_file_is_no_file_and_all_of_it_is(world: World) -> None:
    uploader = Uploader(world.to_submitted([FILE]))
    uploader.create()
    uploader.patch(0, DATA[:-1])
    world.at(MS, "kept_until")
    assert kinds(world) == ["files_missing"]
    uploader.create()
    uploader.patch(uploader.offset(), DATA[uploader.offset() :])
    assert kinds(world) == []


def test_the_case_is_closed_once_somebody_has_seen_it(world: World) -> None:
    world.to_submitted([FILE])
    world.at(MS, "kept_until")
    (case,) = world.platform.reviews()
    assert case["sitting"] == world.seat.sitting
    world.platform.review(case["id"], "approve", "周老师")
    assert kinds(world) == []
    with pytest.raises(KeyError):
        world.platform.review(case["id"], "approve", "周老师")


def test_who_submitted_nothing_misses_nothing(world: World) -> None:
    world.to_photos()
    world.at(MS, "kept_until")
    assert kinds(world) == []


def test_the_last_exam_of_the_major_counts(world: World) -> None:
    ends = [world.season.subject(name).window("formal").end for name in ("song", "harmony")]
    assert world.seat.schedule.kept_until == max(ends) + timedelta(hours=48)
