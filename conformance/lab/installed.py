"""What is judged, read where it runs: the packages on the phones through their drivers, the platform's build from the bench.

Read at the start and at the end of a run, so that what is certified is what ran. Nothing that cannot be read stops a run:
the subject then says why.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from conformance.bench.forms import Phone, Product
from conformance.lab.stagehand import Stagehand
from conformance.outcome import TransportLost
from conformance.phone.handset import Handset
from conformance.target import Driver
from reports.form import Part, Subject, Text

SUM = re.compile(r"^\\?([0-9a-f]{64})\b")
PATH = re.compile(r"^package:(/.+)$", re.MULTILINE)
VERSION, CODE = re.compile(r"versionName=(\S+)"), re.compile(r"versionCode=(\d+)")
REFUSED = Text(
    "the package was not read on the phone: its driver does not run `pm path` and `sha256sum`; start Appium with "
    "--allow-insecure=uiautomator2:adb_shell",
    "未能在手机上读取安装包：其驱动不执行 pm path 与 sha256sum，请以 --allow-insecure=uiautomator2:adb_shell 启动 Appium",
)
APPLES = Text(
    "iOS shows no app its package: bundle id, version and build were read from the phone, the digest was not",
    "iOS 不提供安装包：应用标识、版本号与构建号读自手机，摘要并非读自手机",
)
NOT_THERE = Text("the app is not installed on the phone", "手机上未安装该应用")
NO_BUILD = Text("the bench does not tell the platform's build", "测试台未提供平台构建标识")
LOST = Text("the phone did not answer when its package was to be read", "读取安装包时手机没有应答")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at one end of a run."""

    at: Literal["start", "end"]
    subjects: tuple[Subject, ...]


def read(stage: Stagehand, at: Literal["start", "end"]) -> Found:
    """The apps on the phones of the first candidate of the world that stands, and the platform."""
    phones = {phone.udid: phone for phone in stage.world.phones}
    pair = stage.world.candidates[0].phones
    roles = {"main": pair.main, "aux": pair.aux}
    apps = [
        _app(stage, role, phones[udid]) for role, udid in roles.items() if udid and role in stage.target.apps
    ]
    return Found(at, (*apps, _platform(stage.bench.controls().product)))


def _app(stage: Stagehand, role: str, phone: Phone) -> Subject:
    handset = stage.phone(phone.udid)
    package = stage.target.app(role).id(handset.kind)
    try:
        found = READERS[handset.kind](handset, package)
    except TransportLost:
        found = {"remark": LOST}
    device = ", ".join(filter(None, (phone.model, phone.os)))
    return Subject(party=f"{role} app", id=package, environment=device, **found)


def _platform(product: Product) -> Subject:
    return Subject(
        party="platform",
        id=product.name,
        version=product.version,
        build=product.build,
        environment=product.environment,
        read_from="bench",
        remark=Text() if product.build else NO_BUILD,
    )


def _android(handset: Handset, package: str) -> dict[str, Any]:
    """Base and splits, each hashed on the phone; pulled and hashed here where the phone has no `sha256sum`."""
    shown = _shell(handset, f"pm path {package}")
    paths = PATH.findall(shown)
    if not paths:
        return {"remark": REFUSED if not shown else NOT_THERE}
    parts = [(path, _digest(handset, path)) for path in paths]
    if not all(digest for _, digest in parts):
        return {"remark": REFUSED}
    dump = _shell(handset, f"dumpsys package {package}")
    return {
        "version": _first(VERSION, dump),
        "build": _first(CODE, dump),
        "sha256": parts[0][1],
        "parts": tuple(Part(name=path.rpartition("/")[2], sha256=digest) for path, digest in parts),
        "read_from": "phone",
    }


def _digest(handset: Handset, path: str) -> str:
    found = SUM.match(_shell(handset, f"sha256sum '{path}'"))
    if found:
        return found[1]
    pulled = handset.command("pullFile", {"remotePath": path})
    try:
        return sha256(base64.b64decode(pulled, validate=True)).hexdigest() if pulled else ""
    except (TypeError, binascii.Error):
        return ""


def _ios(handset: Handset, package: str) -> dict[str, Any]:
    told = handset.command("listApps", {"applicationType": "User"})
    if not isinstance(told, dict) or not isinstance(told.get(package), dict):
        return {"remark": NOT_THERE}
    app = told[package]
    version, build = (str(app.get(key, "")) for key in ("CFBundleShortVersionString", "CFBundleVersion"))
    return {"version": version, "build": build, "read_from": "phone", "remark": APPLES}


READERS: Mapping[Driver, Callable[[Handset, str], dict[str, Any]]] = {"android": _android, "ios": _ios}


def _shell(handset: Handset, line: str) -> str:
    said = handset.command("shell", {"command": line})
    return said if isinstance(said, str) else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
