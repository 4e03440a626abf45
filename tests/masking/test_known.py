"""What a scenario learns of people and secrets is masked wherever it stands; what the feature says itself stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conformance import target
from conformance.bench.forms import Candidate, Pair, Registration
from conformance.faults import FileError
from conformance.masking import Known, scenario
from conformance.masking.screen import masked
from reports.form import Moment, Scenario, Step, Text
from tests.conformance.conftest import TINY

SIMULATED = target.load("simulated")
STORY = "王芳 is in the waiting room"


def candidate(name: str, **more: Any) -> Candidate:
    return Candidate(**{
        "account": "wangfang2004", "password": "Secret-8", "name": name, "admission_number": "2023010776",
        "major": "composition", "phones": Pair("m", "a"), "sittings": (), "id_number": "no-such-form-16",
        "candidate_number": "23330106001904", **more,
    })  # fmt: skip


def known(*candidates: Candidate) -> Known:
    learnt = Known(SIMULATED, STORY)
    learnt.people(candidates)
    return learnt


def node(text: str = "", desc: str = "", id_: str = "", *children: dict[str, Any]) -> dict[str, Any]:
    return {"class": "android.widget.TextView", "id": id_, "text": text, "desc": desc, "bounds": [0, 0, 9, 9],
            "clickable": False, "enabled": True, "checked": False, "children": list(children)}  # fmt: skip


def test_what_the_bench_tells_of_a_candidate_is_masked_whatever_its_form() -> None:
    mask = known(candidate("王芳")).mask()
    said = mask.text("wangfang2004 / Secret-8 / 2023010776 / no-such-form-16 / 23330106001904")
    assert said == "wan*****2004 / ****** / 20*****776 / no-su**-**rm-16 / 23*********904"


def test_a_name_of_the_feature_stays_and_every_other_is_masked_apart() -> None:
    school = Registration("欧阳慕容", "330106200406190016", "浙江省", "23330106009999", ())
    mask = known(candidate("王芳", registration=school), candidate("王强"), candidate("王伟")).mask()
    assert mask.text("王芳、王强、王伟、欧阳慕容 main") == "王芳、王*、王*2、欧* main"
    assert mask.text("330106200406190016") == "3301**********0016"


def test_what_is_short_stands_in_too_many_places_to_be_masked() -> None:
    mask = known(candidate("X", account="1", password="p", admission_number="10")).mask()
    assert mask.text("1 p 10 X") == "1 p 10 X"


def test_a_number_inside_a_longer_one_is_another() -> None:
    mask = known(candidate("王芳", admission_number="20230")).mask()
    assert mask.text("2023010 20230 x20230") == "2023010 ***** x20230"


def test_a_code_on_the_screen_is_masked_wherever_else_it_stands() -> None:
    learnt = known()
    learnt.screen(node("", "", "", node("K7PQ2M", id_="com.xiaoyibang.main:id/exam_code")))
    learnt.screen(node("", "", "", node("请输入主机位二维码页面上的考试码", id_="exam_code")))
    mask = learnt.mask()
    assert mask.text("scanned K7PQ2M") == "scanned ******"
    assert mask.text("请输入主机位二维码页面上的考试码") == "请输入主机位二维码页面上的考试码"


def test_a_name_at_a_place_that_the_target_names_is_masked() -> None:
    named = replace(SIMULATED, masked=replace(SIMULATED.masked, people=frozenset({"owner"})))
    learnt = Known(named, STORY)
    learnt.screen(node("赵敏", id_="com.app:id/owner"))
    assert learnt.mask().text("赵敏的作品") == "赵*的作品"


def test_a_tree_is_masked_and_the_one_that_was_given_stays() -> None:
    tree = {**node("13812340007", "密码：Abcd1234"), "image": "data:image/png;base64,AAAA"}
    shown = masked(tree, known().mask())
    assert (shown["text"], shown["desc"], "image" in shown) == ("138****0007", "密码：******", False)
    assert tree["text"] == "13812340007"


def test_a_scenario_is_masked_but_for_what_names_it_and_runs_it_again() -> None:
    step = Step(keyword="Then", text=Text("13812340007", "13812340007"), status="not_met", expected="a 13812340007",
                seen=Text("b 13812340007", "乙 13812340007"), error="c 13812340007", values={"at": "13812340007"})  # fmt: skip
    moment = Moment(
        at="2023-01-12T09:50:00+08:00",
        what="noted",
        who="王强 main",
        detail={"id_number": "17", "n": 13812340007},
    )
    whole = Scenario(
        id="a.feature#13812340007", name=Text("n", "名"), file="features/a.feature", line=1, rules=("WAIT-01",), basis="text",
        verdict="FAIL", reason=Text("r 13812340007", "因 13812340007"), steps=(step,), timeline=(moment,), rerun="13812340007",
    )  # fmt: skip
    shown = scenario(whole, known(candidate("王强")).mask())
    assert (
        "13812340007"
        not in f"{shown.reason}{shown.steps[0].expected}{shown.steps[0].seen}{shown.steps[0].error}"
    )
    assert shown.steps[0].values == {"at": "138****0007"}
    assert (shown.timeline[0].who, shown.timeline[0].detail) == (
        "王* main",
        {"id_number": "**", "n": 13812340007},
    )
    assert (shown.id, shown.rerun, shown.steps[0].text) == (whole.id, whole.rerun, step.text)


@pytest.mark.parametrize("name", ["main.waiting.nothing", "main.login.login"])
def test_a_target_masks_only_elements_that_are_found_by_their_id(name: str, tmp_path: Any) -> None:
    path = tmp_path / "target.toml"
    text = (TINY / "tiny.toml").read_text(encoding="utf-8")
    path.write_text(f"{text}\n[masked]\nsecrets = ['{name}']\n", encoding="utf-8")
    with pytest.raises(FileError) as error:
        target.load(str(path))
    assert "masked.secrets[0]" in [fault.key for fault in error.value.faults]
