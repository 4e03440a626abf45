"""Execute script: no JavaScript runs on a phone, but every `mobile:` command comes this way."""

from typing import Any

from simulators.wire.webdriver import mobile
from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field, shown

PREFIX = "mobile:"


def execute(call: Call) -> Any:
    """`args` holds one object with the command's arguments, or nothing."""
    script = field(call.body, "script", str)
    arguments = field(call.body, "args", list, [])
    if not script.startswith(PREFIX):
        raise WireError(
            "unsupported operation", f"only {PREFIX} commands can be executed here, not {shown(script)}"
        )
    given = arguments[0] if arguments else {}
    if len(arguments) > 1 or not isinstance(given, dict | None):
        raise invalid(f"'args' must be one object, not {shown(arguments)}")
    return mobile.run(call.session, script.removeprefix(PREFIX).strip(), given or {})


ROWS = (
    Command("POST", "/session/{session}/execute/sync", execute),
    Command("POST", "/session/{session}/execute", execute),
)
