"""From the first start to the exam's details, by taps alone, on every kind of phone; and what stands in the way."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from simulators.apps.main.exams.pledge import pledge
from simulators.apps.names import NAMES
from simulators.phone.camera import IdCard, Scene
from tests.apps.newcomer import ID_NUMBER, MAJOR, NAME, NUMBER, OPENS, PASSWORD, SUBJECT, Newcomer, newcomer
from tests.apps.stand import Hand

PHONES = ("oppo-a55-5g", "huawei-p40-pro", "iphone-13", "iphone-7", "huawei-p9")
"""Android, HarmonyOS, iOS with and without a home key, and an old small one."""


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Newcomer]:
    with newcomer(tmp_path) as made:
        yield made


def read(hand: Hand, element_id: str) -> str:
    return hand.see(element_id).text


@pytest.mark.parametrize("model", PHONES)
def test_a_candidate_comes_to_the_waiting_room_by_taps_alone(tmp_path: Path, model: str) -> None:
    with newcomer(tmp_path, model) as new:
        new.to_confirmed()
        assert new.main.screen == "exam_detail"
        assert new.main.see("admission_number").text != "准考证号："
        new.at(OPENS + timedelta(minutes=40))
        new.main.tap(f"open_{SUBJECT}_mock-1")
        new.pair()
        new.aux.tap("agree")
        new.aux.tap("enter_recording")
        new.aux.tap("record")
        new.aux.allow()
        assert new.aux.screen == "recording"
        new.at(OPENS + timedelta(minutes=50))
        new.main.tap("start")
        new.main.allow()
        new.main.tap("verify")
        assert new.main.screen == "waiting"
        assert new.main.phone.recorder.active is not None


def test_what_the_platform_records_on_the_way(new: Newcomer) -> None:
    new.to_confirmed()
    told = [
        "code_sent", "account_created", "logged_in", "identity_submitted", "identity_submitted", "identity_verified",
        "profile_locked", "confirmed", "account_face_passed", "task_done", "task_done", "pledge_signed",
    ]  # fmt: skip
    assert new.what() == told


def test_the_number_decides_who_gets_the_code_and_a_wrong_one_is_said(new: Newcomer) -> None:
    new.start()
    new.main.tap("to_register")
    new.main.type("phone_number", "12")
    new.main.tap("send_code")
    assert "手机号" in read(new.main, "notice")
    new.main.phone.clear(new.main.see("phone_number"))
    new.main.type("phone_number", NUMBER)
    new.main.tap("send_code")
    assert read(new.main, "code_advice") == "验证码已发送至 138****0001，请查看短信"
    new.main.type("code", "000000" if new.code() != "000000" else "111111")
    new.main.type("new_password", PASSWORD)
    new.main.tap("register")
    assert new.main.screen == "register"
    assert "验证码" in read(new.main, "notice")


def test_the_blue_bar_is_there_until_the_information_is_locked(new: Newcomer) -> None:
    new.start()
    new.register()
    new.log_in()
    assert "认证免费，认证后不可更改信息" in read(new.main, "blue_bar")
    assert not new.main.sees("red_bar")
    new.authenticate()
    assert not new.main.sees("blue_bar")
    assert "开始验证" in read(new.main, "red_bar")


def test_one_side_of_the_card_is_not_enough(new: Newcomer) -> None:
    new.start()
    new.register()
    new.log_in()
    new.main.tap("blue_bar")
    new.main.phone.camera.scene = Scene(IdCard("portrait", NAME, ID_NUMBER))
    new.main.tap("take_portrait")
    new.main.allow()
    assert read(new.main, "portrait_state") == "人像面：已上传"
    assert not new.main.see("next").enabled
    new.main.tap("next")
    assert new.main.screen == "identity"


def test_a_card_that_cannot_be_read_is_said_and_may_be_taken_again_or_typed(new: Newcomer) -> None:
    new.start()
    new.register()
    new.log_in()
    new.main.tap("blue_bar")
    for side in ("portrait", "emblem"):
        new.main.phone.camera.scene = Scene(IdCard("portrait", NAME, ID_NUMBER), blur=1.0)
        new.main.tap(f"take_{side}")
        new.main.allow()
    new.main.tap("next")
    assert "识别失败" in read(new.main, "notice")
    new.main.tap("to_manual")
    new.main.type("id_name", NAME)
    new.main.type("id_number", "330106200409010013")
    new.main.tap("next")
    assert "身份证号不正确" in read(new.main, "notice")
    new.main.phone.clear(new.main.see("id_number"))
    new.main.type("id_number", ID_NUMBER)
    new.main.tap("next")
    assert new.main.screen == "profile"
    assert read(new.main, "id_name") == f"姓名：{NAME}"


def test_a_card_that_another_account_has_used_leads_to_the_appeal(new: Newcomer) -> None:
    new.to_authenticated()
    new.main.tap("tab_mine")
    new.main.tap("log_out")
    new.main.phone.number = "13800000002"
    new.register("13800000002")
    new.log_in()
    new.main.tap("blue_bar")
    new.show_card()
    assert new.main.screen == "identity"
    assert new.main.see("appeal").text == "去申诉"
    new.main.tap("appeal")
    assert "请耐心等待人工审核结果" in read(new.main, "taken_words")
    assert not new.main.sees("appeal")
    (waiting,) = new.platform.reviews()
    new.platform.review(waiting["id"], "reject", "周敏")
    new.main.tap("back")
    new.main.tap("blue_bar")
    assert read(new.main, "taken_words").startswith("申诉未通过")
    new.main.tap("appeal")
    assert "请耐心等待人工审核结果" in read(new.main, "taken_words")
    (waiting,) = new.platform.reviews()
    new.platform.review(waiting["id"], "reject", "周敏")
    new.main.tap("back")
    new.main.tap("blue_bar")
    new.main.tap("other_card")
    assert new.main.sees("take_portrait")


def test_what_is_missing_is_named_and_nothing_is_locked_unseen(new: Newcomer) -> None:
    new.start()
    new.register()
    new.log_in()
    new.main.tap("blue_bar")
    new.show_card()
    new.main.tap("check_profile")
    assert read(new.main, "notice") == "请先选择身份“高考生”"
    new.main.tap("kind")
    new.main.type("school", "杭州市第一中学")
    new.main.tap("check_profile")
    assert read(new.main, "notice") == "请填写：高考所在省份、考生号"
    new.main.type("province", "浙江省")
    new.main.type("candidate_number", "23330100000012")
    new.main.tap("check_profile")
    assert new.main.screen == "profile_check"
    assert "profile_locked" not in new.what()
    new.main.tap("change")
    assert new.main.screen == "profile"
    new.main.tap("check_profile")
    new.main.tap("save_profile")
    assert read(new.main, "locked") == "认证已完成，信息已锁定，不可更改。"
    assert not [one for _, one in new.main.phone.tree().walk() if one.kind == "field"]


def test_before_it_opens_nothing_waits_for_confirmation_and_the_page_says_when(new: Newcomer) -> None:
    new.to_authenticated()
    new.at(OPENS - timedelta(milliseconds=1))
    new.main.tap("confirm_exams")
    assert not new.main.sees(f"confirm_{MAJOR}")
    assert read(new.main, "opens_at") == "考试确认开始时间：2023-01-10 09:00"
    new.main.tap("back")
    new.at(OPENS)
    new.main.tap("confirm_exams")
    assert new.main.sees(f"confirm_{MAJOR}")


TROUBLES = {
    "no record": ({"majors": ()}, "浙江省", "没有找到需要确认的考试记录"),
    "name": ({"name": "王方"}, "浙江省", "姓名与报名信息不匹配"),
    "province": ({}, "江苏省", "报考地区与报名信息不匹配"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_does_not_match_the_schools_data_is_said(tmp_path: Path, trouble: str) -> None:
    school, province, words = TROUBLES[trouble]
    with newcomer(tmp_path, **school) as new:  # type: ignore[arg-type]
        new.start()
        new.register()
        new.log_in()
        new.main.tap("blue_bar")
        new.show_card()
        new.fill_in(province)
        new.main.tap("back")
        new.at(OPENS)
        new.main.tap("confirm_exams")
        assert words in read(new.main, "trouble_words")
        assert not new.main.sees(f"confirm_{MAJOR}")


def test_the_pledge_is_shown_in_full_and_signed_on_the_page_of_the_details(new: Newcomer) -> None:
    new.to_authenticated()
    new.at(OPENS)
    new.confirm()
    new.main.tap(f"exam_{MAJOR}")
    shown = [one.text for _, one in new.main.phone.tree().walk()]
    assert [words for words in pledge(*NAMES.values()) if words not in shown] == []
    new.main.tap(f"open_{SUBJECT}_mock-1")
    assert "诚信考试承诺书" in read(new.main, "notice")
    new.main.tap("sign_pledge")
    assert read(new.main, "pledge") == "诚信考试承诺书：已签署"
    new.main.tap("fold_pledge")
    assert new.main.sees("pledge_1")


def test_the_mock_asks_for_the_face_and_the_formal_exam_for_the_tasks_too(new: Newcomer) -> None:
    new.to_authenticated()
    new.at(OPENS)
    new.confirm()
    new.main.tap(f"exam_{MAJOR}")
    new.main.tap("sign_pledge")
    new.main.tap(f"open_{SUBJECT}_mock-1")
    assert "人脸验证" in read(new.main, "notice")
    new.main.tap("back")
    new.main.tap("red_bar")
    new.main.tap("verify")
    new.main.tap(f"exam_{MAJOR}")
    new.main.tap(f"open_{SUBJECT}_formal")
    assert "考前任务" in read(new.main, "notice")
    new.main.tap(f"open_{SUBJECT}_mock-1")
    assert new.main.screen == "exam_page"


def test_three_faces_that_fail_lead_to_the_review_and_its_answer_back(new: Newcomer) -> None:
    new.to_authenticated()
    new.platform.script_faces(NUMBER, [False, False, False])
    new.main.tap("red_bar")
    new.main.tap("verify")
    assert "第 1 次" in read(new.main, "notice")
    new.main.tap("verify")
    new.main.tap("verify")
    assert new.main.screen == "exams"
    assert read(new.main, "red_bar") == "您未通过人脸验证，请申请人工审核"
    new.main.tap("red_bar")
    assert "人工审核" in read(new.main, "red_bar")
    (waiting,) = new.platform.reviews()
    new.platform.review(waiting["id"], "approve", "周敏")
    new.main.tap("tab_exams")
    new.main.tap("red_bar")
    new.main.tap("verify")
    assert new.main.screen == "exams"
    assert not new.main.sees("red_bar")


def test_the_id_number_and_a_bound_address_log_in_too(new: Newcomer) -> None:
    new.start()
    new.register()
    new.log_in(ID_NUMBER)
    assert "手机号登录" in read(new.main, "notice")
    new.main.phone.clear(new.main.see("password"))
    new.log_in(NUMBER)
    new.authenticate()
    new.main.tap("tab_mine")
    new.main.type("email", "wang@example.com")
    new.main.tap("bind_email")
    assert read(new.main, "own_email") == "已绑定：wang@example.com"
    for account in (ID_NUMBER, "wang@example.com"):
        new.main.tap("tab_mine")
        new.main.tap("log_out")
        new.log_in(account)
        assert new.main.screen == "exams"


def test_a_login_on_another_phone_ends_the_first_ones(new: Newcomer) -> None:
    new.to_authenticated()
    other = new.another()
    other.phone.launch(other.package)
    other.type("account", NUMBER)
    other.type("password", PASSWORD)
    other.tap("login")
    assert other.screen == "exams"
    new.main.tap("tab_exams")
    assert new.main.screen == "login"
    assert "其他手机" in read(new.main, "notice")
