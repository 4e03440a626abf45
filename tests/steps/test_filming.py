"""What a phone hands in for a film is told to be none, where it cannot be opened."""

from __future__ import annotations

import pytest

from conformance.bench.forms import Record
from conformance.outcome import PreconditionUnmet, Unreached
from steps.deeds.filming import Filming
from tests.steps.test_checks import record


class HandedIn(Filming):
    """A candidate whose main phone has handed in one file as its video."""

    def __init__(self, content: bytes) -> None:
        self.fetched = {"d1": content}

    def records(self) -> list[Record]:
        files = [{"kind": "video", "name": "main.mp4", "sha256": "d1"}]
        return [record("submitted", files=files), record("upload_done", name="main.mp4")]


@pytest.mark.parametrize("content", [b"", b"no film at all", b"\x00\x00\x00\x18ftypmp42" + bytes(64)])
def test_a_file_that_cannot_be_opened_is_no_film(content: bytes) -> None:
    with pytest.raises(Unreached, match="cannot be opened"):
        HandedIn(content).film("main")


def test_a_phone_that_submitted_nothing_has_no_film_to_be_judged() -> None:
    with pytest.raises(PreconditionUnmet, match="the aux phone has submitted nothing"):
        HandedIn(b"").film("aux")


class OnItsWay(HandedIn):
    def records(self) -> list[Record]:
        return super().records()[:1]


def test_a_film_that_has_not_arrived_is_not_judged() -> None:
    with pytest.raises(PreconditionUnmet, match="has not arrived"):
        OnItsWay(b"").film("main")


class WithoutFilm(HandedIn):
    def records(self) -> list[Record]:
        return [record("submitted", files=[{"kind": "photo-set", "sha256": "d1"}])]


def test_a_submission_without_a_film_lacks_it() -> None:
    with pytest.raises(Unreached, match="no recording of the main phone"):
        WithoutFilm(b"").film("main")
