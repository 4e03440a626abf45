"""Running a line of the shell: which pipelines run, what they hand on, where their output goes."""

import posixpath
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from simulators.phone.storage import StorageFull
from simulators.wire.webdriver.disk import ANDROID, Disk, NoFile
from simulators.wire.webdriver.mobile.shell.cable import Cable
from simulators.wire.webdriver.mobile.shell.reading import (
    ASSIGNMENT,
    Command,
    Redirection,
    ShellSyntax,
    Step,
    read,
)
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.sessions import Session

NOT_FOUND, WRONG, FAILED = 127, 2, 1
NOWHERE = "dev/null"
ENVIRONMENT: Mapping[str, str] = {
    "HOME": "/",
    "PATH": "/system/bin:/system/xbin:/vendor/bin",
    "SHELL": "/bin/sh",
    "USER": "shell",
    "PWD": "/",
    "EXTERNAL_STORAGE": "/sdcard",
    "ANDROID_DATA": "/data",
    "ANDROID_ROOT": "/system",
    "TMPDIR": "/data/local/tmp",
}


class Terminal(Protocol):
    """Where a command prints and reads that goes on for a while."""

    async def out(self, text: str) -> None: ...
    async def err(self, text: str) -> None: ...
    async def read(self) -> bytes:
        """What comes in; nothing at the end."""
        ...


Lasting = Callable[[Terminal], Awaitable[int]]
"""The rest of a command that goes on after its turn; its exit code comes at its end."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed on both of its streams, and its exit code; or how it goes on.

    Bytes that are no text stand in it as Python's surrogates: `octets` gives them back.
    """

    out: str = ""
    err: str = ""
    code: int = 0
    lasting: Lasting | None = None


def octets(text: str) -> bytes:
    """The bytes of what a command printed or was given."""
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")


