"""What people settle of a run afterwards: a line is added to its reviews, and its results are put together anew.

The journal and the lines before are never touched; results, page and JUnit follow from scenarios and lines alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from jsonschema import Draft202012Validator

import contracts
import reports
from conformance import journal, lists, verdict
from conformance.journal import JournalError
from conformance.masking import Mask
from conformance.naming import UnknownName
from conformance.running.outdir import LATEST, no_room
from conformance.running.ruling import ruled
from conformance.saying import Stopped
from reports import form
from reports.form import NOTHING, Results, Rule, Scenario, Settlement, Text, Verdict

SCHEMA, FILE = "examgate-reviews/1", "reviews.jsonl"
LONGEST_NAME, LONGEST_NOTE = 80, 2000
Said = Literal["PASS", "FAIL", "REVIEW"]
RULE = Text("rule of this run", "本次运行的规则")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A finished run with what people have settled of it so far."""

    folder: Path
    results: Results
    lines: tuple[Settlement, ...]

    def asked(self) -> list[Rule]:
        """The rows that a person had to look at, settled or not."""
        return [rule for rule in self.results.rules if _by_the_run(self.results, rule) == "REVIEW"]

    def open_now(self) -> list[Rule]:
        """Those that nobody has settled."""
        return [rule for rule in self.asked() if rule.verdict == "REVIEW"]


def read(folder: Path) -> Reviewed:
    """A run as it lies in its folder; Stopped for one that has not ended, or whose files cannot be trusted."""
    try:
        kept = journal.read(folder / "journal.jsonl")
    except JournalError as error:
        raise _unusable(folder, str(error)) from error
    if not kept.finished or not (folder / "results.json").is_file():
        raise Stopped(
            Text(f"{folder}: this run has not ended; run it again", f"{folder}：该次运行尚未结束，请重新运行")
        )
    results = form.load(folder / "results.json")
    return Reviewed(folder, results, tuple(_lines(folder / FILE)))


def settle(run: Reviewed, rule: str, said: Said, by: str, note: str, at: str = "") -> Reviewed:
    """One more line, and everything that follows from it; the run as it is then.

    UnknownName for a rule that the run does not have, Stopped for a row that no person had to look at, for nobody, and
    for what is too long.
    """
    row, mask = _row(run, rule), Mask(off=not run.results.masked)
    one = Settlement(rule=row.id, verdict=said, by=_named(by), at=at or _now(), note=mask.text(_short(note)))
    lines = (*run.lines, one)
    with no_room(run.folder):
        for folder in (run.folder, *_twins(run.folder)):
            _append(folder / FILE, len(lines), one)
            _write(replace_results(run.results, lines), folder)
    return read(run.folder)


def replace_results(results: Results, lines: Sequence[Settlement]) -> Results:
    """The results with what people said: verdicts of rows, of the run, counts and exit code."""
    last = {one.rule: one for one in lines}
    rows = (lists.bare(rule, results.scenarios, results.target) for rule in results.rules)
    rules = tuple(_settled(results, rule, last.get(rule.id)) for rule in rows)
    return ruled(replace(results, rules=rules, reviews=tuple(lines)))


def _settled(results: Results, rule: Rule, one: Settlement | None) -> Rule:
    if one is None:
        return rule
    mine = _scenarios(results, rule)
    if one.verdict == "REVIEW":
        found, why = _of_rule([scenario.verdict for scenario in mine], rule, results)
        first = next((scenario.reason for scenario in mine if scenario.verdict == "REVIEW"), NOTHING)
        return replace(rule, verdict=found, reason=why or first)
    found, why = _of_rule([_instead(scenario, one.verdict) for scenario in mine], rule, results, settled=True)
    return replace(rule, verdict=found, reason=why or _reason(one))


def _instead(scenario: Scenario, said: Verdict) -> Verdict:
    return said if scenario.verdict == "REVIEW" else scenario.verdict


def _reason(one: Settlement) -> Text:
    day = one.at[:16].replace("T", " ")
    words = {"PASS": ("passed", "通过"), "FAIL": ("failed", "不通过")}[one.verdict]
    note = (f": {one.note}", f"：{one.note}") if one.note else ("", "")
    return Text(
        f"settled as {words[0]} by {one.by}, {day}{note[0]}", f"经{one.by}于{day}核定为{words[1]}{note[1]}"
    )


