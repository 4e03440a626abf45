"""Leaving on purpose is told; what happens by itself is not, and the app comes back to the step that is due."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from simulators.phone.faults import Fault
from simulators.phone.phone import Phone
from tests.apps.stand import START, Stand

Deed = Callable[[Stand], None]


def call(phone: Phone) -> None:
    phone.incoming_call("13900001111")
    phone.answer_call()


LEAVING: dict[str, Deed] = {
    "exit": lambda exam: exam.main.phone.press("home"),
    "screen_lock": lambda exam: exam.main.phone.lock(),
    "call_answered": lambda exam: call(exam.main.phone),
}


@pytest.fixture
def answering(exam: Stand) -> Stand:
    exam.to_waiting()
    exam.at(START + timedelta(minutes=5))
    return exam


@pytest.mark.parametrize("cause", sorted(LEAVING))
def test_leaving_on_purpose_ends_the_sitting(answering: Stand, cause: str) -> None:
    LEAVING[cause](answering)
    causes = [
        record["detail"].get("cause")
        for record in answering.platform.records(0)
        if record["what"] == "terminated"
    ]
    assert causes == [cause]
    assert answering.main.app.state["view"]["state"] == "terminated"
    assert answering.main.phone.recorder.active is None


def test_what_could_not_be_told_is_told_later(answering: Stand) -> None:
    phone = answering.main.phone
    phone.network.up = False
    phone.press("home")
    phone.network.up = True
    phone.launch(answering.main.package)
    assert answering.main.screen == "terminated"
    assert "terminated" in answering.what()


def test_a_departure_that_is_told_too_late_holds_up_nothing(answering: Stand) -> None:
    main = answering.main
    main.phone.network.up = False
    main.phone.press("home")
    answering.pass_time(130)
    main.phone.network.up = True
    main.phone.launch(main.package)
    assert main.screen == "failed"
    assert not main.sees("notice")
    assert "terminated" not in answering.what()


def test_a_departure_that_something_on_the_way_refuses_is_still_owed(answering: Stand) -> None:
    main = answering.main
    main.phone.network.faults.append(Fault("answer", status=503))
    main.phone.press("home")
    assert "terminated" not in answering.what()
    main.phone.launch(main.package)
    assert "terminated" in answering.what()


@pytest.mark.parametrize("away", [30, 120])
def test_a_crash_is_silent_and_the_app_returns_to_the_question(answering: Stand, away: int) -> None:
    main = answering.main
    main.phone.crash(main.package)
    answering.pass_time(away)
    main.phone.launch(main.package)
    assert main.screen == "answering"
    assert "terminated" not in answering.what()
    assert answering.main.app.state["view"]["interruptions"]["count"] == 1
    assert [part[2] for part in main.phone.recorder.state()[main.app.state["recording"]["name"]]] == [
        "crash",
        None,
    ]


def test_too_long_away_is_too_long(answering: Stand) -> None:
    main = answering.main
    main.phone.power_off()
    answering.pass_time(121)
    main.phone.power_on()
    main.phone.launch(main.package)
    assert main.screen == "failed"
    assert main.phone.recorder.active is None


def test_a_lost_network_is_an_interruption_and_returns_by_itself(answering: Stand) -> None:
    main = answering.main
    main.phone.network.up = False
    answering.pass_time(60)
    assert main.sees("notice")
    main.phone.network.up = True
    assert main.screen == "answering"
    assert not main.sees("notice")
    assert [what for what in answering.what() if what in ("interrupted", "returned", "failed")] == [
        "interrupted",
        "returned",
    ]


def test_an_automatic_lock_says_nothing(answering: Stand) -> None:
    answering.main.phone.lock(automatic=True)
    answering.pass_time(20)
    answering.main.phone.unlock()
    assert answering.main.screen == "answering"
    assert "terminated" not in answering.what()


def test_a_call_that_nobody_answers_changes_nothing(answering: Stand) -> None:
    answering.main.phone.incoming_call("13900001111")
    answering.pass_time(30)
    answering.main.phone.end_call()
    assert answering.main.screen == "answering"
    assert not {"terminated", "interrupted"} & set(answering.what())


def test_an_app_that_was_away_at_the_end_comes_back_to_the_photos(answering: Stand) -> None:
    main = answering.main
    answering.at(answering.instant("end") - timedelta(seconds=30))
    main.phone.crash(main.package)
    answering.at(answering.instant("photo_ends") - timedelta(minutes=5))
    main.phone.launch(main.package)
    assert main.screen == "photos"


def test_without_network_the_steps_still_follow_the_plan(answering: Stand) -> None:
    main = answering.main
    answering.at(answering.instant("end") - timedelta(seconds=10))
    main.phone.network.up = False
    answering.at(answering.instant("end"))
    assert main.screen == "display"
    answering.at(answering.instant("display_ends"))
    assert main.screen == "photos"
    assert main.phone.recorder.active is None


def test_the_back_key_does_not_leave_the_exam(answering: Stand) -> None:
    answering.main.phone.press("back")
    assert answering.main.screen == "answering"
    assert answering.main.see("notice").text == "考试进行中，请勿退出"
    answering.at(answering.instant("end"))
    assert answering.main.screen == "display"
    assert not answering.main.sees("notice")


def test_what_was_said_of_leaving_does_not_outlive_the_exam(answering: Stand) -> None:
    main = answering.main
    main.phone.press("back")
    main.phone.background()
    main.phone.launch(main.package)
    assert main.screen == "terminated"
    assert not main.sees("notice")


@pytest.mark.parametrize("hours", [-3, 3])
def test_setting_the_phones_clock_changes_no_countdown(answering: Stand, hours: int) -> None:
    main = answering.main
    before = main.see("remaining").text
    main.phone.clock.set(offset=timedelta(hours=hours))
    assert main.see("remaining").text == before
    answering.at(answering.instant("end"))
    assert main.screen == "display"


def test_a_drifting_phone_follows_the_servers_time(exam: Stand) -> None:
    exam.main.phone.clock.set(drift_ppm=50_000)
    exam.to_waiting()
    exam.at(START)
    assert exam.main.screen == "answering"
    exam.at(START + timedelta(minutes=30))
    assert exam.main.see("remaining").text == "剩余时间 30:00"


@pytest.mark.parametrize("deed", ["home", "crash", "power", "call", "storage"])
def test_an_interrupted_aux_recording_waits_at_home_and_goes_on(answering: Stand, deed: str) -> None:
    aux = answering.aux
    phone = aux.phone
    deeds: dict[str, Callable[[], None]] = {
        "home": lambda: phone.press("home"),
        "crash": lambda: phone.crash(aux.package),
        "power": phone.power_off,
        "call": lambda: call(answering.aux.phone),
        "storage": lambda: phone.storage.set_free(0),
    }
    deeds[deed]()
    answering.pass_time(10)
    phone.power_on()
    phone.end_call()
    phone.storage.set_free(10_000_000_000)
    phone.launch(aux.package)
    assert aux.screen == "home"
    aux.tap("resume_song_formal")
    assert aux.screen == "recording"
    assert {"aux_stopped", "aux_resumed"} <= set(answering.what())
    assert len(phone.recorder.recordings[aux.app.record["name"]].segments) == 2


def test_a_finish_by_accident_can_be_undone(answering: Stand) -> None:
    answering.aux.tap("finish")
    answering.aux.tap("back")
    answering.aux.tap("resume_song_formal")
    assert answering.aux.screen == "recording"
    causes = [
        record["detail"]["cause"]
        for record in answering.platform.records(0)
        if record["what"] == "aux_stopped"
    ]
    assert causes == ["accident"]


def test_a_full_main_phone_says_so_and_the_exam_goes_on(answering: Stand) -> None:
    main = answering.main
    main.phone.storage.set_free(1_000_000)
    answering.pass_time(10)
    assert "存储空间不足" in main.see("notice").text
    assert main.see("recording_state").text == "未在录制"
    assert main.screen == "answering"
    main.phone.storage.set_free(10_000_000_000)
    answering.pass_time(2)
    assert main.see("recording_state").text == "● 录制中"
