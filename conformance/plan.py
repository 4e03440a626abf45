"""The plan of a run: everything that is read before it begins."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from conformance import answers, catalogue, lists, naming, pairing, target
from conformance.catalogue import Catalogue
from conformance.instants import Instants
from conformance.lists import Files, Lists
from conformance.request import RunRequest
from conformance.season import Season
from conformance.sentences import suite
from conformance.sentences.suite import Suite
from conformance.target import Target


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that a run reads before it begins; loading it raises a FileError for whatever cannot be used."""

    request: RunRequest
    season: Season
    target: Target
    catalogue: Catalogue
    suite: Suite
    instants: Instants
    lists: Lists
    season_bytes: bytes = b""
    """The season's file as it was when it was read."""

    @property
    def season_sha256(self) -> str:
        return sha256(self.season_bytes).hexdigest()


def read(request: RunRequest) -> Plan:
    """Read the season, the target, the catalogue, the features and the lists of a request."""
    published = naming.season_named(request.season)
    rules = catalogue.load(Path(request.catalogue) if request.catalogue else None)
    answers.check(published, rules)
    features = suite.read(Path(request.features) if request.features else None)
    beside = Files(request.waivers, request.known_failures, request.flaky)
    return Plan(
        request=request,
        season=published,
        target=pairing.chosen(target.load(request.target), request),
        catalogue=rules,
        suite=features,
        instants=Instants(published),
        season_bytes=published.path.read_bytes(),
        lists=lists.read(beside, rules.ids, [case.id for case in features.cases()]),
    )
