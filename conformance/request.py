"""What a run was asked to do: passed as JSON from the command to every worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from reports.form import Language

Thoroughness = Literal["none", "failures", "full"]
"""No evidence but the verdicts, or what the phones showed: with screenshots of failures only, or of every step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """One run, or what is left of it: `left` are the ids of the scenarios still to be run, all where there are none.

    `folder` is where it writes; `rules` are globs, `scenarios` ids, `core` means the core set, `harm` are degrees of harm; none
    of them: the whole edition. `repeats` names the run of which it repeats what did not pass. `defect` is the seeded one that
    the target is started with, from its own list or from the files `defects`; `reach` the file in which the clean one notes
    which of its places are passed through. `record`: what goes through both doors is kept on tapes; `replay`: the folder of
    the run whose tapes stand in for the target. `grid`: the address of an Appium or Selenium Grid in
    the place of that in the target's file; `pair`: the one of its pairs that is judged; `allow_irreversible`: what cannot be
    taken back may be done on real phones. `lab_retries`: how often the lab may be started anew to run again what it
    lost.
    """

    season: str = "zjcm-2023"
    target: str = "simulated"
    rules: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()
    core: bool = False
    harm: tuple[int, ...] = ()
    seed: int = 1
    lang: Language = "en"
    evidence: Thoroughness = "failures"
    folder: str = ""
    features: str = ""
    catalogue: str = ""
    steps: tuple[str, ...] = ("steps",)
    waivers: str = ""
    known_failures: str = ""
    flaky: str = ""
    unmasked: bool = False
    defect: str = ""
    defects: tuple[str, ...] = ()
    reach: str = ""
    lab_retries: int = 3
    grid: str = ""
    pair: str = ""
    allow_irreversible: bool = False
    repeats: str = ""
    left: tuple[str, ...] = ()
    record: bool = False
    replay: str = ""

    @property
    def full(self) -> bool:
        """Whether the whole edition is run, at a target that is there."""
        return not (self.rules or self.scenarios or self.core or self.harm or self.replay)

    def save(self, path: Path) -> None:
        path.write_bytes(msgspec.json.encode(self))


def load(path: Path) -> RunRequest:
    """The request in a file that `save` wrote."""
    return msgspec.json.decode(path.read_bytes(), type=RunRequest)
