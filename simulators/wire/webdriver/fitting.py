"""Which phone a new session may have: one that its driver can drive, and that is as the client hints."""

from collections.abc import Mapping

from simulators.wire.webdriver.capabilities import Capabilities, drivers, vendor
from simulators.wire.webdriver.dialect import DIALECTS
from simulators.wire.webdriver.ports import Phone


def choice(asked: Capabilities, phones: Mapping[str, Phone]) -> Mapping[str, str]:
    """The phones that come into question, the likeliest first, each with why it does not fit; empty where it does.

    A udid is meant as it is written. Without one, the phone has the wished version, and its name comes first where
    `deviceName` is that of a phone.
    """
    udid = vendor(asked, "udid", None)
    if udid is not None:
        return {udid: unfit(asked, phones[udid])} if udid in phones else {}
    hint, version = vendor(asked, "deviceName", ""), vendor(asked, "platformVersion", "")
    names = sorted(phones, key=lambda name: hint not in (name, phones[name].model.name))
    return {name: unfit(asked, phones[name]) or _other_version(version, phones[name]) for name in names}


def unfit(asked: Capabilities, phone: Phone) -> str:
    """Why no wished driver drives that phone."""
    model = phone.model
    known = DIALECTS.get(model.platform)
    if known is None:
        return f"phone {phone.udid} runs {model.os} {model.os_version}, for which there is no driver"
    if known not in drivers(asked):
        return f"phone {phone.udid} runs {model.os} {model.os_version}: ask for {known.platform} with {known.driver}"
    return ""


def _other_version(wanted: str, phone: Phone) -> str:
    """A version fits that begins with the numbers that are wished: 15 is 15.1, and 1 is not."""
    has = phone.model.platform_version
    if not wanted or f"{has}.".startswith(f"{wanted}.") or f"{wanted}.".startswith(f"{has}."):
        return ""
    return f"phone {phone.udid} reports version {has}, not {wanted}"
