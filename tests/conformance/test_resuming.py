"""Runs that were cut short: killed anywhere, they go on and come to what an undisturbed run comes to."""

from __future__ import annotations

import resource
import shlex
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from conformance import cli, journal, plan
from conformance.journal import Writer
from conformance.plan import Plan
from conformance.request import RunRequest
from conformance.running import choosing, contents, manifest, outdir, projection, resuming
from conformance.running.choosing import Chosen
from conformance.saying import Stopped
from reports import form
from tests.conformance.conftest import TINY, Ran, command, environment
from tests.conformance.test_run import wait_for

Tiny = Callable[..., Path]
CASES = 7


class Lab:
    """A folder with a target, in which runs are begun, killed and gone on with."""

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder, self.target, self.out = folder, target, folder / "out"

    def run(self, *words: str, features: str = "many", out: str = "out", **more: str) -> Ran:
        done = subprocess.run(
            command(self.target, self.folder / out, features, *words),
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=environment(**self._counted(more)),
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr, self.folder / out)

    def examgate(self, *words: str) -> Ran:
        """`examgate run` with these words and no others."""
        done = subprocess.run(
            [*command(self.target, self.out)[:4], *words, "--out", str(self.out)],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=environment(),
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr, self.out)

    @contextmanager
    def stuck(self, *words: str, turns: int, results: int) -> Iterator[subprocess.Popen[bytes]]:
        """A run that has so many results and gets no further."""
        running = subprocess.Popen(
            command(self.target, self.out, "many", *words),
            cwd=self.folder,
            env=environment(**self._counted({"TINY_TURNS": str(turns)})),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(lambda: self._with_results(results))
            yield running
        finally:
            children = psutil.Process(running.pid).children(recursive=True)
            running.kill()
            running.wait()
            _, alive = psutil.wait_procs(children, timeout=20)
            assert not alive

    def part(self) -> Path:
        (path,) = self.out.glob("*.part")
        return path

    def _with_results(self, number: int) -> journal.Read | None:
        for path in self.out.glob("*.part/journal.jsonl"):
            if path.read_bytes().count(b"\n") > number:
                kept = journal.read(path)
                return kept if len(kept.scenarios) >= number else None
        return None

    def _counted(self, more: dict[str, str]) -> dict[str, str]:
        counts = self.folder / "counts"
        counts.mkdir(exist_ok=True)
        for count in counts.iterdir():
            count.unlink()
        return {"TINY_COUNTS": str(counts), **more}


@pytest.fixture
def lab(tmp_path: Path, tiny: Tiny) -> Lab:
    return Lab(tmp_path, tiny())


def canonical(ran: Ran) -> bytes:
    return projection.canonical(form.load(ran.out / "latest" / "results.json"))


@pytest.mark.parametrize(("workers", "turns"), [("1", 1), ("1", 3), ("1", 5), ("2", 1), ("2", 4)])
def test_a_killed_run_goes_on_and_equals_one_that_was_not(lab: Lab, workers: str, turns: int) -> None:
    whole = lab.run("-n", workers, out="whole")
    with lab.stuck("-n", workers, turns=turns, results=turns):
        pass
    before = len(journal.read(lab.part() / "journal.jsonl").scenarios)
    ran = lab.examgate("--resume")
    assert ran.code == whole.code == 1, ran.errors
    assert canonical(ran) == canonical(whole)
    attempts = ran.results["attempts"]
    assert [(one["number"], one["why"], one["exit_code"]) for one in attempts] == [
        (1, "begun", None),
        (2, "resumed", 1),
    ]
    assert [one["scenarios"] for one in attempts] == [before, CASES - before]
    assert list(ran.out.glob("*.part")) == []


def test_any_number_of_workers_comes_to_the_same(lab: Lab) -> None:
    one, two = (lab.run("-n", workers, out=workers) for workers in ("1", "2"))
    assert one.code == two.code == 1
    assert canonical(one) == canonical(two)


def test_a_run_that_is_killed_twice_goes_on_twice(lab: Lab) -> None:
    whole = lab.run("-n", "1", out="whole")
    with lab.stuck("-n", "1", turns=1, results=1):
        pass
    with lab.stuck("--resume", turns=2, results=3):
        pass
    ran = lab.examgate("--resume", str(lab.part()))
    assert canonical(ran) == canonical(whole)
    assert [one["why"] for one in ran.results["attempts"]] == ["begun", "resumed", "resumed"]
    assert sum(one["scenarios"] for one in ran.results["attempts"]) == CASES


def test_one_that_was_killed_after_its_last_result_is_only_published(lab: Lab) -> None:
    ran = lab.run("-n", "1")
    (whole,) = (path for path in ran.out.iterdir() if path.name != "latest")
    kept = whole.rename(whole.with_suffix(".part"))
    expected = canonical(ran)
    (kept / "index.html").unlink()
    again = lab.examgate("--resume", str(whole))
    assert again.code == 1, again.errors
    assert canonical(again) == expected
    footer = journal.read(again.out / "latest" / "journal.jsonl").footer
    assert footer is not None
    assert footer["files"] == {
        name: digest
        for name, digest in contents.digests(again.out / "latest").items()
        if name in footer["files"]
    }
    assert (again.out / "latest" / "index.html").is_file()


def test_what_a_cut_off_scenario_left_is_taken_away(lab: Lab) -> None:
    with lab.stuck("-n", "1", turns=2, results=2):
        pass
    evidence = lab.part() / "evidence"
    assert len(list(evidence.iterdir())) >= 2
    ran = lab.examgate("--resume")
    named = {one["evidence"] for one in ran.results["scenarios"]} - {""}
    assert {f"evidence/{path.name}" for path in (ran.out / "latest" / "evidence").iterdir()} == named


def test_a_cut_off_line_is_named_and_can_be_dropped(lab: Lab) -> None:
    whole = lab.run("-n", "1", out="whole")
    with lab.stuck("-n", "1", turns=3, results=3):
        pass
    path = lab.part() / "journal.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    number = path.read_bytes().count(b"\n") + 1
    ran = lab.examgate("--resume")
    assert ran.code == 3
    assert f"line {number}: cut off" in ran.errors
    printed = ran.errors.splitlines()[0].rpartition(": ")[2]
    again = lab.examgate(*shlex.split(printed)[2:])
    assert again.code == 1, again.errors
    assert canonical(again) == canonical(whole)


def test_a_line_that_is_wrong_further_up_is_named_and_cannot_be_dropped(lab: Lab) -> None:
    with lab.stuck("-n", "1", turns=3, results=3):
        pass
    path = lab.part() / "journal.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], *lines[4:]]))
    before = path.read_bytes()
    for words in (["--resume"], ["--resume", "--drop-cut-line"]):
        ran = lab.examgate(*words)
        assert ran.code == 3
        assert "line 4: found number 5" in ran.errors
    assert path.read_bytes() == before


CHANGES = {
    "the kit": ("kit", {"name": "examgate", "version": "0"}, "examgate itself"),
    "the season": ("season", "another", "the season"),
    "the catalogue": ("catalogue", "another", "the catalogue of rules"),
    "the target": ("target", "another", "the target file"),
    "the seed": ("seed", 9, "the seed"),
    "the scenarios": ("scenarios", [], "the scenarios"),
}


@pytest.fixture
def cut_short(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> tuple[Plan, Chosen, Path]:
    """A run that has been begun and got no further."""
    monkeypatch.syspath_prepend(TINY)
    request = RunRequest(
        target=str(lab.target),
        features=str(TINY / "many"),
        catalogue=str(TINY / "rules"),
        steps=("tinysteps",),
    )
    read = plan.read(request)
    chosen = choosing.chosen(read)
    part = outdir.begin(lab.out)
    with Writer.begin(part / outdir.JOURNAL, manifest.manifest(read, chosen)) as writer:
        writer.attempt(1, "begun", len(chosen.cases))
    return read, chosen, part


def test_a_run_goes_on_where_all_is_as_it_was(cut_short: tuple[Plan, Chosen, Path]) -> None:
    read, chosen, part = cut_short
    assert resuming.request_of(part) == read.request
    writer, kept = resuming.open_again(part, without_cut=False)
    with writer:
        assert resuming.begun(part, read, chosen, writer, kept).kept.missing == [
            case.id for case in chosen.cases
        ]


@pytest.mark.parametrize("name", CHANGES)
def test_a_run_does_not_go_on_where_something_is_no_longer_the_same(
    cut_short: tuple[Plan, Chosen, Path], name: str
) -> None:
    read, chosen, part = cut_short
    key, value, said = CHANGES[name]
    writer, kept = resuming.open_again(part, without_cut=False)
    before = {**kept.manifest, key: value}
    with writer, pytest.raises(Stopped) as stopped:
        resuming.begun(part, read, chosen, writer, replace(kept, manifest=before))
    assert str(stopped.value).endswith(f"not the same as when it was begun: {said}; begin a new run")


def test_a_file_that_was_given_must_be_the_same(cut_short: tuple[Plan, Chosen, Path]) -> None:
    read, chosen, part = cut_short
    read.target.path.write_text(read.target.path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    writer, kept = resuming.open_again(part, without_cut=False)
    with writer, pytest.raises(Stopped, match=str(read.target.path)):
        resuming.begun(part, read, chosen, writer, kept)


def test_a_run_that_goes_on_elsewhere_is_left_alone(cut_short: tuple[Plan, Chosen, Path]) -> None:
    part = cut_short[2]
    writer, _ = resuming.open_again(part, without_cut=False)
    with writer, pytest.raises(Stopped, match="still going on"):
        resuming.open_again(part, without_cut=False)


def test_a_run_that_judged_nothing_is_begun_anew(cut_short: tuple[Plan, Chosen, Path]) -> None:
    read, chosen, part = cut_short
    writer, _ = resuming.open_again(part, without_cut=False)
    with writer:
        writer.footer("not-judged", 3)
    writer, kept = resuming.open_again(part, without_cut=False)
    with writer, pytest.raises(Stopped, match="ended without judging anything"):
        resuming.begun(part, read, chosen, writer, kept)


REFUSED = {
    "another seed": (["--resume", "--seed", "9"], "--seed says something else"),
    "other rules": (["--resume", "--rules", "TINY-01"], "--rules says something else"),
    "both": (["--resume", "--failed"], "exclude each other"),
    "a cut line of a new run": (["--drop-cut-line"], "goes with --resume"),
    "no run": (["--resume", "nowhere"], "nowhere: no run was cut short there"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_words_that_do_not_fit_are_refused(
    cut_short: tuple[Plan, Chosen, Path], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words, said = REFUSED[name]
    assert cli.main(["run", *words, "--out", str(cut_short[2].parent)]) == 3
    assert said in capsys.readouterr().err


def test_where_nothing_was_cut_short_there_is_nothing_to_go_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["run", "--resume", "--out", str(tmp_path)]) == 3
    assert "no run was cut short there" in capsys.readouterr().err


def test_a_whole_run_needs_nothing_more(lab: Lab) -> None:
    ran = lab.run("-n", "1")
    again = lab.examgate("--resume", str(ran.out / "latest"))
    assert again.code == 3
    assert "this run is whole" in again.errors


def test_a_run_that_found_a_full_disk_goes_on_when_there_is_room(lab: Lab) -> None:
    whole = lab.run("-n", "1", out="whole")
    room = (lab.folder / "whole" / "latest" / "journal.jsonl").stat().st_size // 2
    done = subprocess.run(
        command(lab.target, lab.out, "many", "-n", "1"),
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        cwd=lab.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "--resume" in done.stderr
    assert 0 < len(journal.read(lab.part() / "journal.jsonl").scenarios) < CASES
    assert canonical(lab.examgate("--resume")) == canonical(whole)
