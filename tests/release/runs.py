"""Runs on disk as the examiner would have left them: rules and scenarios with verdicts that follow from each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from conformance.kit import kit
from conformance.running.ruling import ruling_of
from reports import form
from reports.form import Text

CAUSES: Mapping[form.Verdict, form.StepStatus] = {
    "PASS": "passed",
    "FAIL": "not_met",
    "INCONCLUSIVE": "control_missing",
    "REVIEW": "review",
    "ERROR": "transport_lost",
}
SUBJECTS = tuple(
    form.Subject(
        party=party,
        id=name,
        version="3.2.1",
        build="321",
        sha256=digest * 32 if party != "platform" else "",
        read_from=place,
        environment="Huawei Mate 50, HarmonyOS 3",
        agreed=True,
    )
    for party, name, digest, place in (
        ("main app", "com.vendor.exam", "aa", "phone"),
        ("aux app", "com.vendor.helper", "bb", "phone"),
        ("platform", "vendor platform", "", "bench"),
    )
)


def scenario(name: str, rule: str, status: form.StepStatus, **more: Any) -> form.Scenario:
    """A scenario whose one step ended so."""
    verdict = next((one for one, ends in CAUSES.items() if ends == status), "ERROR")
    usual: dict[str, Any] = {
        "file": "features/pairing/pairing.feature",
        "line": 3,
        "basis": "text",
        "verdict": verdict,
        "steps": (form.Step(keyword="Then", text=Text("it is so", "应当如此"), status=status),),
    }
    return form.Scenario(id=name, name=Text(name, name), rules=(rule,), **{**usual, **more})


def rule(name: str, verdict: form.Verdict, **more: Any) -> form.Rule:
    """A rule that counts, bound to both apps and the platform, unless `more` says otherwise."""
    usual: dict[str, Any] = {
        "chapter": "pairing",
        "level": "MUST",
        "answers_for": "vendor",
        "harm": 1,
        "basis": "text",
        "binds": ("main app", "aux app", "platform"),
        "digest": f"digest of {name}",
        "method": "scenario",
    }
    return form.Rule(
        id=name, title=Text(f"rule {name}", f"规则 {name}"), verdict=verdict, **{**usual, **more}
    )


def results(verdicts: Mapping[str, form.Verdict | form.Rule], **more: Any) -> form.Results:
    """A full run of real phones with these rules; each has one scenario where its verdict comes from one."""
    rows = [row if isinstance(row, form.Rule) else rule(name, row) for name, row in verdicts.items()]
    rows = [replace(row, waived="FAIL") if row.verdict == "WAIVED" else row for row in rows]
    scenarios = more.pop("scenarios", None)
    if scenarios is None:
        scenarios = tuple(
            scenario(f"pairing/pairing.feature#{row.id.lower()}", row.id, CAUSES[row.waived or row.verdict])
            for row in rows
            if (row.waived or row.verdict) in CAUSES
        )
    rules = tuple(
        replace(row, scenarios=tuple(one.id for one in scenarios if row.id in one.rules)) for row in rows
    )
    scope = more.get("scope", form.Scope())
    ruling = ruling_of(rules, scenarios, scope.full, more.get("lab_fault", form.NOTHING))
    started = more.pop("started", datetime.now().astimezone() - timedelta(hours=1))
    usual: dict[str, Any] = {
        "kit": kit(),
        "edition": "2023.1",
        "season": form.Season(id="zjcm-2023", edition="2023.1", title=Text("one", "一")),
        "target": form.Target(
            name="lab-3", kind="device", under_test=Text("the vendor's apps", "厂商的应用")
        ),
        "subjects": SUBJECTS,
        "controls": ("clock", "worlds"),
        "seed": 1,
        "started": started.isoformat(timespec="milliseconds"),
        "finished": (started + timedelta(minutes=5)).isoformat(timespec="milliseconds"),
        "verdict": ruling.verdict,
        "exit_code": ruling.exit_code,
        "counts": form.count(rules, scenarios),
        "rules": rules,
        "scenarios": scenarios,
    }
    return form.Results(**{**usual, **more})


def put(folder: Path, found: form.Results) -> Path:
    """The folder of a run with these results."""
    folder.mkdir(parents=True, exist_ok=True)
    form.dump(found, folder / "results.json")
    return folder


def with_party(party: str, **more: Any) -> Sequence[form.Subject]:
    """The usual parties, one of them changed."""
    return tuple(replace(one, **more) if one.party == party else one for one in SUBJECTS)
