"""Canary values are planted where people's data and secrets come from, and looked for in everything that a run leaves."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from conformance.masking.picture import GREY
from reports.form import Evidence, load_evidence
from tests.conformance.conftest import TINY, environment

CANARY = Path(__file__).with_name("canary")
PACKED = re.compile(r'<script type="text/plain" id="[^"]+">([A-Za-z0-9+/=]+)</script>')
PLANTED = {
    "name": "欧阳镜花",
    "another's name": "司马听雪",
    "phone": "13912345678",
    "another's phone": "18687654321",
    "ID number": "330106200406190016",
    "a stranger's ID number": "11010519491231002X",
    "candidate number": "23330106009999",
    "message": "739162",
    "key": "Kanarienvogel",
    "key in capitals": "KEIKanarien",
    "address": "kanarienvogel@",
}
SHOWN = {"name": "欧*", "another's name": "司*", "phone": "139****5678", "ID number": "3301**********0016"}


@dataclass(frozen=True)
class Left:
    """All that a run has left: each place with its text, the evidence, and what it said."""

    texts: dict[str, str]
    evidence: tuple[Evidence, ...]
    results: dict[str, Any]

    def places(self, value: str) -> list[str]:
        return [place for place, text in self.texts.items() if value in text]


def run(out: Path, *words: str) -> Left:
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "conformance",
            "run",
            "--out",
            str(out),
            "--evidence",
            "full",
            "-n",
            "1",
            *words,
        ],
        capture_output=True,
        text=True,
        check=False,
        env=environment(PYTHONPATH=f"{CANARY.parents[2]}:{CANARY}"),
        cwd=out.parent,
        timeout=240,
    )
    folder = out / "latest"
    assert folder.is_dir(), ran.stderr
    for form in ("markdown", "text"):
        told = subprocess.run(
            [sys.executable, "-m", "conformance", "render", str(folder), "--as", form],
            capture_output=True, text=True, check=True, env=environment(), cwd=out.parent, timeout=60,
        )  # fmt: skip
        assert told.stderr == ""
    texts = {"terminal": ran.stdout + ran.stderr}
    evidence = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        texts |= {f"{path.name} {part}": text for part, text in parts(path)}
        if path.suffix == ".gz":
            evidence.append(load_evidence(path))
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return Left(texts, tuple(evidence), results)


def parts(path: Path) -> Iterator[tuple[str, str]]:
    """A file as text, unpacked as far as it is packed, with escapes read."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    yield "as it is", text
    if path.suffix == ".jsonl":
        yield (
            "read",
            "\n".join(json.dumps(json.loads(line), ensure_ascii=False) for line in text.splitlines()),
        )
    for number, packed in enumerate(PACKED.findall(text)):
        try:
            yield f"piece {number}", zlib.decompress(base64.b64decode(packed)).decode("utf-8")
        except (ValueError, zlib.error):
            continue  # a picture is none


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    suite = [
        "--features",
        str(CANARY / "features"),
        "--catalogue",
        str(TINY / "rules"),
        "--steps",
        "canarysteps",
    ]
    return run(tmp_path_factory.mktemp("canary") / "out", *suite)


def test_every_canary_had_its_chance(left: Left) -> None:
    """What was planted is there, masked: in the results, the record, the screens, the terminal."""
    assert {one["verdict"] for one in left.results["scenarios"]} == {"FAIL", "INCONCLUSIVE", "ERROR"}
    whole = ("results.json", "journal.jsonl", "junit.xml", "index.html piece")
    short = ("terminal", "summary.txt")  # what is long is cut off there
    for needed, what in [*product(whole, SHOWN), *product(short, ("name", "phone"))]:
        assert any(place.startswith(needed) for place in left.places(SHOWN[what])), (what, needed)
    assert "欧\\*" in left.texts["summary.md as it is"]  # Markdown's star is escaped
    assert any(place.endswith(".gz as it is") for place in left.places("139****5678"))


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_no_canary_is_left_anywhere(left: Left, planted: str) -> None:
    assert left.places(planted) == []
    assert left.places(json.dumps(planted).strip('"')) == []


def test_no_password_no_token_and_no_session_is_left(left: Left) -> None:
    assert left.places("******")
    for pattern in (
        r"Bearer (?!\*)",
        r"token[=\"': ]+(?!\*)[0-9A-Za-z]{6}",
        r"/session/(?!\*)",
        r"password[\"'=: ]+(?!\*)[0-9A-Za-z]",
    ):
        assert [place for place, text in left.texts.items() if re.search(pattern, text)] == []


def test_on_the_pictures_masked_words_are_covered(left: Left) -> None:
    covered = 0
    for evidence in left.evidence:
        for step in evidence.steps:
            for tree, shot in ((step.main, step.main_shot), (step.aux, step.aux_shot)):
                if not shot:
                    continue
                pixels = np.frombuffer(base64.b64decode(evidence.shots[shot]), np.uint8)
                canvas = cv2.imdecode(pixels, cv2.IMREAD_COLOR)
                assert canvas is not None
                for node in walk(evidence.trees[tree]):
                    if "*" in node["text"]:
                        x0, y0, x1, y1 = node["bounds"]
                        assert (canvas[y0:y1, x0:x1] == GREY).all()
                        covered += 1
    assert covered


def walk(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node["children"]:
        yield from walk(child)


REAL = (
    "account/account.feature#the-code-that-was-sent-makes-an-account",
    "identity/identity.feature#the-identity-can-be-checked-by-hand",
    "identity/identity.feature#an-identity-that-is-taken-leads-to-an-appeal",
    "pairing/pairing.feature#a-code-admits-as-many-phones-as-the-notice-says[1]",
)
TELLING = {
    "ID number": r"(?<![0-9])[1-6][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])",
    "account": r"(?<![0-9])100[0-9]{8}(?![0-9])",
    "candidate number": r'"candidate_number": ?"([0-9]{14})"',
    "message": r"验证码为([0-9]{4,8})",
    "exam code": r'exam_code",[^{}]*?"text":"([0-9A-Z]{6,})"',
}


def test_what_an_unmasked_run_of_real_scenarios_tells_is_in_no_masked_one(tmp_path: Path) -> None:
    scenarios = [word for one in REAL for word in ("--scenario", one)]
    raw = run(tmp_path / "raw", *scenarios, "--unmasked")
    masked = run(tmp_path / "masked", *scenarios)
    assert (raw.results["masked"], masked.results["masked"]) == (False, True)
    assert "not masked" in raw.texts["terminal"]
    assert "not masked" not in masked.texts["terminal"]
    verdicts = [[(one["id"], one["verdict"]) for one in left.results["scenarios"]] for left in (raw, masked)]
    assert verdicts[0] == verdicts[1]
    every = "\n".join(raw.texts.values())
    for what, pattern in TELLING.items():
        found = set(re.findall(pattern, every))
        assert found, what
        assert {value: masked.places(value) for value in found if masked.places(value)} == {}, what
