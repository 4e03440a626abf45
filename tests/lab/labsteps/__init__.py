"""Steps that break the lab, each part once."""

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from conformance.checking import check
from conformance.lab.appium.kept import Kept
from conformance.lab.lab import Lab
from conformance.lab.stagehand import Stagehand
from conformance.running.examiner import Examiner
from reports.form import Text
from steps.bilingual import given, then, when


@given("the phone shows its screen", "手机显示界面")
def _(stage: Stagehand) -> None:
    world = stage.open("waiting")
    assert stage.phone(world.candidates[0].phones.main).texts()


@then("the phone still shows it", "手机仍显示该界面")
def _(stage: Stagehand) -> None:
    shown = stage.phone(stage.world.candidates[0].phones.main).reads("候考倒计时")
    check(shown, expected=Text("the waiting room", "候考"), seen=Text("something else", "其他"))


def _kill(kept: Kept) -> None:
    """What the keeper keeps dies, as it would by itself."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == kept.process.pid:
                os.kill(int(stat.parent.name), signal.SIGKILL)


def _appium(lab: Lab, _: Stagehand) -> None:
    assert lab._appium
    _kill(lab._appium.server.process)


def _adb(lab: Lab, _: Stagehand) -> None:
    assert lab._appium
    assert lab._appium.adb
    _kill(lab._appium.adb.process)


def _cable(lab: Lab, stage: Stagehand) -> None:
    assert lab._appium
    assert lab._appium.adb
    phone = lab.bench.phone(stage.world.candidates[0].phones.main)
    lab._appium.adb.disconnect(phone.cables["adb"])


def _phone(lab: Lab, stage: Stagehand) -> None:
    lab.bench.set_power(stage.world.candidates[0].phones.main, False)


def _target(lab: Lab, _: Stagehand) -> None:
    assert lab._running
    os.kill(lab._running.pid, signal.SIGKILL)


def _once(part: str, lose: Callable[[Lab, Stagehand], None]) -> Callable[[Stagehand, Examiner], None]:
    def step(stage: Stagehand, examiner: Examiner) -> None:
        with suppress(FileExistsError):
            Path(os.environ["LAB_COUNTS"], part).touch(exist_ok=False)
            lose(examiner.lab, stage)

    return step


LOSE: Mapping[str, tuple[str, Callable[[Lab, Stagehand], None]]] = {
    "Appium": ("Appium ", _appium),
    "the adb server": ("adb 服务", _adb),
    "the cable": ("数据线", _cable),
    "the phone": ("手机", _phone),
    "the target": ("被测对象", _target),
}
for part, (chinese, lose) in LOSE.items():
    when(f"{part} is lost", f"{chinese}丢失")(_once(part, lose))
