"""Worlds to test in: a sitting with answer sheets, and one without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance.season import Season, load
from tests.platform.exam import World
from tests.platform.signing import Office, office

SEASONS = Path(__file__).parents[2] / "conformance" / "mutants" / "seasons"


@pytest.fixture(scope="session")
def season() -> Season:
    return load("zjcm-2023")


@pytest.fixture
def world(tmp_path: Path, season: Season) -> Iterator[World]:
    made = World(tmp_path, season)
    yield made
    made.close()


@pytest.fixture
def guided(tmp_path: Path) -> Iterator[World]:
    """A fixed start, a reading time, everything shown, forfeits beyond the interruptions."""
    world = World(tmp_path / "guided", load(SEASONS / "guided.toml"), "essay", "mock-1")
    yield world
    world.close()


@pytest.fixture
def free(tmp_path: Path) -> Iterator[World]:
    """A start of the candidate's choice, three recordings, an early end; no sheets."""
    world = World(tmp_path / "free", load(SEASONS / "free.toml"), "interview")
    yield world
    world.close()


@pytest.fixture
def sketch(tmp_path: Path) -> Iterator[World]:
    """The same with sheets, which nobody displays."""
    world = World(tmp_path / "sketch", load(SEASONS / "free.toml"), "sketch")
    yield world
    world.close()


@pytest.fixture
def place(tmp_path: Path, season: Season) -> Iterator[Office]:
    with office(tmp_path / "office", season) as made:
        yield made


@pytest.fixture
def sheetless(tmp_path: Path, season: Season) -> Iterator[World]:
    made = World(tmp_path / "sheetless", season, "design-general")
    yield made
    made.close()
