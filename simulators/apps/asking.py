"""Permissions, asked for at first use (C63): what was wished for goes on by itself once the questions are answered."""

from collections.abc import Mapping
from typing import Protocol

from simulators.apps.screenbook import State
from simulators.phone.phone import Phone

PERMISSIONS: Mapping[str, str] = {
    "camera": "摄像头",
    "microphone": "麦克风",
    "speaker": "扬声器",
    "storage": "存储空间",
    "network": "网络",
}
"""The five that the notice names (R287-R291, R491-R495)."""
CONNECT = ("network",)
FILM = ("camera", "microphone", "speaker", "storage", "network")
PICTURE = ("camera", "storage", "network")
SCAN = ("camera", "network")


class Asking(Protocol):
    """What of an app is used here."""

    phone: Phone
    package: str
    label: str

    @property
    def state(self) -> State: ...


def permitted(app: Asking, needs: tuple[str, ...], wish: tuple[str, str]) -> bool:
    """Whether the app may do what `wish`, an action and an element, needs. What is not answered yet is asked, and
    the wish kept; what was denied is said, with where to allow it."""
    if not needs:
        return True
    if not app.phone.ask(app.package, needs):
        app.state["wanted"] = wish
        return False
    denied = [words for name, words in PERMISSIONS.items() if name in needs and not _allowed(app, name)]
    app.state["notice"] = told(app.label, denied) if denied else ""
    return not denied


def _allowed(app: Asking, name: str) -> bool:
    return app.phone.permissions.allows(app.package, name)


def told(label: str, denied: list[str]) -> str:
    """What is missing, and how to allow it."""
    return f"{label}需要使用您的{'、'.join(denied)}，请在手机“设置”中找到{label}，允许上述权限后重试"
