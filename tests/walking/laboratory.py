"""A lab for tests: a simulation that runs already, whose phones are named in a target file as real ones would be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CALL = "import sys; sys.argv[0] = 'examgate'; from conformance.cli import main; sys.exit(main())"
IPHONES = ("iOS", "iPadOS")


@contextmanager
def simulation(*words: str) -> Iterator[dict[str, Any]]:
    """What a simulation says of itself, until the block ends."""
    command = [sys.executable, "-m", "simulators", "--json", "--until-eof", *words]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    assert process.stdout
    assert process.stdin
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(20)
        process.stdout.close()


def pair(told: dict[str, Any], number: int = 0, account: bool = True) -> str:
    """A candidate's phones as a table of a target file."""
    candidate = told["candidates"][number]
    phones = {phone["udid"]: phone for phone in told["phones"]}
    lines = [f'[[pairs]]\nname = "pair-{number + 1}"']
    for role, udid in candidate["phones"].items():
        driver = "ios" if phones[udid]["os"] in IPHONES else "android"
        lines.append(
            f'{role} = {{ udid = "{udid}", driver = "{driver}", model = "{phones[udid]["model"]}" }}'
        )
    if account:
        lines.append(
            f'tester = {{ account = "{candidate["account"]}", password = "{candidate["password"]}" }}'
        )
    return "\n".join(lines)


def lab(folder: Path, webdriver: str, *pairs: str, more: str = "") -> Path:
    """A target file of real phones, with no bench; nobody attends them."""
    path = folder / "lab.toml"
    head = f'extends = "real-pair"\nname = "lab"\naddress = {{ webdriver = "{webdriver}" }}\n'
    operator = 'operator = { kind = "page", seconds = 0.1 }\n'
    path.write_text("\n".join([head + operator, *pairs, more]) + "\n", encoding="utf-8")
    return path


def examgate(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`examgate` as a user starts it."""
    environment = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    environment = {key: value for key, value in environment.items() if not key.startswith("PYTEST")}
    command = [sys.executable, "-P", "-c", CALL, *words]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=120, cwd=folder
    )
