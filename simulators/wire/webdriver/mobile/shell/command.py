"""`mobile: shell`: a line for Android's shell, and what it prints."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import Body
from simulators.wire.webdriver.mobile.shell.reading import ShellSyntax, read
from simulators.wire.webdriver.mobile.shell.running import Result, Shell, octets
from simulators.wire.webdriver.mobile.shell.table import COMMANDS
from simulators.wire.webdriver.mobile.verb import NUMBER, Verb
from simulators.wire.webdriver.sessions import Session


def shell(session: Session, body: Body) -> Any:
    """Run `command` with `args`, joined as adb joins them; with `includeStderr` an object of both streams."""
    args = body.get("args", [])
    line = " ".join([body["command"], *map(str, args if isinstance(args, list) else [args])])
    try:
        empty = not read(line)
    except ShellSyntax as fault:
        raise invalid(f"'command' is not a shell command: {fault}") from fault
    if empty:
        raise WireError("unknown error", "'command' is empty; there is nothing to run")
    result = succeeded(session, line)
    return {"stdout": result.out, "stderr": result.err} if body.get("includeStderr") else result.out


def output(session: Session, line: str) -> str:
    """What a line prints, for a command that is one for the shell."""
    return succeeded(session, line).out


def succeeded(session: Session, line: str) -> Result:
    """Run a line; what fails is told as Appium tells it, exit code and all."""
    result = _readable(Shell(session, COMMANDS).run(line))
    if result.code:
        command = line.partition(" ")[0]
        raise WireError(
            "unknown error",
            f"Cannot execute the '{command}' shell command. Original error: Command 'adb -s "
            f"{session.phone.udid} shell {line}' exited with code {result.code}. "
            f"StdOut: {result.out}. StdErr: {result.err}",
        )
    return result


def _readable(result: Result) -> Result:
    """What is no text shows as such, as where Appium reads what adb prints."""
    out, err = (octets(text).decode(errors="replace") for text in (result.out, result.err))
    return replace(result, out=out, err=err)


ANDROID: Mapping[str, Verb] = {
    "shell": Verb(
        shell,
        {"command": str},
        {"args": (list, str), "timeout": NUMBER, "includeStderr": bool},
    ),
}
