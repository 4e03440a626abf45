"""Every mischief by its name on the command line of the front."""

from __future__ import annotations

from collections.abc import Mapping

from tests.conformance.trivial import unfit, useless
from tests.conformance.trivial.asking import Mischief

MISCHIEFS: Mapping[str, type[Mischief]] = {
    "none": Mischief,
    "yes": unfit.Yes,
    "yes-phones": unfit.YesPhones,
    "silent": unfit.Silent,
    "dribbling": unfit.Dribbling,
    "silent-phones": unfit.SilentPhones,
    "gone": unfit.Gone,
    "unplugged": unfit.Unplugged,
    "dying": unfit.Dying,
    "blank": unfit.Blank,
    "lying-clock": unfit.LyingClock,
    "lying-record": unfit.LyingRecord,
    "forgetful": unfit.Forgetful,
    "standing": unfit.Standing,
    "idle": useless.Idle,
    "refuse": useless.Refuse,
    "frozen": useless.Frozen,
    "numb": useless.Numb,
    "barred": useless.Barred,
}
