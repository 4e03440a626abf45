"""The phone's log, as far as this session has not read it yet."""

from typing import Any

from simulators.wire.webdriver.call import Call, Command
from simulators.wire.webdriver.fields import choice
from simulators.wire.webdriver.logs import TYPES, told

MILLIS = 1000
IN_SESSION = "/session/{session}"


def types(call: Call) -> list[str]:
    return list(TYPES[call.session.dialect.driver])


def read(call: Call) -> Any:
    """Each line once; the first time all that the phone still has."""
    session, journal = call.session, call.phone.journal
    write = choice(call.body, "type", TYPES[session.dialect.driver])
    name = call.body["type"]
    entries = journal.since(session.read.get(name, 0))
    session.read[name] = journal.count
    return [
        {"timestamp": round(entry.at.timestamp() * MILLIS), "level": "ALL", "message": line}
        for entry, line in told(entries, write)
    ]


ROWS = (
    Command("GET", f"{IN_SESSION}/se/log/types", types),
    Command("POST", f"{IN_SESSION}/se/log", read),
    Command("GET", f"{IN_SESSION}/log/types", types),
    Command("POST", f"{IN_SESSION}/log", read),
)