def letters(content: bytes) -> str:
    """Bytes as a command passes them on, whatever they are."""
    return content.decode(errors="surrogateescape")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command at work: its words without its name, and what comes through the pipe."""

    shell: "Shell"
    words: list[str]
    feed: str

    @property
    def session(self) -> Session:
        return self.shell.session

    @property
    def phone(self) -> Phone:
        return self.shell.session.phone

    @property
    def disk(self) -> Disk:
        return self.shell.disk

    def but(self, words: list[str]) -> "Asked":
        """The same with other words, for a command that another one runs."""
        return replace(self, words=words)


Run = Callable[[Asked], Result | str]


class Wrong(Exception):
    """A command cannot do that: what it says on stderr, and its exit code."""

    def __init__(self, text: str, code: int = FAILED) -> None:
        super().__init__(text)
        self.text, self.code = text, code


@dataclass(frozen=True, slots=True)
class Piped:
    """A terminal behind further commands: each piece goes through them on its way."""

    terminal: Terminal
    through: Callable[[str], Result]

    async def out(self, text: str) -> None:
        result = self.through(text)
        if result.out:
            await self.terminal.out(result.out)
        if result.err:
            await self.terminal.err(result.err)

    async def err(self, text: str) -> None:
        await self.terminal.err(text)

    async def read(self) -> bytes:
        return await self.terminal.read()


@dataclass(slots=True)
class Shell:
    """One line's run on one phone; variables live as long as the line."""

    session: Session
    table: Mapping[str, Run]
    variables: dict[str, str] = field(default_factory=lambda: dict(ENVIRONMENT))
    cable: Cable = field(default_factory=Cable)
    """What has come with it."""

    @property
    def disk(self) -> Disk:
        return Disk(self.session.phone, ANDROID)

    def run(self, text: str) -> Result:
        """Everything that the line prints, and the exit code of what ran last."""
        out, err, code = "", "", 0
        for result in self.walk(text):
            out, err, code = out + result.out, err + result.err, result.code
        return Result(out, err, code)

    def walk(self, text: str) -> Iterator[Result]:
        """The results of the line's pipelines, one by one. Of one that lasts, `ended` tells how it came out."""
        try:
            steps = read(text)
        except ShellSyntax as fault:
            yield Result(err=f"/system/bin/sh: {fault}\n", code=WRONG)
            return
        self.ended(0)
        for step in steps:
            failed = self.variables["?"] != "0"
            if (step.joint == "&&" and failed) or (step.joint == "||" and not failed):
                continue
            result = self._pipeline(step)
            self.ended(result.code)
            yield result

    def ended(self, code: int) -> None:
        """The exit code of what ran last."""
        self.variables["?"] = str(code)

    def export(self, words: list[str]) -> str:
        """Set variables, each `NAME=value`; a bare name changes nothing."""
        for word in words:
            if ASSIGNMENT.match(word):
                name, _, value = word.partition("=")
                self.variables[name] = value
        return ""

    def _pipeline(self, step: Step) -> Result:
        return self._onward(step.commands, "")

    def _onward(self, commands: Sequence[Command], feed: str) -> Result:
        """Each command is given what the one before has printed; one that goes on hands on each piece as it comes."""
        first, *rest = commands
        result = self._redirected(first, feed)
        if not rest:
            return result
        after = self._onward(rest, result.out)
        lasting = after.lasting if result.lasting is None else self._piped(result.lasting, rest)
        return replace(after, err=result.err + after.err, lasting=lasting)

    def _piped(self, lasting: Lasting, rest: Sequence[Command]) -> Lasting:
        return lambda terminal: lasting(Piped(terminal, lambda text: self._onward(rest, text)))

    def _redirected(self, command: Command, feed: str) -> Result:
        try:
            for one in command.redirections:
                if one.mark.endswith("<") and one.target is not None:
                    feed = letters(self.disk.read(self._path(one)))
            result = self._run(command, feed)
            for one in command.redirections:
                result = self._redirect(one, result)
        except ShellSyntax as fault:
            return Result(err=f"/system/bin/sh: {fault}\n", code=WRONG)
        except (NoFile, StorageFull) as fault:
            return Result(err=f"/system/bin/sh: {fault}\n", code=FAILED)
        return result

    def _run(self, command: Command, feed: str) -> Result:
        words = [word.value(self.variables) for word in command.words]
        while words and ASSIGNMENT.match(words[0]):
            name, _, value = words.pop(0).partition("=")
            self.variables[name] = value
        if words[:1] == ["exec"]:
            del words[0]
        if not words:
            return Result()
        name = posixpath.basename(words[0])
        run = self.table.get(name)
        if run is None:
            return Result(err=f"/system/bin/sh: {words[0]}: inaccessible or not found\n", code=NOT_FOUND)
        try:
            result = run(Asked(self, words[1:], feed))
        except Wrong as refusal:
            return Result(err=f"{refusal.text}\n", code=refusal.code)
        except (NoFile, StorageFull) as fault:
            return Result(err=f"{name}: {fault}\n", code=FAILED)
        except (IndexError, ValueError) as fault:
            return Result(err=f"{name}: wrong arguments ({fault})\n", code=FAILED)
        return Result(result) if isinstance(result, str) else result

    def _redirect(self, one: Redirection, result: Result) -> Result:
        if one.mark.endswith("<"):
            return result
        if one.target is None:
            return self._merged(one.mark, result)
        stream = "err" if one.mark.startswith("2") else "out"
        text = result.err if stream == "err" else result.out
        path = self._path(one)
        if path != NOWHERE:
            before = self.disk.read(path) if one.mark.endswith(">>") and path in self.disk.files() else b""
            self.disk.write(path, before + octets(text))
        return replace(result, err="") if stream == "err" else replace(result, out="")

    def _merged(self, mark: str, result: Result) -> Result:
        """`2>&1`, or the other way round."""
        if mark.startswith("2"):
            return replace(result, out=result.out + result.err, err="")
        return replace(result, out="", err=result.err + result.out)

    def _path(self, one: Redirection) -> str:
        return self.disk.whole(one.target.value(self.variables)) if one.target is not None else NOWHERE
