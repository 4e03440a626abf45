"""What people settle of a run: lines are added, everything else follows, and nothing that was there is changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from jsonschema import Draft202012Validator

import contracts
import reports
from conformance import cli
from conformance.journal import Writer
from conformance.running import settling
from conformance.saying import Stopped
from reports import form
from reports.form import Results, Rule, Scenario, Text
from tests.reports.sample import sample

NAME = "李老师"
SEEN = form.Step(
    keyword="Then",
    text=Text("the reviewer finds a hat in the recordings of 王芳", "审核人员在王芳的录像中发现帽子"),
    status="review",
    seen=Text("“main.mp4”", "“main.mp4”"),
    error=Text("a person has to look", "须由人工核验"),
)


def scenario(name: str, rule: str, verdict: form.Verdict) -> Scenario:
    return Scenario(
        id=f"conduct/conduct.feature#{name}", name=Text(name, name), file="features/conduct/conduct.feature", line=3,
        rules=(rule,), basis="text", verdict=verdict, steps=(SEEN,) if verdict == "REVIEW" else (),
    )  # fmt: skip


def row(name: str, scenarios: list[Scenario], **more: Any) -> Rule:
    mine = [one for one in scenarios if name in one.rules]
    worst = "REVIEW" if any(one.verdict == "REVIEW" for one in mine) else mine[0].verdict
    return Rule(
        **{
            "id": name,
            "chapter": "conduct",
            "title": Text(name, name),
            "level": "MUST",
            "answers_for": "vendor",
            "harm": 1,
            "basis": "text",
            "verdict": worst,
            "scenarios": tuple(one.id for one in mine),
            **more,
        }
    )


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A finished run on real phones: one row that passed, two that a person has to look at."""
    folder = tmp_path / "20261126-210000"
    folder.mkdir()
    stories = [
        scenario("kept", "COND-20", "PASS"),
        scenario("seen", "COND-21", "REVIEW"),
        scenario("seen too", "COND-21", "PASS"),
        scenario("ruled", "COND-22", "REVIEW"),
    ]
    rules = tuple(row(name, stories) for name in ("COND-20", "COND-21", "COND-22"))
    target = form.Target(name="phones", kind="device")
    whole = sample(
        tmp_path / "other", scenarios=tuple(stories), rules=rules, target=target, reference=None, waivers=()
    )
    results = settling.replace_results(replace(whole, scope=form.Scope(full=True)), ())
    form.dump(results, folder / "results.json")
    reports.render(folder)
    with Writer.begin(folder / "journal.jsonl", manifest(results)) as journal:
        journal.footer(results.verdict, results.exit_code)
    return folder


def manifest(results: Results) -> dict[str, Any]:
    return {
        "kit": {"name": "examgate", "version": "1", "digest": ""},
        "request": {},
        "digests": {},
        "season": "zjcm-2023", "edition": "2023.1", "catalogue": "0" * 64, "target": "phones", "seed": 1,
        "scope": {"full": True, "rules": [], "scenarios": []},
        "rules": [rule.id for rule in results.rules],
        "scenarios": [one.id for one in results.scenarios],
    }  # fmt: skip


def settle(folder: Path, rule: str, said: settling.Said, by: str = NAME, note: str = "") -> Results:
    return settling.settle(settling.read(folder), rule, said, by, note).results


def verdicts(results: Results) -> dict[str, str]:
    return {rule.id: rule.verdict for rule in results.rules}


def test_a_run_that_waits_for_people_is_incomplete(run: Path) -> None:
    reviewed = settling.read(run)
    assert (reviewed.results.verdict, reviewed.results.exit_code) == ("incomplete", 2)
    assert [rule.id for rule in reviewed.open_now()] == ["COND-21", "COND-22"]


def test_what_passes_with_people_passes_as_a_whole(run: Path) -> None:
    assert settle(run, "COND-21", "PASS").exit_code == 2
    results = settle(run, "COND-22", "PASS", note="两段录像均已查看")
    assert (results.verdict, results.exit_code) == ("conformant", 0)
    assert verdicts(results) == {"COND-20": "PASS", "COND-21": "PASS", "COND-22": "PASS"}
    assert results.counts.counted == {"PASS": 3}
    said = results.rules[2].reason
    assert NAME in said.en
    assert NAME in said.zh
    assert "两段录像均已查看" in said.zh


def test_one_failure_by_a_person_fails_the_run(run: Path) -> None:
    results = settle(run, "COND-21", "FAIL")
    assert (results.verdict, results.exit_code, verdicts(results)["COND-21"]) == ("non-conformant", 1, "FAIL")


def test_the_last_word_counts_and_every_word_is_kept(run: Path) -> None:
    settle(run, "COND-21", "FAIL")
    settle(run, "COND-21", "PASS")
    results = settle(run, "COND-21", "REVIEW")
    assert verdicts(results)["COND-21"] == "REVIEW"
    assert [one.verdict for one in results.reviews] == ["FAIL", "PASS", "REVIEW"]
    lines = (run / settling.FILE).read_text(encoding="utf-8").splitlines()
    checks = Draft202012Validator(contracts.schema("reviews"))
    assert [list(checks.iter_errors(json.loads(line))) for line in lines] == [[], [], []]


