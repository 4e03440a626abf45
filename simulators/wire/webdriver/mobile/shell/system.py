"""The system itself: its time, its processes, its log."""

from collections.abc import Mapping

from simulators.wire.webdriver.logs import logcat, told
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.processes import pid, uid

COLUMNS = f"{'USER':<13}{'PID':>6}{'PPID':>6} NAME"
SYSTEM = {"init": 1, "zygote64": 600, "system_server": 1200, "com.android.systemui": 1900}
SHELL_UID = 2000


def date(asked: Asked) -> str:
    """The phone's clock, in a format of strftime's; only the bench sets it."""
    pattern = asked.words[0] if asked.words else "+%a %b %e %H:%M:%S %Z %Y"
    if not pattern.startswith("+"):
        raise Wrong("date: cannot set date: Operation not permitted")
    now = asked.phone.clock.now()
    return now.strftime(pattern[1:].replace("%s", str(int(now.timestamp())))) + "\n"


def processes(asked: Asked) -> Mapping[str, int]:
    """By name, the system's and those of the apps that run."""
    return {**SYSTEM, **{name: pid(name) for name in sorted(asked.phone.running) if name in asked.phone.apps}}


def ps(asked: Asked) -> str:
    rows = [f"{_user(asked, name):<13}{number:>6}{1:>6} {name}" for name, number in processes(asked).items()]
    return joined([COLUMNS, *rows])


def _user(asked: Asked, name: str) -> str:
    return f"u0_a{uid(asked.phone, name) - 10_000}" if name in asked.phone.apps else "system"


def pidof(asked: Asked) -> Result:
    number = processes(asked).get(asked.words[0])
    return Result(code=1) if number is None else Result(f"{number}\n")


def kill(asked: Asked) -> str:
    """A shell may kill nothing but its own."""
    numbers = [word for word in asked.words if not word.startswith("-")]
    if not set(numbers) <= {str(number) for number in processes(asked).values()}:
        raise Wrong(f"kill: {' '.join(numbers)}: No such process")
    raise Wrong(f"kill: {' '.join(numbers)}: Operation not permitted")


def sleep(asked: Asked) -> str:
    """Wall seconds pass no time on a phone."""
    float(asked.words[0])
    return ""


def uptime(asked: Asked) -> str:
    up = asked.phone.uptime()
    minutes, days = up.seconds // 60, up.days
    return f" {asked.phone.clock.now():%H:%M:%S} up {days} days, {minutes // 60}:{minutes % 60:02}\n"


def log(asked: Asked) -> str:
    """`-d` prints the log and ends, `-t 5` its last lines, `-c` clears it; what would never end is refused."""
    journal = asked.phone.journal
    match asked.words:
        case ["-c"]:
            journal.clear()
            return ""
        case ["-d", *_]:
            last = 0
        case ["-t", number, *_]:
            last = int(number)
        case _:
            raise Wrong("logcat: give -d, -t lines or -c; a log that goes on is not followed here")
    lines = [line for _, line in told(journal.since(0), logcat)]
    return joined(["--------- beginning of main", *lines[-last:]])


def which(asked: Asked) -> Result:
    there = asked.words[0] in asked.shell.table
    return Result(f"/system/bin/{asked.words[0]}\n") if there else Result(code=1)


TABLE: Mapping[str, Run] = {
    "date": date,
    "ps": ps,
    "pidof": pidof,
    "kill": kill,
    "logcat": log,
    "sleep": sleep,
    "uptime": uptime,
    "which": which,
    "id": lambda _: f"uid={SHELL_UID}(shell) gid={SHELL_UID}(shell)\n",
    "whoami": lambda _: "shell\n",
    "uname": lambda _: "Linux\n",
}
