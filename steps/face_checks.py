"""Face checks, their failures, and the review desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.people import Cast
from steps.phrases import Count


@given("{name} is at the face check", "{name}正在进行人脸验证")
def _(cast: Cast, name: str) -> None:
    cast.at("paired", name).reach_face_check()


@given("the face check of {name} has failed {times:Failures}", "{name}的人脸验证已失败，次数{times}")
@when("the face check of {name} fails {times:Failures}", "{name}的人脸验证失败，次数{times}")
def _(cast: Cast, name: str, times: Count) -> None:
    cast[name].fail_face_check(cast.number(times))


@given(
    "the face check of {name} has passed and she has come back to it", "{name}的人脸验证已通过，随后重新进行"
)
def _(cast: Cast, name: str) -> None:
    cast[name].pass_and_come_back()


@given("the review of the face check of {name} has been rejected", "{name}人脸验证的人工审核已被驳回")
def _(cast: Cast, name: str) -> None:
    cast[name].be_rejected()


@given(
    "the review desk has approved {name} and she has come back to the face check",
    "审核台已通过{name}的申请，随后回到人脸验证",
)
def _(cast: Cast, name: str) -> None:
    cast[name].come_back_after_review()


@given("{name} has {how:FaceBreak} and come back to the face check", "{name}{how}，随后回到人脸验证")
def _(cast: Cast, name: str, how: str) -> None:
    cast[name].break_off_face_check(how)


@then("{name} is asked for a face check before anything else", "{name}首先被要求进行人脸验证")
def _(cast: Cast, name: str) -> None:
    judge(checks.face_check_first(cast[name].main.face_check.look(), cast[name].sitting, cast.new_records()))


@then(
    "{name} is not waiting for the exam and no face check of hers has passed",
    "{name}未进入候考，且没有人脸验证通过的记录",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.not_past_face_check(cast[name].main.waiting.look(), cast.records_of(name)))


@then("after a face check that passes, {name} is waiting for the exam", "人脸验证通过后，{name}转入候考")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].pass_face_check()))


@then("{name} is still at the face check and may try again", "{name}仍在人脸验证页面，可以再次验证")
def _(cast: Cast, name: str) -> None:
    judge(checks.still_at_face_check(cast[name].main.face_check.look(), cast[name].main.exam_page.red_bar()))


@then("a face check that passes still lets {name} in", "人脸验证通过后，{name}仍可进入候考")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].pass_face_check()))


@then("{name} is back on the exam page under the red bar", "{name}回到考试页面，上方显示红条")
def _(cast: Cast, name: str) -> None:
    judge(checks.red_bar_shown(*cast[name].main.exam_page.look_at_red_bar(), cast.label("red_bar")))


@then(
    "once the review desk has approved {name}, a face check that passes lets her in",
    "审核台通过后，{name}重新验证通过即可进入候考",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].pass_after_review()))


@then(
    "{name} does not see the question without a face check that passes",
    "{name}未通过人脸验证时看不到考题",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.question_withheld(cast[name].main.answering.question(), cast.records_of(name)))


@then(
    "what becomes of {name} once her face check passes is one of the ways that the rule accepts",
    "{name}的人脸验证通过后，结果属于规则可接受的情形之一",
)
def _(cast: Cast, name: str, accepts: Mapping[str, Text]) -> None:
    observe(checks.late_face_check(*cast[name].pass_late_face_check()), accepts)


@given("{name} has come to {check:FaceCheck}", "{name}已来到{check}")
def _(cast: Cast, name: str, check: str) -> None:
    cast.come_to_check(name, check)


@given("the media volume of the main phone of {name} is {volume:Volume}", "{name}的主机媒体音量{volume}")
def _(cast: Cast, name: str, volume: Mapping[str, Any]) -> None:
    cast[name].set_volume(volume)


@given("{name} {shown:FaceShown}", "{name}{shown}")
def _(cast: Cast, name: str, shown: Mapping[str, Any]) -> None:
    cast[name].show_face(shown)


@when("the main phone looks at the face of {name}", "主机拍摄{name}的面部")
def _(cast: Cast, name: str) -> None:
    cast[name].have_face_looked_at()


@then("{name} has heard what to do, and her face check has passed", "{name}听到语音提示，人脸验证通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.face_passed_on_prompt(cast[name].prompts_heard(), cast.news_of(name)))


@then(
    "the face check of {name} fails and she is told {remedy:Remedy}",
    "{name}的人脸验证未通过，主机提示{remedy}",
)
def _(cast: Cast, name: str, remedy: str) -> None:
    judge(checks.face_failed_for(cast.label(remedy), cast[name].main.handset.texts(), cast.news_of(name)))


@then("once that is put right, the face check of {name} passes", "改正后，{name}的人脸验证通过")
def _(cast: Cast, name: str) -> None:
    judge(checks.face_passed(cast[name].look_again_without()))


@given(
    "the first face check of {name} has failed {times:Failures}", "{name}的首次人脸验证已失败，次数{times}"
)
def _(cast: Cast, name: str, times: Count) -> None:
    cast[name].fail_first_check(cast.number(times))


@when("the review of the first face check of {name} is rejected", "{name}首次人脸验证的人工审核被驳回")
def _(cast: Cast, name: str) -> None:
    cast[name].ask_and_be_rejected()
