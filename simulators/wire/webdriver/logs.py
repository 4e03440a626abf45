"""The phone's journal as its system's log: logcat's lines, or those of Apple's syslog and crash reports."""

from collections.abc import Callable, Mapping, Sequence

from simulators.wire.webdriver.parts import Entry
from simulators.wire.webdriver.processes import pid

SYSTEM_PID, SYSTEM_TID = 1200, 1234
CRASH = "crash"
LOGCAT: Mapping[str, tuple[str, str, str]] = {
    "started": ("I", "ActivityManager", "Start proc {pid}:{who} for top-activity {who}"),
    "resumed": ("I", "ActivityTaskManager", "Displayed {who}"),
    "left": ("I", "ActivityTaskManager", "Pausing {who}: {how}"),
    "ended": ("I", "ActivityManager", "Process {who} (pid {pid}) has died: {how}"),
    "installed": ("I", "PackageManager", "Package {who} installed, version {how}"),
    "uninstalled": ("I", "PackageManager", "Package {who} removed"),
    "locked": ("I", "KeyguardService", "Screen locked: {how}"),
    "unlocked": ("I", "KeyguardService", "Screen unlocked"),
    "network": ("I", "ConnectivityService", "Network {who} is {how}"),
    "call": ("I", "Telecom", "Call with {who}: {how}"),
    "message": ("I", "SmsReceiver", "Message from {who}"),
    "notification": ("I", "NotificationService", "Notification of {who}: {how}"),
    "recording": ("W", "MediaRecorder", "Recording of {who} ended: {how}"),
    "power_off": ("I", "ShutdownThread", "Power is gone"),
    "power_on": ("I", "BootReceiver", "Boot {how} completed"),
}
"""What happened: logcat's priority, its tag, its words."""
SYSLOG: Mapping[str, tuple[str, str]] = {
    "started": ("SpringBoard", "Bootstrapping {who} with process {pid}"),
    "resumed": ("SpringBoard", "{who} is foreground"),
    "left": ("SpringBoard", "{who} leaves the foreground: {how}"),
    "ended": ("runningboardd", "[{who}:{pid}] termination reported: {how}"),
    "installed": ("installd", "Installed {who}, version {how}"),
    "uninstalled": ("installd", "Uninstalled {who}"),
    "locked": ("SpringBoard", "Device is locked: {how}"),
    "unlocked": ("SpringBoard", "Device is unlocked"),
    "network": ("configd", "Network {who} is {how}"),
    "call": ("callservicesd", "Call with {who}: {how}"),
    "message": ("imagent", "Message from {who}"),
    "notification": ("SpringBoard", "Notification of {who}: {how}"),
    "recording": ("mediaserverd", "Recording of {who} ended: {how}"),
    "power_off": ("kernel", "Power is gone"),
    "power_on": ("kernel", "Boot {how}"),
}


def logcat(entry: Entry) -> list[str]:
    """In the format threadtime; a crash is told by the runtime as well."""
    priority, tag, words = LOGCAT[entry.what]
    dying = ("FATAL EXCEPTION: main", f"Process: {entry.who}, PID: {pid(entry.who)}")
    return [
        *(
            _threadtime(entry, pid(entry.who), "E", "AndroidRuntime", text)
            for text in (dying if _crashed(entry) else ())
        ),
        _threadtime(entry, SYSTEM_PID, priority, tag, _filled(words, entry)),
    ]


def _threadtime(entry: Entry, process: int, priority: str, tag: str, text: str) -> str:
    at = f"{entry.at:%m-%d %H:%M:%S}.{entry.at.microsecond // 1000:03}"
    return f"{at} {process:>5} {SYSTEM_TID:>5} {priority} {tag}: {text}"


def syslog(entry: Entry) -> list[str]:
    process, words = SYSLOG[entry.what]
    return [f"{entry.at:%b %e %H:%M:%S} iPhone {process}[{pid(process)}] <Notice>: {_filled(words, entry)}"]


def crashlog(entry: Entry) -> list[str]:
    """A report for each app that crashed, and nothing else."""
    if not _crashed(entry):
        return []
    return [
        f"Process: {entry.who} [{pid(entry.who)}]\nDate/Time: {entry.at.isoformat()}\nException Type: EXC_CRASH"
    ]


def _crashed(entry: Entry) -> bool:
    return entry.what == "ended" and entry.how == CRASH


def _filled(words: str, entry: Entry) -> str:
    return words.format(who=entry.who, how=entry.how, pid=pid(entry.who))


TYPES: Mapping[str, Mapping[str, Callable[[Entry], list[str]]]] = {
    "UiAutomator2": {"logcat": logcat},
    "XCUITest": {"syslog": syslog, "crashlog": crashlog},
}
"""The logs of each driver."""


def told(entries: Sequence[Entry], write: Callable[[Entry], list[str]]) -> list[tuple[Entry, str]]:
    """Every line, with what it tells of."""
    return [(entry, line) for entry in entries for line in write(entry)]
