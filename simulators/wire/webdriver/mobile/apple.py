"""What only XCUITest tells and does: the app in front, the device in Apple's words, the source in three forms, Siri."""

from collections.abc import Callable, Mapping
from typing import Any

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fields import Body, choice
from simulators.wire.webdriver.ios.source import as_json, described, source
from simulators.wire.webdriver.mobile.screen import viewport
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.processes import pid
from simulators.wire.webdriver.sessions import Session

IDIOMS = {"phone": 0, "tablet": 1}
"""UIUserInterfaceIdiom's numbers."""
STYLES = {True: "dark", False: "light"}
SIM = {True: "kCTSIMSupportSIMStatusReady", False: "kCTSIMSupportSIMStatusNotInserted"}
"""Core Telephony's words for the SIM card."""
ASSISTANT = "voice_assistant"
FORMATS: Mapping[str, Callable[[Session, Body], Any]] = {
    "xml": lambda session, body: source(session.look().root, excluded(body)),  # type: ignore[arg-type]
    "json": lambda session, _: as_json(session.look().root),
    "description": lambda session, _: described(session.look().root),
}
SAID: Mapping[str, tuple[str, bool]] = {
    f"turn {word} {name}": (setting, word == "on")
    for name, setting in (
        ("dark mode", "dark_mode"),
        ("do not disturb", "do_not_disturb"),
        ("night shift", "night_display"),
        ("flashlight", "flashlight"),
    )
    for word in ("on", "off")
}
"""What the assistant does when it is told so; to all else it only talks."""


def excluded(body: Body) -> list[str]:
    return [name.strip() for name in body.get("excludedAttributes", "").split(",") if name.strip()]


def active_app(session: Session, _: Body) -> Any:
    """The app in front; the home screen is one, too."""
    bundle = session.look().root.package
    return {"pid": pid(bundle), "bundleId": bundle, "name": "", "processArguments": {"args": [], "env": {}}}


def info(session: Session, _: Body) -> Any:
    """What WebDriverAgent says of the device, and under `lockdownInfo` what the device says to a cable."""
    facts = session.phone.info()
    lockdown = {
        "ProductType": facts.get("code", ""),
        "ProductVersion": facts.get("platformVersion", ""),
        "ProductName": facts.get("os", ""),
        "DeviceName": facts.get("model", ""),
        "UniqueDeviceID": session.phone.udid,
        "TimeZone": str(session.phone.clock.now().tzinfo),
        "PhoneNumber": facts.get("number", ""),
        "SIMStatus": SIM[bool(session.phone.settings["sim"])],
    }
    return {
        "currentLocale": str(facts.get("locale", "zh-CN")).replace("-", "_"),
        "timeZone": str(session.phone.clock.now().tzinfo),
        "name": facts.get("model", ""),
        "model": "iPad" if facts.get("form") == "tablet" else "iPhone",
        "uuid": session.phone.udid,
        "userInterfaceIdiom": IDIOMS.get(str(facts.get("form")), 0),
        "userInterfaceStyle": STYLES[bool(session.phone.settings["dark_mode"])],
        "isSimulator": False,
        "thermalState": 0,
        "lockdownInfo": lockdown,
    }


def screen(session: Session, _: Body) -> Any:
    """Sizes in points."""
    scale, glass = session.scale, session.look().root.scene.tree.bounds
    bar = viewport(session).y
    return {
        "screenSize": {"width": glass.width // scale, "height": glass.height // scale},
        "statusBarSize": {"width": glass.width // scale, "height": bar // scale},
        "displayId": 1,
        "scale": scale,
    }


def get_source(session: Session, body: Body) -> Any:
    return choice({"format": body.get("format", "xml")}, "format", FORMATS)(session, body)


def siri(session: Session, body: Body) -> None:
    """The assistant hears a sentence, where it is switched on."""
    if not session.phone.settings[ASSISTANT]:
        raise WireError("unknown error", "Siri is switched off on this phone")
    if said := SAID.get(body["text"].strip().rstrip(".").lower()):
        setting, on = said
        session.phone.settings.set({setting: on})


IOS: Mapping[str, Verb] = {
    "activeAppInfo": Verb(active_app),
    "deviceInfo": Verb(info),
    "deviceScreenInfo": Verb(screen),
    "source": Verb(get_source, takes={"format": str, "excludedAttributes": str}),
    "siriCommand": Verb(siri, {"text": str}),
}
