"""考生信息: what the candidate says of himself or herself, once; locked afterwards."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from simulators.apps.parts import button, field, notice, page, section, text
from simulators.apps.screenbook import State
from simulators.phone.element import Element

KIND = "高考生"
FIELDS: Mapping[str, tuple[str, str]] = {
    "province": ("高考所在省份", "如：浙江省"),
    "candidate_number": ("考生号", "请输入高考考生号"),
    "school": ("就读学校", "请输入学籍所在学校"),
}
ONCE = "提交后信息不可更改，请务必根据实际情况填写准确，并与报考院校报名系统中的信息保持一致。"
LOCKED = "认证已完成，信息已锁定，不可更改。"


def profile(state: State, _: datetime) -> Element:
    """Choose 高考生 (R332), fill in (R333), be warned (R335); afterwards only to be read (R315)."""
    account = state["account"] or {}
    known = account.get("profile")
    return _locked(state, account, known) if known else _open(state, account)


def _person(account: Mapping[str, object]) -> Element:
    return section(
        "identity_card",
        "身份信息",
        text("id_name", f"姓名：{account.get('name') or ''}", "line"),
        text("id_number", f"身份证号：{account.get('id_number') or ''}", "line"),
    )


def _open(state: State, account: Mapping[str, object]) -> Element:
    rows = (
        piece
        for name, (label, hint) in FIELDS.items()
        for piece in (text("", label, "heading"), field(name, hint, state))
    )
    return page(
        "profile",
        "填写考生信息",
        _person(account),
        text("", "选择身份", "heading"),
        Element("checkbox", "kind", KIND, checked=state["kind"] == KIND, tap="choose_kind"),
        *rows,
        text("warning", ONCE, "caution"),
        footer=(button("check_profile", "提交"),),
        told=notice(state),
    )


def profile_check(state: State, _: datetime) -> Element:
    """Once more before it is locked: what was typed, to be read."""
    return page(
        "profile_check",
        "核对考生信息",
        _person(state["account"] or {}),
        section("check", "学籍信息", *_rows("check", {"kind": KIND, **state["fields"]})),
        text("warning", ONCE, "caution"),
        footer=(button("save_profile", "确认提交"), button("change", "返回修改", "back", "outline")),
        told=notice(state),
    )


def _locked(state: State, account: Mapping[str, object], known: Mapping[str, str]) -> Element:
    return page(
        "profile",
        "考生信息",
        _person(account),
        section("profile_card", "学籍信息", *_rows("own", {"kind": KIND, **known})),
        text("locked", LOCKED, "caution"),
        told=notice(state),
    )


def _rows(begin: str, known: Mapping[str, str]) -> Iterator[Element]:
    """What is known of the candidate, to be read; element ids begin alike."""
    labels = {"kind": "身份", **{name: label for name, (label, _) in FIELDS.items()}}
    for name, label in labels.items():
        yield text(f"{begin}_{name}", f"{label}：{known.get(name) or ''}", "block")
