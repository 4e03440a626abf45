"""Steps of the tiny suite."""

import os
import signal
import threading
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from conformance.bench import Bench
from conformance.checking import check, observe
from conformance.lab.stagehand import Stagehand
from conformance.outcome import ToReview, Unreached
from reports.form import Text
from steps.bilingual import given, then, when


@given("the world is there", "世界已就绪")
def _(stage: Stagehand) -> None:
    world = stage.open("waiting")
    assert stage.phone(world.candidates[0].phones.main).texts()


@given("the state is out of reach", "状态无法到达")
def _() -> None:
    raise Unreached(Text("TINY-01 should say why", "原因应由 TINY-01 说明"))


@then("a person has to look", "须由人工核验")
def _() -> None:
    raise ToReview(Text("a person has to look", "须由人工核验"))


@when("nothing happens", "没有任何操作")
def _() -> None:
    """Nothing."""


@when("the storage is filled", "存储空间已满")
def _(bench: Bench) -> None:
    bench.set_storage("tiny-main", 0)


@when("a thing that is not shown is looked for", "查找未显示的内容")
def _(stage: Stagehand) -> None:
    stage.phone("tiny-main").tap("main.login.login")


@when("the step itself is broken", "步骤自身有误")
def _() -> None:
    raise ZeroDivisionError("a broken step")


@when("the target dies", "被测对象终止")
def _(bench: Bench) -> None:
    bench.fault("tiny-main", "outage")


@when("the process is killed", "进程被终止")
def _() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@when("it waits for ever", "一直等待")
def _() -> None:
    threading.Event().wait()


@when("its turn has come", "轮到该场景")
def _() -> None:
    """Waits for ever once as many have had their turn as `TINY_TURNS` says."""
    if _once_more("turn") > int(os.environ.get("TINY_TURNS", "1000")):
        threading.Event().wait()


@when("the target dies as often as it is told to", "被测对象按要求的次数终止")
def _(bench: Bench) -> None:
    if _once_more("death") <= int(os.environ.get("TINY_DEATHS", "0")):
        bench.fault("tiny-main", "outage")


def _once_more(what: str) -> int:
    """How often it has been so, in all the processes of a run."""
    if "TINY_COUNTS" not in os.environ:
        return 0
    for number in count(1):
        with suppress(FileExistsError):
            Path(os.environ["TINY_COUNTS"], f"{what}-{number}").touch(exist_ok=False)
            return number
    raise AssertionError("numbers never end")


@then("all is well", "一切正常")
def _() -> None:
    check(True, expected=Text("two", "二"), seen=Text("two", "二"))


@then("all is well but the second time", "除第二次外一切正常")
def _() -> None:
    check(_once_more("time") != 2, expected=Text("well", "正常"), seen=Text("not well", "不正常"))


@then("a number is off", "数字不符")
def _() -> None:
    check(False, expected=Text("one", "一"), seen=Text("two", "二"))


@then("it turns left", "转向左")
def _(accepts: Mapping[str, Text]) -> None:
    observe("left", accepts, Text("left", "向左"))


@then("it turns right", "转向右")
def _(accepts: Mapping[str, Text]) -> None:
    observe("right", accepts, Text("right", "向右"))


@then("it turns back", "转向后")
def _(accepts: Mapping[str, Text]) -> None:
    observe("back", accepts, Text("back", "向后"))
