"""What phone it is, found by asking it, and held against what the season asks of phones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from conformance.readiness import making, model
from conformance.readiness.condition import with_answer
from conformance.readiness.inquiry import Answer, Inquiry
from conformance.readiness.model import Facts
from conformance.readiness.remark import Remark
from conformance.season import Season
from reports.form import Text

SAID = Text("neither the phone nor an operator could tell", "手机无法回答，也未得到操作员的回答")
NOT_ASKED = Facts("", "", "", "0", "apk", "phone", date.min, 0)
PARTS: Mapping[str, tuple[model.Judge, tuple[str, ...]]] = {
    "form": (model.form, ("form",)),
    "system": (model.system, ("system",)),
    "apps": (model.apps, ("system",)),
    "age": (model.age, ("released",)),
    "brand": (model.brand, ("model", "brand")),
    "model": (model.model, ("brand", "model")),
}
"""Each aspect with the facts that it rests on; the last of them is quoted."""
FILMS = ("camera", "microphone")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a phone is called, as far as it tells: for a heading."""

    brand: str
    model: str
    system: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.brand, self.model))) or "?"


def identity(asked: Inquiry) -> Identity:
    """As far as it has been told; nothing is asked for it."""
    return Identity(*(str(asked.known.get(fact) or "") for fact in ("brand", "model", "system")))


def remarks(asked: Inquiry, season: Season) -> list[Remark]:
    """One remark for each aspect of what phone it is."""
    return [_remark(aspect, asked, season) for aspect in PARTS]


def _remark(aspect: str, asked: Inquiry, season: Season) -> Remark:
    judge, facts = PARTS[aspect]
    answers = {fact: asked[fact] for fact in facts}
    missing = [answer for answer in answers.values() if answer.value is None]
    if missing:
        return unknown(aspect, missing[0])
    quoted = answers[facts[-1]]
    return with_answer(judge(_facts(answers), season), replace(quoted, said=_came(quoted)))


def _came(answer: Answer) -> str:
    """What was read of the answer; of a day the code that it was looked up by, where that came alone."""
    looked_up = answer.fact == "released" and not answer.said.startswith("{")
    return answer.said if looked_up else str(answer.value)


def unknown(aspect: str, answer: Answer) -> Remark:
    return Remark(aspect, "unknown", SAID, "nobody", answer.asked, SAID)


def _facts(answers: Mapping[str, Answer]) -> Facts:
    """The facts that were asked for; the others stand still."""
    told = {fact: str(answer.value) for fact, answer in answers.items()}
    found = NOT_ASKED
    if "system" in told:
        name, _, number = told["system"].partition(" ")
        found = replace(found, system=name, version=_numbers(number), runs=making.runs(name, number))
    if "form" in told:
        found = replace(found, form="tablet" if told["form"] == "tablet" else "phone")
    if "released" in told:
        found = replace(found, released=date.fromisoformat(told["released"]))
    return replace(found, brand=told.get("brand", ""), name=told.get("model", ""))


def _numbers(version: str) -> str:
    """The numbers at a version's beginning: previews and makers add letters."""
    parts: list[str] = []
    for part in version.split("."):
        if not part.isdecimal():
            break
        parts.append(part)
    return ".".join(parts) or "0"


def app(asked: Inquiry, role: str) -> list[Remark]:
    """The version of the phone's own app, and whether it may film."""
    return [_version(asked[f"{role}_version"]), _permissions(asked[f"{role}_allowed"])]


def _version(answer: Answer) -> Remark:
    """Which version is the newest one stands on the official site: that is for a person to compare."""
    if answer.value is None:
        return unknown("version", answer)
    said = Text(f"version {answer.value} is installed", f"已安装版本 {answer.value}")
    return with_answer(Remark("version", "fit", said), replace(answer, said=str(answer.value)))


def _permissions(answer: Answer) -> Remark:
    if answer.value is None:
        return unknown("permissions", answer)
    has = cast(tuple[str, ...], answer.value)
    lacking = [name for name in FILMS if name not in has]
    words = {"camera": "相机", "microphone": "麦克风"}
    told = answer if answer.told_by == "operator" else replace(answer, said=", ".join(has))
    if not lacking:
        return with_answer(
            Remark("permissions", "fit", Text("camera and microphone are allowed", "已允许使用相机和麦克风")),
            told,
        )
    said = Text(
        f"not allowed: {', '.join(lacking)}", f"尚未允许使用{'、'.join(words[name] for name in lacking)}"
    )
    return with_answer(Remark("permissions", "unfit", said), told)
