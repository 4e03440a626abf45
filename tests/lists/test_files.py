"""The files of the lists: what names nothing, or cannot hold, is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from conformance import catalogue, lists
from conformance.faults import FileError
from conformance.lists import Files, Lists
from conformance.sentences import suite
from reports.form import Text
from tests.lists.entries import BROKEN, DAY, KEPT, KNOWN, STORY, WAIVER, WAVERS, A

KINDS = {"waivers": WAIVER, "known_failures": KNOWN, "flaky": WAVERS}


def read(tmp_path: Path, kind: str, *entries: dict[str, Any]) -> Lists:
    file = tmp_path / f"{kind}.toml"
    file.write_text(tomli_w.dumps({kind: list(entries)}), encoding="utf-8")
    return lists.read(Files(**{kind: str(file)}), [BROKEN, KEPT], [STORY])


def test_sound_files_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, "waivers", WAIVER).waivers[0].subject == f"sha256:{A}"
    ranged = {key: value for key, value in WAIVER.items() if key != "sha256"}
    ranged |= {"app": "main", "versions": ">=2.1, <2.4", "reason": {"en": "soon", "zh": "近期"}}
    (entry,) = read(tmp_path, "waivers", ranged).waivers
    assert (entry.subject, entry.reason, entry.expires) == (
        "main app >=2.1, <2.4",
        Text("soon", "近期"),
        "2023-01-31",
    )
    assert read(tmp_path, "known_failures", KNOWN).known_failures[0].rule == BROKEN
    assert read(tmp_path, "flaky", WAVERS).flaky[0].rate == 0.05
    assert read(tmp_path, "flaky") == Lists()


EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "lists"


def test_the_examples_are_sound() -> None:
    names = {kind: str(EXAMPLES / f"{kind.replace('_', '-')}.toml") for kind in KINDS}
    there = [case.id for case in suite.read().cases()]
    found = lists.read(Files(**names), catalogue.load().ids, there)
    assert (len(found.waivers), len(found.known_failures), len(found.flaky)) == (2, 1, 1)


FAULTY: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a rule that is none": ("waivers", {"rule": "WAIT-91"}, "waivers[0].rule", "did you mean WAIT-01?"),
    "a known rule that is none": ("known_failures", {"rule": "ABCD-91"}, "known_failures[0].rule", "catalogue"),
    "a scenario that is none": ("flaky", {"scenario": "a/a.feature#b"}, "flaky[0].scenario", "a scenario"),
    "no digest": ("waivers", {"sha256": "A" * 64}, "waivers[0].sha256", "64 lower-case"),
    "two releases": ("waivers", {"app": "main", "versions": ">=1"}, "waivers[0].sha256", "either sha256"),
    "no release": ("waivers", {"sha256": None}, "waivers[0].sha256", "either sha256"),
    "an app without versions": ("waivers", {"sha256": None, "app": "aux"}, "waivers[0].versions", "either sha256"),
    "no range": ("waivers", {"sha256": None, "app": "aux", "versions": "2.x"}, "waivers[0].versions", ">=2.1"),
    "nobody approved it": ("waivers", {"approver": None}, "waivers[0].approver", "who approved it"),
    "nobody owns it": ("known_failures", {"owner": " "}, "known_failures[0].owner", "who sees to it"),
    "no last day": ("waivers", {"expires": None}, "waivers[0].expires", "the last day"),
    "an end before the beginning": ("waivers", {"expires": date(2022, 1, 1)}, "waivers[0].expires", "not before"),
    "a day that is none": ("flaky", {"since": "2023-02-30"}, "flaky[0].since", "a day that exists"),
    "rule and scenario": ("known_failures", {"scenario": STORY}, "known_failures[0].rule", "either rule or"),
    "never measured": ("flaky", {"runs": None}, "flaky[0].runs", "examgate repeat"),
    "no share": ("flaky", {"rate": None}, "flaky[0].rate", "examgate repeat"),
    "it always fails": ("flaky", {"rate": 1.0}, "flaky[0].rate", "below 1"),
    "hardly measured": ("flaky", {"runs": 2}, "flaky[0].runs", "at least 5"),
    "an unknown key": ("waivers", {"until": DAY}, "waivers[0].until", "expires"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "change", "key", "expected"), FAULTY.values(), ids=FAULTY)
def test_an_entry_that_cannot_hold_is_refused(
    tmp_path: Path, kind: str, change: dict[str, Any], key: str, expected: str
) -> None:
    entry = {name: value for name, value in {**KINDS[kind], **change}.items() if value is not None}
    with pytest.raises(FileError) as error:
        read(tmp_path, kind, entry)
    assert key in [fault.key for fault in error.value.faults]
    assert expected in str(error.value)


@pytest.mark.parametrize(("kind", "entry"), KINDS.items(), ids=KINDS)
def test_an_entry_that_is_there_twice_is_refused(tmp_path: Path, kind: str, entry: dict[str, Any]) -> None:
    with pytest.raises(FileError, match="each once"):
        read(tmp_path, kind, entry, {**entry, "owner": "another"})
