"""Before anything is judged: is this a target at all, and do its clocks agree?

Is it the bench that says what it offers, does it guard its door, does its clock run forwards and go where it is moved, does the
platform refuse what is nonsense and record that it did (an endpoint that says yes to everything would let every rule pass), do the
phones answer, show their labels and nothing that is not there, and do bench, platform, record and app tell the same time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from conformance.bench import Bench
from conformance.bench.forms import Controls
from conformance.lab import patience, timekeeping
from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, Outcome, TransportLost
from conformance.phone.handset import Handset
from conformance.target import Address
from reports.form import Text

NONSENSE = "XYB1:nobody:examgate-preflight"
OFFERS = Text("what does the bench offer", "测试台提供哪些控制项")
MOVE = timedelta(seconds=2)
CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?")


class Unfit(TransportLost):
    """The target is not fit to be judged."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked of a target; `says` what, for whoever waits for the answer."""

    says: Text
    ask: Callable[[Stagehand, Address], None]


def look(
    bench: Bench, stage_with: Callable[[Controls], Stagehand], address: Address, limit_s: float
) -> Stagehand:
    """The stagehand that looked; raises `Unfit` (or what a question itself met) unless all is answered well, in time."""
    asked = [OFFERS]

    def work() -> Stagehand:
        stage = stage_with(bench.controls())
        try:
            for question in QUESTIONS:
                asked.append(question.says)
                _answered(question, stage, address)
        finally:
            stage.close()
        return stage

    return patience.within(limit_s, work, lambda: asked[-1])


def _answered(question: Question, stage: Stagehand, address: Address) -> None:
    try:
        question.ask(stage, address)
    except Outcome:
        raise
    except (
        Exception
    ) as nonsense:  # an endpoint may answer anything at all, and a driver trips over it in its own way
        raise Unfit(
            Text(
                f"the target's answers make no sense: {question.says.en}",
                f"被测对象的应答不合常理：{question.says.zh}",
            ),
            seen=f"{type(nonsense).__name__}: {nonsense}",
        ) from nonsense


def _the_door_is_guarded(_stage: Stagehand, address: Address) -> None:
    if not address.bench:
        return
    stranger = Bench(address.bench, f"{address.token}-wrong")
    try:
        stranger.controls()
    except TransportLost:
        return
    finally:
        stranger.close()
    raise Unfit(Text("the bench accepts a wrong token", "测试台接受了错误的令牌"))


def _time_answers(stage: Stagehand, _address: Address) -> None:
    stage.open("waiting")
    before, after = stage.now(), stage.now()
    if after < before:
        seen = f"{before.isoformat()} > {after.isoformat()}"
        raise Unfit(Text("the bench's clock goes backwards", "测试台时钟倒退"), seen=seen)


def _time_goes_where_it_is_moved(stage: Stagehand, _address: Address) -> None:
    wanted = stage.now() + MOVE
    try:
        said = stage.bench.move_to(wanted)
    except ControlMissing:
        return
    timekeeping.moved(wanted, min(said, stage.now()), stage.controls.resolution_ms)


def _nonsense_is_refused(stage: Stagehand, _address: Address) -> None:
    """Also holds the platform's stamp and record against the bench's clock."""
    now = stage.now()
    try:
        probed = stage.bench.probe("pair", stage.world.candidates[0].phones.all[-1], code=NONSENSE)
    except ControlMissing:
        return
    if probed.accepted:
        raise Unfit(Text("the target accepts a code that nobody was given", "被测对象接受了从未签发的二维码"))
    if probed.at is not None:
        _same("platform", "平台", probed.at, now, stage)
    if not stage.controls.offers("records"):
        return
    refused = stage.records("refused")
    if not refused:
        raise Unfit(Text("the platform's record lacks what it has refused", "平台记录中没有其拒绝的操作"))
    _same("record", "平台记录", refused[-1].at, now, stage)


def _phones_show_what_is_there(stage: Stagehand, _address: Address) -> None:
    for handset in _phones(stage):
        if not handset.texts():
            raise Unfit(
                Text(f"the {handset.name} phone shows nothing at all", f"手机（{handset.name}）没有任何显示")
            )
        if handset.reads(NONSENSE) or handset.finds(NONSENSE):
            raise Unfit(
                Text(
                    f"the {handset.name} phone shows whatever it is asked for",
                    f"手机（{handset.name}）显示了不应存在的内容",
                )
            )


def _labels_are_shown(stage: Stagehand, _address: Address) -> None:
    if stage.world.stage != "waiting":
        return
    phones = dict(zip(("main", "aux"), _phones(stage), strict=False))
    for name in stage.target.preflight.get("shows", ()):
        handset = phones.get(name.split(".")[0])
        if handset and not handset.shows(name):
            raise handset.not_shown(str(stage.target.locator(name, handset.kind)))


def _the_app_shows_the_time(stage: Stagehand, _address: Address) -> None:
    name = stage.target.preflight.get("clock", "")
    if not name or stage.world.stage != "waiting":
        return
    text = _phones(stage)[0].text(name)
    found = CLOCK.search(text)
    if not found:
        raise Unfit(Text(f"{name} shows no time", f"{name} 未显示时间"), seen=text)
    now = stage.now()
    shown = now.replace(
        hour=int(found["hour"]),
        minute=int(found["minute"]),
        second=int(found["second"] or now.second),
        microsecond=0,
    )
    _same("app", "应用", shown, now, stage)


QUESTIONS = (
    Question(Text("does the bench refuse a wrong token", "测试台是否拒绝错误的令牌"), _the_door_is_guarded),
    Question(Text("does the bench tell the time", "测试台能否报告时间"), _time_answers),
    Question(
        Text("does the bench's clock go where it is moved", "测试台时钟能否按要求调整"),
        _time_goes_where_it_is_moved,
    ),
    Question(
        Text("does the platform refuse an unknown code", "平台是否拒绝不存在的二维码"), _nonsense_is_refused
    ),
    Question(Text("do the phones show their screens", "各手机能否显示界面"), _phones_show_what_is_there),
    Question(Text("do the apps show their labels", "两个应用能否显示应有的文字"), _labels_are_shown),
    Question(
        Text("does the app show the bench's time", "应用显示的时间是否与测试台一致"), _the_app_shows_the_time
    ),
)


def _phones(stage: Stagehand) -> list[Handset]:
    return [stage.phone(udid) for udid in stage.world.candidates[0].phones.all]


def _same(who: str, zh: str, shown: datetime, now: datetime, stage: Stagehand) -> None:
    tolerance = timedelta(seconds=stage.target.preflight.get("tolerance_s", 1))
    if abs(shown - now) > tolerance:
        raise Unfit(
            Text(f"the {who}'s time and the bench's disagree", f"{zh}时间与测试台时间不一致"),
            expected=now.isoformat(timespec="milliseconds"),
            seen=shown.isoformat(timespec="milliseconds"),
        )
