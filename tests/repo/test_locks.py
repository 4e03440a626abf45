"""The locks follow pyproject.toml, agree with one another, and check every file by its hash."""

import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ENTRY = re.compile(
    r"^([\w.-]+)==([\w.]+)[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.MULTILINE
)
RUN, DEV, SLIM = "requirements.lock", "requirements-dev.lock", "requirements-slim.lock"
OTEL = "requirements-otel.lock"
EXTRAS = {RUN: (), DEV: ("dev", "otel"), OTEL: ("otel",)}
"""Which extras a lock holds beside what the kit itself needs."""

Pins = set[tuple[str, str]]


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, Pins]:
    """Name and version of what each lock installs, where the entry has hashes."""
    texts = {name: (root / name).read_text(encoding="utf-8") for name in (RUN, DEV, SLIM, OTEL)}
    return {name: {(entry[0], entry[1]) for entry in ENTRY.findall(text)} for name, text in texts.items()}


@pytest.mark.parametrize("name", [RUN, DEV, SLIM, OTEL])
def test_every_entry_has_hashes(name: str, pins: dict[str, Pins], root: Path) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert set(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)) == pins[name]


@pytest.mark.parametrize("name", EXTRAS)
def test_every_declared_library_is_locked_at_a_version_it_allows(
    name: str, pins: dict[str, Pins], pyproject: dict[str, Any]
) -> None:
    project = pyproject["project"]
    declared = project["dependencies"] + [
        one for extra in EXTRAS[name] for one in project["optional-dependencies"][extra]
    ]
    for wanted in map(Requirement, declared):
        versions = [version for pinned, version in pins[name] if pinned == canonicalize_name(wanted.name)]
        assert versions, f"{wanted} is not in {name}: run .ci/lock"
        assert all(wanted.specifier.contains(version) for version in versions), f"{wanted}, locked {versions}"


def test_the_developers_lock_holds_all_of_the_others(pins: dict[str, Pins]) -> None:
    assert pins[RUN] <= pins[OTEL] <= pins[DEV]


def test_the_slim_opencv_is_of_the_same_version(pins: dict[str, Pins]) -> None:
    ((name, version),) = pins[SLIM]
    assert name == "opencv-python-headless"
    assert ("opencv-python", version) in pins[RUN]
