"""Heartbeats that are merged record the same facts as heartbeats one by one."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.apps.stand import START, stand


def facts(folder: Path, *, merge: bool) -> list[tuple[Any, ...]]:
    """What the platform recorded over the start, and over a lost network."""
    folder.mkdir()
    with stand(folder, merge=merge) as exam:
        exam.at(START - timedelta(seconds=15))
        exam.open()
        exam.pair()
        exam.record_aux()
        exam.main.tap("start")
        exam.main.tap("verify")
        exam.at(START + timedelta(seconds=20))
        exam.main.phone.network.up = False
        exam.pass_time(30)
        exam.main.phone.network.up = True
        exam.pass_time(40)
        records = exam.platform.records(0)
        return [
            (record["at"], record["what"], record["device"], record["detail"].get("cause"))
            for record in records
        ]


def test_merged_beats_and_single_beats_tell_the_same(tmp_path: Path) -> None:
    assert facts(tmp_path / "merged", merge=True) == facts(tmp_path / "single", merge=False)
