"""The waiting room: asking for it, being in it, and what comes of it."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} is ready for the waiting room", "{name}已开启辅机，准备进入候考")
def _(cast: Cast, name: str) -> None:
    cast.at("paired", name)


@given("{name} is in the waiting room", "{name}正在候考")
def _(cast: Cast, name: str) -> None:
    cast.at("waiting", name)


@given("{name} has entered the waiting room {moment:Moment}", "{moment}，{name}已进入候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].enter_and_pass(moment)


@when("{name} asks for the waiting room {moment:Moment}", "{moment}，{name}请求进入候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].ask_for_waiting(moment)


@when("{name} comes to the waiting room {moment:Moment}", "{moment}，{name}来到候考入口")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].come_to_waiting(moment)


@when(
    "{name} asks for the waiting room of {subject:Subject} {moment:Moment}",
    "{moment}，{name}请求进入科目{subject}的候考",
)
def _(cast: Cast, name: str, subject: int, moment: Moment) -> None:
    cast[name].ask_for_waiting(moment, subject)


@when(
    "{name} asks past the app for the waiting room {moment:Moment}",
    "{moment}，{name}绕过应用请求进入候考",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].ask_for_waiting_past_the_app(moment)


@given("{name} has asked past the app for the waiting room once more", "{name}已绕过应用再次请求进入候考")
def _(cast: Cast, name: str) -> None:
    cast[name].ask_for_waiting_past_the_app(None)


@when(
    "{name} asks for the waiting room so that the last of the request arrives {moment:Moment}",
    "{name}请求进入候考，请求全部送达的时刻为{moment}",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].ask_for_waiting_slowly(moment)


@then("{name} is refused the waiting room because {cause:Because}", "{name}因{cause}而不得进入候考")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("enter", cause, cast[name].sitting, cast.new_records()))


@then("{name} is kept out and told that the exam counts as forfeited", "{name}不得进入候考，主机显示视为弃考")
def _(cast: Cast, name: str) -> None:
    judge(checks.kept_out(cast[name].main.waiting.look(), cast.label("forfeited"), cast.records_of(name)))


@then("{name} is let in", "{name}可以进入候考")
def _(cast: Cast, name: str) -> None:
    judge(checks.let_in(cast[name].sitting, cast.new_records()))


@then("{name} is let in {moment:Moment}", "{moment}，{name}可以进入候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.let_in(cast[name].ask_for_waiting(moment), cast.new_records()))


@then("past the app, {name} is let in {moment:Moment}", "{moment}，{name}绕过应用可以进入候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.let_in(cast[name].ask_for_waiting_past_the_app(moment), cast.new_records()))


@then(
    "with the auxiliary phone recording her exam, {name} is let in", "辅机录制本人考试后，{name}可以进入候考"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.let_in(cast[name].ask_with_aux_recording(), cast.new_records()))


@then(
    "with the auxiliary phone recording her exam in {subject:Subject}, {name} is let in",
    "辅机录制{subject}后，{name}可以进入候考",
)
def _(cast: Cast, name: str, subject: int) -> None:
    judge(checks.let_in(cast[name].ask_with_aux_recording(subject), cast.new_records()))


@given("it is {moment:Moment}", "时间到达{moment}")
@when("it is {moment:Moment}", "时间到达{moment}")
def _(cast: Cast, moment: Moment) -> None:
    cast.move_to(moment)


@then("{name} is still waiting", "{name}仍在候考")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].main.waiting.look()))


@then("{name} is still waiting {moment:Moment}", "{moment}，{name}仍在候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.on_screen(cast.move_to(moment)[name].main.waiting.look()))


@then("{name} sees the question", "{name}看到考题")
def _(cast: Cast, name: str) -> None:
    judge(checks.question_shown(*cast[name].look_at_exam()))


@then("{name} sees the question {moment:Moment}", "{moment}，{name}看到考题")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.question_shown(*cast.move_to(moment)[name].look_at_exam()))


@given("{name} has seen all that her phone shows {moment:Moment}", "{moment}，{name}看过主机显示的全部内容")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast.move_to(moment)[name].remember_screen()


@given(
    "{name} has seen all that the platform answers past the app {moment:Moment}",
    "{moment}，{name}看过平台在应用之外应答的全部内容",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast.move_to(moment)[name].remember_answer()


@then("nothing of the question was on the phone of {name} before", "此前{name}的主机未显示考题的任何内容")
def _(cast: Cast, name: str) -> None:
    judge(checks.question_is_new(cast[name].main.answering.question(), cast[name].remembered))


@then(
    "the countdown of {name} at the upper left gives the time left until the exam starts",
    "{name}屏幕左上方的候考倒计时与距开考的时间一致",
)
def _(cast: Cast, name: str) -> None:
    judge(
        checks.countdown_right(
            cast[name].main.waiting.countdown(), cast.left_until("starts"), cast.label("countdown")
        )
    )


@when("{name} folds the waiting page away", "{name}收起候考页面")
def _(cast: Cast, name: str) -> None:
    cast[name].main.waiting.fold()


@then(
    "{name} sees the picture of the camera with the countdown still running",
    "{name}看到摄像头画面，候考倒计时继续",
)
def _(cast: Cast, name: str) -> None:
    judge(
        checks.folded(
            *cast[name].main.waiting.look_at_picture(), cast.left_until("starts"), cast.label("countdown")
        )
    )


@then(
    "the exam of {name} is recorded as {event:Recorded} {moment:Moment}",
    "{moment}，{name}的考试记录为{event}",
)
def _(cast: Cast, name: str, event: str, moment: Moment) -> None:
    judge(checks.recorded_at(event, cast.instant(moment), cast.records_of(name)))
