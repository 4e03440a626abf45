"""The views of a run: everything that is shown is made of ``results.json`` and ``evidence/``, one row a view.

A view is put in its place whole or not at all: what stood there stays until the new one is written.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.form import Language, Results
from reports.junit import junit
from reports.markdown import markdown
from reports.page import page
from reports.plain import plain

Files = Iterable[tuple[str, bytes]]
"""Names and contents; a view of several files lies in a folder."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: where it lies below the run's folder, and what makes it."""

    place: str
    made: Callable[[Results, Path, Language], bytes | Files]


def _allure(results: Results, folder: Path, language: Language) -> Files:
    from reports.allure import allure  # its libraries are asked for by nobody else

    return allure(results, folder, language)


VIEWS: Mapping[str, View] = {
    "html": View("index.html", lambda results, folder, _: page(results, folder).encode()),
    "junit": View("junit.xml", lambda results, _, __: junit(results)),
    "markdown": View("summary.md", lambda results, _, language: markdown(results, language).encode()),
    "text": View("summary.txt", lambda results, _, language: plain(results, language).encode()),
    "allure": View("allure-results", _allure),
}
OF_A_RUN = ("html", "junit")
"""What every run writes by itself."""


def write(
    results: Results, folder: Path, names: Sequence[str], language: Language, out: Path | None = None
) -> list[Path]:
    """Write these views of the run in `folder` there, or into `out`; where they lie. OSError where there is no room."""
    where = out or folder
    where.mkdir(parents=True, exist_ok=True)
    return [_put(where / VIEWS[name].place, VIEWS[name].made(results, folder, language)) for name in names]


def _put(place: Path, content: bytes | Files) -> Path:
    draft = place.with_name(f".{place.name}-{os.getpid()}")
    try:
        if isinstance(content, bytes):
            draft.write_bytes(content)
        else:
            _fill(draft, content)
            shutil.rmtree(place, ignore_errors=True)
        draft.replace(place)
    finally:
        _clear(draft)
    return place


def _fill(folder: Path, content: Files) -> None:
    folder.mkdir()
    for name, data in content:
        (folder / name).write_bytes(data)


def _clear(draft: Path) -> None:
    """Nothing half written is left behind, whatever kept it from its place."""
    if draft.is_dir():
        shutil.rmtree(draft)
    draft.unlink(missing_ok=True)
