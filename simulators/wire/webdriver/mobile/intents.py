"""Intents: what UiAutomator2's driver says to `am`, word by word."""

import shlex
from collections.abc import Mapping

from simulators.wire.webdriver.errors import invalid
from simulators.wire.webdriver.fields import Body, shown
from simulators.wire.webdriver.mobile.shell.command import output
from simulators.wire.webdriver.mobile.verb import WORD, WORDS, Kinds, Verb
from simulators.wire.webdriver.sessions import Session

MARKS: Mapping[str, str] = {
    "action": "-a",
    "uri": "-d",
    "mimeType": "-t",
    "identifier": "-i",
    "categories": "-c",
    "component": "-n",
    "package": "-p",
    "flags": "-f",
}
PARTS: Kinds = {
    **dict.fromkeys(("user", "intent", *MARKS), WORD),
    "categories": WORDS,
    "extras": list,
}
SWITCHES: Mapping[str, str] = {"wait": "-W", "stop": "-S"}


def words(body: Body) -> list[str]:
    """The intent as `am` takes it."""
    said = [str(body["intent"])] if body.get("intent") else []
    for name, mark in MARKS.items():
        values = body.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            said += [mark, str(value)]
    return said + [word for extra in body.get("extras", []) for word in _extra(extra)]


def _extra(extra: object) -> list[str]:
    """A type, a key and, but for `sn`, a value."""
    if not isinstance(extra, list) or len(extra) not in (2, 3):
        raise invalid(f"'extras' must hold lists of type, key and value, not {shown(extra)}")
    kind, *rest = map(str, extra)
    return [f"--e{kind}", *rest]


def run(session: Session, *said: str) -> str:
    return output(session, shlex.join(["am", *said]))


def start_activity(session: Session, body: Body) -> str:
    switches = [mark for name, mark in SWITCHES.items() if body.get(name)]
    return run(session, "start-activity", *switches, *words(body))


def broadcast(session: Session, body: Body) -> str:
    return run(session, "broadcast", *words(body))


def start_service(session: Session, body: Body) -> str:
    verb = "start-foreground-service" if body.get("foreground") else "start-service"
    return run(session, verb, *words(body))


def stop_service(session: Session, body: Body) -> str:
    return run(session, "stop-service", *words(body))


ANDROID: Mapping[str, Verb] = {
    "startActivity": Verb(
        start_activity,
        takes={
            **PARTS,
            "wait": bool,
            "stop": bool,
            "windowingMode": WORD,
            "activityType": WORD,
            "display": WORD,
        },
    ),
    "broadcast": Verb(
        broadcast, takes={**PARTS, "receiverPermission": str, "allowBackgroundActivityStarts": bool}
    ),
    "startService": Verb(start_service, takes={**PARTS, "foreground": bool}),
    "stopService": Verb(stop_service, takes=PARTS),
}
