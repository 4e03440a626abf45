"""`am` and `monkey`: start what is installed, and end it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulators.wire.webdriver.mobile.shell.packages import Sub, named, sub
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.processes import activity, component

HOME = "android.intent.category.HOME"
WITH_VALUE = {
    "-a",
    "-d",
    "-t",
    "-i",
    "-c",
    "-n",
    "-p",
    "-f",
    "--user",
    "--display",
    "--windowingMode",
    "--activityType",
    "--receiver-permission",
}
EXTRAS = {
    "-e": 2,
    "--es": 2,
    "--esn": 1,
    "--ez": 2,
    "--ei": 2,
    "--el": 2,
    "--ef": 2,
    "--eu": 2,
    "--ecn": 2,
    "--eia": 2,
    "--esa": 2,
    "--ela": 2,
    "--efa": 2,
}
"""How many words follow an extra's mark."""


@dataclass
class Intent:
    """What `am` is asked to start, as far as these phones take note of it."""

    values: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    extras: dict[str, str] = field(default_factory=dict)
    bare: str = ""

    @property
    def package(self) -> str:
        """The package that is meant: by component, by -p, or as the last word."""
        whole = self.values.get("-n") or self.bare
        return whole.partition("/")[0] or self.values.get("-p", "")

    def __str__(self) -> str:
        names = (("-a", "act"), ("-c", "cat"), ("-d", "dat"), ("-p", "pkg"), ("-n", "cmp"))
        told = [f"{name}={self.values[mark]}" for mark, name in names if mark in self.values]
        return f"Intent {{ {' '.join([*told, *([f'cmp={self.bare}'] if self.bare else [])])} }}"


def intent(words: list[str]) -> Intent:
    """The intent that the words spell. Wrong where a mark lacks its value."""
    found, rest = Intent(), list(words)
    while rest:
        word = rest.pop(0)
        count = 1 if word in WITH_VALUE else EXTRAS.get(word, 0)
        if len(rest) < count:
            raise Wrong(f'Error: Argument expected after "{word}"', 255)
        values = [rest.pop(0) for _ in range(count)]
        if word in WITH_VALUE:
            found.values[word] = values[0]
        elif count == 2:
            found.extras[values[0]] = values[1]
        elif word.startswith("-") and word not in EXTRAS:
            found.flags.add(word)
        elif not word.startswith("-"):
            found.bare = word
    return found


def start(asked: Asked) -> str:
    """Start an app; -S ends it first, -W tells how it went. The home screen is an app, too."""
    wish = intent(asked.words)
    if wish.values.get("-c") == HOME:
        asked.phone.background()
        return f"Starting: {wish}\n"
    app = _resolved(asked, wish)
    cold = app.package not in asked.phone.running
    if "-S" in wish.flags and not cold:
        asked.phone.terminate(app.package)
    asked.phone.launch(app.package)
    lines = [f"Starting: {wish}"]
    if "-W" in wish.flags:
        state = "COLD" if cold or "-S" in wish.flags else "HOT"
        lines += ["Status: ok", f"LaunchState: {state}", f"Activity: {component(app)}", "Complete"]
    return joined(lines)


def _resolved(asked: Asked, wish: Intent) -> App:
    app = asked.phone.apps.get(wish.package)
    if app is None and (wish.values.get("-n") or "/" in wish.bare):
        where = wish.values.get("-n") or wish.bare
        raise Wrong(f"Error type 3\nError: Activity class {{{where}}} does not exist.")
    if app is None:
        raise Wrong(f"Error: Activity not started, unable to resolve {wish}")
    asked_for = (wish.values.get("-n") or wish.bare).partition("/")[2]
    whole = f"{app.package}{asked_for}" if asked_for.startswith(".") else asked_for
    if whole and whole != activity(app):
        raise Wrong(f"Error type 3\nError: Activity class {{{app.package}/{whole}}} does not exist.")
    return app


def force_stop(asked: Asked) -> str:
    """Ends the app where it runs; of one that is not installed Android says nothing either."""
    package = asked.words[-1]
    asked.shell.cable.stop(package)
    if package in asked.phone.running:
        asked.phone.terminate(package)
    return ""


def kill(asked: Asked) -> str:
    """Only a process in the background is killed."""
    package = asked.words[-1]
    if package in asked.phone.running and package != asked.phone.foreground:
        asked.phone.terminate(package)
    return ""


def crash(asked: Asked) -> str:
    asked.phone.crash(named(asked).package)
    return ""


def broadcast(asked: Asked) -> str:
    """Sent; no app of these phones listens."""
    return f"Broadcasting: {intent(asked.words)}\nBroadcast completed: result=0\n"


def service(asked: Asked) -> str:
    wish = intent(asked.words)
    raise Wrong(f"Starting service: {wish}\nError: Not found; no service started.", 255)


def monkey(asked: Asked) -> str:
    """`monkey -p package -c ... 1`, by which testers start an app."""
    words = asked.words
    if "-p" not in words[:-1]:
        raise Wrong("monkey: only -p package ... 1 is run here", 255)
    name = words[words.index("-p") + 1]
    if name not in asked.phone.apps:
        raise Wrong("** No activities found to run, monkey aborted.", 252)
    asked.phone.launch(name)
    return f"Events injected: {words[-1]}\n"


AM: Mapping[str, Sub] = {
    "start": start,
    "start-activity": start,
    "force-stop": force_stop,
    "stop-app": force_stop,
    "kill": kill,
    "crash": crash,
    "broadcast": broadcast,
    "startservice": service,
    "start-service": service,
    "start-foreground-service": service,
    "stopservice": service,
    "stop-service": service,
    "get-current-user": lambda _: "0\n",
}


def am(asked: Asked) -> Result | str:
    return sub("am", asked, AM)


TABLE: Mapping[str, Run] = {"am": am, "monkey": monkey}
