"""Execute script: no JavaScript runs on a phone, but every `mobile:` command comes this way."""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field, shown
from simulators.wire.webdriver.mobile import MOBILE

PREFIX = "mobile:"


def execute(call: Call) -> Any:
    """`args` holds one object with the command's arguments, or nothing."""
    script, session = field(call.body, "script", str), call.session
    arguments = field(call.body, "args", list, [])
    if not script.startswith(PREFIX):
        raise WireError(
            "unsupported operation", f"only {PREFIX} commands can be executed here, not {shown(script)}"
        )
    run = MOBILE.get(script.removeprefix(PREFIX).strip())
    if run is None:
        raise WireError(
            "unknown command", f"no {shown(script)}; there are {PREFIX} {', '.join(sorted(MOBILE))}"
        )
    given = arguments[0] if arguments else {}
    if len(arguments) > 1 or not isinstance(given, dict):
        raise invalid(f"'args' must be one object, not {shown(arguments)}")
    return run(session, given)


ROWS = (
    Command("POST", "/session/{session}/execute/sync", execute),
    Command("POST", "/session/{session}/execute", execute),
)
