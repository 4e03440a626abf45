"""Two fields that never mix (C21): what the platform does by itself, and what the school rules.

Both accumulate. The notice names three classes for a ruling; the gravest is named first.
"""

from collections.abc import Iterable, Mapping

CLASSES: Mapping[str, str] = {"cheating": "作弊", "violation": "违规", "forfeit": "弃考"}
"""The school's classes, the gravest first, with the notice's words: 作弊 R127 R146, 违规 R160, 弃考 R131 R132.

Cheating costs registration and admission (R168), a violation is dealt with under the regulations (R165), a forfeit
loses one subject (R133).
"""

EFFECTS: Mapping[str, tuple[str, str]] = {
    "terminated": ("terminated", "R261"),
    "forfeited": ("locked_out", "R445"),
    "failed": ("failed", "R457"),
    "not_submitted": ("cannot_submit", "R476"),
}
"""The platform's effect by the state that the fold gives a sitting, with the atom that it rests on."""
NO_EFFECT = "none"


def effect(state: str) -> str:
    """What the platform has done by itself."""
    return EFFECTS.get(state, (NO_EFFECT, ""))[0]


def gravest_first(classes: Iterable[str]) -> tuple[str, ...]:
    """Each class once. ValueError for one that the notice does not have."""
    found = set(classes)
    if unknown := found - set(CLASSES):
        raise ValueError(f"no class {sorted(unknown)}; there are {', '.join(CLASSES)}")
    return tuple(one for one in CLASSES if one in found)
