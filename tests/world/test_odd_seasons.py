"""Seasons with odd values: both towers derive the same instants, and a world stands at every stage of each."""

import itertools
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings

from conformance.instants import Instants
from conformance.season import Season, load
from conformance.traits import season_features
from simulators.platform.plan import schedule
from simulators.stages import STAGES
from tests.bench.client import Client
from tests.season.odd import DAY, plain, seasons

ORDER = tuple(STAGES)
Written = Callable[[dict[str, Any]], Path]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    numbers = itertools.count()

    def write(content: dict[str, Any]) -> Path:
        path = tmp_path_factory.mktemp("odd") / f"odd-{next(numbers)}.toml"
        path.write_text(tomli_w.dumps(content), encoding="utf-8")
        return path

    return write


@given(content=seasons())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_both_towers_derive_the_same_instants(content: dict[str, Any], written: Written) -> None:
    """Each on its own, from the published values."""
    season = load(written(content))
    for subject, session, times in Instants(season).all():
        plan = schedule(season, season.subject(subject), session)
        ours = (times.waiting_opens, times.starts, times.ends, times.display_ends, times.photos_end)
        theirs = (plan.opens_at, plan.start, plan.end, plan.display_ends, plan.photo_ends)
        assert ours == theirs
        assert (times.aux_ends is None) is not plan.has_aux
        assert times.aux_ends in (None, plan.auto_end)
        assert list(times.named().values()) == sorted(times.named().values())
    assert all(isinstance(there, bool) for there in season_features(season).values())


@given(content=seasons())
@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    derandomize=True,
)
def test_a_world_stands_at_every_stage_of_an_odd_season(
    content: dict[str, Any], bench: Client, written: Written
) -> None:
    path = written(content)
    season = load(path)
    for subject in season.subjects:
        stood = []
        for stage in ORDER:
            world = bench.world(stage, season=str(path), subject=subject.id)
            (candidate,) = world["candidates"]
            assert set(candidate["phones"]) == set(season.apps)
            stood.append(datetime.fromisoformat(world["now"]))
        assert stood[1:] == sorted(stood[1:])
        _is_waiting(bench, season, path, subject.id)


def _is_waiting(bench: Client, season: Season, path: Path, subject: str) -> None:
    """At the stage `waiting` the candidate came in after the waiting room opened, and is there before the start."""
    bench.world("waiting", season=str(path), subject=subject)
    times = Instants(season).of(subject, "formal")
    entered = next(one for one in bench.get("/records")["records"] if one["what"] == "entered")
    assert times.waiting_opens <= datetime.fromisoformat(entered["at"]) < times.starts
    state = next(iter(bench.there.seats.values())).main.app.state["view"]["state"]
    assert state == "waiting"


def test_a_season_may_have_24_sittings_in_one_day(bench: Client, written: Written) -> None:
    """One an hour, each with the time for its photos."""
    content = plain()
    content["subjects"] = [
        {
            "id": f"hour-{hour}",
            "major": "m0",
            "name": f"第{hour + 1}场",
            "has_sheet": hour % 2 == 0,
            "windows": [
                {
                    "session": "formal",
                    "start": DAY.replace(hour=hour),
                    "end": DAY.replace(hour=hour) + timedelta(minutes=40),
                }
            ],
        }
        for hour in range(24)
    ]
    world = bench.world("photos", season=str(written(content)), subject="hour-12")
    assert len(world["candidates"][0]["sittings"]) == 24
