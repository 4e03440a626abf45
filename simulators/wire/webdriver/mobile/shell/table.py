"""Every command of the shell."""

from collections.abc import Mapping

from simulators.wire.webdriver.mobile.shell import (
    activities,
    dumps,
    filing,
    inputs,
    packages,
    preferences,
    properties,
    services,
    states,
    system,
    texts,
)
from simulators.wire.webdriver.mobile.shell.running import Run

COMMANDS: Mapping[str, Run] = {
    **activities.TABLE,
    **dumps.TABLE,
    **filing.TABLE,
    **inputs.TABLE,
    **packages.TABLE,
    **preferences.TABLE,
    **properties.TABLE,
    **services.TABLE,
    **states.TABLE,
    **system.TABLE,
    **texts.TABLE,
}
