"""Packages that come through the cable: onto the phone's screen where they have one, beside it where they have none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from simulators.phone import others
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.phone.plain_app import PlainApp
from simulators.phone.storage import StorageFull
from simulators.wire.android import manifest
from simulators.wire.android.device import COMPANIONS
from simulators.wire.android.manifest import Manifest, NoPackage
from simulators.wire.webdriver.mobile.shell.cable import Cable, Companion
from simulators.wire.webdriver.processes import version_code

REPLACES_BY_ITSELF = 28
"""From this API level on a package that is there already is replaced without -r."""
SIDELOADED = "adb"
"""The channel of a package that names none."""


class Refused(Exception):
    """The package manager's reason, as it stands in brackets behind `Failure`."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is to be installed: over what is there, with permissions, even where it is older."""

    replace: bool = False
    granted: bool = False
    downgrade: bool = False


class Foreign(PlainApp):
    """An app that nobody here knows: it has a name and an empty screen."""

    def __init__(self, found: Manifest) -> None:
        label = found.label or found.package.rpartition(".")[2]
        super().__init__(found.package, label, found.version, "")
        self.activity = found.activity

    def screen(self, _: datetime, /) -> Element:
        return others.page("foreign", self.label, Element("group", "body", style="body"))


def install(phone: Phone, cable: Cable, files: Sequence[bytes], wish: Wish) -> str:
    """Install a package from its base and splits; its name. Refused says why not."""
    found = _base(files)
    if found.min_sdk > phone.model.api_level:
        raise Refused(
            f"INSTALL_FAILED_OLDER_SDK: Requires newer sdk version #{found.min_sdk} (current version is #{phone.model.api_level})"
        )
    try:
        phone.storage.must_fit(found.package, sum(map(len, files)))
    except StorageFull as fault:
        raise Refused(f"INSTALL_FAILED_INSUFFICIENT_STORAGE: {fault}") from fault
    if found.package in COMPANIONS or (not found.activity and found.package not in phone.shelf):
        cable.packages[found.package] = Companion(found.version, found.code, found.instrumentation)
    elif found.package in phone.apps:
        _update(phone, found, wish)
    else:
        _take(phone, found, wish)
    return found.package


def _base(files: Sequence[bytes]) -> Manifest:
    try:
        read = [manifest.read(content) for content in files]
    except NoPackage as fault:
        raise Refused(f"INSTALL_PARSE_FAILED_NOT_APK: Failed to parse the package: {fault}") from fault
    bases = [one for one in read if not one.split]
    if len(bases) != 1 or len({one.package for one in read}) != 1:
        names = ", ".join(sorted({one.package for one in read})) or "nothing"
        raise Refused(f"INSTALL_FAILED_INVALID_APK: expected one base and its splits, found {names}")
    return bases[0]


def _update(phone: Phone, found: Manifest, wish: Wish) -> None:
    """Its data and permissions stay."""
    if not wish.replace and phone.model.api_level < REPLACES_BY_ITSELF:
        raise Refused(
            f"INSTALL_FAILED_ALREADY_EXISTS: Attempt to re-install {found.package} without first uninstalling."
        )
    now, new = version_code(phone.apps[found.package].version), version_code(found.version)
    if new < now and not wish.downgrade:
        raise Refused(
            f"INSTALL_FAILED_VERSION_DOWNGRADE: Downgrade detected: Update version code {new} is older than current {now}"
        )
    phone.update(found.package, found.version)
    phone.sources[found.package] = found.channel or SIDELOADED
    if wish.granted:
        phone.permissions.grant_all(found.package)


def _take(phone: Phone, found: Manifest, wish: Wish) -> None:
    phone.shelf.setdefault(found.package, lambda: Foreign(found))
    phone.get(
        found.package,
        version=found.version,
        granted=wish.granted,
        source=found.channel or SIDELOADED,
    )
