"""The opening of the confirmation, with a whole family's phones: each logs in, looks, looks again, and is put out by the next.

A candidate is logged in on one phone. So every login of one phone ends the others', they log in anew, and the more phones
a family tries with, the less each of them gets done: that is the storm.
"""

from __future__ import annotations

from datetime import datetime

from conformance.load.asking import Line
from conformance.load.link import Link
from conformance.load.people import Person
from conformance.load.phone import BasePhone, Day, outcome
from conformance.load.plan import Storm
from conformance.load.table import OK, Row

PUT_OUT, PENDING = "logged_in_elsewhere", "pending"

ROWS = (
    Row("logged_out", "login", {OK: "logged_in"}, at="login"),
    Row("logged_in", "look", {OK: "waiting", PENDING: "open", PUT_OUT: "put_out"}, at="look"),
    Row("waiting", "stop", {OK: "finished"}, when="confirmed"),
    Row("waiting", "look_again", {OK: "waiting", PENDING: "open", PUT_OUT: "put_out"}),
    Row("put_out", "stop", {OK: "finished"}, when="confirmed"),
    Row("put_out", "login_again", {OK: "waiting", PUT_OUT: "put_out"}),
    Row("open", "confirm", {OK: "finished", "too_early": "waiting", PUT_OUT: "put_out"}),
)
"""Which phone of the family confirms is all the same; the others see it, and stop."""


class StormPhone(BasePhone):
    """One of a candidate's phones; each looks again after about as long as the plan says."""

    def __init__(self, day: Day, person: Person, line: Line, link: Link, storm: Storm) -> None:
        super().__init__(day, person, line, link)
        self._storm = storm
        self.conditions = {"confirmed": self.link.event("main_done").is_set}
        self.verbs = {
            "login": self._login,
            "login_again": self._again,
            "look": self._look,
            "look_again": self._refresh,
            "confirm": self._confirm,
            "stop": lambda _, __: OK,
        }

    def _login(self, step: str, due: datetime | None) -> str:
        body = {"account": self.person.account, "password": self.person.password}
        reply = self.ask("login", "POST", "/login", step, body=body, due=due)
        self.token = reply.payload.token
        return outcome(reply)

    def _again(self, _: str, __: datetime | None) -> str:
        self._pause()
        return self._login("login", None)

    def _look(self, _: str, due: datetime | None) -> str:
        reply = self.ask("confirmations", "GET", "/confirmations", "confirmations", due=due)
        return PENDING if reply.payload.pending else outcome(reply)

    def _refresh(self, _: str, __: datetime | None) -> str:
        self._pause()
        return self._look("look", None)

    def _confirm(self, step: str, _: datetime | None) -> str:
        reply = self.ask("confirm", "POST", f"/confirmations/{self.person.major}", step)
        if reply.accepted:
            self.link.happened("main_done")
        return outcome(reply)

    def _pause(self) -> None:
        """Nobody refreshes like a clock: between half as long and half as long again."""
        self.line.watch.rest(self._storm.refresh_seconds * self.line.dice.between(0.5, 1.5))
        self._free = self.line.watch.now()
