"""What a season lays down beside its times and numbers. A season that says nothing is as the notice of 2023 has it."""

from dataclasses import dataclass
from datetime import datetime

from conformance.season import Season

BY_AUX = ("room", "desk")
"""What is shown to the auxiliary phone's camera; all else is shown to the main phone's."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Choices between rows of the sitting's table, and the data of its guards.

    `free` start: anybody begins at a time of their own inside the window. `shows`: what is shown in the waiting room.
    `chances`: how often a recording may be begun, None where once is all there is. `by_hand`: an interruption is made
    good on the main phone alone, where the candidate goes on with 【继续录制】.
    """

    free: bool = False
    early_end: bool = False
    shows: tuple[str, ...] = ()
    display_with_face: bool = False
    forfeits: bool = False
    by_hand: bool = False
    second_login_fails: bool = False
    chances: int | None = None
    lost_costs_chance: bool = False
    viewable: bool = False
    mocks_required: int = 0

    @property
    def loses_recording(self) -> bool:
        """Whether an interrupted recording is lost: where another may be begun at any time."""
        return self.chances is not None and self.free


@dataclass(frozen=True, slots=True)
class Own:
    """What a candidate has made of a sitting's times: when she began, and when she ended before the time."""

    begun: datetime | None = None
    finished: datetime | None = None


def terms(season: Season) -> Terms:
    """The terms of a season."""
    exam, broken, recording = season.exam, season.interruption, season.recording
    return Terms(
        free=exam.start == "free",
        early_end=exam.early_end,
        shows=season.waiting.shows,
        display_with_face=season.display.with_face,
        forfeits=broken.beyond == "forfeit",
        by_hand=exam.cameras == 2 and broken.repaired_on == ("main",),
        second_login_fails=broken.second_device_login == "fails_exam",
        chances=recording.chances if recording.chances > 1 else None,
        lost_costs_chance=recording.interrupted_costs_chance,
        viewable=exam.recordings_viewable,
        mocks_required=season.limit_or("mocks_required", 0),
    )
