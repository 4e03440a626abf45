"""`dumpsys`: what the services of the system report."""

from collections.abc import Mapping

from simulators.wire.webdriver.keyboard import focused as keyboard
from simulators.wire.webdriver.mobile import permits, radio
from simulators.wire.webdriver.mobile.device import CHARGING, DISCHARGING, FULL
from simulators.wire.webdriver.mobile.shell import sounds, states
from simulators.wire.webdriver.mobile.shell.cable import Companion
from simulators.wire.webdriver.mobile.shell.packages import Sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.processes import (
    component,
    focused,
    handle,
    pid,
    uid,
    version_code,
)

RSSI = (-92, -82, -73, -65, -50)
"""Decibels of a milliwatt that show as so many bars of four."""
NO_RSSI = -127
FOREGROUND = ".ForegroundService"
CALL_STATES = {"idle": 0, "ringing": 1, "talking": 2}


def dumpsys(asked: Asked) -> Result | str:
    """One service by name; -l lists them."""
    if asked.words[:1] in ([], ["-l"]):
        return joined(["Currently running services:", *(f"  {name}" for name in sorted(SERVICES))])
    run = SERVICES.get(asked.words[0])
    if run is None:
        return Result(err=f"Can't find service: {asked.words[0]}\n")
    return run(asked.but(asked.words[1:]))


def yes(flag: bool) -> str:
    return str(flag).lower()


def battery(asked: Asked) -> str:
    """With `set`, `unplug` or `reset` it changes what the phone believes, as on Android."""
    if asked.words:
        return _set_battery(asked)
    cell = asked.phone.battery
    state = (FULL if cell.level >= 100 else CHARGING) if cell.charging else DISCHARGING
    return joined([
        "Current Battery Service state:",
        f"  AC powered: {yes(cell.charging)}",
        "  USB powered: false",
        "  Wireless powered: false",
        f"  status: {state}",
        "  health: 2",
        "  present: true",
        f"  level: {cell.level:g}",
        "  scale: 100",
        "  technology: Li-ion",
    ])  # fmt: skip


def _set_battery(asked: Asked) -> str:
    match asked.words:
        case ["set", "level", level]:
            asked.phone.battery.set(percent=float(level))
        case ["set", "ac" | "usb", power]:
            asked.phone.battery.set(plugged=power == "1")
        case ["unplug"]:
            asked.phone.battery.set(plugged=False)
        case ["reset"]:
            asked.phone.battery.set(plugged=True)
        case _:
            raise Wrong("Battery service (battery) commands: set [level|ac|usb] <value>, unplug, reset", 255)
    return ""


def window(asked: Asked) -> str:
    name, locked = focused(asked.session), yes(asked.phone.locked)
    return joined([
        "WINDOW MANAGER WINDOWS",
        f"  mCurrentFocus=Window{{{handle(name)} u0 {name}}}",
        f"  mFocusedApp=ActivityRecord{{{handle(name)} u0 {name} t{pid(name)}}}",
        f"  mShowingLockscreen={locked} mShowingDream=false mDreamingLockscreen={locked}",
        "  mScreenOnFully=true",
        "  mRotation=ROTATION_0",
    ])  # fmt: skip


def power(asked: Asked) -> str:
    cell = asked.phone.battery
    return joined([
        "POWER MANAGER (dumpsys power)",
        "  mWakefulness=Awake",
        f"  mIsPowered={yes(cell.charging)}",
        f"  mBatteryLevel={cell.level:.0f}",
        "Display Power: state=ON",
    ])  # fmt: skip


def activity(asked: Asked) -> str:
    """What is in front, and the processes."""
    if asked.words[:1] == ["recents"]:
        return sounds.recents(asked)
    if asked.words[:1] == ["services"]:
        return services(asked)
    name, phone = focused(asked.session), asked.phone
    processes = [
        f"  *APP* UID {uid(phone, package)} ProcessRecord{{{handle(package)} {pid(package)}:{package}/u0a{uid(phone, package) - 10_000}}}"
        for package in sorted(phone.running)
        if package in phone.apps
    ]
    return joined([
        "ACTIVITY MANAGER ACTIVITIES (dumpsys activity activities)",
        f"  mResumedActivity: ActivityRecord{{{handle(name)} u0 {name} t{pid(name)}}}",
        f"  mFocusedApp=ActivityRecord{{{handle(name)} u0 {name} t{pid(name)}}}",
        "ACTIVITY MANAGER RUNNING PROCESSES (dumpsys activity processes)",
        *processes,
    ])  # fmt: skip


