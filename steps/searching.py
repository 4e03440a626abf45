"""Which of the target's models a sentence means: one that stands so against what the season asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from conformance import readiness
from conformance.outcome import ControlMissing
from conformance.readiness import Facts
from conformance.season import Season
from reports.form import Text
from steps.phrases import Sought

Measure = Callable[[Facts], Any]


def nearest(sought: Sought, offered: Mapping[str, Facts], season: Season) -> str:
    """The model that fits and lies nearest to the limit; ControlMissing where the target offers none."""
    measures: Mapping[str, tuple[Measure, Any]] = {
        "system": (lambda facts: readiness.version(facts.version), _least(sought, offered.values(), season)),
        "age": (lambda facts: facts.released, readiness.youngest_allowed(season)),
        "model": (lambda facts: readiness.banned(facts, season), True),
        "ban": (lambda facts: readiness.banned_brand(facts, season), True),
    }
    measure, limit = measures.get(sought.aspect, (lambda _: 0, 0))
    fitting = {
        "below": [model for model, facts in offered.items() if measure(facts) < limit],
        "at": [model for model, facts in offered.items() if measure(facts) == limit],
        "above": [model for model, facts in offered.items() if measure(facts) > limit],
        "": list(offered),
    }[sought.how]
    if not fitting:
        kinds = ", ".join(sought.kinds)
        raise ControlMissing(
            f"phones of the kinds {kinds}",
            Text(
                f"none of the target's phones of the kinds {kinds} has the {sought.aspect} that the example needs",
                f"被测对象提供的手机（{kinds}）中，没有该用例所需的机型",
            ),
        )
    pick = min if sought.how == "above" else max
    return pick(fitting, key=lambda model: measure(offered[model]))


def _least(sought: Sought, offered: Iterable[Facts], season: Season) -> tuple[int, ...]:
    """The season's lowest version of these phones' system."""
    systems = {readiness.NEEDED[facts.system] for facts in offered if facts.system in readiness.NEEDED}
    asked = [season.minimum(system) for system in systems] if sought.aspect == "system" else []
    return readiness.version(str(asked[0])) if asked and asked[0] is not None else ()
