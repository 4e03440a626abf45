"""The instants that stages count from."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from conformance.season import Season
from simulators.platform.plan import Schedule, confirmation_opens
from simulators.platform.terms import Own
from simulators.stages import Stage


def edges(season: Season, plan: Schedule) -> dict[str, datetime]:
    """What stages count from; a subject without answer sheets has its display's end at its end.

    Where everybody begins at a time of their own, a third of the window is over when the candidate of a stage does.
    """
    first = min(window.start for subject in season.subjects for window in subject.windows)
    waiting = timedelta(minutes=season.limit("waiting_minutes"))
    waited = plan.opens_at + (plan.closes - plan.opens_at) / 3
    before = min(timedelta(minutes=1), (waited - plan.opens_at) / 2)
    if plan.terms.free:
        plan = plan.own(Own(begun=waited))
    return {
        "season": confirmation_opens(season) or first - waiting,
        "opens": plan.opens_at,
        "entered": waited - before,
        "checked": waited - before / 2,
        "waited": waited,
        "start": plan.start,
        "answering": plan.answering_from,
        "display_ends": plan.display_ends or plan.end,
    }


def stands_at(stage: Stage, edges: Mapping[str, datetime]) -> datetime:
    """Where the clock stands at a stage."""
    return edges[stage.edge] + stage.after
