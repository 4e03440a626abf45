"""Logging in."""

from datetime import datetime

from simulators.apps.parts import button, card, field, image, notice, page, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element


def login(state: State, _: datetime) -> Element:
    """Account and password (R306)."""
    return page(
        "login",
        "登录",
        card(
            "",
            image("logo", "logo", "小艺帮", style="logo"),
            text("app_name", "小艺帮", "display"),
            text("slogan", "艺术类专业在线考试", "centre"),
            style="hero",
        ),
        field("account", "手机号/身份证号/邮箱", state),
        field("password", "密码", state, secret=True),
        button("login", "登录"),
        *notice(state),
        back=False,
    )
