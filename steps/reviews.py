"""What a candidate does that only people judge, and what the reviewer at the desk finds of it."""

from __future__ import annotations

from collections.abc import Sequence

from steps.bilingual import given, then, when
from steps.checks import reviews as checks
from steps.judging import judge
from steps.people import Cast
from steps.phrases import Around
from steps.reviewer import NOBODY, OTHER, Reviewer


@when("{name} {does:Conduct} for a minute", "{name}{does}，持续1分钟")
def _(cast: Cast, name: str, does: Around) -> None:
    cast[name].have_around(does)


@when("the exam of {name} is over and both recordings have arrived", "{name}考试结束，两部手机的录像均已送达")
def _(cast: Cast, name: str) -> None:
    cast[name].sit_to_the_last_upload()


@given(
    "the reviewer has found that {name} {does:Conduct}, by the sign of {what:Sign}",
    "审核人员已在录像中发现{name}{does}，所见为{what}",
)
def _(cast: Cast, reviewer: Reviewer, name: str, does: Around, what: str) -> None:
    reviewer.have_found(cast[name].sit_with(does), what, cast[name].roles)


@then("the reviewer finds {what:Sign} in the recordings of {name}", "审核人员在{name}的录像中发现{what}")
def _(cast: Cast, reviewer: Reviewer, what: str, name: str) -> None:
    judge(checks.found(what, *reviewer.find(cast[name].sitting, what)))


@then(
    "once both recordings of {name} have arrived, the reviewer finds {what:Sign} in them",
    "{name}的两部手机录像均送达后，审核人员在录像中发现{what}",
)
def _(cast: Cast, reviewer: Reviewer, name: str, what: str) -> None:
    judge(
        checks.found(what, *reviewer.find_in_all(cast[name].sit_to_the_last_upload(), what, cast[name].roles))
    )


@then(
    "once both recordings of {name} have arrived, the reviewer finds nothing amiss in them",
    "{name}的两部手机录像均送达后，审核人员在录像中未发现异常",
)
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.nothing_found(cast[name].roles, *reviewer.look_over(cast[name].sit_to_the_last_upload())))


@then("the reviewer finds nothing amiss in the recordings of {name}", "审核人员在{name}的录像中未发现异常")
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.nothing_found(cast[name].roles, *reviewer.look_over(cast[name].sitting)))


@then(
    "for {name} the finding proposes {classes:Class}, and nobody has ruled yet",
    "针对{name}的核查发现所对应的认定为{classes}，尚无人作出认定",
)
def _(cast: Cast, reviewer: Reviewer, name: str, classes: Sequence[str]) -> None:
    judge(checks.proposes(classes, reviewer.kept(cast[name].sitting)))


@given("the auxiliary phone of {name} has recorded nothing for ten minutes", "{name}的辅机曾中断录制10分钟")
def _(cast: Cast, name: str) -> None:
    cast[name].leave_aux_unrecorded()


@when("another phone joins the exam of {name}", "另有一部手机加入{name}的考试")
def _(cast: Cast, name: str) -> None:
    cast.leak(1, name)


@given("the reviewer has noted {what:Sign} of {name}", "审核人员已记录{name}的核查发现：{what}")
def _(cast: Cast, reviewer: Reviewer, name: str, what: str) -> None:
    reviewer.note(cast[name].sitting, what)


@given("the reviewer has noted of {name} what the list does not name", "审核人员已记录{name}清单未列明的情形")
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    reviewer.note(cast[name].sitting, OTHER)


@given("{who} at the review desk has settled the finding", "审核台{who}已认定该核查发现")
@when("{who} at the review desk settles the finding", "审核台{who}认定该核查发现")
def _(reviewer: Reviewer, who: str) -> None:
    reviewer.settle(who)


@when(
    "{who} at the review desk settles the finding as {classes:Class}",
    "审核台{who}将该核查发现认定为{classes}",
)
def _(reviewer: Reviewer, who: str, classes: Sequence[str]) -> None:
    reviewer.settle(who, classes)


@when("{who} at the review desk withdraws the finding", "审核台{who}撤回该核查发现")
def _(reviewer: Reviewer, who: str) -> None:
    reviewer.withdraw(who)


@when("somebody without a name settles the finding", "未具名人员认定该核查发现")
def _(reviewer: Reviewer) -> None:
    reviewer.try_to_settle(NOBODY)


@then(
    "the desk refuses that, and the finding of {name} is still open",
    "审核台不予受理，{name}的核查发现仍待认定",
)
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.still_open(reviewer.refused, reviewer.kept(cast[name].sitting)))


@then(
    "the school has ruled {classes:Class} of {name}, by {who}", "学校对{name}的认定为{classes}，认定人为{who}"
)
def _(cast: Cast, reviewer: Reviewer, classes: Sequence[str], name: str, who: str) -> None:
    judge(checks.ruled(classes, who, reviewer.dossier(cast[name].sitting)))


@then("the school has ruled nothing of {name}", "学校对{name}未作认定")
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.ruled((), "", reviewer.dossier(cast[name].sitting)))


@then("the school has ruled nothing of {name} in {subject:Subject}", "学校对{name}的{subject}未作认定")
def _(cast: Cast, reviewer: Reviewer, name: str, subject: int) -> None:
    judge(checks.ruled((), "", reviewer.dossier(cast[name].sitting_of(subject))))


@then("the desk still shows every step of the finding of {name}", "审核台仍保留{name}核查发现的各步记录")
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.every_step_kept(reviewer.kept(cast[name].sitting)))


@then("what the platform itself has done to {name} is {effect:Effect}", "平台对{name}的处置为：{effect}")
def _(cast: Cast, reviewer: Reviewer, effect: str, name: str) -> None:
    judge(checks.effect_is(effect, reviewer.dossier(cast[name].sitting)))


@then(
    "the desk shows the reviewer that {name} {shown:OnRecord}, and it is kept as a finding",
    "审核台显示{name}{shown}，并由审核人员留存为核查发现",
)
def _(cast: Cast, reviewer: Reviewer, name: str, shown: tuple[str, str, str]) -> None:
    judge(checks.on_the_timeline(shown, *reviewer.keep_record(cast[name].sitting, shown)))


@then(
    "both recordings on the desk of {name} are the very files that her phones announced",
    "审核台中{name}的两份录像与手机提交时所报文件一致",
)
def _(cast: Cast, reviewer: Reviewer, name: str) -> None:
    judge(checks.very_files(*reviewer.files(cast[name].sitting), cast.records_of(name)))
