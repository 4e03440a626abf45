"""Phones that show themselves as Android's emulator does: a serial by its port, and a console beside adb."""

from simulators.wire.android.emulator.emulators import Emulators

__all__ = ["Emulators"]
