"""Controls of the review desk for sittings: the checklist, what lies there of a sitting, findings and what becomes of them."""

from datetime import datetime
from typing import Any

from simulators.bench import bodies
from simulators.bench.ask import Ask
from simulators.bench.stand import Stand
from simulators.core.machine import Refused
from simulators.door import reading
from simulators.door.errors import BenchError, Unknown
from simulators.platform.reviewing.checklist import Item
from simulators.platform.reviewing.desk import Decision, Remark


def adopt(stand: Stand, ask: Ask) -> None:
    """What reviewers look for from now on."""
    body: bodies.Checklist = ask.body
    items = [Item(one.id, one.rule, one.en, one.zh, tuple(one.classes)) for one in body.items]
    try:
        stand.world.platform.adopt_checklist(items)
    except ValueError as error:
        raise BenchError(str(error)) from error


def dossier(stand: Stand, ask: Ask) -> Any:
    """A sitting as it lies on the desk; addresses are whole."""
    world, sitting = stand.world, ask.names["sitting"]
    world.sitting(sitting)
    told = world.platform.dossier(sitting)
    recordings = [{**one, "href": world.platform_url + one["href"]} for one in told["recordings"]]
    return {**told, "page": world.platform_url + told["page"], "recordings": recordings}


def make(stand: Stand, ask: Ask) -> Any:
    """A reviewer has found something."""
    body: bodies.Remark = ask.body
    stand.world.sitting(body.sitting)
    begins, ends = _instant(body.begins, "begins"), _instant(body.ends, "ends")
    remark = Remark(body.item, body.reviewer, body.note, body.phone or "", begins, ends)
    try:
        return {"finding": stand.world.platform.make_finding(body.sitting, remark)}
    except ValueError as error:
        raise BenchError(str(error)) from error


def decide(stand: Stand, ask: Ask) -> None:
    """A named person settles or withdraws a finding."""
    body: bodies.Settlement = ask.body
    classes = None if body.classes is None else tuple(body.classes)
    name = ask.names["finding"]
    try:
        number = int(name) if name.isascii() and name.isdigit() else 0
        stand.world.platform.decide_finding(
            number, Decision(body.decision, body.reviewer, body.note, classes)
        )
    except KeyError as error:
        raise Unknown(f"there is no finding {name!r}") from error
    except (ValueError, Refused) as error:
        raise BenchError(str(error)) from error


def _instant(text: str | None, field: str) -> datetime | None:
    return None if text is None else reading.instant(text, field)