def test_lines_are_only_ever_added_and_the_journal_is_not_touched(run: Path) -> None:
    before = (run / "journal.jsonl").read_bytes()
    settle(run, "COND-21", "FAIL")
    first = (run / settling.FILE).read_bytes()
    settle(run, "COND-22", "PASS")
    assert (run / settling.FILE).read_bytes().startswith(first)
    assert (run / "journal.jsonl").read_bytes() == before


def test_every_file_of_the_run_tells_it(run: Path) -> None:
    settle(run, "COND-21", "FAIL", note="<b>帽子</b>")
    Draft202012Validator(contracts.schema("results")).validate(
        json.loads((run / "results.json").read_text("utf-8"))
    )
    page = (run / "index.html").read_text(encoding="utf-8")
    assert NAME in page
    assert "<b>帽子" not in page
    assert "&lt;b&gt;帽子" in page
    cases = {case.get("name", ""): case for case in ET.parse(run / "junit.xml").iter("testcase")}
    outcome = {
        name.split(" ", 1)[0] + name[-5:]: [child.tag for child in case] for name, case in cases.items()
    }
    assert [tags for name, tags in outcome.items() if name.startswith("COND-21")] == [
        ["failure"],
        ["system-out"],
    ]
    assert [tags for name, tags in outcome.items() if name.startswith("COND-22")] == [["error"]]


def test_latest_follows_its_run(run: Path) -> None:
    latest = run.parent / "latest"
    latest.mkdir()
    for file in run.iterdir():
        (latest / file.name).hardlink_to(file)
    settle(latest, "COND-21", "PASS")
    for name in ("results.json", "index.html", "junit.xml", settling.FILE):
        assert (latest / name).read_bytes() == (run / name).read_bytes(), name


REFUSED = {
    "a rule that the run does not have": (["--rule", "COND-99", "--verdict", "pass", "--by", NAME], "COND-"),
    "a row that nobody has to look at": (
        ["--rule", "COND-20", "--verdict", "pass", "--by", NAME],
        "needs no person",
    ),
    "nobody": (["--rule", "COND-21", "--verdict", "pass", "--by", "  "], "--by"),
    "a name too long": (["--rule", "COND-21", "--verdict", "pass", "--by", "王" * 81], "1 to 80"),
    "a note too long": (
        ["--rule", "COND-21", "--verdict", "pass", "--by", NAME, "--note", "长" * 2001],
        "2000",
    ),
    "a verdict that is none": (["--rule", "COND-21", "--verdict", "good", "--by", NAME], "pass, fail, open"),
    "half of an order": (["--rule", "COND-21", "--verdict", "pass"], "missing: --by"),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_settled_is_refused_and_changes_nothing(
    run: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file.name: file.read_bytes() for file in run.iterdir()}
    assert cli.main(["review", str(run), "--lang", "en", *words]) == 3
    assert said in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in run.iterdir()} == before


def test_the_command_settles_and_gives_the_runs_exit_code(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["review", str(run), "--lang", "zh", "--verdict", "pass", "--by", NAME]
    assert cli.main([*words, "--rule", "COND-21"]) == 2
    assert cli.main([*words, "--rule", "COND-22"]) == 0
    assert "符合" in capsys.readouterr().out


def test_the_list_names_rows_evidence_and_who_has_settled_them(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(run, "COND-22", "PASS", note="已查看")
    capsys.readouterr()
    assert cli.main(["review", str(run), "--lang", "zh"]) == 2
    out = capsys.readouterr().out
    assert all(word in out for word in ("COND-21", "main.mp4", "须由人工核验", NAME, "已查看"))
    assert "COND-20" not in out


def test_a_run_that_has_not_ended_is_refused(run: Path) -> None:
    lines = (run / "journal.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (run / "journal.jsonl").write_text(lines[0], encoding="utf-8")
    with pytest.raises(Stopped, match="has not ended"):
        settling.read(run)


@pytest.mark.parametrize("line", ["{", '{"schema":"examgate-reviews/1"}', "[]"])
def test_reviews_that_somebody_spoilt_are_refused_with_their_line(run: Path, line: str) -> None:
    settle(run, "COND-21", "PASS")
    with (run / settling.FILE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(Stopped) as stopped:
        settling.read(run)
    assert "line 2" in str(stopped.value.quoted)


def test_advice_is_softened_as_in_a_run_and_what_a_person_saw_of_a_candidate_stands(run: Path) -> None:
    results = settling.read(run).results
    rules = (
        results.rules[0],
        replace(results.rules[1], level="SHOULD"),
        replace(results.rules[2], answers_for="candidate"),
    )
    form.dump(replace(results, rules=rules), run / "results.json")
    assert verdicts(settle(run, "COND-21", "FAIL"))["COND-21"] == "WARN"
    settled = settle(run, "COND-22", "FAIL")
    assert (verdicts(settled)["COND-22"], settled.verdict) == ("FAIL", "conformant")


def test_the_checklist_can_be_handed_to_a_desk(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", "--checklist", "--lang", "zh"]) == 0
    items = json.loads(capsys.readouterr().out)["items"]
    bench = yaml.safe_load(contracts.text("bench.openapi.yaml"))
    schema = {"$ref": "#/components/schemas/Checklist", "components": bench["components"]}
    Draft202012Validator(schema).validate({"items": items})
    assert {"hat", "gap", "second_phone"} <= {item["id"] for item in items}
