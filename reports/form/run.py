"""The run as a whole: who judged what, against which plan, with which verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reports.form.declared import Declared
from reports.form.lists import Flaky, KnownFailure, Waiver
from reports.form.rules import Atom, Chapter, Rule, Settlement
from reports.form.scenarios import Scenario
from reports.form.words import (
    NOTHING,
    SCHEMA,
    Language,
    Party,
    RunVerdict,
    Said,
    TargetKind,
    Text,
    Verdict,
    Why,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The kit that judged. ``digest`` is the SHA-256 of the installed kit, where it is known."""

    name: str = "examgate"
    version: str
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The exam board's plan that the run was held against; ``sha256`` is that of its file, of which the run keeps a copy."""

    id: str
    edition: str = ""
    title: Text = NOTHING
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was judged. ``under_test`` says in a few words which product it is; ``real``: of a mixed target, which parties
    were the vendor's and no simulation."""

    name: str
    kind: TargetKind
    under_test: Said = ""
    real: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of an installed package."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One party under test, bound to its very bytes where they can be read. ``read_from`` says where from: phone or bench.

    ``parts`` are the files of an installed package, ``sha256`` is that of the first of them; ``environment`` is the phone
    it was read on, or where the platform runs. ``agreed``: whether the start and the end of the run found the same; None
    where one of them could not be read, and ``remark`` says why.
    """

    party: str
    id: str = ""
    version: str = ""
    build: str = ""
    environment: str = ""
    sha256: str = ""
    parts: tuple[Part, ...] = ()
    read_from: str = ""
    agreed: bool | None = None
    remark: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whether the whole edition was run; if not, which globs of rule ids, or what a rerun, narrowed it to.

    ``failed_only``: what did not pass in an earlier run, whose name ``repeats`` is.
    """

    full: bool = True
    rules: tuple[str, ...] = ()
    failed_only: bool = False
    repeats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows have each verdict: all rules, the rules that count (``Rule.counted``), and scenarios."""

    rules: dict[Verdict, int] = field(default_factory=dict)
    counted: dict[Verdict, int] = field(default_factory=dict)
    scenarios: dict[Verdict, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One start of the run: one that was resumed, or whose lab lost scenarios, has several. Instants are ISO 8601.

    ``scenarios`` says how many had a result in it.
    """

    number: int
    started: str
    finished: str = ""
    scenarios: int = 0
    exit_code: int | None = None
    why: Why = "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How much of the simulated apps rests on the document, how much is assumed; ``rows`` list that."""

    screens: int = 0
    transitions: int = 0
    text: int = 0
    assumed: int = 0
    rows: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The whole result of a run. Wall instants are ISO 8601; ``language`` is the one that was asked for.

    ``lab_fault`` says what happened to the lab as a whole, so that nothing can be concluded from the run.

    ``atoms`` are those of the whole document where the whole edition was run, else those of the rules that were.
    ``day``: the day (ISO date) in the season's zone on which the run began, by which the lists beside it are read;
    ``notices``: what whoever keeps the lists has to know. ``masked``: people's data and secrets are masked throughout.
    """

    schema: str = SCHEMA
    kit: Kit
    edition: str
    season: Season
    target: Target
    subjects: tuple[Subject, ...] = ()
    lab_fault: Text = NOTHING
    controls: tuple[str, ...] = ()
    declared: tuple[Declared, ...] = ()
    seed: int
    scope: Scope = Scope()
    started: str
    finished: str
    day: str = ""
    exit_code: int
    verdict: RunVerdict
    counts: Counts = Counts()
    waivers: tuple[Waiver, ...] = ()
    known_failures: tuple[KnownFailure, ...] = ()
    flaky: tuple[Flaky, ...] = ()
    notices: tuple[Text, ...] = ()
    reviews: tuple[Settlement, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    rules: tuple[Rule, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    atoms: tuple[Atom, ...] = ()
    reference: Reference | None = None
    masked: bool = False
    language: Language = "en"


def count(rules: Iterable[Rule], scenarios: Iterable[Scenario]) -> Counts:
    """Count verdicts; a verdict that nobody has is absent."""
    rows = tuple(rules)
    return Counts(
        rules=_tally(rule.verdict for rule in rows),
        counted=_tally(rule.verdict for rule in rows if rule.counted),
        scenarios=_tally(scenario.verdict for scenario in scenarios),
    )


def _tally(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    tally: dict[Verdict, int] = {}
    for verdict in verdicts:
        tally[verdict] = tally.get(verdict, 0) + 1
    return dict(sorted(tally.items()))
