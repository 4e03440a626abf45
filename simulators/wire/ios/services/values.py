"""What lockdown tells of a phone, by domain; the empty one is that of the phone itself."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from zlib import crc32

from simulators.phone.phone import Phone
from simulators.wire.ios.device import Device

Values = Mapping[str, Any]
CLASSES: Mapping[str, str] = {"phone": "iPhone", "tablet": "iPad"}
BUILDS = 4
"""The number of a build begins this much above that of the version: iOS 17 is 21A…"""
SIM: Mapping[bool, str] = {True: "kCTSIMSupportSIMStatusReady", False: "kCTSIMSupportSIMStatusNotInserted"}
CHINA = timedelta(hours=8)
HOUR = timedelta(hours=1)


def build(version: str) -> str:
    """As Apple numbers builds; which one a version has is not known here."""
    return f"{int(version.partition('.')[0]) + BUILDS}A{crc32(version.encode()) % 900 + 100}"


def time_zone(offset: timedelta) -> str:
    return "Asia/Shanghai" if offset == CHINA else f"Etc/GMT{round(-offset / HOUR):+d}"


def of_phone(device: Device, phone: Phone) -> Values:
    model, now = phone.model, phone.clock.now()
    offset = now.utcoffset() or timedelta()
    kind = CLASSES[model.form]
    return {
        "ActivationState": "Activated",
        "BluetoothAddress": device.wifi,
        "BuildVersion": build(model.platform_version),
        "CPUArchitecture": "arm64",
        "DeviceClass": kind,
        "DeviceName": model.name,
        "DevicePublicKey": device.pairing.public_key,
        "HostAttached": True,
        "ModelNumber": model.code,
        "PasswordProtected": False,
        "PhoneNumber": phone.number,
        "ProductName": "iPhone OS",
        "ProductType": model.code,
        "ProductVersion": model.platform_version,
        "SIMStatus": SIM[bool(phone.settings["sim"])],
        "SerialNumber": phone.udid.upper()[:12],
        "TelephonyCapability": kind == "iPhone",
        "TimeIntervalSince1970": now.timestamp(),
        "TimeZone": time_zone(offset),
        "TimeZoneOffsetFromUTC": offset.total_seconds(),
        "TrustedHostAttached": True,
        "UniqueDeviceID": phone.udid,
        "Uses24HourClock": True,
        "WiFiAddress": device.wifi,
    }


def of_battery(_: Device, phone: Phone) -> Values:
    cell = phone.battery
    return {
        "BatteryCurrentCapacity": round(cell.level),
        "BatteryIsCharging": cell.charging and cell.level < 100,
        "ExternalChargeCapable": cell.charging,
        "ExternalConnected": cell.charging,
        "FullyCharged": cell.level >= 100,
        "HasBattery": True,
    }


def of_disk(_: Device, phone: Phone) -> Values:
    storage = phone.storage
    system = phone.model.system_bytes
    return {
        "TotalDiskCapacity": storage.capacity,
        "TotalSystemCapacity": system,
        "TotalSystemAvailable": 0,
        "TotalDataCapacity": storage.capacity - system,
        "TotalDataAvailable": storage.free,
        "AmountDataAvailable": storage.free,
    }


def of_language(_: Device, phone: Phone) -> Values:
    language = str(phone.settings["language"])
    return {"Language": language, "Locale": language.replace("-", "_")}


DOMAINS: Mapping[str, Callable[[Device, Phone], Values]] = {
    "": of_phone,
    "com.apple.mobile.battery": of_battery,
    "com.apple.disk_usage": of_disk,
    "com.apple.international": of_language,
}
