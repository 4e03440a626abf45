"""The timetable of the season: every sitting at its time, and what the list of exams says of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.people import Cast


@when(
    "candidates ask for the waiting room of {each:EachExam} when it opens and {by:Span} to either side",
    "考生于{each}候考室开放时刻及其前后{by}请求进入候考",
)
def _(cast: Cast, each: str, by: timedelta) -> None:
    cast.come_to_openings(each, by)


@when(
    "a candidate sits {each:EachExam} to its end, and others come when it starts and {by:Span} to either side",
    "考生完整参加{each}，另有考生于开考时刻及其前后{by}请求进入候考",
)
def _(cast: Cast, each: str, by: timedelta) -> None:
    cast.sit_through(each, by)


@then(
    "each waiting room opens as long before its exam as was published, and not before",
    "各场候考室均于公布的时刻开放，此前不得进入",
)
def _(cast: Cast) -> None:
    judge(checks.every_opening_kept(cast.visits))


@then(
    "each of them starts at its published instant, and from then on nobody is let in",
    "各场考试均于公布的时刻开考，此后不得进入",
)
def _(cast: Cast) -> None:
    judge(checks.every_start_kept(cast.visits))


@then("each of them ends at its published instant", "各场考试均于公布的时刻结束")
def _(cast: Cast) -> None:
    judge(checks.every_end_kept(cast.visits))


@when("{name} looks at the details of her exam", "{name}查看考试详情")
def _(cast: Cast, name: str) -> None:
    cast[name].main.to_detail()


@then(
    "the details of {name} name the exam as the season does, and her major",
    "{name}的考试详情写明本年度考试的名称和所报专业",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.details_shown(cast[name].details(), cast[name].names_of_exam()))


@given(
    "{name} is registered for every major of the season, and has an authenticated account",
    "{name}已报名本年度全部专业，其账号已完成全部认证",
)
def _(cast: Cast, name: str) -> None:
    cast.enrolled_for_all(name).authenticate()


@given("{name} has confirmed every major of the season in the app", "{name}已在应用中确认本年度全部专业")
def _(cast: Cast, name: str) -> None:
    cast.enrolled_for_all(name).confirm_all()


@given(
    "{name} is registered for two majors that examine at the same time, and has confirmed one",
    "{name}已报名两个考试时间相互冲突的专业，并已确认其中一个",
)
def _(cast: Cast, name: str) -> None:
    cast.enrolled_for_clash(name).confirm_first()


@when("{name} looks at what she can confirm", "{name}查看可以确认的考试")
def _(cast: Cast, name: str) -> None:
    cast[name].look_at_confirmations()


@then(
    "{name} is offered each major of the season once, with its own subjects and no others",
    "可供{name}确认的，恰为本年度各专业及其科目",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.offered_as_published(cast[name].offered(), cast.season))


@when("{name} confirms another major of the season past the app", "{name}绕过应用确认本年度的另一个专业")
def _(cast: Cast, name: str) -> None:
    cast[name].confirm_other_past_the_app()


@then(
    "{name} is refused the other major because the school has no record of it",
    "{name}因没有报名记录而不得确认另一个专业",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.refused_for("no_record", cast.news_of(name)))


@then("past the app, {name} can confirm her own exam", "{name}绕过应用可以确认本人的考试")
def _(cast: Cast, name: str) -> None:
    judge(checks.accepted(cast[name].confirm_past_the_app()))


@when("{name} confirms the other one as well", "{name}确认另一个专业")
def _(cast: Cast, name: str) -> None:
    cast[name].confirm_second()


@then(
    "what {name} meets with is one of the ways that the rule accepts",
    "{name}遇到的情形属于规则可接受的情形之一",
)
def _(cast: Cast, name: str, accepts: Mapping[str, Text]) -> None:
    observe(checks.clash_met(cast[name].remembered, cast.label("time_clash"), cast.news_of(name)), accepts)


@when("{name} looks at the details of all her exams", "{name}逐一查看各专业的考试详情")
def _(cast: Cast, name: str) -> None:
    cast[name].read_all_details()


@then(
    "for {name}, {each:EachExam} of the season is listed at its published time",
    "在{name}的考试详情中，本年度{each}均按公布的时间列出",
)
def _(cast: Cast, name: str, each: str) -> None:
    judge(checks.listed_as_published(cast[name].listed_majors, each))


@then(
    "each major of {name} has a record of its own with its own subjects and admission number",
    "{name}的各专业均有各自的考试记录、科目和准考证号",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.records_of_their_own(cast[name].listed_majors, cast.season))
