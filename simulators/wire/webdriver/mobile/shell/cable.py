"""What a cable brings to a phone: processes that belong to no app, packages without a screen, further properties."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

FIRST = 30_500
"""Above every number that an app's process can have."""


TESTS = ".test"
"""What the name of a package ends with that tests another one."""
KILLED = 9
"""The signal that nobody can pass over."""


@dataclass(frozen=True, slots=True)
class Job:
    """A process: its name, whose it is, and how it is told to end (with a signal's number)."""

    name: str
    user: str
    end: Callable[[int], None]


@dataclass(slots=True)
class Jobs:
    """By process number; numbers are not used again."""

    running: dict[int, Job] = field(default_factory=dict)
    _last: int = FIRST

    def begin(self, name: str, end: Callable[[int], None], user: str = "shell") -> int:
        """A process has started; its number."""
        self._last += 1
        self.running[self._last] = Job(name, user, end)
        return self._last

    def over(self, number: int) -> None:
        """A process has ended; it may have ended before."""
        self.running.pop(number, None)

    def signal(self, number: int, signal: int) -> None:
        """Tell a process to end. KeyError where there is none of that number."""
        self.running[number].end(signal)

    def stop(self, name: str, signal: int = KILLED) -> None:
        """Tell every process of that name to end."""
        for job in list(self.running.values()):
            if job.name == name:
                job.end(signal)

    def runs(self, name: str) -> bool:
        return any(job.name == name for job in self.running.values())


@dataclass(frozen=True, slots=True)
class Companion:
    """A package that nobody opens: what automation brings along."""

    version: str
    code: int
    instrumentation: str = ""
    """What `am instrument` runs of it."""


@dataclass(slots=True)
class Cable:
    """All of it, on one phone."""

    jobs: Jobs = field(default_factory=Jobs)
    packages: dict[str, Companion] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    """What `getprop` says beside what the phone itself says."""

    def stop(self, package: str) -> None:
        """End a package's processes, and that of what its instrumentation tests."""
        self.jobs.stop(package)
        if package in self.packages and package.endswith(TESTS):
            self.jobs.stop(package.removesuffix(TESTS))

    def remove(self, package: str) -> None:
        """Uninstall one."""
        self.stop(package)
        del self.packages[package]
