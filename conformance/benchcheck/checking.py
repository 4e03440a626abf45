"""Tries every control of a bench once, and says of each whether it does what its contract says.

What alters something for good is tried only in a world that the bench has made, or where it is said that it may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

import msgspec

from conformance.bench.forms import Controls, Now, World
from conformance.benchcheck.asking import Answered, Asking, Silent
from conformance.benchcheck.trials import Trial, holes, trials
from conformance.declaring.controls import CONTROLS
from reports.form import NOTHING, Text

State = Literal["works", "faulty", "absent", "not_tried"]
STEP = timedelta(minutes=1)
IN_PASSING = timedelta(seconds=5)
"""A clock that runs goes on while it is asked."""
MISSING = 501
ITSELF = "controls"
"""A bench may name the question of what it offers among what it offers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a control, or of the bench as a whole; `foreign` quotes the bench."""

    control: str
    state: State
    said: Text = NOTHING
    foreign: str = ""
    ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Checked:
    """A bench that answers."""

    controls: Controls
    findings: tuple[Finding, ...]

    @property
    def working(self) -> tuple[str, ...]:
        """The controls that do what they should; of what was not tried, the bench's word counts."""
        return tuple(one.control for one in self.findings if one.state in ("works", "not_tried"))

    @property
    def sound(self) -> bool:
        return not any(one.state == "faulty" for one in self.findings)


def check(asking: Asking, wish: dict[str, Any], *, alter: bool = False) -> Checked:
    """Try everything; `wish` is the world that is asked for. Silent, or msgspec's error where /controls is none."""
    controls = msgspec.json.decode(asking.ask("GET", "/controls").content, type=Controls)
    made, world = _world(asking, controls, wish)
    findings = [_token(asking), *_unknown(controls)]
    findings += [_tried(asking, controls, trial, world, alter or made) for trial in trials()]
    if "clock" in controls.controls:
        findings = [_moved(asking, controls, one) if one.control == "clock" else one for one in findings]
    if made:
        asking.ask("DELETE", "/worlds/current")
    return Checked(controls, tuple(findings))


def _world(asking: Asking, controls: Controls, wish: dict[str, Any]) -> tuple[bool, World | None]:
    """A fresh world where the bench makes them, else the one there is; whether it was made, and None where there is none."""
    made = "worlds" in controls.controls
    answer = asking.ask("POST", "/worlds", wish) if made else asking.ask("GET", "/worlds/current")
    try:
        return made and answer.status == 201, msgspec.json.decode(answer.content, type=World)
    except msgspec.MsgspecError:
        return False, None


def _tried(asking: Asking, controls: Controls, trial: Trial, world: World | None, alter: bool) -> Finding:
    offers = trial.control in controls.controls
    if world is None and ("$" in trial.path or "$" in trial.body):
        said = Text("there is no world to try it in", "没有可供测试的考试环境")
        return Finding(
            trial.control, "faulty" if offers and alter else "not_tried" if offers else "absent", said
        )
    if offers and trial.alters and not alter:
        return Finding(trial.control, "not_tried", Text("it cannot be taken back", "操作不可撤销，未测试"))
    filled = trial.filled(holes(world, _package(world)) if world else {})
    try:
        answer = asking.ask(*filled)
    except Silent as silence:
        return Finding(trial.control, "faulty", Text("it does not answer", "没有应答"), str(silence))
    return _offered(trial, answer) if offers else _absent(trial, answer)


def _package(world: World) -> str:
    return next((phone.app for phone in world.phones if phone.app), "none")


def _offered(trial: Trial, answer: Answered) -> Finding:
    if answer.status in trial.allows and answer.error is not None:
        return Finding(trial.control, "works", ms=answer.ms)
    if not 200 <= answer.status < 300:
        said = Text(
            f"it is offered, and answers {answer.status}", f"已声明提供，但应答状态码为 {answer.status}"
        )
        return Finding(trial.control, "faulty", said, _quoted(answer), answer.ms)
    if trial.answer is not None:
        try:
            msgspec.json.decode(answer.content, type=trial.answer)
        except msgspec.MsgspecError as fault:
            said = Text("its answer does not fit the contract", "应答不符合约定")
            return Finding(trial.control, "faulty", said, str(fault), answer.ms)
    return Finding(trial.control, "works", ms=answer.ms)


def _absent(trial: Trial, answer: Answered) -> Finding:
    """What is not offered answers 501 and names itself, so that a run can say what was missing."""
    named = (answer.error or {}).get("control")
    if answer.status == MISSING and named == trial.control:
        return Finding(trial.control, "absent")
    if trial.control == "worlds" and answer.status == 200:
        return Finding(
            trial.control, "absent"
        )  # the world that stands may be looked at without making others
    said = Text(
        f"it is not offered, and answers {answer.status} instead of 501 with its name",
        f"未声明提供，但应答状态码为 {answer.status}，而不是注明其名称的 501",
    )
    return Finding(trial.control, "faulty", said, _quoted(answer), answer.ms)


def _moved(asking: Asking, controls: Controls, found: Finding) -> Finding:
    """Exam time goes where it is moved, as exactly as the bench says."""
    if found.state != "works":
        return found
    before = msgspec.json.decode(asking.ask("GET", "/clock").content, type=Now).now
    answer = asking.ask("POST", "/clock", {"by_ms": STEP // timedelta(milliseconds=1)})
    if answer.status != 200:
        return _offered(Trial("clock", "POST", "/clock", "", Now, (), False), answer)
    after = msgspec.json.decode(answer.content, type=Now).now
    slack = timedelta(milliseconds=controls.resolution_ms)
    if STEP - slack <= after - before <= STEP + slack + IN_PASSING:
        return found
    said = Text(
        f"moved by 60 s, it went {(after - before).total_seconds():g} s",
        f"要求前进60秒，实际前进{(after - before).total_seconds():g}秒",
    )
    return Finding("clock", "faulty", said, ms=found.ms)


def _token(asking: Asking) -> Finding:
    answer = asking.ask("GET", "/controls", token="none of its tokens")
    if answer.status in (401, 403):
        return Finding("token", "works", ms=answer.ms)
    said = Text(
        f"a wrong token is answered {answer.status}, not 401", f"令牌错误时应答 {answer.status}，而不是 401"
    )
    return Finding("token", "faulty", said, ms=answer.ms)


def _unknown(controls: Controls) -> Iterator[Finding]:
    for name in controls.controls:
        if name not in (*CONTROLS, ITSELF):
            yield Finding(name, "faulty", Text("no control of the contract", "约定中没有此控制项"))


def _quoted(answer: Answered) -> str:
    return str((answer.error or {}).get("message") or answer.content[:200].decode(errors="replace"))