def services(asked: Asked) -> str:
    """Those of the packages that automation has started; no app of these phones has one."""
    wanted = asked.words[1].partition("/") if len(asked.words) > 1 else ("", "", "")
    names = sorted(
        {job.name for job in asked.shell.cable.jobs.running.values()} & asked.shell.cable.packages.keys()
    )
    rows = [
        row
        for name in names
        if wanted[0] in ("", name) and wanted[2] in ("", FOREGROUND)
        for row in (
            f"  * ServiceRecord{{{handle(name)} u0 {name}/{FOREGROUND}}}",
            f"    packageName={name}",
            "    isForeground=true foregroundId=1",
        )
    ]
    return joined(["ACTIVITY MANAGER SERVICES (dumpsys activity services)", *(rows or ["  (nothing)"])])


def package(asked: Asked) -> str:
    words = [word for word in asked.words if not word.startswith("-")]
    wanted = [app for app in asked.phone.apps.values() if not words or app.package in words]
    beside = [item for item in asked.shell.cable.packages.items() if item[0] in words]
    if not wanted and not beside:
        return f"Unable to find package: {words[0]}\n"
    return "".join([*(_package(asked, app) for app in wanted), *(_companion(*item) for item in beside)])


def _companion(name: str, one: Companion) -> str:
    return joined([
        "Packages:",
        f"  Package [{name}] ({handle(name)}):",
        "    userId=10240",
        f"    versionCode={one.code} minSdk=26 targetSdk=34",
        f"    versionName={one.version}",
        "    requested permissions:",
        "    install permissions:",
        "    runtime permissions:",
    ])  # fmt: skip


def _package(asked: Asked, app: App) -> str:
    asked_for = permits.of(asked.phone, app.package)
    return joined([
        "Packages:",
        f"  Package [{app.package}] ({handle(app.package)}):",
        f"    userId={uid(asked.phone, app.package)}",
        f"    versionCode={version_code(app.version)} minSdk=24 targetSdk=30",
        f"    versionName={app.version}",
        "    requested permissions:",
        *(f"      {name}" for name in asked_for),
        "    runtime permissions:",
        *(f"      {name}: granted={yes(granted)}" for name, granted in asked_for.items()),
        "Activity Resolver Table:",
        "  android.intent.action.MAIN:",
        f"    {handle(app.package)} {component(app)}",
    ])  # fmt: skip


def input_method(asked: Asked) -> str:
    shown = yes(keyboard(asked.session) is not None)
    return joined(["Input method manager state:", f"  mInputShown={shown}", f"  mIsInputViewShown={shown}"])


def telephony(asked: Asked) -> str:
    call = asked.phone.calls
    return joined(
        [
            "last known state:",
            f"  mCallState={CALL_STATES.get(call.state, 0)}",
            f"  mCallIncomingNumber={call.number}",
            f"  mCallForwarding={yes(bool(asked.phone.settings['call_forwarding']))}",
            f"  mSignalStrength=SignalStrength:{{primary=CellSignalStrengthLte level={asked.phone.network.bars}}}",
        ]
    )


def wifi(asked: Asked) -> str:
    on = radio.connectivity(asked.session, {})["wifi"]
    return joined(
        [
            f"Wi-Fi is {'enabled' if on else 'disabled'}",
            f"mWifiInfo state: {'COMPLETED' if on else 'DISCONNECTED'}, RSSI: {RSSI[asked.phone.network.bars] if on else NO_RSSI}",
        ]
    )


def notification(asked: Asked) -> str:
    rows = [
        f"    NotificationRecord(0x{handle(one.package + one.title)}: pkg={one.package} title={one.title} text={one.text})"
        for one in asked.phone.notifications
    ]
    return joined(["Current Notification Manager state:", "  Notification List:", *rows])


def diskstats(asked: Asked) -> str:
    storage = asked.phone.info()["storage"]
    size, free = storage["capacity"] // 1024, storage["free"] // 1024
    return f"Data-Free: {free}K / {size}K total = {100 * free // size}% free\n"


SERVICES: Mapping[str, Sub] = {
    **sounds.SERVICES,
    **states.DUMPED,
    "activity": activity,
    "battery": battery,
    "diskstats": diskstats,
    "input_method": input_method,
    "notification": notification,
    "package": package,
    "power": power,
    "telephony.registry": telephony,
    "wifi": wifi,
    "window": window,
}
TABLE: Mapping[str, Run] = {"dumpsys": dumpsys}
