"""Logging in and registering."""

from datetime import datetime

from simulators.apps.names import both
from simulators.apps.parts import beside, button, card, field, image, notice, page, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element


def login(state: State, _: datetime) -> Element:
    """Account and password (R306-R308); the way to the registration (R299)."""
    return page(
        "login",
        "登录",
        card(
            "",
            image("logo", "logo", both(state)[0], style="logo"),
            text("app_name", both(state)[0], "display"),
            text("slogan", "艺术类专业在线考试", "centre"),
            style="hero",
        ),
        field("account", "手机号/身份证号/邮箱", state),
        field("password", "密码", state, secret=True),
        button("login", "登录"),
        text("register_advice", "首次使用，请先注册账号", "centre"),
        button("to_register", "注册", style="outline"),
        text("id_login_advice", "完成身份认证后，方可使用身份证号登录", "centre"),
        back=False,
        told=notice(state),
    )


def register(state: State, _: datetime) -> Element:
    """Phone number, code, password (R300-R305). The word on the button is that of the notice's bracket."""
    number = field("phone_number", "请输入主机位手机号", state)
    sent = state["code_sent"]
    advice = f"验证码已发送至 {sent}，请查看短信" if sent else "请使用主机位手机的号码注册"
    return page(
        "register",
        "注册账号",
        text("", "手机号", "heading"),
        number,
        text("", "验证码", "heading"),
        beside("code_row", (field("code", "请输入短信验证码", state),), button("send_code", "发送验证码", style="code_button")),
        text("code_advice", advice, "small"),
        text("", "密码", "heading"),
        field("new_password", "请设置登录密码", state, secret=True),
        text("password_advice", "请牢记密码，登录时使用", "small"),
        button("register", "注册"),
        told=notice(state),
    )  # fmt: skip
