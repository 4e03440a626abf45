"""The journal of a proof, so that a long one can be broken off and taken up again; and the matrix that it ends with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from conformance.mutants import judging, printing
from conformance.mutants.forms import Defect, Finding, Matrix
from conformance.saying import Stopped
from reports.form import Text

JOURNAL, MATRIX, READABLE = "journal.jsonl", "matrix.json", "matrix.md"


class Line(msgspec.Struct, frozen=True):
    """A finding, and the digest of the release and of what it was held against."""

    proof: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Whether the journal of an earlier proof is gone on with, and also one of an older kit."""

    journal: bool = False
    of_older_kit: bool = False


class Kept:
    """What was found so far of these defects. `head` says against what they are proven; another head's journal is not taken up,
    but that of an older kit is where this is asked for: its findings then say so.

    Of a journal that is taken up those findings stay whose release is still the same, and breaks the same rules: what the row
    says of others is judged again. What could not be judged may have been the lab's fault, and is run once more.
    """

    def __init__(
        self,
        folder: Path,
        head: Mapping[str, Any],
        defects: Iterable[Defect],
        taken_up: TakenUp,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / JOURNAL
        self._proofs = {one.id: proof(one) for one in defects}
        lines = self._read(head, taken_up.of_older_kit) if taken_up.journal else {}
        self.findings = {
            one.id: judging.again(one, line.finding)
            for one in defects
            if (line := lines.get(self._proofs[one.id])) and line.finding.state != "broken"
        }
        if not taken_up.journal or not self._path.exists():
            _replaced(self._path, _written(head))
        self._file = self._path.open("ab", buffering=0)

    def add(self, finding: Finding) -> None:
        """One write, so that a line is there whole or not at all."""
        self._file.write(_written(Line(self._proofs[finding.defect], finding)))
        self.findings[finding.defect] = finding

    def close(self) -> None:
        self._file.close()

    def _read(self, head: Mapping[str, Any], older_kit: bool) -> dict[str, Line]:
        if not self._path.exists():
            return {}
        first, *rest = self._path.read_bytes().splitlines(keepends=True)
        begun: dict[str, Any] = msgspec.json.decode(first)
        lines = [self._line(number, line) for number, line in enumerate(rest, start=2)]
        if begun != dict(head):
            if not older_kit or {**begun, "kit": head["kit"]} != dict(head):
                raise Stopped(_another(self._path))
            lines = [_found_by(begun["kit"], one, now=str(head["kit"])) for one in lines]
            _replaced(self._path, b"".join(map(_written, (head, *lines))))
        return {one.proof: one for one in lines}

    def _line(self, number: int, line: bytes) -> Line:
        try:
            if not line.endswith(b"\n"):
                raise msgspec.DecodeError("cut off")
            return msgspec.json.decode(line, type=Line)
        except msgspec.DecodeError as fault:
            raise Stopped(
                Text(f"{self._path}: line {number} cannot be read", f"{self._path}：第 {number} 行无法读取"),
                str(fault),
            ) from fault


def _another(path: Path) -> Text:
    return Text(
        f"{path}: this proof was begun with another kit, target, seed or scope; begin anew without --resume, or, where the"
        " kit alone is another, keep what the older one has found with --older-kit",
        f"{path}：该次验证所用的工具、被测对象、随机种子或范围与现在不同；请去掉 --resume 重新开始；"
        "若仅工具有更新，可用 --older-kit 保留旧版工具的结果",
    )


def _found_by(kit: str, line: Line, *, now: str) -> Line:
    """By the kit that is named with it, else by this one; nothing is named where it is the kit of now once more."""
    by = line.finding.kit or kit
    return msgspec.structs.replace(
        line, finding=msgspec.structs.replace(line.finding, kit="" if by == now else by)
    )


def _written(value: object) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def proof(defect: Defect) -> str:
    """A digest of all that a finding hangs on but for the kit: the release, and what has to notice it."""
    return digest([defect.id, defect.release, defect.places, defect.season, defect.breaks])


def write(matrix: Matrix, folder: Path) -> list[Path]:
    """The matrix for programs and for people, each file whole or not at all."""
    texts = {
        MATRIX: msgspec.json.format(msgspec.json.encode(matrix), indent=1) + b"\n",
        READABLE: printing.markdown(matrix).encode(),
    }
    return [_replaced(folder / name, text) for name, text in texts.items()]


def _replaced(path: Path, content: bytes) -> Path:
    draft = path.with_suffix(".part")
    draft.write_bytes(content)
    draft.replace(path)
    return path


def digest(value: object) -> str:
    """Of anything that can be written as JSON."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
