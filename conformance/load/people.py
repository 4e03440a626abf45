"""Who comes to the exam, and what each will do: drawn from the plan's seed, the same in every process of a run.

Shares are dealt out, not diced for: of a thousand candidates with a share of 0.01, ten do it. What happens to a
candidate once (`FATES`) happens to nobody twice; habits may fall together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from conformance.instants import Instants, SittingInstants
from conformance.load import arriving, plan
from conformance.load.dice import Dice
from conformance.load.plan import Plan

FATES = ("no_show", "late", "lost", "quits", "misses", "interrupted")
HABITS = ("early", "four_phones", "spare_phone", "retakes", "twice", "cut_uploads")
STEPS = ("login", "page", "pair", "enter", "photos", "submit", "aux_submit")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂玲建国文辉力晨宇欣"
PASSWORD = "examgate-1"
LOOKS_EARLY_S = 20.0
"""Exam seconds within which families begin to refresh before the confirmation opens."""
LATEST_S = 60.0
"""Exam seconds after a limit within which those come who miss it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The main phone is not heard from `at` until `back`."""

    at: datetime
    back: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """One candidate: account, phones, network, and when each step is due. `traits` are the plan's words, `major` is what
    the candidate applies for."""

    index: int
    account: str
    name: str
    main: str
    aux: tuple[str, ...]
    cohort: str
    major: str
    traits: frozenset[str]
    due: dict[str, datetime]
    cuts: tuple[Cut, ...] = ()

    @property
    def user(self) -> str:
        return f"k{self.index:06d}"

    @property
    def password(self) -> str:
        return PASSWORD


class Crowd:
    """All candidates of a plan."""

    def __init__(self, load: Plan) -> None:
        self.plan, self.season = load, plan.board(load)
        self.instants = Instants(self.season).of(load.day.subject, load.day.session)
        self._dice = Dice(load.day.seed)
        self._traits = _dealt(load, self._dice)
        cohorts = {name: cohort.share for name, cohort in load.cohorts.items()}
        self._cohorts = _divided(cohorts, load.day.candidates, self._dice.child("cohorts"))
        self._majors = _divided(self._applying(), load.day.candidates, self._dice.child("majors"))

    def __len__(self) -> int:
        return self.plan.day.candidates

    def __iter__(self) -> Iterator[Person]:
        return map(self.person, range(len(self)))

    def person(self, index: int) -> Person:
        """One candidate, the same whenever asked."""
        dice, traits = self._dice.child(f"person/{index}"), self._traits[index]
        steps = {step: arriving.due(self.plan.arrival(step), self.instants, dice.share()) for step in STEPS}
        return Person(
            index=index,
            account=f"138{index:08d}",
            name=dice.one_of(SURNAMES) + dice.one_of(GIVEN) + dice.one_of(GIVEN),
            main=f"main-{index:06d}",
            aux=tuple(f"aux-{index:06d}-{number}" for number in range(self._aux_phones(traits))),
            cohort=self._cohorts[index],
            major=self._majors[index],
            traits=traits,
            due={**steps, **_missed(traits, self.instants, dice), **self._confirming(index, dice)},
            cuts=self._cuts(traits, dice.child("cuts")),
        )

    @property
    def confirmation(self) -> datetime:
        """When the confirmation opens; where a season does not say, with the waiting room."""
        return self.season.date("confirmation_opens") or self.instants.waiting_opens

    def _confirming(self, index: int, dice: Dice) -> dict[str, datetime]:
        """When the candidate's phones log in, and first look whether the confirmation is open, in a storm."""
        storm = self.plan.storm
        if storm is None:
            return {}
        school = next(one for one in storm.schools if one.major == self._majors[index])
        opens = self.confirmation + timedelta(seconds=school.opens_seconds)
        early = {"login": dice.between(60, 300), "look": dice.between(0, LOOKS_EARLY_S)}
        return {step: opens - timedelta(seconds=seconds) for step, seconds in early.items()}

    def _applying(self) -> dict[str, float]:
        """The share of the candidates who apply for each major."""
        storm = self.plan.storm
        if storm is not None:
            return {school.major: school.share for school in storm.schools}
        return {self.season.subject(self.plan.day.subject).major: 1.0}

    def _aux_phones(self, traits: frozenset[str]) -> int:
        if self.season.exam.cameras < 2:
            return 0
        admitted = self.season.limit_or("phones_per_code", 1)
        return admitted + 1 if "four_phones" in traits else min(2, admitted) if "spare_phone" in traits else 1

    def _cuts(self, traits: frozenset[str], dice: Dice) -> tuple[Cut, ...]:
        limit = self.season.limit("interruption_seconds")
        if "lost" in traits:
            return self._placed([dice.between(limit * 1.3, limit * 2.5)], dice)
        if "interrupted" in traits:
            times = dice.whole(1, self.season.limit("interruptions_allowed"))
            return self._placed([dice.between(limit * 0.2, limit * 0.6) for _ in range(times)], dice)
        return ()

    def _placed(self, lengths: Sequence[float], dice: Dice) -> tuple[Cut, ...]:
        """Cuts of these lengths, one in each part of the answering time, away from the part's ends."""
        begins, ends = self.instants.answering_begins, self.instants.ends
        part = (ends - begins) / len(lengths)
        cuts = []
        for number, length in enumerate(lengths):
            lasts = timedelta(seconds=min(length, part.total_seconds() * 0.6))
            at = begins + part * number + (part - lasts) * dice.between(0.2, 0.6)
            cuts.append(Cut(at, at + lasts))
        return tuple(cuts)


def _missed(traits: frozenset[str], instants: SittingInstants, dice: Dice) -> dict[str, datetime]:
    """The instants of those who do something at a time of their own."""
    soon = timedelta(seconds=dice.between(0.001, LATEST_S))
    middle = instants.answering_begins + (instants.ends - instants.answering_begins) * dice.between(0.1, 0.9)
    due = {"quit": middle, "answer": middle}
    if "late" in traits:
        due["enter"] = instants.closes + soon
    elif "early" in traits:
        due["early"] = instants.waiting_opens - soon
    if "misses" in traits:
        due["submit"] = instants.photos_end + soon
    return due


def _dealt(load: Plan, dice: Dice) -> list[frozenset[str]]:
    """What each candidate does, by index."""
    count = load.day.candidates
    dealt: list[set[str]] = [set() for _ in range(count)]
    fated = iter(dice.child("fates").order(count))
    for trait in (*FATES, *HABITS):
        drawn = fated if trait in FATES else iter(dice.child(trait).order(count))
        for _, index in zip(range(portion(getattr(load.behaviour, trait), count)), drawn, strict=False):
            dealt[index].add(trait)
    return [frozenset(traits) for traits in dealt]


def portion(share: float, count: int) -> int:
    """How many of `count` a share is; one at least where it is more than nothing."""
    return max(round(share * count), 1) if share > 0 else 0


def _divided(shares: Mapping[str, float], count: int, dice: Dice) -> list[str]:
    """The name that each candidate has drawn, by index, in the proportions of these shares."""
    whole, reached = sum(shares.values()), 0.0
    named: list[str] = []
    for name, share in shares.items():
        reached += share
        named += [name] * (round(count * reached / whole) - len(named))
    return [named[place] for place in dice.order(count)]
