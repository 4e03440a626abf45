"""The stagehand: a fresh world for each scenario, its phones, its time, its record.

Where a bench cannot make worlds, `open` gives the world there is: `world.stage` says where it stands, and the
steps walk from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast

from conformance.bench import Bench, Role, Stage
from conformance.bench.forms import Candidate, Controls, Phone, Record, World
from conformance.instants import EVERYBODYS, Instants, Own, SittingInstants
from conformance.lab import timekeeping
from conformance.lab.byhand.done import Done
from conformance.operator.question import Operator
from conformance.outcome import ControlMissing
from conformance.phone.handset import Connect, Handset
from conformance.target import Driver, Target
from reports.form import Text

FORMAL = "formal"
IPHONES = frozenset({"iOS", "iPadOS"})
"""What the makers call the systems that XCUITest drives; UiAutomator2 drives the others."""
Wish = Mapping[str, Any]
"""A candidate as a scenario wants her: name, account, subject, stage, models."""


class Stagehand:
    """What a scenario asks for between its sentences; made anew for each scenario, closed after it.

    `seed` fixes all chance of the world; `connect(udid, driver)` opens a WebDriver session.
    """

    def __init__(
        self,
        bench: Bench,
        controls: Controls,
        target: Target,
        instants: Instants,
        seed: int,
        connect: Connect,
    ) -> None:
        self.bench, self.controls, self.target, self.instants, self.seed = (
            bench,
            controls,
            target,
            instants,
            seed,
        )
        self._connect = connect
        bench.watch = self._noted
        self._world: World | None = None
        self._subject, self._session, self._own = "", "", EVERYBODYS
        self._handsets: dict[str, Handset] = {}
        self._names: dict[str, str] = {}
        self._systems: dict[str, str] = {}
        self._added: list[Candidate] = []
        self.driven: dict[str, Text] = {}
        """Which driver each phone was reached through, by udid, where there is more than one way to phones."""
        self.operator: Operator | None = None
        """Who is asked what neither the bench nor a driver can tell; nobody at some targets."""
        self.deeds: Sequence[Done] = ()
        """What was done by a driver or an operator in the place of a bench."""

    # --- the world ---------------------------------------------------------------------------------------

    def open(
        self,
        stage: Stage = "registered",
        *,
        candidates: Iterable[str | Wish] = ({},),
        subject: str = "",
        session: str = "formal",
    ) -> World:
        """A fresh world at `stage`. A candidate is a name, or what is wished of her.

        Without the control `worlds` it is the world there is, at whatever stage: walk from `world.stage`.
        """
        wishes = [{"name": one} if isinstance(one, str) else dict(one) for one in candidates]
        if not self.controls.offers("worlds"):
            return self.take()
        season = str(self.instants.season.path)
        return self._begin(
            self.bench.open_world(
                season=season,
                seed=self.seed,
                stage=stage,
                subject=subject,
                session=session,
                candidates=wishes,
            )
        )

    def take(self) -> World:
        """The world there is, as it stands."""
        return self._begin(self._standing_world())

    def _begin(self, world: World) -> World:
        first = self.instants.season.subjects[0].id
        self._world, self._subject, self._session = world, world.subject or first, world.session
        self._own = EVERYBODYS
        self._systems = {phone.udid: phone.os for phone in world.phones}
        self._handsets = {}
        self._names = _names(world.candidates)
        return world

    def leave(self) -> None:
        """Put the phones of the world down; the next `open` makes another."""
        self.close()
        self._world = None

    def _standing_world(self) -> World:
        try:
            return self.bench.world()
        except ControlMissing as fault:
            raise ControlMissing("worlds") from fault

    @property
    def opened(self) -> bool:
        return self._world is not None

    @property
    def world(self) -> World:
        """The world of this scenario as it was when it was opened."""
        if self._world is None:
            raise LookupError("this scenario has opened no world; its first Given calls stage.open()")
        return self._world

    @property
    def subject(self) -> str:
        """The subject that the scenario is about: the world's own, until another one's turn comes."""
        return self._subject or self.world.subject

    def turn_to(self, subject: str) -> None:
        """From now on another subject of the world's session is meant, and its instants count."""
        self._subject = subject

    @property
    def session(self) -> str:
        """The session that the scenario is about: the world's own, until another one's turn comes."""
        return self._session or self.world.session

    def turn_to_session(self, session: str) -> None:
        """From now on another session is meant, and its instants count."""
        self._session, self._own = session, EVERYBODYS

    def begun(self, at: datetime | None) -> None:
        """The candidate's own time runs from `at`; None: a new one has not begun."""
        self._own = Own(began=at)

    def finished(self, at: datetime) -> None:
        """The candidate ended answering before her time."""
        self._own = replace(self._own, finished=at)

    @property
    def times(self) -> SittingInstants:
        """The examiner's instants of the sitting that the scenario is about."""
        return self.instants.of(self.subject, self.session, self._own)

    def candidate(self, name: str = "", **wish: Any) -> Candidate:
        """One more candidate, with two phones; `wish`: account, subject, stage, models."""
        stage = cast(Stage, wish.pop("stage", "registered"))
        made = self.bench.add_candidate(name=name, stage=stage, **wish)
        self._names |= _names([made], first=False)
        self._added.append(made)
        return made

    def new_phone(self, role: Role = "aux", *, owner: str = "", model: str = "") -> Phone:
        """One more phone, with its app installed and not started."""
        phone = self.bench.add_phone(role, owner=owner, model=model)
        self._systems[phone.udid] = phone.os
        self._names[phone.udid] = (
            f"{role} {sum(name.startswith(f'{role} ') for name in self._names.values()) + 2}"
        )
        return phone

    # --- the phones --------------------------------------------------------------------------------------

    def phone(self, udid: str) -> Handset:
        """The phone in the hand; always the same object for the same udid."""
        if udid not in self._handsets:
            name = self._names.get(udid, udid)
            self._handsets[udid] = Handset(udid, name, self.target, self._connect, self._driver(udid))
        return self._handsets[udid]

    def _noted(self, phone: Phone) -> None:
        """What the bench has done to a phone: whether it runs, and whether it still does since it was last seen."""
        if phone.udid in self._handsets:
            self._handsets[phone.udid].runs(phone.info.get("on") is not False, phone.info.get("boots"))

    def _driver(self, udid: str) -> Driver:
        """By the phone's system, as the bench tells it."""
        if udid not in self._systems:
            self._systems[udid] = self.bench.phone(udid).os
        return "ios" if self._systems[udid] in IPHONES else "android"

    def model(self, kind: str) -> str:
        """The first model of a kind that the target offers; ControlMissing where it offers none."""
        return self.models(kind)[0]

    def models(self, kind: str) -> tuple[str, ...]:
        """Every model of a kind that the target offers; ControlMissing where it offers none."""
        if not self.target.phones.get(kind):
            raise ControlMissing(
                f"phones of the kind {kind}",
                Text(
                    f"this target offers no phone of the kind {kind!r} (`[phones]` in its file)",
                    f"该被测对象未提供“{kind}”类手机（见对象文件中的 `[phones]`）",
                ),
            )
        return self.target.phones[kind]

    @property
    def may_photograph(self) -> bool:
        """On real phones a screenshot breaks the rules of a formal exam (C51): only elements are read then."""
        return not (self.target.real_phones and self.opened and self.session == FORMAL)

    def handsets(self) -> list[Handset]:
        """The phones that were looked at in this scenario."""
        return [handset for handset in self._handsets.values() if handset.opened]

    def watched(self) -> list[Handset]:
        """The phones whose screens the report shows: those of the first candidate, and whatever else was looked at."""
        first = [self.phone(udid) for candidate in self.world.candidates[:1] for udid in candidate.phones.all]
        return [*first, *(handset for handset in self.handsets() if handset not in first)]

    def drivers(self) -> dict[str, Text]:
        """Which driver each phone was reached through, by what the report calls the phone."""
        return {
            self._names.get(udid, udid): said for udid, said in self.driven.items() if udid in self._handsets
        }

    def names(self) -> dict[str, str]:
        """What the report calls the phones, by udid."""
        return dict(self._names)

    def lanes(self) -> dict[str, str]:
        """The device ids by which the platform records this world's phones, with what the report calls them."""
        infos = ((name, self.bench.phone(udid).info) for udid, name in self._names.items())
        return {str(info["device_id"]): name for name, info in infos if "device_id" in info}

    def people(self) -> tuple[Candidate, ...]:
        """Every candidate that this scenario has had."""
        return (*(self._world.candidates if self._world else ()), *self._added)

    def secrets(self) -> tuple[str, ...]:
        """The bench's token, the ids of the WebDriver sessions that are open, and the codes that were read on the phones."""
        ours = (self.bench.token, *(handset.session for handset in self.handsets()))
        return (*ours, *(code for handset in self._handsets.values() for code in handset.secrets))

    # --- time --------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """Exam time."""
        return self.bench.now()

    def move_to(self, instant: datetime) -> datetime:
        """Bring exam time to `instant`: set it, or wait for it where it cannot be set.

        Raises `PrecisionMissing` nearer to a limit than the target keeps time.
        """
        limits = {**self.times.named(), **self.times.hours(), **self.instants.dates()}
        timekeeping.must_be_precise(instant, limits, self.controls.resolution_ms)
        try:
            self.bench.move_to(instant)
        except ControlMissing:
            return timekeeping.wait_until(instant, self.bench.now, self.target.max_wait_s)
        return timekeeping.moved(instant, self.now(), self.controls.resolution_ms)

    def move_by(self, span: timedelta, limit: str = "") -> datetime:
        """Let exam time pass; `limit` names a limit of the season, in seconds, that counts from now on."""
        now = self.now()
        if limit:
            ends = now + timedelta(seconds=self.instants.season.limit(limit))
            timekeeping.must_be_precise(now + span, {limit: ends}, self.controls.resolution_ms)
        return self.move_to(now + span)

    # --- the record --------------------------------------------------------------------------------------

    def records(self, *what: str, since: int = 0, account: str = "", sitting: str = "") -> list[Record]:
        """What the platform recorded, as far as it fits what is asked: words, account, sitting."""
        return [
            record
            for record in self.bench.records(since)
            if (not what or record.what in what)
            and (not account or record.account == account)
            and (not sitting or record.sitting == sitting)
        ]

    def close(self) -> None:
        """End the WebDriver sessions of this scenario."""
        for handset in self.handsets():
            handset.close()


def _names(candidates: Iterable[Candidate], first: bool = True) -> dict[str, str]:
    """What the report calls the phones: the first candidate's are main and aux, others bear their owner's name."""
    named: dict[str, str] = {}
    for candidate in candidates:
        prefix = "" if first else f"{candidate.name} "
        roles = zip(candidate.phones.all, ("main", "aux"), strict=False)
        named |= {udid: f"{prefix}{role}" for udid, role in roles}
        first = False
    return named
