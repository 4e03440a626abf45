"""A violation for the terminal: the rule, what is wrong, and both journals' lines side by side by their time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from conformance.load.result.form import Violation
from reports.form import Language, Text

PLATFORM, PHONES = Text("the platform's records", "平台记录"), Text("the phones' own records", "手机记录")
WIDTH = 78
"""Characters of the left column."""
LEFT_OUT = ("sitting", "account", "device")


def lines(found: Violation, language: Language) -> Iterator[str]:
    """The lines of one violation."""
    yield f"{found.rule}  {found.sitting}  {found.says.within(language)}"
    rows = sorted(
        [(str(one.get("at")), platform_line(one), "") for one in found.platform]
        + [(str(one.get("sent")), "", phone_line(one)) for one in found.user]
    )
    yield f"  {PLATFORM.within(language):<{WIDTH}}| {PHONES.within(language)}"
    for _, platform, phone in rows:
        yield f"  {platform[:WIDTH]:<{WIDTH}}| {phone}".rstrip()


def platform_line(one: Mapping[str, Any]) -> str:
    """Number, time of the day, what happened and its detail."""
    detail = " ".join(f"{key}={value}" for key, value in one.get("detail", {}).items())
    return f"{one.get('seq')} {_time(one.get('at'))} {one.get('what')} {one.get('device') or ''} {detail}".strip()


def phone_line(one: Mapping[str, Any]) -> str:
    """When it was sent and answered, by which phone, what was asked and what came of it."""
    detail = " ".join(f"{key}={value}" for key, value in one.get("detail", {}).items())
    said = f"{one.get('status', 0)} {one.get('cause') or ''}".strip()
    spans = f"{_time(one.get('sent'))}–{_time(one.get('answered'))}"
    return f"{spans} {one.get('user')} {one.get('op')} {said} at={_time(one.get('at'))} {detail}".strip()


def _time(instant: str | None) -> str:
    return instant[11:23] if instant else "?"
