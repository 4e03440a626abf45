"""A season that nobody has seen: other names, other dates, other limits."""

import re
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from conformance.season import load, names
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


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("name", names())
def test_a_world_stands_at_every_stage_of_every_shipped_season(bench: Client, name: str, stage: str) -> None:
    world = bench.world(stage, season=name)
    assert world["season"] == name
    roles = ["main", "aux"] if load(name).exam.cameras == 2 else ["main"]
    assert [phone["role"] for phone in world["phones"]] == roles
    (candidate,) = world["candidates"]
    assert list(candidate["phones"]) == roles


def test_an_exam_with_one_phone_has_no_aux_phone_and_shows_no_code(bench: Client) -> None:
    world = bench.world("paired", season="baotou-2022-dance")
    (candidate,) = world["candidates"]
    assert bench.ask("POST", "/phones", role="aux")[0] == 409
    view = bench.there.handset(candidate["phones"]["main"]).app.state["view"]
    assert (view["aux"], view["code"], view["auto_end"]) == (None, None, None)
    sitting = next(one for one in candidate["sittings"] if one["session"] == "formal")
    probe = {
        "udid": candidate["phones"]["main"],
        "account": candidate["account"],
        "sitting": sitting["sitting"],
    }
    assert bench.post("/probes/pair", **probe)["cause"] == "code_unknown"


def test_the_apps_bear_the_names_of_the_season(bench: Client, tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    said = 'origin = "assumed"\nsource = "a test"\n'
    names = f'[apps.main]\nname = "艺考通"\n{said}\n[apps.aux]\nname = "艺考镜"\n{said}\n'
    file.write_text(SHIPPED + names, encoding="utf-8")
    world = bench.world("registered", season=str(file))
    (candidate,) = world["candidates"]
    for role, name in (("main", "艺考通"), ("aux", "艺考镜")):
        app = bench.there.handset(candidate["phones"][role]).app
        assert app.label == name
        assert name in (
            shown := "".join(one.text for _, one in app.screen(bench.there.clock.now()).walk())
        ), shown
