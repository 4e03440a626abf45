"""The journal of a proof, so that a long one can be broken off and taken up again; and the matrix that it ends with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
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


class Kept:
    """What was found so far of these defects. `head` says against what they are proven; another head's journal is not taken up.

    Of a journal that is taken up those findings stay whose release is still the same, and breaks the same rules: what the row
    says of others is judged again. What could not be judged may have been the lab's fault, and is run once more.
    """

    def __init__(
        self, folder: Path, head: Mapping[str, Any], defects: Iterable[Defect], resume: bool
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / JOURNAL
        self._proofs = {one.id: proof(one) for one in defects}
        lines = self._read(head) if resume else {}
        self.findings = {
            one.id: judging.again(one, line.finding)
            for one in defects
            if (line := lines.get(self._proofs[one.id])) and line.finding.state != "broken"
        }
        if not resume or not self._path.exists():
            self._path.write_bytes(msgspec.json.encode(dict(head)) + b"\n")
        self._file = self._path.open("ab", buffering=0)

    def add(self, finding: Finding) -> None:
        """One write, so that a line is there whole or not at all."""
        self._file.write(msgspec.json.encode(Line(self._proofs[finding.defect], finding)) + b"\n")
        self.findings[finding.defect] = finding

    def close(self) -> None:
        self._file.close()

    def _read(self, head: Mapping[str, Any]) -> dict[str, Line]:
        if not self._path.exists():
            return {}
        first, *lines = self._path.read_bytes().splitlines(keepends=True)
        if msgspec.json.decode(first) != dict(head):
            raise Stopped(
                Text(
                    f"{self._path}: this proof was begun with another kit, target, seed or scope; begin anew without --resume",
                    f"{self._path}：该次验证所用的工具、被测对象、随机种子或范围与现在不同；请去掉 --resume 重新开始",
                )
            )
        found: dict[str, Line] = {}
        for number, line in enumerate(lines, start=2):
            try:
                if not line.endswith(b"\n"):
                    raise msgspec.DecodeError("cut off")
                one = msgspec.json.decode(line, type=Line)
            except msgspec.DecodeError as fault:
                raise Stopped(
                    Text(
                        f"{self._path}: line {number} cannot be read", f"{self._path}：第 {number} 行无法读取"
                    ),
                    str(fault),
                ) from fault
            found[one.proof] = one
        return found


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
