"""`examgate target check` on phones that are reached by an address alone, and what a run does with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conformance import pairing
from conformance import target as targets
from conformance.lab.stagehand import Stagehand
from conformance.naming import UnknownName
from conformance.outcome import Withheld
from conformance.phone.handset import Handset
from conformance.request import RunRequest
from conformance.saying import Stopped
from conformance.walking import forms
from tests.walking.laboratory import examgate, lab, pair, simulation

ENLARGED = "sitting/sitting.feature#the-question-fills-the-screen-when-it-is-enlarged"


def states(found: dict[str, Any], screen: str) -> dict[str, str]:
    screens = [one for phone in found["phones"] for one in phone["screens"] if one["name"] == screen]
    return {element["name"].rpartition(".")[2]: element["state"] for element in screens[0]["elements"]}


def missed(found: dict[str, Any]) -> list[str]:
    return [one["name"] for phone in found["phones"] for one in phone["screens"] if one["missed"]["en"]]


def test_a_file_that_fits_is_found_to_fit_and_another_is_not(tmp_path: Path) -> None:
    with simulation("--stage", "confirmed", "--main", "huawei-mate-50", "--aux", "iphone-13") as told:
        sound = lab(tmp_path, told["webdriver"], pair(told))
        ran = examgate(tmp_path, "target", "check", str(sound), "--json")
        found = json.loads(ran.stdout)
        assert (ran.returncode, missed(found)) == (0, [])
        assert {one["driver"] for one in found["phones"]} == {"android", "ios"}
        assert states(found, "main.exams")["list"] == "found"
        assert states(found, "main.exams")["red_bar"] == "absent"
        assert states(found, "main.exam_detail")["status"] == "open", "only an exam fills its hole"
        assert "aux.manual" in found["labels"]["aux_code"] or "aux.scan" in found["labels"]["aux_code"]
        assert found["controls"]["phones/lock"] == "driver"
        assert found["controls"]["phones/call"] == "operator"

        wrong = lab(
            tmp_path, told["webdriver"], pair(told), more='[screens.aux.scan]\npage = "id=no_such_view"\n'
        )
        ran = examgate(tmp_path, "target", "check", str(wrong))
        assert ran.returncode == 1
        assert "id=no_such_view" in ran.stdout
        assert "点击此处" in ran.stdout, "what the screen shows instead"


def test_without_an_account_there_is_no_way_past_the_login(tmp_path: Path) -> None:
    with simulation("--stage", "enrolled") as told:
        there = lab(tmp_path, told["webdriver"], pair(told, account=False))
        ran = examgate(tmp_path, "target", "check", str(there), "--json")
        found = json.loads(ran.stdout)
    assert ran.returncode == 2
    assert states(found, "main.login")["register"] == "found"
    assert {"main.exams", "main.exam_detail", "main.practice"} <= set(missed(found))


def test_nobody_is_led_out_of_an_exam(tmp_path: Path) -> None:
    with simulation("--stage", "answering") as told:
        there = lab(tmp_path, told["webdriver"], pair(told))
        first = examgate(tmp_path, "target", "check", str(there), "--lang", "zh")
        again = examgate(tmp_path, "target", "check", str(there), "--lang", "zh")
    assert first.returncode == again.returncode
    assert all("该手机上正在进行考试：main.answering.page" in ran.stdout for ran in (first, again))


def test_nothing_there_is_3(tmp_path: Path) -> None:
    ran = examgate(tmp_path, "target", "check", "real-android")
    assert (ran.returncode, "Traceback" in ran.stderr) == (3, False)
    looked = examgate(tmp_path, "doctor", "--target", "real-android", "--lang", "zh")
    assert (looked.returncode, looked.stdout.count("未能连接任何手机。")) == (3, 1)
    assert "无法确定" not in looked.stdout
    assert examgate(tmp_path, "target", "look", "real-android").returncode == 3


def test_each_pair_of_a_grid_is_a_row(tmp_path: Path) -> None:
    with simulation("--main", "xiaomi-13") as told:
        twice = {**told, "candidates": told["candidates"] * 2}
        other = (
            pair(twice, 1)
            .replace(told["phones"][0]["udid"], "no-such-phone")
            .replace(told["phones"][1]["udid"], "none")
        )
        there = lab(tmp_path, "http://127.0.0.1:9", pair(told), other)
        grid = ["--target", str(there), "--grid", told["webdriver"], "--out", str(tmp_path / "out")]
        ran = examgate(tmp_path, "run", *grid, "--scenario", ENLARGED)
        rows = json.loads((tmp_path / "out/pairs.json").read_text(encoding="utf-8"))
        alone = examgate(tmp_path, "run", *grid, "--scenario", ENLARGED, "--pair", "pair-1")
        seen = examgate(
            tmp_path, "doctor", *grid[:4], "--operator", "nobody", "--json", "--out", str(tmp_path / "d")
        )
    assert [row["pair"] for row in rows] == ["pair-1", "pair-2"]
    assert [row["exit_code"] for row in rows] == [2, 3], ran.stdout + ran.stderr
    assert (ran.returncode, alone.returncode) == (3, 2)
    page = (tmp_path / "out/pairs.html").read_text(encoding="utf-8")
    assert page.count("<tr>") == 3
    assert f"{rows[0]['run']}/index.html" in page
    assert [one["pair"] for one in json.loads(seen.stdout)["phones"]] == [
        "pair-1",
        "pair-1",
        "pair-2",
        "pair-2",
    ]


def test_a_run_names_its_grid_and_its_pair() -> None:
    there = targets.load("real-pair")
    wanted = RunRequest(grid="https://grid.example/wd/hub", pair="pair-1")
    found = pairing.chosen(there, wanted)
    assert found.address
    assert found.address.webdriver == "https://grid.example/wd/hub"
    with pytest.raises(UnknownName):
        pairing.chosen(there, RunRequest(pair="pair-9"))
    for ref, grid in (("simulated", "http://x"), ("real-pair", "grid.example")):
        with pytest.raises(Stopped):
            pairing.chosen(targets.load(ref), RunRequest(grid=grid))


def test_what_cannot_be_taken_back_is_done_only_where_it_is_allowed() -> None:
    def connect(*_: object) -> Any:
        raise AssertionError("nothing is touched")

    there = pairing.chosen(targets.load("real-pair"), RunRequest())
    with pytest.raises(Withheld) as withheld:
        Handset("u", "main", there, connect).tap("main.photos.submit")
    assert "--allow-irreversible" in str(withheld.value)
    assert pairing.chosen(there, RunRequest(allow_irreversible=True)).irreversible == frozenset()
    assert pairing.chosen(targets.load("simulated"), RunRequest()).irreversible == frozenset()
    assert {name for name in there.irreversible if "." in name} <= set(there.screens)


def test_a_formal_exam_on_real_phones_is_not_photographed() -> None:
    def stage(name: str, session: str) -> Stagehand:
        made = Stagehand.__new__(Stagehand)
        made.target, made._world, made._session = targets.load(name), object(), session  # type: ignore[assignment]
        return made

    assert [stage(*one).may_photograph for one in (("real-pair", "formal"), ("real-pair", "mock-1"), ("simulated", "formal"))] == [
        False, True, True,
    ]  # fmt: skip


def test_the_walk_goes_over_elements_that_there_are() -> None:
    there = targets.load("simulated")
    screens = {name.rpartition(".")[0] for name in there.screens}
    for role, hops in forms.hops().items():
        for hop in hops:
            assert hop.screen in screens
            named = {*hop.taps, *hop.fills, *filter(None, (hop.only, hop.unless))}
            assert named <= set(there.screens), role
            assert not named & targets.load("real-pair").irreversible
