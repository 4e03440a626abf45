"""The phones of a target, reached one after the other: started where nothing runs yet, as they are where something does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from conformance.doctor.forms import Seen
from conformance.doctor.looking import look
from conformance.doctor.states import Bedside, Put
from conformance.lab import reaching
from conformance.lab.stagehand import Stagehand
from conformance.operator.attending import Attending
from conformance.operator.question import Operator
from conformance.readiness import Occasion
from conformance.season import Season
from conformance.target import Attendant, Target

FORMAL = "formal"
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the doctor. `models` are ids by role; `puts` what is otherwise with simulated phones, and `ready`
    whether they are set as the notice wants it before that; without a subject it is that of the world."""

    season: Season
    target: Target
    subject: str = ""
    session: str = ""
    seed: int = 1
    models: dict[str, str] = field(default_factory=dict)
    ready: bool = False
    puts: Sequence[Put] = ()
    operator: Attendant | None = None


class Visit:
    """A target with its phones at hand, for the exam that is meant."""

    def __init__(self, wish: Wish, stage: Stagehand, operator: Operator | None) -> None:
        self._wish, self._stage, self._operator = wish, stage, operator
        world = stage.world
        self.subject = wish.subject or world.subject or wish.season.subjects[0].id
        self.session = wish.session or world.session
        self.phones: Mapping[str, str] = dict(
            zip(("main", "aux"), world.candidates[0].phones.all, strict=False)
        )
        """The udids by role."""
        self._pair = wish.target.pairs[0].name if wish.target.pairs else ""
        self._times = stage.instants.of(self.subject, self.session)

    def seen(self) -> Iterator[Seen]:
        """Each phone, as soon as it has been looked over."""
        for role, udid in self.phones.items():
            yield look(self._stage.phone(udid), role, self._occasion(role), self._operator, self._pair)

    def put(self) -> None:
        """Simulated phones as they are wished."""
        bedside = Bedside(self._stage.bench, self._wish.target, self.phones, f"{self._times.starts:%H:%M}")
        if self._wish.ready:
            bedside.make_ready()
        for one in self._wish.puts:
            bedside.put(one)

    def _occasion(self, role: str) -> Occasion:
        window = self._wish.season.subject(self.subject).window(self.session)
        return Occasion(
            season=self._wish.season,
            minutes=(window.end - window.start) // MINUTE,
            quiet_from=self._times.waiting_opens.time(),
            quiet_until=self._times.photos_end.time(),
            role=role,
            apps=tuple(app.label for app in self._wish.target.apps.values()),
        )


@contextmanager
def visit(wish: Wish) -> Iterator[Visit]:
    """The target's phones; an Outcome where it cannot be reached."""
    with ExitStack() as stack:
        stage = stack.enter_context(reaching.stage(wish.target, wish.season, wish.seed))
        attending = Attending(wish.operator)
        stack.callback(attending.close)
        _open(wish, stage)
        there = Visit(wish, stage, attending.operator(stage.phone))
        there.put()
        yield there


def _open(wish: Wish, stage: Stagehand) -> None:
    """A world of our own where we have started the target; elsewhere nothing is made anew."""
    if not wish.target.start:
        stage.take()
        return
    candidate = {"models": wish.models} if wish.models else {}
    stage.open(candidates=(candidate,), subject=wish.subject, session=wish.session or FORMAL)
