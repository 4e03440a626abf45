"""What one scenario did, step by step."""

from dataclasses import dataclass, field
from typing import Any, Literal

from reports.form.words import NOTHING, Basis, Fault, Method, Said, StepStatus, Text, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What both phones showed after a step, by hash into the evidence file; empty where nothing was kept.

    ``main``, ``aux`` name element trees, ``main_shot``, ``aux_shot`` screenshots; ``others`` maps a further
    phone's name to its element tree.
    """

    main: str = ""
    aux: str = ""
    main_shot: str = ""
    aux_shot: str = ""
    others: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an operator said of a step, with the wall instant. ``place``: main, aux or platform. ``photos`` name pictures
    of the evidence file."""

    place: str
    said: Literal["done", "not_done", "seen", "not_seen", "undecided"]
    by: str
    at: str
    note: str = ""
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as it went. ``at`` is exam time (ISO 8601); ``values``: what relative words resolved to; ``told``: what
    operators said of it, where people carried it out."""

    keyword: str
    text: Text
    status: StepStatus
    at: str = ""
    expected: Said = ""
    seen: Said = ""
    error: Said = ""
    values: dict[str, str] = field(default_factory=dict)
    evidence: Seen = Seen()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One record, in exam time. ``who`` is ``main``, ``aux`` or ``platform``, or a further phone's name."""

    at: str
    what: str
    who: str = "platform"
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One scenario (one row of its examples). ``evidence`` is its file, relative to the run's directory.

    ``method``: whether drivers and the bench carried it out, or operators by hand.
    ``fault`` says of an ERROR whose it is; ``tries`` how often the scenario was run: again only where the lab lost it.
    ``drivers``: by phone, which driver it was judged through, where the target has several ways to its phones.
    """

    id: str
    name: Text
    file: str
    line: int
    rules: tuple[str, ...]
    basis: Basis
    verdict: Verdict
    reason: Text = NOTHING
    duration_s: float = 0.0
    steps: tuple[Step, ...] = ()
    timeline: tuple[Moment, ...] = ()
    evidence: str = ""
    rerun: str = ""
    fault: Fault = ""
    tries: int = 1
    drivers: dict[str, Text] = field(default_factory=dict)
    method: Method = "driver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one scenario kept: trees and pictures (base64 of PNG or JPEG) by hash, and what each step saw, in order.

    A tree is ``{"class", "id", "text", "desc", "bounds": [x0, y0, x1, y1], "clickable", "enabled", "checked",
    "children": [...]}`` in pixels of the phone, with ``"image"`` (a data URI) where it shows a picture.
    """

    trees: dict[str, dict[str, Any]] = field(default_factory=dict)
    shots: dict[str, str] = field(default_factory=dict)
    steps: tuple[Seen, ...] = ()
