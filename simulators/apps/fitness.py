"""Whether this phone, and this version, will do for an app: what it looks at when it is started."""

from collections.abc import Mapping

from simulators.phone.hardware import OFFICIAL
from simulators.phone.phone import Phone

MAIN, AUX = "com.xiaoyibang.main", "com.xiaoyibang.aux"
OTHER: Mapping[str, str] = {MAIN: AUX, AUX: MAIN}


def why(phone: Phone, package: str) -> str:
    """The screen that says why this app does not go on; empty where it does."""
    if phone.model.form != "phone":
        return "tablet"
    if OTHER[package] in phone.apps:
        return "both_apps"
    return "" if phone.sources.get(package, OFFICIAL) == OFFICIAL else "other_channel"


def newer(latest: str, own: str) -> bool:
    """Whether version `latest` is later than `own`; numbers separated by dots, and 1.0 is 1."""
    return _numbers(latest) > _numbers(own)


def _numbers(version: str) -> tuple[int, ...]:
    parts = [int(part) if part.isdecimal() else 0 for part in version.split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
