"""`examgate load audit RUN`: the journals of a finished run once more, by the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from conformance.cli import main
from conformance.load import plan
from conformance.load.result import files
from conformance.load.running.audited import audited
from conformance.saying import Stopped
from reports.form import FormError, Text
from tests.load.audit import tampering
from tests.load.audit.days import Choices, Day, honest
from tests.load.audit.test_auditor import write
from tests.load.result.days import head


def a_run(folder: Path, day: Day) -> Path:
    write(folder, day)
    as_played = replace(head(), plan=msgspec.to_builtins(plan.load("tiny")))
    files.dump(as_played, folder / files.NAME)
    return folder


def test_an_honest_run_passes_once_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_run(tmp_path, honest(Choices()))
    assert main(["load", "audit", str(tmp_path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["schema"]) == ("passed", "examgate-load/1")
    assert found["total"]["requests"] > 10


def test_what_was_tampered_with_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = honest(Choices())
    tampering.stamped_too_late(day)
    a_run(tmp_path, day)
    assert main(["load", "audit", str(tmp_path), "--lang", "zh"]) == 1
    assert "WAIT-05" in capsys.readouterr().out


def test_what_kept_a_run_from_its_end_still_does(tmp_path: Path) -> None:
    folder = a_run(tmp_path, honest(Choices()))
    died = replace(files.load(folder), unfinished=(Text("a worker died", "进程中途退出"),))
    files.dump(died, folder / files.NAME)
    assert audited(folder).verdict == "incomplete"


def test_a_folder_without_journals_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FormError):
        audited(tmp_path)
    a_run(tmp_path, honest(Choices()))
    (tmp_path / "audit.json").unlink()
    with pytest.raises(Stopped):
        audited(tmp_path)
    assert main(["load", "audit"]) == 3
    assert main(["load", "audit", str(tmp_path)]) == 3
    assert "Traceback" not in capsys.readouterr().err
