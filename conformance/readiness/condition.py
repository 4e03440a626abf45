"""How a phone stands before an exam, held against what the season asks: settings, calls, other apps, network, power."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conformance.readiness.aspects import AFTERWARDS, ASPECTS
from conformance.readiness.inquiry import Answer, Inquiry
from conformance.readiness.occasion import Aspect, Occasion
from conformance.readiness.remark import Remark
from reports.form import Text


def conditions(asked: Inquiry, occasion: Occasion, only: Iterable[str] = ()) -> list[Remark]:
    """One remark for each aspect, or for those that are named."""
    wanted = tuple(only) or tuple(ASPECTS)
    known = {**ASPECTS, AFTERWARDS.name: AFTERWARDS}
    return [_remark(known[name], asked, occasion) for name in wanted]


def _remark(aspect: Aspect, asked: Inquiry, occasion: Occasion) -> Remark:
    answers = asked.of(aspect.facts)
    missing = [answer for answer in answers if answer.value is None]
    last = (missing or answers)[-1]
    if missing:
        said = Text("neither the phone nor an operator could tell", "手机无法回答，也未得到操作员的回答")
        return Remark(aspect.name, "unknown", said, "nobody", last.asked, said)
    grade, en, zh = aspect.judge(occasion, answers)
    return with_answer(Remark(aspect.name, grade, Text(en, zh)), last)


WHO = {
    "phone": Text("the phone’s answer", "手机的回答"),
    "system": Text("so on each such phone", "该系统的手机均如此"),
    "operator": Text("the operator’s answer", "操作员的回答"),
}


def with_answer(remark: Remark, answer: Answer) -> Remark:
    """The finding, and in brackets who told it in answer to what."""
    who, said = WHO[answer.told_by], f": {answer.said}" if answer.said else ""
    zh = f"：{answer.said}" if answer.said else ""
    return replace(
        remark,
        told_by=answer.told_by,
        asked=answer.asked,
        found=remark.said,
        answer=answer.said,
        said=Text(
            f"{remark.said.en} ({who.en}{said}; {answer.asked.en})",
            f"{remark.said.zh}（{who.zh}{zh}；{answer.asked.zh}）",
        ),
    )
