"""The controls for what stands around the apps: the school's site, the vendor's official site, support desk, post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conformance.bench.around_forms import (
    Corrected,
    Downloads,
    Mail,
    MailRoom,
    OfficialSite,
    Queried,
    Receipt,
)
from conformance.bench.wire import BenchWire


class AroundControls:
    """What the bench does there as the person would."""

    _wire: BenchWire

    def download_sheets(
        self, account: str, subjects: Sequence[str] | None = None, *, password: str = ""
    ) -> Downloads:
        """The candidate logs in at the registration site and downloads: these subjects, or all that the site lists."""
        wish = {"subjects": None if subjects is None else list(subjects), "password": password or None}
        return self._wire.ask("POST", "/school/downloads", Downloads, {"account": account, **wish})

    def contact_school(self, account: str, about: str = "") -> Corrected:
        """The candidate turns to the school, which puts right what differs from the application."""
        return self._wire.ask("POST", "/school/contacts", Corrected, {"account": account, "about": about})

    def official_site(self) -> OfficialSite:
        """The download codes, as the vendor's site shows them and as the manual prints them."""
        return self._wire.ask("GET", "/official-site", OfficialSite)

    def ask_support(self, channel: str, to: str, topic: str, menu: Sequence[str] = ()) -> Queried:
        """Ask the support desk; KitFault where nobody is reached."""
        wish = {"channel": channel, "to": to, "topic": topic, "menu": list(menu)}
        return self._wire.ask("POST", "/support/queries", Queried, wish)

    def query(self, query: int) -> Queried:
        """How a query stands now."""
        return self._wire.ask("GET", f"/support/queries/{query}", Queried)

    def post_sheets(
        self,
        account: str,
        subjects: Sequence[str],
        *,
        carrier: str,
        label: Mapping[str, str],
        bagged: bool = True,
        stamp: str = "minute",
    ) -> Receipt:
        """Hand the answer sheets of some subjects in at a post office; `stamp` is how exactly it tells the time."""
        wish = {"subjects": list(subjects), "carrier": carrier, "label": dict(label), "bagged": bagged}
        return self._wire.ask("POST", "/post/parcels", Receipt, {"account": account, "stamp": stamp, **wish})

    def mail_room(self) -> list[Mail]:
        """What has reached the school by now."""
        return list(self._wire.ask("GET", "/post/mail-room", MailRoom).mail)
