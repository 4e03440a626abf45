"""One phone looked over: everything that is asked about it, and what is said of that."""

from __future__ import annotations

import time

from conformance import readiness
from conformance.doctor.forms import Row, Seen, aspects
from conformance.operator.question import Operator
from conformance.outcome import Outcome
from conformance.phone.handset import Handset
from conformance.readiness import Inquiry, Occasion, Remark, identity
from conformance.readiness.aspects import ASPECTS
from reports.form import NOTHING, Text

ORDER = tuple(aspects())
LOST = Text("the phone could not be looked at to the end", "未能完成对该手机的检查")


def look(phone: Handset, role: str, occasion: Occasion, operator: Operator | None, pair: str = "") -> Seen:
    """Every aspect of one phone; a phone that stops answering is told as such, with what was found until then."""
    began = time.monotonic()
    asked = Inquiry(phone, {one: app.id(phone.kind) for one, app in phone.target.apps.items()}, operator)
    rows: list[Row] = []
    fault, quoted = NOTHING, ""
    try:
        for remark in _remarks(asked, occasion):
            rows.append(_row(remark))
    except Outcome as lost:
        fault, quoted = (lost.cause, str(lost.seen)) if isinstance(lost.cause, Text) else (LOST, str(lost))
    known = identity.identity(asked)
    return Seen(
        role=role,
        pair=pair,
        udid=phone.udid,
        name=str(known),
        system=known.system,
        driver=phone.kind,
        seconds=round(time.monotonic() - began, 2),
        rows=tuple(sorted(rows, key=lambda row: ORDER.index(row.aspect))),
        fault=fault,
        quoted=quoted,
    )


def _remarks(asked: Inquiry, occasion: Occasion) -> list[Remark]:
    roles = asked["roles"].value
    own = (
        identity.app(asked, occasion.role) if isinstance(roles, frozenset) and occasion.role in roles else []
    )
    return [
        *identity.remarks(asked, occasion.season),
        *readiness.conditions(asked, occasion, ASPECTS),
        *own,
    ]


def _row(remark: Remark) -> Row:
    aspect = aspects()[remark.aspect]
    return Row(
        aspect=remark.aspect,
        title=aspect.title,
        rules=aspect.rules,
        grade=remark.grade,
        found=remark.found or remark.said,
        told_by=remark.told_by,
        asked=remark.asked,
        answer=remark.answer,
        remedy=NOTHING if remark.grade == "fit" else _remedy(remark, aspect.remedy),
    )


def _remedy(remark: Remark, remedy: Text) -> Text:
    """What nobody has told is looked up first."""
    if remark.grade != "unknown":
        return remedy
    return Text(
        f"Let somebody look: {remark.asked.en} (`--operator terminal` or `--operator page`)",
        f"请人工查看：{remark.asked.zh}（可使用 --operator terminal 或 --operator page）",
    )
