"""The instants that stages count from."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from conformance.season import Season
from simulators.platform.plan import Schedule, confirmation_opens
from simulators.stages import Stage


def edges(season: Season, plan: Schedule) -> dict[str, datetime]:
    """What stages count from; a subject without answer sheets has its display's end at its end."""
    first = min(window.start for subject in season.subjects for window in subject.windows)
    waiting = timedelta(minutes=season.limit("waiting_minutes"))
    return {
        "season": confirmation_opens(season) or first - waiting,
        "opens": plan.opens_at,
        "waited": plan.opens_at + (plan.start - plan.opens_at) / 3,
        "start": plan.start,
        "display_ends": plan.display_ends or plan.end,
    }


def stands_at(stage: Stage, edges: Mapping[str, datetime]) -> datetime:
    """Where the clock stands at a stage."""
    return edges[stage.edge] + stage.after
