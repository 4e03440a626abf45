"""How a simulated phone is put before it is looked over: as the notice wants it, or not, so that both can be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from conformance.bench import Bench
from conformance.outcome import KitFault, RefusedWhen
from conformance.readiness.ready import RIGHT
from conformance.saying import Stopped
from conformance.target import Target
from reports.form import Text

GIGA = 1000**3
ROLES = ("main", "aux")
YES, NO = ("yes", "true", "on"), ("no", "false", "off")
DURING = "during"
OTHER = {"main": "aux", "aux": "main"}


@dataclass(frozen=True, slots=True)
class Put:
    """One thing that is otherwise with a phone: `role.name=value`; `must`: it is an error where the phone has no such thing."""

    role: str
    name: str
    value: str
    must: bool = False


BAD: tuple[Put, ...] = (
    Put("main", "storage", "2"),
    Put("main", "battery", "12"),
    Put("main", "plugged", "no"),
    Put("main", "ringer", "silent"),
    Put("main", "dark_mode", "yes"),
    Put("main", "both_apps", "yes"),
    Put("main", "alarm", DURING),
    Put("main", "call_barring", "no"),
    Put("aux", "language", "en-US"),
    Put("aux", "font_scale", "1.15"),
    Put("aux", "network", "2G"),
    Put("aux", "bars", "1"),
    Put("aux", "assistant_key", "yes"),
    Put("aux", "permissions", "no"),
    Put("aux", "media_volume", "0"),
)
"""What is most often amiss."""


def read(word: str) -> Put:
    """`main.ringer=silent`; Stopped where it is nothing of the kind."""
    where, equals, value = word.partition("=")
    role, dot, name = where.partition(".")
    if not (equals and dot and value and role in ROLES and name):
        raise Stopped(
            Text(
                f"--put {word}: expected PHONE.NAME=VALUE, such as main.ringer=silent or aux.storage=2",
                f"--put {word}：应写作 手机.项目=取值，如 main.ringer=silent、aux.storage=2",
            )
        )
    return Put(role, name, value, must=True)


class Bedside:
    """Puts phones; `phones` are their udids by role, `during` a time of the day within the exam."""

    def __init__(self, bench: Bench, target: Target, phones: Mapping[str, str], during: str) -> None:
        self._bench, self._target, self._phones, self._during = bench, target, phones, during

    def make_ready(self) -> None:
        """As the notice wants them."""
        for role, udid in self._phones.items():
            self._bench.set_settings(udid, RIGHT)
            if self._bench.phone(udid).app:
                self._bench.set_permissions(udid, self._package(role), granted=True)

    def put(self, one: Put) -> None:
        """One thing otherwise; Stopped where it must be so and the phone has no such thing."""
        udid = self._phones.get(one.role)
        if udid is None:
            return
        try:
            self._put(udid, one)
        except (RefusedWhen, KitFault, ValueError) as refused:
            if not one.must:
                return
            said = f"--put {one.role}.{one.name}={one.value}"
            raise Stopped(
                Text(f"{said}: this phone does not take it", f"{said}：该手机不接受此项设置"), str(refused)
            ) from refused

    def _put(self, udid: str, one: Put) -> None:
        if one.name in HARDWARE:
            HARDWARE[one.name](self._bench, udid, one.value)
        elif one.name == "alarm":
            self._bench.set_alarms(udid, {self._during if one.value == DURING else one.value: "闹钟"})
        elif one.name == "permissions":
            self._bench.set_permissions(udid, self._package(one.role), granted=one.value in YES)
        elif one.name == "both_apps":
            self._bench.install(udid, self._package(OTHER[one.role]))
        else:
            self._bench.set_settings(udid, {one.name: _typed(one.value)})

    def _package(self, role: str) -> str:
        return self._target.app(role).package


def _network(bench: Bench, udid: str, value: str) -> None:
    kinds: Mapping[str, Mapping[str, object]] = {"none": {"up": False}, "wifi": {"up": True, "kind": "wifi"}}
    bench.set_network(udid, **kinds.get(value, {"kind": "cellular", "generation": value}))


HARDWARE: Mapping[str, Callable[[Bench, str, str], object]] = {
    "storage": lambda bench, udid, value: bench.set_storage(udid, round(float(value) * GIGA)),
    "battery": lambda bench, udid, value: bench.set_battery(udid, percent=float(value)),
    "plugged": lambda bench, udid, value: bench.set_battery(udid, plugged=value in YES),
    "bars": lambda bench, udid, value: bench.set_network(udid, bars=int(value)),
    "network": _network,
}
"""What has a control of its own; storage is in GB, battery in percent, network none, wifi, 5G, 4G, 3G or 2G."""


def _typed(value: str) -> bool | str | int | float:
    """A switch, a number, or a word."""
    if value.casefold() in (*YES, *NO):
        return value.casefold() in YES
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value
