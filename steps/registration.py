"""The school's registration site and its people: answer sheets to download, and a registration that is put right."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} is registered for a subject without answer sheets", "{name}报考无须答题纸的科目")
def _(cast: Cast, name: str) -> None:
    cast.enrolled_for(name, has_sheet=False)


@given("{name} is registered for a subject with answer sheets", "{name}报考须用答题纸的科目")
def _(cast: Cast, name: str) -> None:
    cast.enrolled_for(name, has_sheet=True)


@given("{name} has downloaded her answer sheets {moment:Moment}", "{moment}，{name}已下载答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].must_download(moment)


@when("{name} downloads her answer sheets {moment:Moment}", "{moment}，{name}登录报名系统下载答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].download(moment)


@when(
    "{name} comes to the registration site with a wrong password {moment:Moment}",
    "{moment}，{name}以错误的密码登录报名系统",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].download(moment, password="wrong!")


@when(
    "{name} asks the registration site for the sheets of her subject anyhow {moment:Moment}",
    "{moment}，{name}仍向报名系统索取本科目的答题纸",
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].ask_for_sheets_anyhow(moment)


@then("{name} finds the sheets of every subject of hers", "{name}可以看到本人全部科目的答题纸")
def _(cast: Cast, name: str) -> None:
    judge(checks.sheets_offered(cast[name].visit, cast[name].with_sheets))


@then("{name} has the sheets of every subject of hers", "{name}已取得本人全部科目的答题纸")
def _(cast: Cast, name: str) -> None:
    judge(checks.sheets_given(cast[name].visit, cast[name].with_sheets))


@then(
    "each of the documents of {name} has its pages and draft paper on A4",
    "{name}的每份答题纸均为A4纸型，页数齐全并附草稿纸",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.documents_whole(cast[name].documents(), cast[name].with_sheets))


@then("{name} is given no sheets because {cause:NoSheets}", "{name}因{cause}而不能取得答题纸")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.sheets_refused(cause, cast[name].visit))


@then("{name} can download her answer sheets {moment:Moment}", "{moment}，{name}可以下载答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.sheets_given(cast[name].download(moment), cast[name].with_sheets))


@then(
    "with her own password, {name} can download her answer sheets", "以本人的密码登录，{name}可以下载答题纸"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.sheets_given(cast[name].download(), cast[name].with_sheets))


@given(
    "the school has registered {name} with {wrongly:Wrongly}, and she has an authenticated account",
    "学校登记{name}的信息有误（{wrongly}），其账号已完成全部认证",
)
def _(cast: Cast, name: str, wrongly: dict[str, object]) -> None:
    cast.enrolled_wrongly(name, wrongly).authenticate()


@given(
    "{name} has found no exam of hers to confirm {moment:Moment}", "{moment}，{name}未能查到本人待确认的考试"
)
def _(cast: Cast, name: str, moment: Moment) -> None:
    cast[name].must_find_nothing(moment)


@when("{name} turns to the school", "{name}联系学校确认报考信息")
def _(cast: Cast, name: str) -> None:
    cast[name].turn_to_school()


@then("the school puts the registration of {name} right", "学校更正{name}的报名信息")
def _(cast: Cast, name: str) -> None:
    judge(checks.put_right(cast[name].corrected, cast[name].papers))
