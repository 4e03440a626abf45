"""From a run of examgate's own simulated phones to a certificate, with the packages that a cable pulls off them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from base64 import b64decode
from functools import partial
from pathlib import Path

import pytest

from conformance import plan
from conformance.bench import Bench
from conformance.lab import launch
from conformance.lab.stagehand import Stagehand
from conformance.phone.connecting import open_driver
from conformance.request import RunRequest
from tests.certificate.conftest import desk, judged, target
from tests.conformance.conftest import environment


def pulled(folder: Path) -> dict[str, list[Path]]:
    """The package files of both apps, as any Appium client pulls them."""
    planned, found = plan.read(RunRequest()), dict[str, list[Path]]()
    with launch.running(planned.target, planned.request) as running:
        bench = Bench(running.address.bench, running.address.token)
        connect = partial(open_driver, running.address.webdriver, planned.target)
        stage = Stagehand(bench, bench.controls(), planned.target, planned.instants, 1, connect)
        phones = stage.open("registered").candidates[0].phones
        for role, udid in (("main", phones.main), ("aux", phones.aux)):
            package = planned.target.app(role).package
            shown = stage.phone(str(udid)).command("shell", {"command": f"pm path {package}"})
            for line in str(shown).split():
                remote = line.removeprefix("package:")
                content = stage.phone(str(udid)).command("pullFile", {"remotePath": remote})
                path = folder / f"{role}-{remote.rpartition('/')[2]}"
                path.write_bytes(b64decode(content))
                found.setdefault(role, []).append(path)
        stage.close()
        bench.close()
    return found


def test_the_packages_of_the_simulated_phones_are_what_ran_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = desk(tmp_path, judged(tmp_path, "simulated"), capsys)
    apps = [
        word
        for role, paths in pulled(tmp_path).items()
        for path in paths
        for word in (f"--{role}", str(path))
    ]
    assert len(apps) == 8, "a base and a split of each app"
    code, said = office.certify("--demo", *apps)
    assert code == 0, said
    code, said = office.verify(*apps, "--run", str(office.run))
    assert code == 0, said
    assert "not checked" not in said
    path = Path(apps[1])
    content = bytearray(path.read_bytes())
    content[50] ^= 1
    path.write_bytes(content)
    code, said = office.verify(*apps, "--run", str(office.run))
    assert code == 1
    assert f"main app: {path} was changed" in said


def test_what_people_settled_is_certified_and_what_was_slipped_in_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = judged(tmp_path, str(target(tmp_path, "packaged")), "looked")
    office = desk(tmp_path, run, capsys)
    code, said = office.certify(*office.apps)
    assert (code, "the run's verdict is incomplete" in said) == (3, True)
    settle = ["--rule", "GREEN-02", "--verdict", "pass", "--by", "李老师"]
    assert office.examgate("review", str(office.run), *settle)[0] == 0
    code, said = office.certify(*office.apps)
    assert code == 0, said
    code, said = office.verify(*office.apps, "--run", str(office.run))
    assert code == 0, said
    results = office.run / "results.json"
    content = json.loads(results.read_bytes())
    content["scenarios"][0]["verdict"] = "WARN"
    results.unlink()
    results.write_text(json.dumps(content), encoding="utf-8")
    office.certificate.unlink()
    code, said = office.certify(*office.apps)
    assert (code, "changed since the run ended: results.json" in said) == (3, True)


def test_a_run_that_was_cut_short_and_went_on_is_certified_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = judged(tmp_path, str(target(tmp_path, "packaged")))
    (whole,) = (path for path in run.parent.iterdir() if path.name != "latest")
    lines = (whole / "journal.jsonl").read_bytes().splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines, start=1) if b'"entry":"scenario"' in line)
    shutil.rmtree(run)
    part = whole.rename(whole.with_name(f"{whole.name}.part"))
    for name in ("journal.jsonl", "results.json", "index.html", "junit.xml"):
        (part / name).unlink()
    (part / "journal.jsonl").write_bytes(b"".join(lines[:first]))
    done = subprocess.run(
        [sys.executable, "-m", "conformance", "run", "--resume", "--out", str(run.parent)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        cwd=tmp_path,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    office = desk(tmp_path, run, capsys)
    code, said = office.certify(*office.apps)
    assert code == 0, said
    assert "started 2 times until it was whole" in said
    assert office.verify(*office.apps, "--run", str(office.run))[0] == 0
