"""Worlds to test in: a sitting with answer sheets, and one without."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance.season import Season, load
from tests.platform.exam import World
from tests.platform.signing import Office, office


@pytest.fixture(scope="session")
def season() -> Season:
    return load("zjcm-2023")


@pytest.fixture
def world(tmp_path: Path, season: Season) -> Iterator[World]:
    made = World(tmp_path, season)
    yield made
    made.close()


@pytest.fixture
def place(tmp_path: Path, season: Season) -> Iterator[Office]:
    with office(tmp_path / "office", season) as made:
        yield made


@pytest.fixture
def sheetless(tmp_path: Path, season: Season) -> Iterator[World]:
    made = World(tmp_path / "sheetless", season, "design-general")
    yield made
    made.close()
