"""The journal of a proof, taken up by a kit of its own or by a newer one."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conformance.kit import kit
from conformance.mutants import printing
from conformance.mutants.forms import Defect, Finding, Matrix
from conformance.mutants.keeping import JOURNAL, Kept, TakenUp
from conformance.saying import Stopped

HEAD = {"kit": "old", "target": "simulated", "seed": 1, "scope": "everything"}
NEWER = {**HEAD, "kit": "new"}
ROWS = [
    Defect(id=name, breaks={"WAIT-01": "is refused"}, layer="platform", en="Late.", zh="晚。")
    for name in ("early", "late", "lost")
]
RESUMED, OLDER = TakenUp(journal=True), TakenUp(journal=True, of_older_kit=True)


def caught(defect: str) -> Finding:
    return Finding(defect=defect, state="caught", cells={"WAIT-01": "caught"}, ran=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A proof by the older kit, broken off."""
    kept = Kept(tmp_path, HEAD, ROWS, TakenUp())
    kept.add(caught("early"))
    kept.add(replace(caught("lost"), state="broken"))
    kept.close()
    return tmp_path


def kits(folder: Path, taken_up: TakenUp, head: dict[str, object]) -> dict[str, str]:
    kept = Kept(folder, head, ROWS, taken_up)
    kept.close()
    return {name: one.kit for name, one in kept.findings.items()}


def test_the_same_kit_goes_on_and_says_nothing_of_it(folder: Path) -> None:
    assert kits(folder, RESUMED, HEAD) == {"early": ""}


def test_a_newer_kit_takes_up_nothing_unless_it_is_asked_to(folder: Path) -> None:
    before = (folder / JOURNAL).read_bytes()
    with pytest.raises(Stopped, match="--older-kit"):
        kits(folder, RESUMED, NEWER)
    assert (folder / JOURNAL).read_bytes() == before


@pytest.mark.parametrize("other", [{"seed": 2}, {"scope": "own"}, {"target": "another"}])
def test_what_was_held_against_something_else_is_never_taken_up(
    folder: Path, other: dict[str, object]
) -> None:
    with pytest.raises(Stopped, match="begin anew"):
        kits(folder, OLDER, {**NEWER, **other})


def test_what_the_older_kit_has_found_says_so_and_what_is_found_since_does_not(folder: Path) -> None:
    kept = Kept(folder, NEWER, ROWS, OLDER)
    kept.add(caught("late"))
    kept.add(caught("lost"))
    kept.close()
    assert kits(folder, RESUMED, NEWER) == {"early": "old", "late": "", "lost": ""}
    newest = {**HEAD, "kit": "newest"}
    assert kits(folder, OLDER, newest) == {"early": "old", "late": "new", "lost": "new"}
    assert kits(folder, OLDER, HEAD) == {"early": "", "late": "new", "lost": "new"}, (
        "a kit that is there again"
    )


def matrix(*older: str) -> str:
    found = tuple(replace(caught(row.id), kit="0" * 64 if row.id in older else "") for row in ROWS)
    return printing.markdown(
        Matrix(
            kit=kit(),
            target="simulated",
            seed=1,
            scope="everything",
            started="",
            finished="",
            defects=tuple(ROWS),
            findings=found,
        )
    )


def test_the_matrix_counts_what_earlier_kits_have_judged() -> None:
    assert "earlier kits" not in matrix()
    assert "Judged by earlier kits: 2 (`000000000000`)." in matrix("early", "lost")
