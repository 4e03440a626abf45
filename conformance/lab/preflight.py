"""Before anything is judged: is this a target at all, and do its clocks agree?

Four questions: does the bench guard its door, does it refuse what is nonsense (an endpoint that says yes to everything
would let every rule pass), do the phones answer and show only what is there, and does the app show the bench's time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from conformance.bench import Bench
from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, TransportLost
from conformance.phone.handset import Handset
from conformance.target import Address
from reports.form import Text

NONSENSE = "XYB1:nobody:examgate-preflight"
CLOCK = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?")


class Unfit(TransportLost):
    """The target is not fit to be judged."""


def look(stage: Stagehand, address: Address) -> None:
    """Raise `Unfit` (or what a question itself met) unless every question is answered well."""
    try:
        for question in QUESTIONS:
            question(stage, address)
    finally:
        stage.close()


def _the_door_is_guarded(_stage: Stagehand, address: Address) -> None:
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
    for record in stage.records("refused")[-1:]:
        _same("record", "平台记录", record.at, now, stage)


def _phones_show_what_is_there(stage: Stagehand, _address: Address) -> None:
    for handset in _phones(stage):
        if not handset.texts():
            raise Unfit(
                Text(f"the {handset.name} phone shows nothing at all", f"手机（{handset.name}）没有任何显示")
            )
    main = _phones(stage)[0]
    if main.reads(NONSENSE):
        raise Unfit(Text("the main phone shows whatever it is asked for", "主机显示了不应存在的内容"))
    if stage.world.stage != "waiting":
        return
    for name in stage.target.preflight.get("shows", ()):
        if not main.shows(name):
            raise main.not_shown(str(stage.target.locator(name, main.kind)))


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


QUESTIONS: Sequence[Callable[[Stagehand, Address], None]] = (
    _the_door_is_guarded,
    _time_answers,
    _nonsense_is_refused,
    _phones_show_what_is_there,
    _the_app_shows_the_time,
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
