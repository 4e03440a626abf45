"""What a candidate is warned of and may do all the same: little room, a poor photo, the code of another exam."""

from datetime import timedelta

import pytest

from simulators.phone.camera import Scene
from tests.apps.stand import ACCOUNT, START, Stand

LEAST = 20_000_000_000


@pytest.mark.parametrize(("free", "warned"), [(LEAST, False), (LEAST - 1, True), (12_345_678_901, True)])
def test_less_room_than_the_notice_asks_for_is_said_and_hinders_nothing(
    exam: Stand, free: int, warned: bool
) -> None:
    exam.at(START - timedelta(minutes=20))
    exam.main.phone.storage.set_free(free)
    exam.aux.phone.storage.set_free(free)
    exam.open()
    assert exam.main.sees("storage_warning") == warned
    exam.pair()
    exam.aux.tap("agree")
    exam.aux.tap("enter_recording")
    assert exam.aux.sees("storage_warning") == warned
    exam.aux.tap("record")
    exam.at(START - timedelta(minutes=10))
    exam.main.tap("start")
    exam.main.tap("verify")
    assert exam.main.screen == "waiting"


def test_the_warning_names_the_room_that_is_left_and_goes_when_there_is_more(exam: Stand) -> None:
    exam.at(START - timedelta(minutes=20))
    exam.main.phone.storage.set_free(12_345_678_901)
    exam.open()
    assert "12.34 G，不足 20 G" in exam.main.see("storage_warning").text
    exam.main.phone.storage.set_free(LEAST)
    exam.pass_time(5)
    assert not exam.main.sees("storage_warning")


def test_a_blurred_photo_is_accepted_said_to_be_poor_and_taken_again(exam: Stand) -> None:
    exam.to_photos()
    main = exam.main
    main.phone.camera.scene = Scene(blur=0.9)
    main.tap("photo")
    assert "照片不清晰" in main.see("quality_1").text
    assert "建议重拍" in main.see("quality_1").text
    main.phone.camera.scene = Scene()
    main.tap("retake_1")
    assert not main.sees("quality_1")
    main.tap("photo")
    main.tap("submit")
    assert main.screen == "submitted"


def test_a_code_of_another_exam_than_the_main_phone_is_in_is_said(exam: Stand) -> None:
    main, aux = exam.main, exam.aux
    exam.at(START - timedelta(minutes=20))
    exam.log_in()
    main.tap("exam_composition")
    main.tap("open_harmony_formal")
    letters = main.app.state["view"]["code"]["text"]
    main.tap("back")
    main.tap("open_song_formal")
    exam.pair()
    exam.record_aux()
    exam.at(START - timedelta(minutes=10))
    main.tap("start")
    main.tap("verify")
    assert not aux.sees("wrong_exam")
    aux.tap("finish")
    aux.tap("back")
    aux.phone.camera.scene = Scene()
    aux.tap("scan")
    aux.tap("manual")
    aux.type("exam_code", letters)
    aux.type("main_account", ACCOUNT)
    aux.tap("pair")
    assert aux.screen == "confirm"
    assert "歌曲写作 正式考试" in aux.see("wrong_exam").text
    aux.tap("back")
    aux.tap("resume_song_formal")
    assert not aux.sees("wrong_exam")


def test_typing_or_scanning_the_code_again_goes_on_with_the_recording(exam: Stand) -> None:
    exam.to_waiting()
    letters = exam.main.app.state["view"]["code"]["text"]
    aux = exam.aux
    aux.phone.press("home")
    aux.phone.launch(aux.package)
    aux.phone.camera.scene = Scene()
    aux.tap("scan")
    aux.tap("manual")
    aux.type("exam_code", letters)
    aux.type("main_account", ACCOUNT)
    aux.tap("pair")
    assert aux.screen == "recording"
    assert exam.what().count("paired") == 1
    assert "aux_resumed" in exam.what()
