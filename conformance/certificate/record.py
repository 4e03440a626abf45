"""A run as it lies in its folder, and whether that is still what the run left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from conformance import journal
from conformance.journal import JournalError, Read
from conformance.running import contents, settling
from conformance.running.outdir import SEASON
from conformance.saying import Stopped
from reports import form
from reports.form import Results, Text

RESULTS = "results.json"
BESIDE = frozenset({"index.html", "junit.xml", settling.FILE})
"""What a run shows of its results, and what people add to them; other views are nobody's evidence."""


@dataclass(frozen=True, slots=True)
class Record:
    """A run that has ended; `files` are what it left by digest, its journal and what stands beside it among them."""

    folder: Path
    kept: Read
    results: Results
    files: Mapping[str, str]


def read(folder: Path) -> Record:
    """The run in a folder. Stopped for one that has not ended, cannot be read, or was changed since."""
    if not (folder / contents.JOURNAL).is_file():
        raise Stopped(
            Text(
                f"{folder}: there is no run here; `./examgate run` makes one, --run DIR names one",
                f"{folder}：该处没有运行结果；请先执行 ./examgate run，或用 --run 指定运行目录",
            )
        )
    try:
        kept = journal.read(folder / contents.JOURNAL)
    except JournalError as error:
        raise _unusable(folder, str(error)) from error
    if kept.footer is None or not (folder / RESULTS).is_file():
        raise Stopped(
            Text(
                f"{folder}: this run has not ended; its journal has no footer",
                f"{folder}：该次运行尚未结束，运行日志没有结尾记录",
            )
        )
    try:
        files = {
            **contents.digests(folder),
            contents.JOURNAL: contents.digest(folder / contents.JOURNAL),
        }
    except OSError as error:
        raise _unusable(folder, f"{error.filename}: {error.strerror}") from error
    if "files" not in kept.footer:
        raise Stopped(
            Text(
                f"{folder}: this run does not list what it left, as runs of this version do; run it again",
                f"{folder}：该次运行未记录所留下的文件（由较早版本的工具生成），请重新运行",
            )
        )
    left = kept.footer["files"]
    mine = {name: files[name] for name in sorted(files) if name in {*left, *BESIDE, contents.JOURNAL}}
    record = Record(folder, kept, form.load(folder / RESULTS), mine)
    more = [name for name in files if name.startswith("evidence/") and name not in left]
    changed = sorted({*_changed(record, left), *more})
    if changed:
        names = ", ".join(changed)
        raise Stopped(
            Text(
                f"{folder}: this run's folder was changed since the run ended: {names}",
                f"{folder}：运行结束后，其目录中的文件有变动：{names}",
            )
        )
    return record


def _changed(record: Record, left: Mapping[str, str]) -> list[str]:
    """The files that are not as the run left them; results that people settled since must follow from the rest."""
    settled = bool(record.results.reviews)
    changed = [
        name
        for name, digest in left.items()
        if record.files.get(name) != digest and not (name == RESULTS and settled)
    ]
    if record.files.get(SEASON) != record.results.season.sha256 and SEASON not in changed:
        changed.append(SEASON)
    if settled and not _follows(record):
        changed.append(RESULTS)
    return changed


def _follows(record: Record) -> bool:
    lines = settling.read(record.folder).lines
    told = {name: line["verdict"] for name, line in record.kept.scenarios.items()}
    again = settling.replace_results(record.results, lines)
    return again == record.results and told == {one.id: one.verdict for one in record.results.scenarios}


def _unusable(folder: Path, why: str) -> Stopped:
    return Stopped(
        Text(f"{folder}: this run cannot be certified", f"{folder}：无法就该次运行签发自测声明"), why
    )
