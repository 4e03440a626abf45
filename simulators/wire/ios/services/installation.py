"""The installation proxy: which apps there are; apps come, are brought up to date, and go."""

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from simulators.phone.app import App
from simulators.phone.phone import Phone
from simulators.wire.ios.channel import Channel
from simulators.wire.ios.device import Device
from simulators.wire.ios.plists import Plist, receive, send, text
from simulators.wire.ios.services import packages
from simulators.wire.ios.services.files import Files
from simulators.wire.ios.services.notices import INSTALLED, UNINSTALLED
from simulators.wire.webdriver.disk import NoFile

log = logging.getLogger(__name__)
OF_SYSTEM = "com.apple."
PAGE = 20
"""So many apps are told at a time."""
COMPLETE: Plist = {"Status": "Complete"}
STEPS: Mapping[str, int] = {
    "CreatingStagingDirectory": 5,
    "VerifyingApplication": 40,
    "InstallingApplication": 60,
}
"""How far an installation is, in percent."""


class Refused(Exception):
    """An error as installd names it."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.answer: Plist = {"Error": name, "ErrorDescription": sentence}


async def serve(device: Device, channel: Channel) -> None:
    """Until the other side hangs up."""
    while True:
        asked = await receive(channel)
        try:
            for answer in command(asked)(device, asked):
                await send(channel, answer)
        except Refused as refusal:
            await send(channel, refusal.answer)


def command(asked: Plist) -> Callable[[Device, Plist], Iterator[Plist]]:
    name = text(asked, "Command")
    if name not in COMMANDS:
        raise Refused("UnknownCommand", f"there is no command {name!r}; there are {', '.join(COMMANDS)}")
    return COMMANDS[name]


def described(app: App) -> dict[str, Any]:
    """An app as installd describes it."""
    system = app.package.startswith(OF_SYSTEM)
    return {
        "ApplicationType": "System" if system else "User",
        "CFBundleDisplayName": app.label,
        "CFBundleExecutable": app.package.rpartition(".")[2],
        "CFBundleIdentifier": app.package,
        "CFBundleName": app.label,
        "CFBundleShortVersionString": app.version,
        "CFBundleVersion": app.version,
        "Container": f"/private/var/mobile/Containers/Data/Application/{app.package}",
        "Path": f"/private/var/containers/Bundle/Application/{app.package}.app",
        "SignerIdentity": "Apple iPhone OS Application Signing",
    }


def options(asked: Plist) -> Plist:
    given = asked.get("ClientOptions")
    return given if isinstance(given, dict) else {}


def chosen(asked: Plist, phone: Phone) -> Iterator[dict[str, Any]]:
    """The apps that are asked for, each with the attributes that are."""
    wish = options(asked)
    kind, names = wish.get("ApplicationType", "Any"), wish.get("ReturnAttributes")
    bundles = wish.get("BundleIDs")
    wanted = [bundles] if isinstance(bundles, str) else bundles
    for app in phone.apps.values():
        facts = described(app)
        fits = kind in ("Any", facts["ApplicationType"])
        if fits and (not isinstance(wanted, list) or app.package in wanted):
            yield {
                name: said for name, said in facts.items() if not isinstance(names, list) or name in names
            } | {"CFBundleIdentifier": app.package}


def look_up(device: Device, asked: Plist) -> Iterator[Plist]:
    with device.turn("Lookup") as phone:
        found = {facts["CFBundleIdentifier"]: facts for facts in chosen(asked, phone)}
    yield {"LookupResult": found, **COMPLETE}


def browse(device: Device, asked: Plist) -> Iterator[Plist]:
    with device.turn("Browse") as phone:
        found = list(chosen(asked, phone))
    for start in range(0, len(found), PAGE):
        part = found[start : start + PAGE]
        yield {
            "Status": "BrowsingApplications", "CurrentIndex": start, "CurrentAmount": len(part), "Total": len(found),
            "CurrentList": part,
        }  # fmt: skip
    yield COMPLETE


def install(device: Device, asked: Plist) -> Iterator[Plist]:
    """From a package in the media folder, which goes; the phone runs no other code than what it has on its shelf."""
    path = text(asked, "PackagePath")
    yield from ({"Status": step, "PercentComplete": percent} for step, percent in STEPS.items())
    with device.turn("Install") as phone:
        files = Files(phone, device.folders)
        try:
            package = packages.read(files, path)
            _put(phone, package)
            files.remove_tree(path)
        except packages.NoPackage as fault:
            raise Refused("PackageInspectionFailed", str(fault)) from fault
        except ValueError as fault:
            raise Refused("ApplicationVerificationFailed", str(fault)) from fault
        except NoFile:
            log.info("%s had gone when it was installed", path)
    device.post(INSTALLED)
    yield COMPLETE


def _put(phone: Phone, package: packages.Package) -> None:
    """An app that is there is brought to that version; its data stay."""
    if package.bundle not in phone.apps:
        phone.get(package.bundle, version=package.version)
    elif package.version:
        phone.update(package.bundle, package.version)


def uninstall(device: Device, asked: Plist) -> Iterator[Plist]:
    """Taking away what is not there is no error."""
    name = text(asked, "ApplicationIdentifier")
    yield {"Status": "RemovingApplication", "PercentComplete": 50}
    with device.turn("Uninstall") as phone:
        if name in phone.apps:
            phone.uninstall(name)
    device.post(UNINSTALLED)
    yield COMPLETE


def able(_: Device, __: Plist) -> Iterator[Plist]:
    """Every capability that is asked for is there."""
    yield {"LookupResult": {"CapabilitiesMatch": True}, **COMPLETE}


COMMANDS: Mapping[str, Callable[[Device, Plist], Iterator[Plist]]] = {
    "Lookup": look_up,
    "Browse": browse,
    "Install": install,
    "Upgrade": install,
    "Uninstall": uninstall,
    "CheckCapabilitiesMatch": able,
}
