"""Why an app does not go on when it is started: this phone, what else is on it, its own version.

Tablets are not supported (R296-R298, R497, R498; the apps refuse, C58), nor are both apps on one phone (R190; C44).
A version that is no longer the latest says so and offers the update (R191, R192); the platform then refuses sittings.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from simulators.apps.basis import Assumed
from simulators.apps.fitness import why
from simulators.apps.names import both
from simulators.apps.parts import button, card, image, notice, page, text
from simulators.apps.program import Program
from simulators.apps.screenbook import ScreenRow, State, Transition
from simulators.phone.element import Element

HOW_TO_UPDATE = "请到{app}官方网站 https://www.xiaoyibang.com/ 扫码下载最新版本，不要通过其他渠道下载"


def tablet(state: State, _: datetime) -> Element:
    return _refusal(
        state,
        "tablet",
        "不支持平板",
        "本应用仅提供手机安卓、鸿蒙和iOS版本，不支持各种安卓、鸿蒙平板和iPad，敬请谅解。请使用手机安装。",
    )


def both_apps(state: State, _: datetime) -> Element:
    return _refusal(
        state,
        "both_apps",
        "不能安装在同一台手机",
        f"{'和'.join(both(state))}不能同时安装在同一台手机上。请卸载其中一个后，再打开本应用。",
        button("recheck", "重新检测"),
    )


def other_channel(state: State, _: datetime) -> Element:
    return _refusal(
        state,
        "other_channel",
        "非官方渠道安装",
        "本应用不是通过官方渠道安装的，无法使用。请先卸载，再按操作说明或到小艺帮官方网站扫描二维码下载安装。",
    )


def update(state: State, _: datetime) -> Element:
    words = f"最新版本为 {state['latest']}，请更新后参加考试。版本过低时无法进入模拟考试和正式考试。"
    return _refusal(
        state, "update", "请更新到最新版本", words,
        button("update", "立即更新"), button("later", "暂不更新", style="outline"),
    )  # fmt: skip


def _refusal(state: State, name: str, title: str, words: str, *buttons: Element) -> Element:
    return page(
        name,
        "提示",
        card(
            "",
            image("logo", "logo", "应用图标", style="logo"),
            text("refusal_title", title, "display"),
            style="hero",
        ),
        text("refusal", words, "long"),
        back=False,
        footer=buttons,
        told=notice(state),
    )


def first(state: State, otherwise: str, *, busy: bool = False) -> str:
    """The screen of a refusal where one is due, or else the one named; an update waits for whoever is `busy`."""
    return state["refusal"] or ("update" if state["latest"] and not busy else otherwise)


def recheck(app: Program, _: str) -> None:
    app.state["refusal"] = why(app.phone, app.package)
    if not app.state["refusal"]:
        app.synchronise()


def how_to_update(app: Program, _: str) -> None:
    app.state["notice"] = HOW_TO_UPDATE.format(app=both(app.state)[0])


def later(app: Program, _: str) -> None:
    app.state["latest"] = ""


HOW_TOLD = Assumed(
    "the notice asks for the latest version and does not say how an app insists",
    "须知要求使用最新版本，未说明应用如何提示",
)
SCREENS: Mapping[str, ScreenRow] = {
    "tablet": ScreenRow(tablet, ("R296", "R297", "R298", "R497", "R498", "C58")),
    "both_apps": ScreenRow(both_apps, ("R190", "C44")),
    "other_channel": ScreenRow(other_channel, ("R283", "R489")),
    "update": ScreenRow(update, HOW_TOLD),
}
TRANSITIONS: Mapping[tuple[str, str], Transition[Any]] = {
    ("both_apps", "recheck"): Transition(recheck, ("C44",)),
    ("update", "update"): Transition(how_to_update, ("R191", "R192", "R283", "R284")),
    ("update", "later"): Transition(later, HOW_TOLD),
}
