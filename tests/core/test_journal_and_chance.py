"""Journals keep what they were given; chance repeats itself."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

from simulators.core.chance import Chance
from simulators.core.instants import CST
from simulators.core.journal import Journal
from simulators.core.turns import Turns

START = datetime(2023, 1, 12, 9, 45, tzinfo=CST)


def test_the_file_says_what_memory_says(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    journal.append(START, "王芳", "paired", phone="aux-1")
    journal.append(START + timedelta(seconds=1), "platform", "refused", cause="code_full")
    lines = [json.loads(line) for line in (tmp_path / "journal.jsonl").read_text("utf-8").splitlines()]
    assert [line["seq"] for line in lines] == [entry.seq for entry in journal.entries()] == [1, 2]
    assert lines[0]["who"] == "王芳"
    assert [entry.what for entry in journal.entries(since=1)] == ["refused"]


def test_chance_depends_on_seed_and_name_only() -> None:
    first, second = Chance(7), Chance(7)
    first.child("x").bytes(100)
    assert first.child("aux").token(12) == second.child("aux").token(12)
    assert Chance(7).child("aux").token(12) != Chance(8).child("aux").token(12)


def test_a_turn_excludes_other_threads_and_knows_its_holder() -> None:
    turns, seen = Turns(), []

    def other() -> None:
        with turns.take("other"):
            seen.append(turns.holder)

    with turns.take("first"):
        thread = Thread(target=other)
        thread.start()
        with turns.take("inner"):
            seen.append(turns.holder)
        seen.append(turns.holder)
    thread.join()
    assert seen == ["inner", "first", "other"]