def _of_rule(
    verdicts: Sequence[Verdict], rule: Rule, results: Results, *, settled: bool = False
) -> tuple[Verdict, Text]:
    party = verdict.party(rule.binds, results.target)
    return verdict.of_rule(
        verdicts, rule.level, rule.answers_for, results.target.kind, settled=settled, party=party
    )


def _by_the_run(results: Results, rule: Rule) -> Verdict:
    """What the scenarios alone say of a row, whatever was settled since."""
    mine = _scenarios(results, rule)
    return _of_rule([one.verdict for one in mine], rule, results)[0] if mine else rule.verdict


def _scenarios(results: Results, rule: Rule) -> list[Scenario]:
    return [one for one in results.scenarios if one.id in rule.scenarios]


def _row(run: Reviewed, rule: str) -> Rule:
    known = {one.id: one for one in run.results.rules}
    if rule not in known:
        raise UnknownName(RULE, rule, list(known))
    if known[rule] not in run.asked():
        found = known[rule].verdict
        raise Stopped(
            Text(
                f"{rule} is {found} and needs no person; only rows that need review can be settled",
                f"{rule} 的结论为 {found}，无须人工核定；只能核定“待人工核验”的规则",
            )
        )
    return known[rule]


def _named(by: str) -> str:
    name = by.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise Stopped(
            Text(
                f"--by {by!r}: who settles a row is named in 1 to {LONGEST_NAME} characters",
                f"--by“{by}”：核定人须具名，长度为1至{LONGEST_NAME}个字符",
            )
        )
    return name


def _short(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise Stopped(
            Text(
                f"--note: {len(note)} characters; at most {LONGEST_NOTE}",
                f"--note：共{len(note)}个字符，至多{LONGEST_NOTE}个",
            )
        )
    return note


def _lines(path: Path) -> Iterator[Settlement]:
    if not path.exists():
        return
    checks = Draft202012Validator(contracts.schema("reviews"))
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            line = json.loads(text)
        except ValueError as error:
            raise _unusable(path, f"line {number}: {error}") from error
        for fault in checks.iter_errors(line):
            raise _unusable(path, f"line {number}: {fault.message[:200]}")
        if line["number"] != number:
            raise _unusable(path, f"line {number}: found number {line['number']}")
        yield Settlement(**{name: line[name] for name in ("rule", "verdict", "by", "at", "note")})


def _append(path: Path, number: int, one: Settlement) -> None:
    """One write, so that a line is there whole or not at all."""
    line = {"schema": SCHEMA, "number": number, "rule": one.rule, "verdict": one.verdict, "by": one.by, "at": one.at,
            "note": one.note}  # fmt: skip
    with path.open("ab", buffering=0) as file:
        file.write((json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n").encode())


def _write(results: Results, folder: Path) -> None:
    """Results, page and JUnit by the same writers as a run's; what was there is replaced whole."""
    draft = folder / f".results-{os.getpid()}.json"
    form.dump(results, draft)
    draft.replace(folder / "results.json")
    reports.render(folder)


def _twins(folder: Path) -> list[Path]:
    """Where the same run stands once more: under `latest`, or under its own name."""
    here = folder.resolve()
    journals = [
        path / "journal.jsonl"
        for path in here.parent.iterdir()
        if path.is_dir() and path != here and not path.name.startswith(".") and path.suffix == ""
    ]
    mine = (here / "journal.jsonl").read_bytes()
    twins = [path.parent for path in journals if path.is_file() and path.read_bytes() == mine]
    return [path for path in twins if LATEST in (path.name, here.name)]


def _unusable(path: Path, why: str) -> Stopped:
    return Stopped(
        Text(f"{path}: this run's files cannot be used", f"{path}：该次运行的文件无法使用"),
        why,
    )


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def said(word: str) -> Said:
    """The verdict of a word on the command line."""
    return cast(Said, {"pass": "PASS", "fail": "FAIL", "open": "REVIEW"}[word])
