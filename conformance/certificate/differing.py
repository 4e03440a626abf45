"""What of a run's folder, or of a season's file, is not as it was when it was certified."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from conformance.certificate.record import RESULTS
from conformance.certificate.remark import Remark
from conformance.certificate.statement import Predicate
from conformance.running import contents
from conformance.running.outdir import SEASON
from conformance.saying import Stopped
from reports.form import Text

SHOWN = 5
WHOLE = ""
"""The run itself, among the names of rules and scenarios."""


def season(path: Path, predicate: Predicate) -> Remark:
    try:
        found = contents.digest(path)
    except OSError as fault:
        raise Stopped(
            Text(
                f"--season {path}: cannot be read ({fault.strerror})",
                f"--season {path}：无法读取（原文：{fault.strerror}）",
            )
        ) from fault
    return _of_season(found, f"{path}", predicate)


def _of_season(found: str, name: str, predicate: Predicate) -> Remark:
    season = predicate.season
    if found == season.sha256:
        return Remark("holds", Text(f"season {season.id}: {name}", f"招考年度 {season.id}：{name}"))
    return Remark("changed", Text(
        f"season {season.id}: {name} was changed (SHA-256 {found}, certified {season.sha256})",
        f"招考年度 {season.id}：{name} 被改动（SHA-256 {found}，声明所载为 {season.sha256}）",
    ))  # fmt: skip


def run(folder: Path | None, predicate: Predicate) -> Iterator[Remark]:
    if folder is None:
        yield Remark("unchecked", Text(
            "evidence was not checked; give the run's folder with --run", "未核对证据；请用 --run 给出运行目录"
        ))  # fmt: skip
        return
    try:
        found = {**contents.digests(folder), **_journal(folder)}
    except OSError as fault:
        raise Stopped(
            Text(
                f"--run {folder}: cannot be read ({fault.strerror})",
                f"--run {folder}：无法读取（原文：{fault.strerror}）",
            )
        ) from fault
    if not found:
        raise Stopped(Text(f"--run {folder}: no folder of a run", f"--run {folder}：该目录不是运行目录"))
    if other := _another(folder, predicate):
        yield other
        return
    wrong = list(_differences(folder, found, predicate))
    yield from wrong
    yield from _beside(found, predicate)
    if not wrong:
        count = len(predicate.files)
        yield Remark("holds", Text(f"all {count} files of the run", f"运行目录的全部{count}个文件"))


def _another(folder: Path, predicate: Predicate) -> Remark | None:
    """Whether the folder is whole, but of another run."""
    try:
        started = str(json.loads((folder / RESULTS).read_bytes())["started"])
        datetime.fromisoformat(started)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    journal = folder / contents.JOURNAL
    mine = journal.is_file() and contents.digest(journal) == predicate.files.get(contents.JOURNAL)
    if mine or started == predicate.started:
        return None
    return Remark("changed", Text(
        f"{folder}: this is another run, begun {started}; certified is the one begun {predicate.started}",
        f"{folder}：这是另一次运行（开始于{started}）；声明所载的运行开始于{predicate.started}",
    ))  # fmt: skip


def _journal(folder: Path) -> dict[str, str]:
    path = folder / contents.JOURNAL
    return {contents.JOURNAL: contents.digest(path)} if path.is_file() else {}


def _differences(folder: Path, found: Mapping[str, str], predicate: Predicate) -> Iterator[Remark]:
    for name, digest in predicate.files.items():
        if name not in found:
            yield Remark("changed", Text(f"{name} is missing", f"缺少 {name}"))
        elif found[name] != digest:
            yield from DIFFERS.get(name, _file)(folder, name, found[name], predicate)
    for name in found:
        if name.startswith("evidence/") and name not in predicate.files:
            yield Remark("changed", Text(
                f"{name} was added since; the certificate does not know it", f"{name} 系后来加入，声明未载明"
            ))  # fmt: skip


def _beside(found: Mapping[str, str], predicate: Predicate) -> Iterator[Remark]:
    """What else lies there: views that were made later, and whatever somebody has put there."""
    more = [name for name in found if name not in predicate.files and not name.startswith("evidence/")]
    if more:
        shown = dict.fromkeys(name.partition("/")[0] for name in more)
        names = list(shown)[:SHOWN]
        rest = " …" if len(shown) > SHOWN else ""
        yield Remark("unchecked", Text(
            f"not part of what was certified: {', '.join(names)}{rest}", f"声明未涵盖：{'、'.join(names)}{rest}"
        ))  # fmt: skip


def _file(folder: Path, name: str, _digest: str, _predicate: Predicate) -> Iterator[Remark]:
    en, zh = "", ""
    if name.startswith("evidence/"):
        en, zh = _within(folder / name)
    yield Remark("changed", Text(f"{name} was changed{en}", f"{name} 被改动{zh}"))


def _season_file(_folder: Path, name: str, digest: str, predicate: Predicate) -> Iterator[Remark]:
    yield _of_season(digest, name, predicate)


def _results(folder: Path, name: str, _digest: str, predicate: Predicate) -> Iterator[Remark]:
    """Which verdicts are others now."""
    try:
        said = json.loads((folder / name).read_bytes())
        rules = {row["id"]: row["verdict"] for row in said["rules"]}
        scenarios = {row["id"]: row["verdict"] for row in said["scenarios"]}
        whole = said["verdict"]
    except (OSError, ValueError, KeyError, TypeError):
        yield Remark(
            "changed", Text(f"{name} was changed and cannot be read any more", f"{name} 被改动，已无法读取")
        )
        return
    before = {
        **{f"{one}": row.verdict for one, row in predicate.rules.items()},
        **predicate.scenarios,
        WHOLE: predicate.verdict,
    }
    now = {**rules, **scenarios, WHOLE: whole}
    others = [one for one in sorted({*before, *now}) if before.get(one) != now.get(one)]
    if not others:
        yield Remark(
            "changed", Text(f"{name} was changed, but no verdict in it", f"{name} 被改动，但其中的结论未变")
        )
    for one in others:
        en, zh = ("the run", "本次运行") if one == WHOLE else (one, one)
        yield Remark("changed", Text(
            f"{name}: the verdict of {en} is {now.get(one, 'gone')}, certified {before.get(one, 'none')}",
            f"{name}：{zh} 的结论为 {now.get(one, '缺失')}，声明所载为 {before.get(one, '无')}",
        ))  # fmt: skip


DIFFERS = {RESULTS: _results, SEASON: _season_file}


def _within(path: Path) -> tuple[str, str]:
    """Which tree or screenshot of an evidence file no longer fits its own name, where it is one alone."""
    try:
        kept: Any = json.loads(gzip.decompress(path.read_bytes()))
        wrong = [
            *(
                ("screenshot", "截图", one)
                for one, shot in kept["shots"].items()
                if not _named_by(one, _png(shot))
            ),
            *(
                ("element tree", "界面元素", one)
                for one, tree in kept["trees"].items()
                if not _named_by(one, json.dumps(tree, sort_keys=True).encode())
            ),
        ]
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError):
        return " and cannot be unpacked any more", "，已无法解压"
    if len(wrong) != 1:
        return "", ""
    ((en, zh, name),) = wrong
    return f": {en} {name}", f"：{zh} {name}"


def _png(shot: str) -> bytes:
    return base64.b64decode(shot, validate=True)


def _named_by(name: str, content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest().startswith(name)
