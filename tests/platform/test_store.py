"""The one file: its layout has a number, and a file of another layout is left as it is."""

import sqlite3
from pathlib import Path

import pytest

from simulators.platform.opening import StoreError
from simulators.platform.store import Store
from simulators.platform.tables import LAYOUT


def test_a_fresh_file_says_its_layout(tmp_path: Path) -> None:
    Store(tmp_path / "exam.sqlite").close()
    with sqlite3.connect(tmp_path / "exam.sqlite") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (LAYOUT,)
    Store(tmp_path / "exam.sqlite").close()


@pytest.mark.parametrize(("number", "said"), [(0, 1), (LAYOUT + 1, LAYOUT + 1)])
def test_a_file_of_another_layout_is_told_and_not_touched(tmp_path: Path, number: int, said: int) -> None:
    path = tmp_path / "exam.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE candidates (account TEXT PRIMARY KEY)")
        connection.execute(f"PRAGMA user_version={number}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=f"has layout {said}, this platform reads layout {LAYOUT}"):
        Store(path)
    assert path.read_bytes() == before
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall() == [
            ("candidates",)
        ]


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "exam.sqlite"
    path.write_bytes(b"this is a letter, and no database at all\n" * 100)
    with pytest.raises(StoreError, match="cannot be read as SQLite"):
        Store(path)
    assert path.read_bytes().startswith(b"this is a letter")


def test_a_refused_file_can_be_used_by_the_next(tmp_path: Path) -> None:
    path = tmp_path / "exam.sqlite"
    path.write_bytes(b"x" * 5000)
    for _ in range(2):
        with pytest.raises(StoreError, match="cannot be read as SQLite"):
            Store(path)
    path.unlink()
    Store(path).close()
