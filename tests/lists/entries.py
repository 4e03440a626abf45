"""Entries of the three lists, and a run of two rows to hold them against."""

from __future__ import annotations

from datetime import date
from typing import Any

from reports.form import Rule, Scenario, Text, Verdict, Waiver

A, B = "a" * 64, "b" * 64
DAY = date(2023, 1, 31)
BROKEN, KEPT = "WAIT-01", "WAIT-02"
WHY = Text("until the next release", "至下一版本")
WAIVER: dict[str, Any] = {
    "rule": BROKEN, "sha256": A, "reason": "until the next release", "approver": "招生办", "owner": "王工",
    "since": date(2023, 1, 1), "expires": DAY,
}  # fmt: skip
KNOWN: dict[str, Any] = {"rule": BROKEN, "reason": "a known bug", "owner": "王工", "since": date(2023, 1, 1)}
STORY = "waiting/waiting.feature#broken"
WAVERS: dict[str, Any] = {
    "scenario": STORY, "runs": 20, "rate": 0.05, "reason": "slow network", "owner": "王工",
    "since": date(2023, 1, 1), "expires": DAY,
}  # fmt: skip


def scenario(rule: str, verdict: Verdict) -> Scenario:
    name = {BROKEN: "broken", KEPT: "kept"}[rule]
    return Scenario(
        id=f"waiting/waiting.feature#{name}", name=Text(name, name), file="features/waiting/waiting.feature", line=3,
        rules=(rule,), basis="text", verdict=verdict, reason=Text(f"{name}!", f"{name}！"),
    )  # fmt: skip


def row(rule: str, verdict: Verdict, story: Scenario) -> Rule:
    return Rule(
        id=rule, chapter="waiting_room", title=Text(rule, rule), level="MUST", answers_for="vendor", harm=1, basis="text",
        verdict=verdict, reason=story.reason, scenarios=(story.id,),
    )  # fmt: skip


def waiver(**more: Any) -> Waiver:
    return Waiver(**{"rule": BROKEN, "reason": WHY, "approver": "招生办", "expires": DAY.isoformat(),
                     "subject": f"sha256:{A}", "owner": "王工", "since": "2023-01-01", **more})  # fmt: skip
