"""The review desk for sittings: findings by named people, two fields that never mix, every step on record."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from conformance.season import load
from simulators.core.instants import iso
from simulators.core.machine import Refused
from simulators.platform.events import Event
from simulators.platform.reviewing import checklist, classes, findings
from simulators.platform.reviewing.checklist import Item
from simulators.platform.reviewing.desk import Decision, Remark
from simulators.platform.reviewing.machine import FINDING
from simulators.platform.reviewing.words import word
from simulators.platform.sitting_machine import SITTING
from tests.platform.exam import World, served

HAT = Item("hat", "COND-01", "a hat is worn", "佩戴帽子", ("violation",))
SIGNAL = Item("hand_signal", "COND-04", "a hand signal", "打手势", ("cheating",))
WHO = "周老师"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, load("zjcm-2023")).to_answering()
    made.platform.adopt_checklist([HAT, SIGNAL])
    yield made
    made.close()


def dossier(world: World) -> dict[str, Any]:
    return world.platform.dossier(world.seat.sitting)


def found(world: World, item: str = "hat", **more: Any) -> int:
    return world.platform.make_finding(world.seat.sitting, Remark(item, WHO, **more))


def decide(world: World, number: int, move: str = "settle", by: str = WHO, **more: Any) -> None:
    world.platform.decide_finding(number, Decision(move, by, **more))


@pytest.mark.parametrize("state", FINDING.states)
@pytest.mark.parametrize("event", ["settle", "withdraw"])
def test_a_finding_moves_as_its_table_says_and_not_otherwise(world: World, state: str, event: str) -> None:
    number = found(world)
    for step in {"made": (), "settled": ("settle",), "withdrawn": ("withdraw",)}[state]:
        decide(world, number, step)
    before = dossier(world)["findings"]
    if event in FINDING.allows(state):
        decide(world, number, event)
        assert dossier(world)["findings"][0]["state"] == FINDING.next(state, event)
    else:
        with pytest.raises(Refused):
            decide(world, number, event)
        assert dossier(world)["findings"] == before


def test_a_finding_proposes_the_classes_of_its_rule_and_is_settled_with_them(world: World) -> None:
    number = found(world)
    assert dossier(world)["findings"][0]["proposes"] == ["violation"]
    assert dossier(world)["ruling"] == {"classes": [], "gravest": None, "by": []}
    decide(world, number, by="李老师", note="已核实")
    ruling = dossier(world)["ruling"]
    assert (ruling["classes"], ruling["gravest"]) == (["violation"], "violation")
    assert [(one["by"], one["note"]) for one in ruling["by"]] == [("李老师", "已核实")]


def test_rulings_accumulate_and_the_gravest_stands_first_whatever_came_first(world: World) -> None:
    for item in ("hat", "hand_signal"):
        decide(world, found(world, item))
    assert dossier(world)["ruling"]["classes"] == ["cheating", "violation"]
    assert dossier(world)["ruling"]["gravest"] == "cheating"


def test_what_is_ruled_leaves_the_platforms_own_field_alone(world: World) -> None:
    decide(world, found(world), classes=("forfeit", "cheating"))
    assert dossier(world)["effect"] == "none"
    assert world.view()["state"] == "answering"


def test_what_the_platform_does_leaves_the_ruling_alone(world: World) -> None:
    world.main("left", {"cause": "call_answered"})
    told = dossier(world)
    assert (told["effect"], told["ruling"]["classes"]) == ("terminated", [])


@pytest.mark.parametrize("name", ["", " ", "\t\n", "长" * 81])
def test_nobody_finds_or_rules_anything(world: World, name: str) -> None:
    with pytest.raises(ValueError, match="must be named"):
        world.platform.make_finding(world.seat.sitting, Remark("hat", name))
    number = found(world)
    for move in ("settle", "withdraw"):
        with pytest.raises(ValueError, match="must be named"):
            decide(world, number, move, name)
    assert [step["state"] for step in dossier(world)["findings"][0]["history"]] == ["made"]


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ({"item": "a dragon"}, "there are hat, hand_signal, other"),
        ({"item": "hat", "phone": "third"}, "main or aux"),
        ({"item": "hat", "note": "长" * 2001}, "at most 2000"),
    ],
)
def test_a_finding_that_cannot_be_is_refused(world: World, remark: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        world.platform.make_finding(world.seat.sitting, Remark(reviewer=WHO, **remark))
    assert dossier(world)["findings"] == []


def test_a_finding_ends_no_earlier_than_it_begins(world: World) -> None:
    now = world.clock.now()
    found(world, begins=now, ends=now)
    with pytest.raises(ValueError, match="cannot end"):
        found(world, begins=now, ends=now - timedelta(milliseconds=1))


def test_an_unknown_class_or_finding_is_named(world: World) -> None:
    with pytest.raises(ValueError, match="cheating, violation, forfeit"):
        decide(world, found(world), classes=("treason",))
    with pytest.raises(KeyError):
        decide(world, 999_999)


def test_what_no_list_names_can_be_kept(world: World) -> None:
    number = found(world, "other", note="画面中出现宠物")
    decide(world, number, classes=("violation",))
    assert dossier(world)["ruling"]["gravest"] == "violation"


def test_each_deed_is_one_event_and_none_is_changed_by_the_next(world: World) -> None:
    number = found(world)
    first = [one for one in world.platform.records() if one["what"].startswith("finding_")]
    decide(world, number)
    decide(world, number, "withdraw", "李老师")
    records = [one for one in world.platform.records() if one["what"].startswith("finding_")]
    assert [one["what"] for one in records] == ["finding_made", "finding_settled", "finding_withdrawn"]
    assert records[:1] == first
    assert [step["by"] for step in dossier(world)["findings"][0]["history"]] == [WHO, WHO, "李老师"]


def test_a_list_that_is_adopted_later_changes_no_finding(world: World) -> None:
    found(world)
    world.platform.adopt_checklist([SIGNAL])
    told = dossier(world)
    assert [item["id"] for item in told["checklist"]] == ["hand_signal", "other"]
    assert told["findings"][0]["proposes"] == ["violation"]


@pytest.mark.parametrize(
    "items", [[HAT, HAT], [Item("other", "X-01", "x", "x")], [Item("x", "X-01", "x", "x", ("no",))]]
)
def test_a_list_that_cannot_be_is_refused_whole(world: World, items: list[Item]) -> None:
    with pytest.raises(ValueError, match=r"twice|no class"):
        world.platform.adopt_checklist(items)
    assert [item["id"] for item in dossier(world)["checklist"]] == ["hat", "hand_signal", "other"]


def test_another_sitting_of_the_candidate_is_not_touched(world: World) -> None:
    others = [
        seat.sitting for seat in world.platform.sittings_of(world.seat.account or "") if seat != world.seat
    ]
    decide(world, found(world), classes=("forfeit",))
    assert others
    for sitting in others:
        assert world.platform.dossier(sitting)["ruling"]["classes"] == []
        assert world.platform.dossier(sitting)["findings"] == []


def test_every_end_of_a_sitting_that_is_no_submission_has_an_effect() -> None:
    ends = {state for state in SITTING.states if not SITTING.allows(state) or state in classes.EFFECTS}
    assert set(classes.EFFECTS) <= set(SITTING.states)
    assert {classes.effect(state) for state in ends} >= {effect for effect, _ in classes.EFFECTS.values()}
    assert classes.effect("submitted") == classes.effect("answering") == classes.NO_EFFECT


@given(st.lists(st.sampled_from(list(classes.CLASSES))))
def test_classes_are_sorted_by_gravity_each_once(names: list[str]) -> None:
    kept = classes.gravest_first(names)
    assert set(kept) == set(names)
    assert list(kept) == sorted(set(names), key=list(classes.CLASSES).index)


def test_the_fold_is_of_events_alone(world: World) -> None:
    at = world.clock.now()
    made = {"item": "hat", "rule": "R", "note": "", "phone": None, "begins": None, "ends": None, "proposes": ["violation"],
            "reviewer": WHO}  # fmt: skip
    events = [
        Event(at, "finding_made", "s", detail=made, seq=3),
        Event(at, "photo", "s", seq=4),
        Event(
            at,
            "finding_settled",
            "s",
            detail={"finding": 3, "reviewer": WHO, "note": "", "classes": ["violation"]},
            seq=5,
        ),
    ]
    assert findings.fold(events[:1])[3].state == "made"
    assert findings.fold(events)[3].classes == ("violation",)


def test_without_a_list_there_is_the_open_item_alone(tmp_path: Path) -> None:
    bare = World(tmp_path, load("zjcm-2023")).to_answering()
    assert [item["id"] for item in bare.platform.dossier(bare.seat.sitting)["checklist"]] == [
        checklist.OTHER.id
    ]
    bare.close()


def get(url: str, **fields: Any) -> urllib3.BaseHTTPResponse:
    return urllib3.request("GET", url, retries=False, **fields)


def test_the_page_shows_both_fields_and_takes_a_finding(world: World) -> None:
    with served(world.platform) as url:
        page = url + dossier(world)["page"]
        assert "佩戴帽子" in get(page).data.decode()
        post = urllib3.PoolManager().request_encode_body
        form = {
            "item": "hat",
            "reviewer": WHO,
            "note": "<script>",
            "lang": "zh",
            "begins": iso(world.clock.now()),
        }
        post("POST", f"{page}/findings", form, encode_multipart=False)
        shown = get(page).data.decode()
        assert WHO in shown
        assert "&lt;script&gt;" in shown
        number = dossier(world)["findings"][0]["id"]
        root = page.rpartition("/sittings/")[0]
        post(
            "POST",
            f"{root}/findings/{number}",
            {"reviewer": WHO, "decision": "settle", "classes": "violation"},
            encode_multipart=False,
        )
        assert dossier(world)["ruling"]["gravest"] == "violation"
        assert "违规" in get(page).data.decode()
        assert "violation" in get(f"{page}?lang=en").data.decode()


def test_the_page_says_no_to_nobody_and_is_found_by_its_key_alone(world: World) -> None:
    with served(world.platform) as url:
        page = url + dossier(world)["page"]
        post = urllib3.PoolManager().request_encode_body
        answer = post("POST", f"{page}/findings", {"item": "hat", "reviewer": " "}, encode_multipart=False)
        assert answer.status == 409
        assert dossier(world)["findings"] == []
        other = page.replace(page.split("/desk/")[1].split("/")[0], "0" * 24)
        assert get(other).status == get(f"{page}x").status == 404
        assert get(f"{page.rpartition('/sittings/')[0]}/films/{'0' * 64}").status == 404
        assert get(f"{page.rpartition('/sittings/')[0]}/photos/..%2f..").status == 404


def test_the_desk_has_a_word_for_whatever_it_shows() -> None:
    shown = [
        *classes.CLASSES,
        *(effect for effect, _ in classes.EFFECTS.values()),
        classes.NO_EFFECT,
        *FINDING.states,
    ]
    for key in shown:
        assert word(key, "zh") != key
        assert word(key, "en")
