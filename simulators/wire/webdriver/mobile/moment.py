"""The phone's own time, in the marks of moment.js, in which Appium's clients write a format."""

import re
from collections.abc import Mapping
from datetime import datetime

from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.sessions import Session

MARKS: Mapping[str, str] = {
    "YYYY": "%Y",
    "YY": "%y",
    "MM": "%m",
    "DD": "%d",
    "HH": "%H",
    "hh": "%I",
    "mm": "%M",
    "ss": "%S",
    "A": "%p",
}
"""For each mark that of strftime."""
MARK = re.compile(r"\[([^\]]*)\]|SSS|ZZ?|" + "|".join(MARKS))
USUAL = "YYYY-MM-DDTHH:mm:ssZ"


def device_time(session: Session, body: Body) -> str:
    """The phone's own clock, as `format` says."""
    now = session.phone.clock.now()
    return MARK.sub(lambda mark: _written(now, mark), body.get("format", USUAL))


def _written(now: datetime, match: re.Match[str]) -> str:
    mark = match[0]
    if mark.startswith("["):
        return match[1]
    if mark == "SSS":
        return f"{now.microsecond // 1000:03}"
    offset = now.strftime("%z")
    zones = {"ZZ": offset, "Z": f"{offset[:3]}:{offset[3:]}"}
    return zones.get(mark) or now.strftime(MARKS[mark])


TABLE: Mapping[str, Verb] = {"getDeviceTime": Verb(device_time, takes={"format": str})}
"""The same in both drivers."""
