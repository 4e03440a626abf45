"""`examgate doctor` as a user starts it: good and bad phones, phones that run already, what is written, what it ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import contracts
from conformance import catalogue
from conformance.doctor import forms, page, states
from conformance.readiness import identity
from conformance.readiness.aspects import ASPECTS
from conformance.saying import Stopped

ROOT = Path(__file__).resolve().parents[2]
CALL = "import sys; sys.argv[0] = 'examgate'; from conformance.cli import main; sys.exit(main())"
SIMULATED = (ROOT / "conformance/targets/simulated.toml").read_text(encoding="utf-8")
START = next(line for line in SIMULATED.splitlines() if line.startswith("start = "))


def doctor(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", CALL, "doctor", "--out", str(tmp_path / "out"), *words]
    environment = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "COLUMNS": "160"}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=120, cwd=tmp_path
    )


def amiss(found: dict[str, Any], role: str) -> dict[str, str]:
    (phone,) = [one for one in found["phones"] if one["role"] == role]
    return {row["aspect"]: row["grade"] for row in phone["rows"] if row["grade"] != "fit"}


@pytest.mark.parametrize("model", ["oppo-a55-5g", "huawei-mate-50", "iphone-13"])
def test_good_phones_are_ready(tmp_path: Path, model: str) -> None:
    ran = doctor(tmp_path, "--main", model, "--aux", model, "--json")
    found = json.loads(ran.stdout)
    assert ran.returncode == 0, ran.stdout
    jsonschema.validate(found, contracts.schema("readiness"))
    assert {role: amiss(found, role) for role in ("main", "aux")} == {"main": {}, "aux": {}}
    assert [row["aspect"] for row in found["phones"][0]["rows"]] == list(forms.aspects())


def test_bad_phones_are_told_row_by_row_with_what_to_do(tmp_path: Path) -> None:
    ran = doctor(tmp_path, "--state", "bad", "--main", "iphone-13", "--aux", "huawei-p9", "--lang", "zh")
    assert ran.returncode == 1, ran.stderr
    found = json.loads((tmp_path / "out/readiness.json").read_text(encoding="utf-8"))
    unfit = {
        role: {name for name, grade in amiss(found, role).items() if grade == "unfit"}
        for role in ("main", "aux")
    }
    assert unfit == {
        "main": {"role", "room", "calls", "ringer", "alarms", "dark_mode"},
        "aux": {"permissions", "media_volume", "language", "font_size", "assistant_key"},
    }
    assert {"system", "age"} <= set(amiss(found, "aux"))
    html = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    for phone in found["phones"]:
        for row in phone["rows"]:
            assert row["remedy"]["zh"] in ran.stdout
            assert row["remedy"]["zh"] in html
            assert bool(row["remedy"]["en"]) == (row["grade"] != "fit")
    assert "script" not in html.replace("default-src", "")


def test_one_thing_otherwise(tmp_path: Path) -> None:
    ran = doctor(tmp_path, "--put", "aux.battery=79", "--put", "aux.plugged=no", "--json")
    found = json.loads(ran.stdout)
    assert (ran.returncode, amiss(found, "main")) == (0, {})
    assert amiss(found, "aux") == {"battery": "advice", "power": "advice"}


def test_nobody_told_is_2(tmp_path: Path) -> None:
    ran = doctor(tmp_path, "--operator", "nobody", "--json")
    assert ran.returncode == 2
    assert set(amiss(json.loads(ran.stdout), "main").values()) == {"unknown"}


def test_a_season_with_one_phone(tmp_path: Path) -> None:
    ran = doctor(tmp_path, "--season", "zjut-2022", "--json")
    roles = [phone["role"] for phone in json.loads(ran.stdout)["phones"]]
    assert roles[:1] == ["main"]


@pytest.fixture
def running() -> Iterator[dict[str, Any]]:
    """A simulation that runs already, with a phone that nobody has made ready."""
    words = [sys.executable, "-m", "simulators", "--json", "--until-eof", "--main", "huawei-mate-50"]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout
    assert process.stdin
    yield json.loads(process.stdout.readline())
    process.stdin.close()
    process.wait(20)
    process.stdout.close()


def elsewhere(tmp_path: Path, told: dict[str, Any]) -> Path:
    address = f'address = {{ webdriver = "{told["webdriver"]}", bench = "{told["bench"]}", token = "{told["token"]}" }}'
    text = SIMULATED.replace(START, address)
    defects = text[text.index("[defects]") : text.index("[apps]")]
    path = tmp_path / "there.toml"
    path.write_text(text.replace(defects, ""), encoding="utf-8")
    return path


def test_phones_that_run_already_are_looked_at_as_they_are(tmp_path: Path, running: dict[str, Any]) -> None:
    there = elsewhere(tmp_path, running)
    ran = doctor(tmp_path, "--target", str(there), "--json")
    found = json.loads(ran.stdout)
    assert ran.returncode == 1, "calls can come in on a phone as it comes"
    assert [phone["name"] for phone in found["phones"]] == ["HUAWEI Mate 50", "OPPO A55 5G"]
    assert [phone["udid"] for phone in found["phones"]] == [phone["udid"] for phone in running["phones"]]
    refused = doctor(tmp_path, "--target", str(there), "--state", "bad")
    assert (refused.returncode, "--state" in refused.stderr) == (3, True)


BAD = {
    "a model that is none": ["--main", "nokia-3310"],
    "a subject that is none": ["--subject", "cooking"],
    "a phone that is none": ["--put", "third.ringer=silent"],
    "a thing that is none": ["--put", "main.hat=red"],
    "a value that is none": ["--put", "main.ringer=purple"],
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD)
def test_what_does_not_fit_is_3_with_a_reason(tmp_path: Path, words: list[str]) -> None:
    ran = doctor(tmp_path, *words)
    assert ran.returncode == 3
    assert words[-1] in ran.stderr
    assert "Traceback" not in ran.stderr


def test_every_aspect_is_named_and_every_rule_is_one() -> None:
    looked_at = {*ASPECTS, *identity.PARTS, "version", "permissions"}
    assert looked_at == set(forms.aspects())
    known = catalogue.load().ids
    assert {rule for aspect in forms.aspects().values() for rule in aspect.rules} <= set(known)


def test_the_schema_is_that_of_the_classes() -> None:
    assert contracts.schema("readiness") == forms.schema()


@pytest.mark.parametrize("word", ["", "main", "main.ringer", "main.=x", ".ringer=x", "main.ringer="])
def test_a_put_has_a_phone_a_name_and_a_value(word: str) -> None:
    with pytest.raises(Stopped):
        states.read(word)


def test_what_a_phone_says_does_nothing_to_the_page() -> None:
    from conformance.kit import kit
    from reports.form import Text

    row = forms.Row(aspect="model", title=Text("model", "型号"), rules=(), grade="fit", found=Text("<b>x</b>", "<b>x</b>"),
                    told_by="phone", answer="<script>")  # fmt: skip
    seen = forms.Seen(role="main", udid="<i>", rows=(row,))
    found = forms.Checkup(kit=kit(), season="s", subject="s", session="formal", exam=Text("e", "e"), target="t",
                          kind="device", at="", grade="fit", exit_code=0, phones=(seen,))  # fmt: skip
    html = page.page(found, "en")
    assert not {"<b>x</b>", "<script>", "<i>"} & {
        part for part in ("<b>x</b>", "<script>", "<i>") if part in html
    }
