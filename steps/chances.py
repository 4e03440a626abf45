"""What other notices count and ban: recordings and their chances, mock exams that are required, models of phones."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast
from steps.phrases import Count

# --- recordings -----------------------------------------------------------------------------------------------------


@given("{name} has made {times:Recordings}", "{name}已完成{times}")
def _(cast: Cast, name: str, times: Count) -> None:
    cast.ready(name).record_often(cast.number(times))


@when("{name} asks for another recording", "{name}请求重新录制")
def _(cast: Cast, name: str) -> None:
    cast[name].ask_for_another()


@then("{name} may record again", "{name}可以重新录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.another_recording(cast[name].another_offered, cast.new_records()))


@then("{name} may not record again, because her chances are used", "{name}的录制机会已用完，不得重新录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.no_other_recording(cast[name].another_offered, cast.new_records()))


@given("{name} is ready to record", "{name}已准备录制")
def _(cast: Cast, name: str) -> None:
    cast.ready(name)


@when("a crash of the app breaks {times:Recordings} of {name}", "{name}的应用崩溃，中断{times}")
def _(cast: Cast, name: str, times: Count) -> None:
    cast[name].lose_recordings(cast.number(times))


@then("the exam of {name} has failed because her chances are used", "{name}的录制机会已用完，考试记录为失败")
def _(cast: Cast, name: str) -> None:
    judge(checks.ended_as("failed", cast.records_of(name), "no_chances"))


@then("{name} is back on the exam page with {left:ChancesLeft} left", "{name}回到考试页面，剩余机会{left}")
def _(cast: Cast, name: str, left: Count) -> None:
    judge(checks.chances_left(cast.number(left), cast.label("chances"), *cast[name].look_at_chances()))


@then("{name} may look at her recording", "{name}可以查看本人录像")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].look_at_recording()))


# --- mock exams -----------------------------------------------------------------------------------------------------


@given("{name} has sat and submitted {mocks:Mocks}", "{name}已完成并提交{mocks}")
def _(cast: Cast, name: str, mocks: Count) -> None:
    cast.before_mocks(name).sit_mocks(cast.number(mocks))


@when("{name} opens the formal exam", "{name}打开正式考试")
def _(cast: Cast, name: str) -> None:
    cast[name].try_formal_exam()


@then(
    "the formal exam stays shut to {name} because mock exams are missing",
    "{name}因模拟考试次数不足而不得进入正式考试",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.formal_barred(cast[name].main.exam_page.look(), cast.new_records()))


@then("the formal exam is open to {name}", "{name}可以进入正式考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.formal_open(cast[name].main.exam_page.look(), cast.new_records()))


# --- phones ---------------------------------------------------------------------------------------------------------


@then("its {aspect:Aspect} is told as the season bans it", "其{aspect}按招考年度的规定予以提示")
def _(cast: Cast, aspect: str) -> None:
    judge(checks.graded(aspect, cast.ban(aspect), cast.remarks))
