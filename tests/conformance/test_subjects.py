"""What was judged: read on the phones and from the bench, at the start and the end of a run, and held together."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, cast

import pytest

from conformance.lab import installed
from conformance.lab.installed import Found
from conformance.phone.handset import Handset
from conformance.running import subjects
from reports.form import Part, Subject
from tests.conformance.conftest import TINY, Examgate

SUM = sha256(b"apk").hexdigest()
PATHS = "package:/data/app/a-1/base.apk\npackage:/data/app/a-1/split_config.zh.apk\n"
DUMP = "    versionCode=10203 minSdk=24\n    versionName=1.2.3\n"


class Phone:
    """Answers commands from a table, None to all else, as a handset does."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = answers

    def command(self, name: str, arguments: Mapping[str, object]) -> Any:
        line = " ".join((name, *map(str, arguments.values())))
        return next((said for start, said in self.answers.items() if line.startswith(start)), None)


def read(kind: str, **answers: Any) -> dict[str, Any]:
    reader = installed.READERS[cast(Any, kind)]
    return reader(cast(Handset, Phone(answers["told"])), "a")


@pytest.mark.parametrize(
    "digests",
    [
        {"shell sha256sum": f"{SUM}  /data/app/a-1/base.apk\n"},
        {"shell sha256sum": "sha256sum: not found", "pullFile": b64encode(b"apk").decode()},
    ],
    ids=["hashed on the phone", "pulled"],
)
def test_base_and_splits_are_hashed(digests: dict[str, str]) -> None:
    found = read("android", told={"shell pm path": PATHS, "shell dumpsys": DUMP, **digests})
    assert found["parts"] == (
        Part(name="base.apk", sha256=SUM),
        Part(name="split_config.zh.apk", sha256=SUM),
    )
    assert (found["version"], found["build"], found["sha256"]) == ("1.2.3", "10203", SUM)
    assert found["read_from"] == "phone"


@pytest.mark.parametrize(
    ("kind", "told", "remark"),
    [
        ("android", {}, installed.REFUSED),
        ("android", {"shell pm path": "Error"}, installed.NOT_THERE),
        ("android", {"shell pm path": PATHS, "pullFile": "no base64"}, installed.REFUSED),
        ("ios", {}, installed.NOT_THERE),
        ("ios", {"listApps": {"b": {}}}, installed.NOT_THERE),
    ],
)
def test_what_cannot_be_read_says_why(kind: str, told: dict[str, Any], remark: object) -> None:
    assert read(kind, told=told) == {"remark": remark}


def test_an_iphone_tells_version_and_build_and_no_digest() -> None:
    app = {"CFBundleShortVersionString": "1.2.3", "CFBundleVersion": "45"}
    found = read("ios", told={"listApps": {"a": app}})
    assert found == {"version": "1.2.3", "build": "45", "read_from": "phone", "remark": installed.APPLES}


APP = Subject(
    party="main app", id="a", sha256=SUM, parts=(Part(name="base.apk", sha256=SUM),), read_from="phone"
)
PLATFORM = Subject(party="platform", id="p", build="b1", read_from="bench")
MUTE = Subject(party="main app", id="a", remark=installed.LOST)
Ends = list[tuple[str, Subject | None]]


@pytest.mark.parametrize(
    ("ends", "agreed"),
    [
        ([("start", APP), ("end", APP)], True),
        ([("start", APP), ("start", APP), ("end", APP), ("end", APP)], True),
        ([("start", APP), ("start", APP), ("end", APP)], True),
        ([("start", APP), ("end", APP), ("end", None)], None),
        ([("start", None), ("start", APP), ("end", APP)], None),
        ([("start", APP)], None),
        ([("start", APP), ("end", MUTE)], None),
        ([("start", MUTE), ("end", MUTE)], None),
        ([("start", APP), ("end", replace(APP, parts=()))], False),
        ([("start", APP), ("end", replace(APP, build="8"))], False),
        ([("start", APP), ("start", replace(APP, version="2"))], False),
        ([("start", PLATFORM), ("end", PLATFORM)], True),
        ([("start", PLATFORM), ("end", replace(PLATFORM, build="b2"))], False),
        ([("start", PLATFORM), ("end", replace(PLATFORM, build=""))], None),
    ],
)
def test_both_ends_agree_or_differ_or_tell_nothing(ends: Ends, agreed: bool | None) -> None:
    (party,) = subjects.together([Found(cast(Any, at), (one,) if one else ()) for at, one in ends])
    assert party.agreed is agreed
    assert bool(subjects.fault((party,))) is (agreed is False)


GREEN = ("--catalogue", str(TINY / "greenrules"), "-n", "1")


def test_a_run_tells_what_it_judged(tiny: Callable[..., Any], examgate: Examgate) -> None:
    ran = examgate(tiny("packaged"), *GREEN, features="green")
    assert ran.code == 0, ran.said + ran.errors
    by_party = {one["party"]: one for one in ran.results["subjects"]}
    assert {name: one["agreed"] for name, one in by_party.items()} == {
        "main app": True,
        "aux app": True,
        "platform": True,
    }
    assert (by_party["main app"]["version"], by_party["main app"]["build"]) == ("1.0.7", "7")
    copied = (ran.out / "latest" / "season.toml").read_bytes()
    assert ran.results["season"]["sha256"] == sha256(copied).hexdigest()


def test_every_worker_reads_for_itself(tiny: Callable[..., Any], examgate: Examgate) -> None:
    ran = examgate(tiny("packaged"), *GREEN[:-1], "2", features="green")
    assert ran.code == 0, ran.said + ran.errors
    notes = [
        json.loads(line) for line in (ran.out / "latest" / "journal.jsonl").read_text("utf-8").splitlines()
    ]
    found = [json.loads(one["text"])["at"] for one in notes if one.get("what") == "found"]
    assert sorted(found) == ["end", "end", "start", "start"]
    assert [one["agreed"] for one in ran.results["subjects"]] == [True, True, True]


def test_an_app_that_changes_during_the_run_is_a_fault_of_the_lab(
    tiny: Callable[..., Any], examgate: Examgate
) -> None:
    ran = examgate(tiny("packaged", "updates-itself"), *GREEN, features="green")
    assert ran.code == 3
    assert ran.results["verdict"] == "incomplete"
    assert "main app on the phone and the aux app on the phone changed" in ran.results["lab_fault"]["en"]
    assert "changed during the run" in ran.said


def test_a_target_that_tells_nothing_is_judged_all_the_same(
    tiny: Callable[..., Any], examgate: Examgate
) -> None:
    ran = examgate(tiny(), *GREEN, features="green")
    assert ran.code == 0, ran.said + ran.errors
    assert [one["agreed"] for one in ran.results["subjects"]] == [None, None, None]
    assert all(one["remark"]["zh"] for one in ran.results["subjects"])
