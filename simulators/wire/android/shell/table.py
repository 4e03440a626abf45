"""Every command of the shell on a cable: what `mobile: shell` knows as well, and what only goes on here."""

from collections.abc import Mapping
from functools import partial

from simulators.wire.android.device import Device
from simulators.wire.android.shell import activities, filming, following, helper, packaging
from simulators.wire.webdriver.mobile.shell.running import Asked, Run
from simulators.wire.webdriver.mobile.shell.table import COMMANDS


def table(device: Device) -> Mapping[str, Run]:
    """The commands of one phone's shell."""
    return {
        **COMMANDS,
        **packaging.tables(device),
        "am": activities.am(device),
        "input": helper.typed,
        "screenrecord": filming.screenrecord(device),
        "uiautomator": filming.uiautomator,
        "reboot": partial(_reboot, device),
        "logcat": following.log(device),
    }


def _reboot(device: Device, asked: Asked) -> str:
    """Off, and on again unless -p says that it is to stay off."""
    device.phone.power_off()
    if "-p" not in asked.words:
        device.phone.power_on()
    return ""
