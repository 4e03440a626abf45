"""`gsm` and `sms`: calls, messages, and what the mobile network is said to do."""

from collections.abc import Callable

from simulators.wire.android.emulator.asking import Asked, Refused, Run

STATES = ("unregistered", "home", "roaming", "searching", "denied", "off", "on")
SERVED = {"home", "roaming", "on"}
BARS = ((12, 4), (8, 3), (5, 2), (3, 1))
"""From so many of the network's own units on a signal shows so many bars."""
UNKNOWN_SIGNAL = 99


def ring(asked: Asked) -> None:
    if asked.radio["voice"] not in SERVED:
        raise Refused("the phone is not registered for calls")
    asked.phone.incoming_call(asked.word(0, "phone number"))


def of_call(act: Callable[[Asked], None]) -> Run:
    """Something about the call that there is with a number; whoever names another one is told so."""

    def run(asked: Asked) -> None:
        number = asked.word(0, "phone number")
        if asked.phone.calls.state == "idle" or asked.phone.calls.number != number:
            raise Refused(f"no call with {number}")
        act(asked)

    return run


def calls(asked: Asked) -> str | None:
    call = asked.phone.calls
    states = {"ringing": "incoming", "talking": "active"}
    return None if call.state == "idle" else f"inbound from {call.number} : {states[call.state]}"


def registered(what: str) -> Run:
    def run(asked: Asked) -> None:
        state = asked.word(0, "state")
        if state not in STATES:
            raise Refused(f"bad state {state!r}; there are {', '.join(STATES)}")
        asked.radio[what] = state
        network = asked.phone.network
        if what == "data" and network.kind == "mobile":
            network.set(up=state in SERVED)

    return run


def signal(asked: Asked) -> None:
    units = asked.number(0, "rssi")
    if not (0 <= units <= 31 or units == UNKNOWN_SIGNAL):
        raise Refused("rssi is from 0 to 31, or 99")
    asked.phone.network.set(bars=next((bars for least, bars in BARS if units >= least and units <= 31), 0))


def profile(asked: Asked) -> None:
    bars = asked.number(0, "signal profile")
    if bars not in range(5):
        raise Refused("a signal profile is from 0 to 4")
    asked.phone.network.set(bars=int(bars))


def told(asked: Asked) -> str:
    return f"gsm voice state: {asked.radio['voice']}\r\ngsm data state:  {asked.radio['data']}"


def message(asked: Asked) -> None:
    number = asked.word(0, "phone number")
    asked.word(1, "message")
    asked.phone.receive_message(number, asked.line.split(None, 1)[1].strip('"'))
