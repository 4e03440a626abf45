"""Targets that can be looked over, and are of no use then: no counted rule may pass on any of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tests.conformance.trivial.asking import Answer, Ask, Forward, Mischief, said

UTMOST = "enrolled"
"""The stage of a world in which nothing has happened yet."""


class Idle(Mischief):
    """Says that it is wherever it is asked to be, and does nothing: no touch has an effect, nothing is ever recorded."""

    probe: Mapping[str, Any] = {"accepted": True, "status": 200, "cause": None}
    NOTHING: Mapping[str, Any] = {
        "/records": {"records": [], "last": 0},
        "/reviews": {"reviews": []},
        "/uploads": {"files": []},
    }

    def __init__(self, forward: Forward) -> None:
        super().__init__(forward)
        self._nows: dict[bytes, str] = {}

    def judged(self, ask: Ask) -> Answer:
        if ask.acts:
            return said({"value": None})
        return self._bench(ask) if ask.bench else self.forward(ask)

    def _bench(self, ask: Ask) -> Answer:
        room = f"/{ask.path.split('?')[0].split('/')[1]}"
        if ask.method == "POST" and room in ("/worlds", "/candidates"):
            return self._world(ask)
        if room in self.NOTHING and ask.method == "GET":
            return said(self.NOTHING[room])
        if room == "/probes":
            return self._probed(ask)
        if room == "/phones" and ask.path.endswith(("/app", "/scan")):
            return self.forward(replace(ask, method="GET", path=ask.path.rsplit("/", 1)[0], body=b""))
        if room in ("/controls", "/phones", "/clock", "/worlds"):
            return self.forward(ask)
        return said(None)

    def _world(self, ask: Ask) -> Answer:
        """A world in which nothing has happened, said to be at the stage that was asked for, and at its time."""
        wish = ask.said
        now = self._now(ask) if ask.path == "/worlds" else ""
        stages = [*([wish] if ask.path == "/worlds" else []), *wish.get("candidates", [wish])]
        asked = wish.get("stage", UTMOST)
        for one in stages:
            one["stage"] = UTMOST
        made = self.forward(replace(ask, body=json.dumps(wish).encode()))
        content = json.loads(made.content)
        if ask.path == "/worlds" and made.status == 201:
            content |= {"stage": asked, "now": now}
            self.forward(replace(ask, path="/clock", body=json.dumps({"to": now}).encode()))
        return said(content, made.status)

    def _now(self, ask: Ask) -> str:
        """When a true world at that stage would be."""
        wish = ask.said
        key = json.dumps([wish.get(name) for name in ("season", "stage", "subject", "session")]).encode()
        if key not in self._nows:
            plain = {
                name: wish[name] for name in ("season", "seed", "stage", "subject", "session") if name in wish
            }
            made = self.forward(replace(ask, body=json.dumps({**plain, "candidates": [{}]}).encode()))
            self._nows[key] = json.loads(made.content)["now"]
        return self._nows[key]

    def _probed(self, ask: Ask) -> Answer:
        now = json.loads(self.forward(replace(ask, method="GET", path="/clock", body=b"")).content)["now"]
        one = {**self.probe, "at": now}
        if ask.path.endswith("/together"):
            return said({"results": [one for _ in ask.said["probes"]]})
        return said(one)


class Refuse(Idle):
    """As idle, but whoever asks the platform without the app is refused."""

    probe: Mapping[str, Any] = {"accepted": False, "status": 403, "cause": "refused"}


class Frozen(Mischief):
    """Makes the worlds that it is asked for, and then neither a touch nor a control has an effect any more."""

    def judged(self, ask: Ask) -> Answer:
        if ask.acts:
            return said({"value": None})
        if (
            not ask.bench
            or ask.method == "GET"
            or ask.path in ("/worlds", "/worlds/current", "/candidates", "/phones")
        ):
            return self.forward(ask)
        if ask.path == "/clock":
            to = ask.said.get("to")
            return said({"now": to}) if to else self.forward(replace(ask, method="GET", body=b""))
        if ask.path.startswith("/phones/"):
            return self.forward(replace(ask, method="GET", path=ask.path.rsplit("/", 1)[0], body=b""))
        if ask.path.startswith("/probes/"):
            now = json.loads(self.forward(replace(ask, method="GET", path="/clock", body=b"")).content)["now"]
            one = {"accepted": False, "status": 403, "cause": "refused", "at": now}
            return said(
                {"results": [one for _ in ask.said["probes"]]} if ask.path.endswith("/together") else one
            )
        return said(None)


class Numb(Mischief):
    """Makes the worlds that it is asked for, and everything around them is true; the phones feel no touch."""

    def judged(self, ask: Ask) -> Answer | None:
        return said({"value": None}) if ask.acts else self.forward(ask)


class Barred(Mischief):
    """Everything is true but that the platform refuses, without a reason, whoever asks it without the app."""

    def judged(self, ask: Ask) -> Answer | None:
        if not (ask.bench and ask.path.startswith("/probes/")):
            return self.forward(ask)
        now = json.loads(self.forward(replace(ask, method="GET", path="/clock", body=b"")).content)["now"]
        one = {"accepted": False, "status": 403, "cause": "refused", "at": now}
        return said({"results": [one for _ in ask.said["probes"]]} if ask.path.endswith("/together") else one)
