"""Why a run gets no certificate: each ground is one function, which gives its sentences or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from conformance import lists
from conformance.certificate.matching import APPS, ROLES
from reports.form import Results, Text

Ground = Callable[[Results, date], Iterable[Text]]


def against(results: Results, today: date, *, demo: bool) -> list[Text]:
    """Everything that speaks against a certificate about these results."""
    kind = not_simulated if demo else simulated
    return [said for ground in (kind, *GROUNDS) for said in ground(results, today)]


def is_simulated(results: Results) -> bool:
    """By the target's word, or the bench's: a target file may be mistaken about its bench."""
    return results.target.kind != "device" or results.reference is not None


def simulated(results: Results, _today: date) -> Iterator[Text]:
    if is_simulated(results):
        yield Text(
            "this run judged simulated phones; only --demo makes a certificate of it, which is about no product",
            "该次运行评判的是模拟手机；只能用 --demo 生成演示声明，演示声明不涉及任何产品",
        )


def not_simulated(results: Results, _today: date) -> Iterator[Text]:
    if not is_simulated(results):
        yield Text(
            "this run judged real phones; --demo is for runs on the simulated ones",
            "该次运行评判的是真实手机；--demo 仅适用于模拟手机上的运行",
        )


def _scope(results: Results, _today: date) -> Iterator[Text]:
    if not results.scope.full:
        yield Text(
            "only a part of the rules was run; run all of them, without --rules, --scenario or --failed",
            "仅运行了部分规则；请运行全部规则，不要使用 --rules、--scenario 或 --failed",
        )


def _verdict(results: Results, _today: date) -> Iterator[Text]:
    if results.verdict != "conformant" and results.scope.full:
        yield Text(
            f"the run's verdict is {results.verdict}; only a conformant one is certified",
            f"该次运行的结论为 {results.verdict}；只有结论为“符合”（conformant）时方可签发声明",
        )


def _ends(results: Results, _today: date) -> Iterator[Text]:
    """What ran at the start must have run at the end; a platform that tells no build is a remark, and no ground."""
    if results.lab_fault:
        yield results.lab_fault
    there = {one.party: one for one in results.subjects}
    apps = [there[f"{role} app"] for role in ROLES if f"{role} app" in there]
    if not apps:
        yield Text("no app was read on a phone in this run", "该次运行没有在手机上读取任何应用")
    for one in apps:
        if one.agreed is None:
            name = APPS[ROLES[one.party == "aux app"]]
            why = one.remark or Text("it was not read at the end of the run", "运行结束时未读取")
            yield Text(
                f"the {name.en} was not read on the phone at both ends of the run: {why.en}",
                f"运行开始与结束时未能均在手机上读取{name.zh}：{why.zh}",
            )
    platform = there.get("platform")
    if platform and platform.build and platform.agreed is None:
        yield Text(
            "the platform's build was not told at both ends of the run",
            "运行开始与结束时测试台未均提供平台构建标识",
        )


GROUNDS: Sequence[Ground] = (_scope, _verdict, _ends, lists.standing)
