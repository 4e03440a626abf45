"""The command line: what does not fit is said in the user's language, with what would, and ends with 3."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from conformance import cli, saying
from conformance.commands.words import Form, Option, help_text, number, read
from reports.form import Text

BAD = {
    "no command": ([], "run"),
    "a command that is none": (["runn"], "did you mean run?"),
    "an option that is none": (["run", "--seson", "x"], "did you mean --season?"),
    "a season that is none": (["run", "--season", "zjcm-2032"], "zjcm-2023"),
    "a target that is none": (["run", "--target", "simulate"], "did you mean simulated?"),
    "rules that fit nothing": (["run", "--rules", "PAIRS-*"], "did you mean PAIR-"),
    "a scenario that is none": (["run", "--scenario", "pairing/x"], "no scenario 'pairing/x'"),
    "a rule that is none": (["rules", "WAIT-99"], "did you mean WAIT-"),
    "a seed that is no number": (["run", "--seed", "many"], "'many'"),
    "a value that is none": (["run", "--evidence", "all"], "failures, full"),
    "an option without its value": (["run", "--seed"], "lacks its value"),
    "a word too many": (["run", "everything"], "one word too many"),
    "workers that are none": (["run", "-n", "-1"], "-n -1"),
    "no worker at all": (["run", "-n", "0"], "at least one worker"),
    "a world without a season": (["simulate", "--season", "zjcm-2032"], "did you mean zjcm-2023?"),
    "a world without a seed": (["simulate", "--seed", "many"], "'many'"),
    "a port that is no number": (["simulate", "--port-bench", "http"], "'http'"),
    "a port that is none": (["simulate", "--port-bench", "70000"], "0 to 65535"),
    "nothing to be done with a target": (["target"], "after target comes one of: check"),
    "nothing that is done with a bench": (["bench", "chekc"], "did you mean check?"),
    "a bench that is no address": (["bench", "check", "my-bench"], "begins with http:// or https://"),
    "a pair where there are none": (["doctor", "--pair", "1"], "there are none"),
    "tapes of nothing": (["replay", "no-such-run"], "no-such-run"),
    "views of nothing": (["render", "no-such-run"], "no-such-run"),
}


@pytest.fixture
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(("words", "said"), BAD.values(), ids=BAD)
def test_what_does_not_fit_is_said_and_ends_with_3(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 3
    captured = capsys.readouterr()
    assert said in captured.out + captured.err
    assert len(captured.out + captured.err) < 5000
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [row[0] for row in BAD.values()], ids=BAD)
def test_in_chinese_no_english_sentence_is_said(
    words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert cli.main(words) == 3
    captured = capsys.readouterr()
    said = captured.out + captured.err
    assert re.search(r"[一-鿿]", said)
    assert not re.search(r"(?:\b[a-z]{2,} ){3,}", said), said


@pytest.mark.parametrize("command", cli.COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_command_explains_itself(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--lang", lang, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith({"en": "usage: examgate", "zh": "用法：examgate"}[lang])
    if lang == "zh":
        assert not re.search(r"(?:\b[a-z]{2,} ){3,}", said)


@pytest.mark.usefixtures("_english")
def test_a_rule_is_shown_with_source_reading_and_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "WAIT-01"]) == 0
    said = capsys.readouterr().out
    for words in ("WAIT-01", "R428", "C05", "waiting_room/waiting_room.feature#"):
        assert words in said


def test_the_catalogue_is_listed_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "--lang", "zh"]) == 0
    assert "候考" in capsys.readouterr().out


def test_a_narrow_terminal_stops_nothing() -> None:
    """A terminal without Chinese gets escapes, not a traceback."""
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from conformance.cli import main; sys.exit(main())",
            "rules",
            "--lang",
            "zh",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "WAIT-01" in ended.stdout


def test_the_titles_of_the_catalogue_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules", "--lang", "zh"]) == 0
    assert "…" not in capsys.readouterr().out


def test_a_port_in_use_is_said_before_anything_starts(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["simulate", "--lang", "zh", "--port-bench", str(port)]) == 3
    assert f"--port-bench {port}：该端口不可用" in capsys.readouterr().err


LOCALES = [
    ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "zh_TW"}, "zh"),
    ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
    ({}, "en"),
]


@pytest.mark.parametrize(("environment", "lang"), LOCALES)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], lang: str) -> None:
    assert saying.language(environment) == lang


FORM = Form(
    Text("h", "帮"), (Option("--seed", "N", Text("s", "种")), Option("--loud", "", Text("l", "响"))), "ID", 1
)


def test_words_are_read() -> None:
    values = read(FORM, ["one", "--seed=3", "--loud", "--seed", "-4"])
    assert values == {"": ("one",), "--seed": ("3", "-4"), "--loud": ("",)}
    assert number(values, "--seed", 1) == -4
    assert number({}, "--seed", 1) == 1
    assert "--seed N" in help_text("try", FORM, "en")


@pytest.mark.parametrize("words", [["rules"], ["run", "--help"], ["--help"]])
def test_a_reader_that_goes_away_changes_no_exit_code(words: list[str]) -> None:
    main = "import sys; from conformance.cli import main; sys.exit(main())"
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-c", main, *words], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")
