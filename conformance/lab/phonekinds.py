"""Which of the kinds of phone that a target file declares its bench really has."""

from __future__ import annotations

from conformance.lab.stagehand import Stagehand
from conformance.outcome import ControlMissing, KitFault, RefusedWhen


def look(stage: Stagehand) -> dict[str, bool | None]:
    """By kind, whether the bench hands out the first model of it; None where it hands out no phones at all."""
    return {kind: _there(stage, models[0]) for kind, models in stage.target.phones.items()}


def _there(stage: Stagehand, model: str) -> bool | None:
    try:
        stage.bench.add_phone("main", model=model)
    except ControlMissing:
        return None
    except (KitFault, RefusedWhen):
        return False
    return True
