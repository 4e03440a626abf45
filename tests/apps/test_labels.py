"""Every label that the notice quotes stands word for word on the screen it belongs to, and the prose ones too."""

import pytest

from simulators.apps.aux.app import AUX_BOOK
from simulators.apps.main.app import MAIN_BOOK
from simulators.apps.screenbook import State
from simulators.phone.element import Element
from tests.apps import states
from tests.apps.stand import START

MAIN = (
    ("login", "注册"),
    ("register", "注册"),
    ("register", "发送验证码"),
    ("identity", "下一步"),
    ("identity", "手动上传身份证信息"),
    ("identity_manual", "下一步"),
    ("identity, taken", "去申诉"),
    ("profile", "高考生"),
    ("exams", "报考"),
    ("exams", "确认考试"),
    ("exams", "在线考试"),
    ("exams", "您未通过人脸验证，请申请人工审核"),
    ("exams", "重新提交"),
    ("account_face", "开始验证"),
    ("exam_detail", "考试详情"),
    ("exam_detail", "《诚信考试承诺书》"),
    ("exam_detail", "考试信息"),
    ("exam_detail", "考前练习"),
    ("exam_detail", "模拟考试"),
    ("exam_detail", "正式考试"),
    ("exam_detail", "查看提交状态"),
    ("exam_page", "考试内容"),
    ("exam_page", "拍摄要求"),
    ("exam_page", "拍摄时间"),
    ("exam_page", "注意事项"),
    ("exam_page", "开始录制"),
    ("exam_page, review", "您未通过人脸验证，请申请人工审核"),
    ("code", "考试码"),
    ("face_check", "开始验证"),
    ("waiting", "收起"),
    ("photos", "提交答卷"),
    ("photos", "一经上传，不得更改！"),
    ("photos, no sheet", "提交答卷"),
    ("submitted", "查看提交状态"),
    ("submission_status", "重新上传"),
)
AUX = (
    ("scan", "点击此处"),
    ("manual", "考试码"),
    ("confirm", "考生信息"),
    ("confirm", "考试信息"),
    ("confirm", "录制提醒"),
    ("confirm", "我已阅读以上内容，并确认信息正确"),
    ("confirm", "进入录制"),
    ("pre_record", "开始录制"),
    ("recording", "完成录制"),
    ("home", "继续录制"),
    ("home", "您有视频未提交成功！"),
    ("submit", "您有视频未提交成功！"),
)
INSIDE = (
    ("exams, first", "开始验证"),
    ("exams, asked", "人工审核"),
    ("exams, new", "认证免费"),
    ("exams, new", "认证后不可更改信息"),
    ("exam_detail", "已结束"),
    ("waiting", "候考倒计时"),
    ("photos", "拍照倒计时"),
)
"""What stands inside a longer sentence."""


def texts(root: Element) -> list[str]:
    return [element.text for _, element in root.walk() if element.text]


def drawn(name: str) -> Element:
    return MAIN_BOOK.draw(states.main_states()[name], START)


@pytest.mark.parametrize(("name", "label"), MAIN)
def test_the_main_app_shows_it(name: str, label: str) -> None:
    assert label in texts(drawn(name))


@pytest.mark.parametrize(("name", "label"), AUX)
def test_the_aux_app_shows_it(name: str, label: str) -> None:
    assert label in texts(AUX_BOOK.draw(states.aux_states()[name], START))


@pytest.mark.parametrize(("name", "label"), INSIDE)
def test_the_main_app_says_it_in_a_sentence(name: str, label: str) -> None:
    assert any(label in text for text in texts(drawn(name)))


@pytest.mark.parametrize(
    ("app", "screens"), [(MAIN_BOOK, states.main_states()), (AUX_BOOK, states.aux_states())], ids=["main", "aux"]
)  # fmt: skip
def test_the_states_bring_up_every_screen(app: object, screens: dict[str, State]) -> None:
    book = MAIN_BOOK if app is MAIN_BOOK else AUX_BOOK
    after = {"display": 60.2, "photos": 65.0, "submission_status": 80.0}
    shown = {book.shown(state, START) for name, state in screens.items() if name not in after}
    assert shown | set(after) >= set(book.screens)


def above(screen: Element, first: str, second: str) -> bool:
    ids = [element.id for _, element in screen.walk()]
    return ids.index(first) < ids.index(second)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("exams", "red_bar", "exam_list"),
        ("exams", "confirm_exams", "exam_list"),
        ("exams", "exam_list", "resubmit"),
        ("exams, new", "exam_list", "blue_bar"),
        ("exam_detail", "tasks", "sittings"),
        ("exam_detail", "pledge_1", "sign_pledge"),
        ("exam_page", "start", "code_entry"),
    ],
)
def test_it_stands_where_the_notice_says(name: str, first: str, second: str) -> None:
    assert above(drawn(name), first, second)
