"""Where a run writes: its own folder, whole or not at all, and a disk that is full is said to be."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conformance import journal
from conformance.running import outdir
from conformance.saying import Stopped
from tests.conformance.conftest import command, environment


def test_two_runs_never_share_a_folder(tmp_path: Path) -> None:
    folders = [outdir.begin(tmp_path) for _ in range(5)]
    assert len(set(folders)) == 5
    finals = [outdir.publish(folder) for folder in folders]
    assert all(final.is_dir() for final in finals)
    assert (tmp_path / "latest").is_dir()
    assert list(tmp_path.glob(".latest*")) == []


def test_latest_is_replaced_whole(tmp_path: Path) -> None:
    for words in ("one", "two"):
        part = outdir.begin(tmp_path)
        (part / words).write_text(words, encoding="utf-8")
        outdir.publish(part)
    assert [path.name for path in (tmp_path / "latest").iterdir()] == ["two"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Stopped, match="file/out: cannot be written"):
        outdir.begin(tmp_path / "file" / "out")


@pytest.mark.parametrize(("bytes_left", "kept"), [(100, False), (4000, False), (20_000, True)])
def test_a_full_disk_ends_with_3_and_leaves_nothing_half_written(
    tiny: Callable[..., Path], tmp_path: Path, bytes_left: int, kept: bool
) -> None:
    """Nothing where nothing was found yet; else a journal of whole lines, with which the run can go on."""
    out = tmp_path / "out"
    done = subprocess.run(
        command(tiny(), out, "features", "-n", "1"),
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, bytes_left)),
    )
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert [journal.read(part / "journal.jsonl").finished for part in out.iterdir()] == [False] * kept
    assert ("--resume" in done.stderr) is kept
