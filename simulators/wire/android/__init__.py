"""Android's cable: adb's transport and what goes through it, as translations onto the phone."""

from simulators.wire.android.adb import Adb
from simulators.wire.android.device import Handle

__all__ = ["Adb", "Handle"]
