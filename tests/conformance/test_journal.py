"""The run journal: what was written is read back, what was cut off is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import journal

MANIFEST = {
    "kit": {"name": "examgate", "version": "0"},
    "season": "s",
    "edition": "2023.1",
    "catalogue": "0",
    "target": "t",
    "seed": 1,
    "scope": {"full": True},
    "request": {},
    "digests": {},
    "rules": ["TINY-01"],
    "scenarios": ["a", "b"],
}


def scenario(name: str, verdict: str = "PASS") -> dict[str, object]:
    return {"id": name, "verdict": verdict, "steps": []}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "journal.jsonl"
    with journal.Writer.begin(path, MANIFEST) as writer:
        writer.scenario(scenario("a"))
        writer.note("worker_lost", "gw0 crashed\n\x1b[31m王芳")
        writer.scenario(scenario("b", "ERROR"))
        writer.footer("incomplete", 3)
    return path


def test_it_is_read_back(written: Path) -> None:
    kept = journal.read(written)
    assert kept.finished
    assert kept.manifest["scenarios"] == ["a", "b"]
    assert {name: one["verdict"] for name, one in kept.scenarios.items()} == {"a": "PASS", "b": "ERROR"}
    assert [entry["entry"] for entry in kept.entries] == ["scenario", "note", "scenario"]


def test_without_its_footer_it_is_unfinished(written: Path) -> None:
    lines = written.read_bytes().splitlines(keepends=True)
    written.write_bytes(b"".join(lines[:2]))
    kept = journal.read(written)
    assert not kept.finished
    assert kept.missing == ["b"]


def test_it_never_overwrites_another(written: Path) -> None:
    with pytest.raises(FileExistsError):
        journal.Writer.begin(written, MANIFEST)


@given(data=st.data())
def test_cut_off_anywhere_it_is_whole_lines_or_refused_with_the_line(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / "journal.jsonl"
    with journal.Writer.begin(path, MANIFEST) as writer:
        writer.scenario(scenario("a"))
        writer.footer("incomplete", 3)
    content = path.read_bytes()
    cut = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:cut])
    whole = content[:cut].count(b"\n")
    if whole and content[:cut].endswith(b"\n"):
        assert journal.read(path).finished is (cut == len(content))
    else:
        with pytest.raises(journal.JournalError, match=f"line {whole + 1}"):
            journal.read(path)


BROKEN = {
    "no json": (2, b"{\n"),
    "no entry of ours": (2, b'{"entry":"guess","number":2,"at":""}\n'),
    "a line twice": (3, None),
    "a second manifest": (
        4,
        b'{"entry":"footer","number":3,"at":"","verdict":"partial","exit_code":0,"scenarios":1}\n',
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_line_is_named(written: Path, name: str) -> None:
    number, line = BROKEN[name]
    lines = written.read_bytes().splitlines(keepends=True)
    at = min(number, 3) - 1
    lines[at] = line or lines[at - 1]
    written.write_bytes(b"".join(lines))
    with pytest.raises(journal.JournalError, match=r"line [234]"):
        journal.read(written)
