"""A candidate who keeps every rule, on both phones, to the last byte."""

from datetime import timedelta

from simulators.core.instants import iso
from tests.apps.stand import START, Stand


def test_the_whole_exam_of_a_subject_with_sheets(exam: Stand) -> None:
    main, aux = exam.main, exam.aux
    exam.to_waiting()
    assert main.screen == "waiting"
    assert main.see("countdown").text == "候考倒计时 10:00"
    exam.at(START)
    assert main.screen == "answering"
    assert main.see("remaining").text == "剩余时间 1:00:00"
    exam.at(exam.instant("end"))
    assert main.screen == "display"
    exam.pass_time(30)
    assert main.screen == "photos"
    main.tap("photo")
    main.tap("photo")
    main.tap("retake_1")
    main.tap("submit")
    assert main.screen == "submitted"
    aux.tap("finish")
    aux.tap("submit_song_formal")
    exam.pass_time(3600)
    main.tap("submission")
    assert {entry["status"] for hand in (main, aux) for entry in hand.app.state["uploads"]} == {"done"}
    assert exam.what().count("upload_done") == 3
    files = main.app.state["submission"]["files"]
    assert [(file["state"], file["received"]) for file in files] == [
        ("done", file["bytes"]) for file in files
    ]


def test_the_recordings_cover_what_they_must(exam: Stand) -> None:
    exam.to_photos()
    (main,) = exam.main.phone.recorder.state().values()
    assert main == [
        [iso(START - timedelta(minutes=10)), exam.main.app.state["view"]["display_ends"], "finished"]
    ]
    (aux,) = exam.aux.phone.recorder.state().values()
    assert aux == [[iso(START - timedelta(minutes=20)), None, None]]


def test_a_subject_without_sheets_takes_the_answer_as_text(general: Stand) -> None:
    main = general.main
    general.to_waiting()
    general.at(START)
    main.type("answer", "C 大调")
    main.type("answer", "，四三拍")
    main.phone.clear(main.see("answer"))
    main.type("answer", "G 大调")
    general.at(general.instant("end"))
    assert main.screen == "photos"
    assert main.see("answer_text").text == "G 大调"
    assert not main.sees("photo")
    main.tap("submit")
    assert main.screen == "submitted"
    assert "photo" not in general.what()


def test_the_aux_phone_ends_by_itself(exam: Stand) -> None:
    exam.to_waiting()
    exam.aux.phone.clock.set(offset=timedelta(hours=2))
    exam.aux.phone.press("back")
    assert exam.aux.see("notice").text == "正在录制，请勿退出"
    exam.at(exam.instant("auto_end"))
    assert exam.aux.screen == "submit"
    assert not exam.aux.sees("notice")
    stopped = [record for record in exam.platform.records(0) if record["what"] == "aux_stopped"]
    assert [record["at"] for record in stopped] == [iso(exam.instant("auto_end"))]


def test_the_code_can_be_typed_instead(exam: Stand) -> None:
    exam.at(START - timedelta(minutes=20))
    exam.open()
    letters = exam.main.app.state["view"]["code"]["text"]
    aux = exam.aux
    aux.phone.launch(aux.package)
    aux.tap("scan")
    assert "未识别到二维码" in aux.see("notice").text
    aux.tap("manual")
    aux.type("exam_code", letters)
    aux.type("main_account", "nobody")
    aux.tap("pair")
    assert aux.screen == "manual"
    assert aux.sees("notice")
    aux.phone.clear(aux.see("main_account"))
    aux.type("main_account", "13800000001")
    aux.tap("pair")
    assert aux.screen == "confirm"
    aux.tap("enter_recording")
    assert aux.screen == "confirm"


def test_three_failed_faces_lead_to_the_red_bar_and_back_after_approval(exam: Stand) -> None:
    main = exam.main
    exam.platform.script_faces("13800000001", [False, False, False])
    exam.to_waiting()
    main.tap("verify")
    assert "第 2 次" in main.see("notice").text
    main.tap("verify")
    assert main.screen == "exam_page"
    assert main.phone.recorder.active is None
    assert main.see("red_bar").text == "您未通过人脸验证，请申请人工审核"
    main.tap("red_bar")
    (waiting,) = exam.platform.reviews()
    exam.platform.review(waiting["id"], "reject", "周敏")
    exam.pass_time(5)
    assert main.see("red_bar").text == "您未通过人脸验证，请申请人工审核"
    main.tap("red_bar")
    assert main.see("red_bar").text == "人工审核申请已提交，请耐心等待审核结果"
    exam.platform.approve_face_review(main.app.state["sitting"])
    exam.pass_time(5)
    assert not main.sees("red_bar")
    main.tap("start")
    main.tap("verify")
    assert main.screen == "waiting"
    assert main.phone.recorder.active is not None
