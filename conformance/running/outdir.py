"""Where a run writes: `<out>/<run>.part/` while it runs, `<out>/<run>/` and `<out>/latest/` once it is whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from conformance.saying import Stopped
from reports.form import Text

PART = ".part"
LATEST = "latest"
SEASON = "season.toml"
"""The copy that a run keeps of the season that it judged by."""
JOURNAL = "journal.jsonl"
DEFAULT = Path("reports/out")


def begin(out: Path) -> Path:
    """A folder of this run's own, made; Stopped if it cannot be."""
    with no_room(out):
        out.mkdir(parents=True, exist_ok=True)
        for folder in _names(out):
            if folder.with_suffix("").exists():
                continue
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            return folder
    raise AssertionError("the names never end")


def publish(part: Path) -> Path:
    """Give a whole run its name, and stand it under `latest` too; the folder's new place."""
    final = part.with_suffix("")
    latest = part.parent / LATEST
    with no_room(part.parent):
        part.rename(final)
        fresh = final.with_name(f".{LATEST}-{os.getpid()}")
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(final, fresh, copy_function=_link)
        old = final.with_name(f".{LATEST}-old-{os.getpid()}")
        if latest.is_symlink() or latest.is_file():
            latest.unlink()
        elif latest.exists():
            latest.rename(old)
        fresh.rename(latest)
        shutil.rmtree(old, ignore_errors=True)
    return final


def own_name(folder: Path) -> str:
    """The name of a run, also where it stands under `latest`."""
    here = folder.resolve()
    if here.name != LATEST:
        return here.name
    mine = (here / JOURNAL).read_bytes()
    journals = (path / JOURNAL for path in here.parent.iterdir() if path != here)
    return next(
        (path.parent.name for path in journals if path.is_file() and path.read_bytes() == mine), LATEST
    )


def discard(part: Path) -> None:
    """Take away a run that cannot be written."""
    shutil.rmtree(part, ignore_errors=True)


@contextmanager
def no_room(folder: Path) -> Iterator[None]:
    """Turn a full disk or a folder that may not be written into a sentence."""
    try:
        yield
    except OSError as fault:
        where, why = fault.filename or folder, fault.strerror
        raise Stopped(
            Text(
                f"{where}: cannot be written ({why}); free some room or choose another place with --out",
                f"{where}：无法写入（原文：{why}）；请腾出空间，或用 --out 另选位置",
            )
        ) from fault


def _names(out: Path) -> Iterator[Path]:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    yield out / f"{stamp}{PART}"
    number = 2
    while True:
        yield out / f"{stamp}-{number}{PART}"
        number += 1


def _link(source: str, place: str) -> None:
    """The same file twice where the file system can, a copy where it cannot."""
    try:
        os.link(source, place)
    except OSError:
        shutil.copy2(source, place)
