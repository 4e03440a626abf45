"""Whom a candidate turns to: the places of the school and of the vendor, and the support desk with its hours."""

from __future__ import annotations

from dataclasses import dataclass, field

from conformance.season.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses(Term):
    """Where the school and the vendor are found; empty what the season does not publish.

    `recipient`, `mailing`, `postcode` and `phone` stand on the bag with the answer sheets; `carrier` takes it there.
    """

    school_site: str = ""
    vendor_site: str = ""
    recipient: str = ""
    mailing: str = ""
    postcode: str = ""
    phone: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Term):
    """The support desk: minutes of the day from which and until which it answers (1440 is midnight), and on which days
    of the week (1 is Monday). `wechat_menu` is what is chosen in the WeChat account, in order."""

    opens: int = 0
    closes: int = 0
    days: tuple[int, ...] = ()
    qq: str = ""
    wechat: str = ""
    wechat_menu: tuple[str, ...] = field(default=())
    phone: str = ""


def minutes(text: str) -> int:
    """The minutes since midnight of a time such as 08:00; 24:00 is the day's end."""
    hours, rest = text.split(":")
    return int(hours) * 60 + int(rest)
