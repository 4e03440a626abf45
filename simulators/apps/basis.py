"""On what a screen or a transition rests: atoms of the notice, or an assumption that says why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumed:
    """The notice does not say; both languages say what was taken instead."""

    en: str
    zh: str


Basis = tuple[str, ...] | Assumed
"""Ids of atoms (Rnnn) and readings (Cnn), or an assumption."""

BACK = Assumed("the notice names no way back; phones have one", "须知未说明如何返回，手机一般都有返回键")
KEYBOARD = Assumed(
    "tapping a field gives it the keyboard, as on any phone", "点选输入框即可输入，与一般手机相同"
)
