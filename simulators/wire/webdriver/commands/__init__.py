"""The commands, as tables; each module holds the rows of one noun."""

from simulators.wire.webdriver.call import Command
from simulators.wire.webdriver.commands import (
    actions,
    alerts,
    elements,
    legacy,
    listing,
    logs,
    recording,
    screen,
    script,
    session,
    settings,
    window,
)

ROWS: tuple[Command, ...] = (
    *session.ROWS,
    *settings.ROWS,
    *elements.ROWS,
    *screen.ROWS,
    *alerts.ROWS,
    *actions.ROWS,
    *script.ROWS,
    *window.ROWS,
    *legacy.ROWS,
    *logs.ROWS,
    *recording.ROWS,
)
COMMANDS: tuple[Command, ...] = (*ROWS, *listing.rows(ROWS))
