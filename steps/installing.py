"""Where the apps come from, and each permission by itself."""

from __future__ import annotations

from collections.abc import Mapping

from reports.form import Text
from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge, observe
from steps.moments import Moment
from steps.people import Cast


@given("the {role:Role} phone of {name} does not have its app yet", "{name}的{role}尚未安装应用")
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].go_without(role)


@when(
    "the {role:Role} phone of {name} reads the download code {where:CodeOn}",
    "{name}的{role}扫描{where}下载二维码",
)
def _(cast: Cast, name: str, role: str, where: str) -> None:
    cast[name].scan_code(role, where)


@then("the app of the {role:Role} phone of {name} opens", "{name}的{role}应用可以打开")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.on_screen(cast[name].open_new_app(role)))


@then("the official site stands at the published address", "官方网站的网址与公布的一致")
def _(cast: Cast) -> None:
    judge(checks.at_address(cast.season.addresses.vendor_site, cast.stage.bench.official_site().address))


@given(
    "the app of the {role:Role} phone of {name} comes from another channel",
    "{name}的{role}应用来自其他渠道",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].install_from_elsewhere(role)


@then("how that app meets its channel is one of the ways that the rule accepts", "应用的处理方式为规则所接受")
def _(cast: Cast, accepts: Mapping[str, Text]) -> None:
    observe(checks.warned_or_refused(cast.label("other_channel"), cast.first_page), accepts)


@then(
    "from the official site, the app of the {role:Role} phone of {name} goes on",
    "从官方网站安装后，{name}的{role}应用可以使用",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.on_screen(cast[name].open_from_official_site(role)))


@given("{name} has confirmed her exam on {phone:Handset}", "{name}已在{phone}上确认考试")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_main("confirmed", name, phone)


@given("{name} has {phone:Handset} as her auxiliary phone", "{name}以{phone}为辅机")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_aux("confirmed", name, phone)


@when(
    "{name} begins a practice and refuses her main app {permission:Permission}",
    "{name}开始考前练习，拒绝主机应用使用{permission}",
)
def _(cast: Cast, name: str, permission: str) -> None:
    cast[name].refuse_at_practice(permission)


@when(
    "{name} begins a practice and allows all that her main app asks for",
    "{name}开始考前练习，允许主机应用请求的全部权限",
)
def _(cast: Cast, name: str) -> None:
    cast[name].practise_allowing_all("speaker")


@when(
    "{name} lets her auxiliary phone record and refuses it {permission:Permission}",
    "{name}开启辅机录制，拒绝辅机应用使用{permission}",
)
def _(cast: Cast, name: str, permission: str) -> None:
    cast[name].refuse_at_aux_recording(permission)


@when(
    "{name} lets her auxiliary phone record and allows all that it asks for",
    "{name}开启辅机录制，允许辅机应用请求的全部权限",
)
def _(cast: Cast, name: str) -> None:
    cast[name].record_on_aux_allowing_all("speaker")


@when("{name} asks for a code and refuses her main app the network", "{name}请求验证码，拒绝主机应用使用网络")
def _(cast: Cast, name: str) -> None:
    cast[name].refuse_network_at_code("main")


@when(
    "{name} reads the code of her exam and refuses her auxiliary app the network",
    "{name}扫描本人的二维码，拒绝辅机应用使用网络",
)
def _(cast: Cast, name: str) -> None:
    cast[name].refuse_network_at_code("aux")


@then(
    "the {role:Role} phone of {name} says that {permission:Permission} has to be allowed",
    "{name}的{role}说明须允许使用{permission}",
)
def _(cast: Cast, name: str, role: str, permission: str) -> None:
    judge(checks.says_together(cast.labels(permission, "phone_settings"), cast[name].texts_on(role)))


@when(
    "{name} asks for the waiting room {moment:Moment} and refuses her main app {permission:Permission}",
    "{moment}，{name}请求进入候考，拒绝主机应用使用{permission}",
)
def _(cast: Cast, name: str, moment: Moment, permission: str) -> None:
    cast[name].refuse_at_entry(moment, permission)


@then("the main phone of {name} records nothing", "{name}的主机没有录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.films_nothing(cast[name].filmed()))


@then("once it is allowed, {name} is let in {moment:Moment}", "允许后，{moment}，{name}可以进入候考")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.let_in(cast[name].enter_once_allowed(moment), cast.new_records()))


@then("{name} was not asked about the speaker", "系统未就扬声器询问{name}")
def _(cast: Cast, name: str) -> None:
    judge(checks.not_asked(cast[name].was_asked))


@then("once it is allowed, the practice of {name} begins", "允许后，{name}可以开始考前练习")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("practised", cast[name].practise_once_allowed()))


@then("the practice of {name} has begun", "{name}的考前练习已开始")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("practised", cast[name].account_records()))


@then("no practice of {name} has begun", "{name}的考前练习没有开始")
def _(cast: Cast, name: str) -> None:
    judge(checks.has_not_happened("practised", cast[name].account_records()))


@then("the auxiliary phone of {name} does not record", "{name}的辅机没有录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_not_recording(cast.records_of(name)))


@then("the auxiliary phone of {name} has begun to record", "{name}的辅机已开始录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_recording(cast.records_of(name)))


@then("once it is allowed, the auxiliary phone of {name} records", "允许后，{name}的辅机可以录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_recording(cast[name].record_on_aux_once_allowed()))


@then("once it is allowed, {name} completes the registration", "允许后，{name}可以完成注册")
def _(cast: Cast, name: str) -> None:
    judge(checks.happened("account_created", cast[name].register_once_allowed()))


@given("{name} has {phone:Handset} as her main phone, and no account", "{name}以{phone}为主机，尚无账号")
def _(cast: Cast, name: str, phone: str) -> None:
    cast.newcomer_on(name, phone)


@given(
    "{name} shows the code of her exam beside {phone:Handset} as her auxiliary phone",
    "{name}以{phone}为辅机，打开本人考试的二维码",
)
def _(cast: Cast, name: str, phone: str) -> None:
    cast.with_aux("confirmed", name, phone).show_code()
