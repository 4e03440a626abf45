"""我的: the account itself."""

from datetime import datetime

from simulators.apps.main.tabs import tabs
from simulators.apps.parts import beside, button, card, field, notice, page, section, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element


def mine(state: State, _: datetime) -> Element:
    """Who is logged in, the way to the identity check and to the candidate's data, the e-mail address (C28)."""
    account = state["account"] or {}
    email = account.get("email")
    return page(
        "mine",
        "我的",
        section(
            "account_card",
            "账号信息",
            text("own_account", f"手机号：{account.get('account') or ''}", "line"),
            text("own_name", f"姓名：{account.get('name') or '未认证'}", "line"),
        ),
        card(
            "authentication_card",
            beside(
                "",
                (text("authentication", "身份认证与考生信息", "line"),),
                button("authenticate", "查看" if account.get("profile") else "去认证", style="small_outline"),
            ),
        ),
        section(
            "email_card",
            "登录邮箱",
            text("own_email", f"已绑定：{email}" if email else "未绑定。绑定后可使用邮箱登录。", "block"),
            field("email", "请输入邮箱", state),
            button("bind_email", "绑定邮箱", style="outline"),
        ),
        button("log_out", "退出登录", style="outline"),
        back=False,
        tabs=tabs("mine"),
        told=notice(state),
    )
