"""Which release a waiver is for: by the digest of a file, or by an app and a range of its versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from packaging.specifiers import SpecifierSet
from packaging.version import InvalidVersion, Version

from reports.form import Subject

DIGEST = "sha256:"
PARTIES = {"main": "main app", "aux": "aux app", "platform": "platform"}
"""What the results call the parties that a file of waivers names."""


def named(row: Mapping[str, str]) -> str:
    """The release of an entry, as the results say it: `sha256:<digest>`, or `main app >=2.1, <2.4`."""
    return f"{DIGEST}{row['sha256']}" if "sha256" in row else f"{PARTIES[row['app']]} {row['versions']}"


def judged(release: str, subjects: Iterable[Subject]) -> bool:
    """Whether this release is among what was judged."""
    if release.startswith(DIGEST):
        return release.removeprefix(DIGEST) in {
            digest for subject in subjects for digest in _digests(subject)
        }
    return any(
        release.startswith(f"{subject.party} ") and within(release, subject.version) for subject in subjects
    )


def within(release: str, version: str) -> bool:
    """Whether a version lies in the range; one that is no number with dots lies in none."""
    party = next(party for party in PARTIES.values() if release.startswith(f"{party} "))
    try:
        return SpecifierSet(release.removeprefix(party)).contains(Version(version), prereleases=True)
    except InvalidVersion:
        return False


def _digests(subject: Subject) -> set[str]:
    """Those of the file it was given as, and of every file that it is installed as."""
    return {subject.sha256, *(part.sha256 for part in subject.parts)} - {""}
