"""A candidate is made of many classes of deeds: none of them hides what another can do."""

from __future__ import annotations

import inspect
from collections import defaultdict

import pytest

from steps.people import Cast
from steps.stagecraft import Candidate


@pytest.mark.parametrize("whole", [Candidate, Cast])
def test_a_deed_that_stands_in_two_classes_goes_on_to_the_other(whole: type) -> None:
    deeds: dict[str, list[str]] = defaultdict(list)
    for part in whole.__mro__:
        for name, deed in vars(part).items():
            if inspect.isfunction(deed) and not name.startswith("__"):
                deeds[name].append(inspect.getsource(deed))
    hidden = [
        name for name, found in deeds.items() if not all(f"super().{name}(" in one for one in found[:-1])
    ]
    assert hidden == []
