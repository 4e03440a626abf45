"""The system itself: its time, its processes, its log."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulators.wire.webdriver.mobile.shell.log_lines import Wanted, wanted
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Shell, Wrong, letters
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.patterns import pattern
from simulators.wire.webdriver.processes import pid, uid

PS_HELP = """usage: ps [-AadefLlnwZ] [-gG GROUP,] [-k FIELD,] [-o FIELD,] [-p PID,] [-t TTY,] [-uU USER,]

List processes.

-A\tAll
-o\tFIELDs instead of defaults, each with optional :size and =TITLE
"""
SIGNALS: Mapping[str, int] = {
    **{str(number): number for number in (1, 2, 3, 9, 15)},
    "HUP": 1,
    "INT": 2,
    "QUIT": 3,
    "KILL": 9,
    "TERM": 15,
}
COLUMNS = f"{'USER':<13}{'PID':>6}{'PPID':>6} NAME"
SYSTEM = {"init": 1, "zygote64": 600, "system_server": 1200, "com.android.systemui": 1900}
SHELL_UID = 2000
BEGINNING = "--------- beginning of main"


def date(asked: Asked) -> str:
    """The phone's clock, in a format of strftime's; only the bench sets it."""
    pattern = asked.words[0] if asked.words else "+%a %b %e %H:%M:%S %Z %Y"
    if not pattern.startswith("+"):
        raise Wrong("date: cannot set date: Operation not permitted")
    now = asked.phone.clock.now()
    return now.strftime(pattern[1:].replace("%s", str(int(now.timestamp())))) + "\n"


@dataclass(frozen=True, slots=True)
class Process:
    """One row of `ps`."""

    user: str
    pid: int
    name: str


def processes(asked: Asked) -> list[Process]:
    """The system's, those of the apps that run, and what a cable has started."""
    phone = asked.phone
    apps = [name for name in sorted(phone.running) if name in phone.apps]
    return [
        *(Process("system", number, name) for name, number in SYSTEM.items()),
        *(Process(f"u0_a{uid(phone, name) - 10_000}", pid(name), name) for name in apps),
        *(Process(job.user, number, job.name) for number, job in asked.shell.cable.jobs.running.items()),
    ]


def ps(asked: Asked) -> str:
    """Every process; `-o` names the columns, `--help` the options."""
    if "--help" in asked.words:
        return PS_HELP
    if "-o" in asked.words:
        return _columns(asked, asked.words[asked.words.index("-o") + 1].upper().split(","))
    return joined([COLUMNS, *(f"{one.user:<13}{one.pid:>6}{1:>6} {one.name}" for one in processes(asked))])


def _columns(asked: Asked, names: list[str]) -> str:
    rows = [[str(FIELDS[name](one)) for name in names] for one in processes(asked)]
    return joined([" ".join(names), *(" ".join(row) for row in rows)])


FIELDS: Mapping[str, Callable[[Process], object]] = {
    "USER": lambda one: one.user,
    "PID": lambda one: one.pid,
    "PPID": lambda _: 1,
    "NAME": lambda one: one.name,
    "ARGS": lambda one: one.name,
    "CMD": lambda one: one.name,
    "COMM": lambda one: one.name[:15],
}


def pidof(asked: Asked) -> Result:
    numbers = [str(one.pid) for one in processes(asked) if one.name == asked.words[-1]]
    return Result(f"{' '.join(numbers)}\n") if numbers else Result(code=1)


def pgrep(asked: Asked) -> Result:
    """The numbers of processes whose name a pattern matches; with -f and -l as usual."""
    flags = {word for word in asked.words if word.startswith("-")}
    wanted = pattern(asked.words[-1])
    found = [one for one in processes(asked) if wanted.search(one.name)]
    rows = [f"{one.pid} {one.name}" if "-l" in flags else str(one.pid) for one in found]
    return Result(joined(rows), code=0 if rows else 1)


def kill(asked: Asked) -> str:
    """A shell may kill nothing but its own."""
    given = [word for word in asked.words if word.startswith("-")]
    numbers = [int(word) for word in asked.words if not word.startswith("-")]
    signal = SIGNALS.get(given[0].lstrip("-").removeprefix("SIG") if given else "TERM", 15)
    for number in numbers:
        if number not in {one.pid for one in processes(asked)}:
            raise Wrong(f"kill: {number}: No such process")
        if number not in asked.shell.cable.jobs.running:
            raise Wrong(f"kill: {number}: Operation not permitted")
        asked.shell.cable.jobs.signal(number, signal)
    return ""


def pkill(asked: Asked) -> Result:
    """`pkill -2 screenrecord`: those of its own whose name the last word matches."""
    wanted = pattern(asked.words[-1])
    own = asked.shell.cable.jobs.running
    numbers = [str(number) for number, job in own.items() if wanted.search(job.name)]
    kill(asked.but([*asked.words[:-1], *numbers]))
    return Result(code=0 if numbers else 1)


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
    asks = wanted(asked.words)
    if asks.clears:
        asked.phone.journal.clear()
        return ""
    if not asks.ends:
        raise Wrong("logcat: give -d, -t lines or -c; a log that goes on is not followed here")
    return joined(so_far(asked, asks))


def so_far(asked: Asked, asks: Wanted) -> list[str]:
    """What is asked for of the log up to now."""
    lines = asks.lines(asked.phone.journal.since(0))
    return [BEGINNING, *(lines if asks.last is None else lines[-asks.last :] if asks.last else [])]


def which(asked: Asked) -> Result:
    there = asked.words[0] in asked.shell.table
    return Result(f"/system/bin/{asked.words[0]}\n") if there else Result(code=1)


def sh(asked: Asked) -> Result:
    """`sh -c line`, in a shell of its own; a file or stdin line by line."""
    words = asked.words
    line = (
        words[1]
        if words[:1] == ["-c"]
        else letters(asked.disk.read(asked.disk.whole(words[0])))
        if words
        else asked.feed
    )
    return Shell(asked.session, asked.shell.table, dict(asked.shell.variables), asked.shell.cable).run(line)


def top(asked: Asked) -> str:
    """One look at the processes; nobody measures how busy they are."""
    rows = [f"{one.pid:>6} {one.user:<13} S  0.0 {one.name}" for one in processes(asked)]
    return joined([f"Tasks: {len(rows)} total", f"{'PID':>6} {'USER':<13} S[%CPU] ARGS", *rows])


TABLE: Mapping[str, Run] = {
    "sh": sh,
    "top": top,
    "date": date,
    "ps": ps,
    "pidof": pidof,
    "pgrep": pgrep,
    "kill": kill,
    "pkill": pkill,
    "logcat": log,
    "sleep": sleep,
    "uptime": uptime,
    "which": which,
    "id": lambda _: f"uid={SHELL_UID}(shell) gid={SHELL_UID}(shell)\n",
    "whoami": lambda _: "shell\n",
    "uname": lambda _: "Linux\n",
}
