"""Where an app does not go on: on a tablet, beside the other app, and, for a sitting, in an old version."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.apps import AuxApp, MainApp
from simulators.apps.fitness import newer
from tests.apps.newcomer import OPENS, SUBJECT, newcomer

TABLETS = ("huawei-matepad-11", "xiaomi-pad-6", "ipad-9")


@pytest.mark.parametrize("model", TABLETS)
@pytest.mark.parametrize("role", ["main", "aux"])
def test_both_apps_refuse_on_a_tablet(tmp_path: Path, model: str, role: str) -> None:
    with newcomer(tmp_path, model) as new:
        hand = new.main if role == "main" else new.aux
        hand.tap(f"icon_{hand.package}")
        assert hand.screen == "tablet"
        assert hand.see("refusal_title").text == "不支持平板"
        assert not [one for _, one in hand.phone.tree().walk() if one.tap]
        assert hand.phone.network.sent == 0


@pytest.mark.parametrize("role", ["main", "aux"])
def test_either_app_refuses_beside_the_other_until_one_is_gone(tmp_path: Path, role: str) -> None:
    with newcomer(tmp_path) as new:
        hand = new.main if role == "main" else new.aux
        other = AuxApp if role == "main" else MainApp
        hand.phone.install(other(hand.phone, new.url))
        hand.tap(f"icon_{hand.package}")
        assert hand.screen == "both_apps"
        hand.tap("recheck")
        assert hand.screen == "both_apps"
        del hand.phone.apps[other.package]
        hand.tap("recheck")
        assert hand.screen == ("login" if role == "main" else "home")


def test_a_new_version_is_offered_at_the_start_and_can_be_put_off(tmp_path: Path) -> None:
    with newcomer(tmp_path) as new:
        new.platform.publish("main", "1.1.0", "")
        new.start()
        assert new.main.screen == "update"
        assert "1.1.0" in new.main.see("refusal").text
        new.main.tap("update")
        assert "https://www.xiaoyibang.com/" in new.main.see("notice").text
        new.main.tap("later")
        assert new.main.screen == "login"


def test_an_old_version_is_let_into_no_sitting_and_the_new_one_is(tmp_path: Path) -> None:
    with newcomer(tmp_path) as new:
        new.to_confirmed()
        new.at(OPENS + timedelta(minutes=40))
        new.platform.publish("main", "1.1.0", "")
        new.main.tap(f"open_{SUBJECT}_mock-1")
        assert new.main.screen == "exam_detail"
        assert "版本过低" in new.main.see("notice").text
        new.main.app.version = "1.1.0"
        new.main.tap(f"open_{SUBJECT}_mock-1")
        assert new.main.screen == "exam_page"


VERSIONS = st.lists(st.integers(0, 30), min_size=1, max_size=4)


@given(VERSIONS, VERSIONS)
def test_versions_are_compared_number_by_number(one: list[int], other: list[int]) -> None:
    whole = [[*version, 0, 0, 0][:4] for version in (one, other)]
    assert newer(".".join(map(str, one)), ".".join(map(str, other))) == (whole[0] > whole[1])


@pytest.mark.parametrize(
    ("latest", "own", "is_newer"),
    [("1.10.0", "1.9.0", True), ("1.0.0", "1.0.0", False), ("1.0.0", "1.0", False), ("x", "1.0", False)],
)
def test_ten_comes_after_nine(latest: str, own: str, is_newer: bool) -> None:
    assert newer(latest, own) is is_newer


@pytest.mark.parametrize("role", ["main", "aux"])
def test_an_app_from_another_channel_does_not_go_on(tmp_path: Path, role: str) -> None:
    with newcomer(tmp_path) as new:
        hand = new.main if role == "main" else new.aux
        hand.phone.sources[hand.package] = "elsewhere"
        hand.tap(f"icon_{hand.package}")
        assert hand.screen == "other_channel"
        assert "官方" in hand.see("refusal").text
        assert hand.phone.network.sent == 0
        hand.phone.terminate(hand.package)
        hand.phone.sources[hand.package] = "official"
        hand.tap(f"icon_{hand.package}")
        assert hand.screen == ("login" if role == "main" else "home")
