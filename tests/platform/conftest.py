"""Worlds to test in: a sitting with answer sheets, and one without."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conformance.season import Season, load
from tests.platform.exam import World
from tests.platform.server import Server, server
from tests.platform.signing import Office, office

Where = Callable[[Path], str | Path]
SEASONS = Path(__file__).parents[2] / "conformance" / "mutants" / "seasons"


@pytest.fixture(scope="session")
def season() -> Season:
    return load("zjcm-2023")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of a worker; each asks it for a database of its own."""
    with server() as running:
        yield running


OVER_BOTH = {
    "test_accounts",
    "test_closing",
    "test_confirming",
    "test_elsewhere",
    "test_hostile",
    "test_interruptions",
    "test_names",
    "test_pairing",
    "test_rates",
    "test_records",
    "test_registering",
    "test_review_desk",
    "test_shared",
    "test_uploads",
}
"""Modules whose platforms stand on a file, then on a database."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames:
        both = metafunc.module.__name__.rpartition(".")[2] in OVER_BOTH
        database = pytest.param("database", marks=pytest.mark.needs_postgres)
        metafunc.parametrize("store", ["file", database] if both else ["file"], indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Where:
    """Where a platform of a test keeps what it knows, beside its files."""
    if request.param == "file":
        return lambda root: root / "exam.sqlite"
    running: Server = request.getfixturevalue("postgres")
    return lambda _: running.database()


@pytest.fixture
def world(tmp_path: Path, season: Season, store: Where) -> Iterator[World]:
    made = World(tmp_path, season, store=store(tmp_path))
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
