"""Every command of the shell on a cable: what `mobile: shell` knows as well, and what only goes on here."""

from collections.abc import Mapping

from simulators.wire.android.device import Device
from simulators.wire.android.shell import following, instrument, packaging
from simulators.wire.webdriver.mobile.shell.running import Run
from simulators.wire.webdriver.mobile.shell.table import COMMANDS


def table(device: Device) -> Mapping[str, Run]:
    """The commands of one phone's shell."""
    return {
        **COMMANDS,
        **packaging.tables(device),
        "am": instrument.am(device),
        "logcat": following.log(device),
    }
