"""A season that nobody has seen: other names, other dates, other limits."""

import re
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from simulators.stages import STAGES
from tests.bench.client import Client

SHIPPED = (files("conformance") / "seasons" / "zjcm-2023.toml").read_text(encoding="utf-8")


@pytest.fixture
def season(tmp_path: Path) -> str:
    text = (
        SHIPPED.replace('"zjcm-2023"', '"elsewhere-2024"')
        .replace('"song"', '"melody"')
        .replace("2023-01", "2024-03")
    )
    file = tmp_path / "elsewhere.toml"
    file.write_text(re.sub(r"(\[limits\.waiting_minutes\]\nvalue = )\d+", r"\g<1>25", text), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("stage", STAGES)
def test_a_world_stands_at_every_stage_of_it(bench: Client, season: str, stage: str) -> None:
    world = bench.world(stage, season=season)
    assert (world["subject"], world["session"]) == ("melody", "formal")
    now, start = datetime.fromisoformat(world["now"]), datetime.fromisoformat("2024-03-12T10:00:00+08:00")
    before = start - now > timedelta(minutes=25)
    assert before is (stage in ("enrolled", "registered", "confirmed", "paired"))
