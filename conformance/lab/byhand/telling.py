"""What an operator is told to do in the place of a control, and asked whether it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from conformance.operator.question import Question, Words
from reports.form import Text

Body = Mapping[str, Any]
DONE = Words({("done", "已完成"): True, ("cannot", "无法完成"): False})
"""Only the first of them is a control that was there."""


def _is(key: str, yes: tuple[str, str], no: tuple[str, str]) -> Callable[[Body], Text]:
    return lambda body: Text(*(yes if body.get(key) else no))


def _call(body: Body) -> Text:
    if body.get("hang_up"):
        return Text("Hang up the call on the phone that has called", "请在拨出电话的手机上挂断")
    return Text(
        "Call this phone from another one and let it ring", "请用另一部手机拨打该手机，接通前保持响铃"
    )


def _network(body: Body) -> Text:
    if body.get("up") is False or body.get("kind") == "none":
        return Text("Take the network away: Wi-Fi and mobile data off", "请断开网络：关闭 Wi-Fi 和移动数据")
    if kind := body.get("kind"):
        en, zh = {
            "wifi": ("Wi-Fi alone", "仅使用 Wi-Fi"),
            "cellular": ("mobile data alone", "仅使用移动数据"),
        }[kind]
        generation = body.get("generation", "")
        return Text(f"Put the phone on {en} {generation}".rstrip(), f"请设为{zh}{generation}")
    if set(body) == {"up"}:
        return Text("Give the network back", "请恢复网络")
    return Text(f"Make the network so: {_listed(body)}", f"请将网络调整为：{_listed(body)}")


def _camera(body: Body) -> Text:
    at = body.get("pointed_at")
    seen = {
        "screen": ("the other phone's screen", "另一部手机的屏幕"),
        "sheet": ("the answer sheet", "答题纸"),
        "id_card": ("the ID card", "身份证"),
        "picture": ("the picture that the run keeps", "指定的图片"),
    }
    key = next(iter(at)) if isinstance(at, Mapping) and at else ""
    en, zh = seen.get(key, ("the desk", "桌面"))
    return Text(f"Point the camera at {en}", f"请将摄像头对准{zh}")


def _app(body: Body) -> Text:
    words = {
        "launch": ("Open", "打开"),
        "terminate": ("Close", "退出"),
        "crash": ("Make crash", "使其崩溃："),
        "uninstall": ("Uninstall", "卸载"),
        "install": ("Install", "安装"),
        "update": ("Update", "更新"),
    }
    does = next((key for key in words if key in body), "")
    en, zh = words.get(does, ("Do", "操作"))
    return Text(f"{en} {body.get(does, '')}", f"请{zh} {body.get(does, '')}")


def _listed(body: Body) -> str:
    return ", ".join(f"{key} = {value}" for key, value in body.items())


def _as_listed(en: str, zh: str) -> Callable[[Body], Text]:
    return lambda body: Text(f"{en}: {_listed(body)}", f"{zh}：{_listed(body)}")


def _surroundings(body: Body) -> Text:
    seen = "、".join(str(one) for one in body.get("seen", ()))
    said = "; ".join(filter(None, (seen, str(body.get("words", "")), str(body.get("heard", "")))))
    return Text(
        f"Around the phone there is now: {said or 'nothing'}", f"请布置周围环境：{said or '无他人、无杂音'}"
    )


TOLD: Mapping[str, Callable[[Body], Text]] = {
    "phones/call": _call,
    "phones/network": _network,
    "phones/camera": _camera,
    "phones/app": _app,
    "phones/lock": _is("locked", ("Lock the screen", "请锁屏"), ("Unlock the screen", "请解锁屏幕")),
    "phones/power": _is("on", ("Switch the phone on", "请开机"), ("Switch the phone off", "请关机")),
    "phones/battery": _as_listed("Bring the battery to this state", "请将电量与充电状态调整为"),
    "phones/storage": _as_listed("Leave this much storage free", "请将剩余存储空间调整为"),
    "phones/settings": _as_listed("Set the phone so", "请将手机设置为"),
    "phones/permissions": _is(
        "granted",
        ("Allow the app all that it may use", "请允许该应用的全部权限"),
        ("Take back what the app may use, so that it asks again", "请撤销该应用的权限，使其重新询问"),
    ),
    "phones/alarms": _as_listed("Set these alarms and no others", "请只设置下列闹钟"),
    "phones/capture": _as_listed("Do this with the screen", "请对屏幕执行下列操作"),
    "phones/clean": _as_listed("Clear away what the app has left in the storage", "请清理应用数据"),
    "phones/clock": _as_listed("Put the phone's own clock so", "请将手机时钟调整为"),
    "phones/surroundings": _surroundings,
    "phones/messages": _as_listed("Send this message to the phone", "请向该手机发送短信"),
    "phones/scan": lambda _: Text(
        "Scan with the phone's own scanner what its camera is pointed at, and install what it leads to",
        "请用手机自带的扫一扫扫描镜头前的二维码，并安装所指向的应用",
    ),
}
"""By control: what is said of a body. What is not here no hand can do."""


def deed(control: str, body: Body) -> Question:
    """What is to be done, as a question whose answer is that it is done."""
    said = TOLD[control](body)
    return Question(
        f"control {control}", Text(f"{said.en}. Then confirm.", f"{said.zh}，完成后确认。"), DONE.hint, DONE
    )
