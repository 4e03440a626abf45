"""Who has submitted, as a state, is on record as having done so; whatever builds on it is not judged otherwise."""

from __future__ import annotations

import pytest

from conformance.bench.forms import Record
from conformance.outcome import PreconditionUnmet
from steps.deeds.submitting import Submitting
from tests.steps.test_checks import record


class Trying(Submitting):
    """A candidate who does what she can; what is on record then is given."""

    def __init__(self, *words: str) -> None:
        self.name, self._words = "王芳", words

    def photograph_and_submit(self, pages: str = "all") -> None:
        """Whether it is accepted, the record says."""

    def aux_submit(self, moment: object = None) -> list[Record]:
        return self.records()

    def records(self) -> list[Record]:
        return [record(word) for word in self._words]


def test_what_is_on_record_has_been_submitted() -> None:
    Trying("photo", "submitted").have_submitted()
    Trying("submitted", "aux_submitted").have_aux_submitted()


@pytest.mark.parametrize("words", [(), ("photo",), ("aux_submitted",), ("not_submitted",)])
def test_without_a_record_of_it_nothing_that_builds_on_it_is_judged(words: tuple[str, ...]) -> None:
    with pytest.raises(PreconditionUnmet, match="no “submitted” of 王芳"):
        Trying(*words).have_submitted()


def test_the_main_phone_s_submission_is_not_the_auxiliary_one_s() -> None:
    with pytest.raises(PreconditionUnmet, match="no “aux_submitted” of 王芳"):
        Trying("submitted").have_aux_submitted()
