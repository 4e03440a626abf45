"""What is installed: taken from the shelf, brought up to date, cleaned, taken away with all that it had written."""

from pathlib import Path

from simulators.phone.app import App
from simulators.phone.hardware import OFFICIAL
from simulators.phone.lifecycle import Lifecycle


class Packages(Lifecycle):
    """A phone on which apps come and go."""

    def data_of(self, package: str) -> Path:
        """Where an app writes down its state."""
        return self.folder / f"{package}.json"

    def get(self, package: str, *, version: str = "", granted: bool = False, source: str = OFFICIAL) -> App:
        """Install what there is for this phone; another version than its own where one is named. `source` is the channel
        through which it came.

        ValueError where it has no such thing, or where the app is there already.
        """
        if package in self.apps:
            raise ValueError(
                f"{package} is installed on {self.udid} already; update it, or uninstall it first"
            )
        if package not in self.shelf:
            why = f": {self.model.why_no_app}" if self.model.why_no_app else ""
            there = ", ".join(sorted(self.shelf)) or "nothing"
            raise ValueError(f"{package} is not to be had for {self.udid}{why}; there is {there}")
        app = self.shelf[package]()
        if version:
            app.version = version
        self.install(app, granted=granted)
        self.sources[package] = source
        return app

    def update(self, package: str, version: str) -> None:
        """Another version of an installed app: its process ends, its data and permissions stay."""
        app = self.installed(package)
        self.terminate(package)
        app.version = version

    def uninstall(self, package: str) -> None:
        """Take an app away, with its data, its recordings and its permissions."""
        self.terminate(package)
        self.clean(package)
        del self.apps[package]
        self.sources.pop(package, None)
        self.journal.note("uninstalled", package)
        self.permissions.revoke(package)
        self.inbox.clear(package)
        self.data_of(package).unlink(missing_ok=True)

    def clean(self, package: str | None = None) -> None:
        """What a cleaner calls rubbish goes: the recordings and the other files of one app, or of all.

        Apps that are away from the front are ended; what is being recorded at the moment stays.
        """
        for one in sorted(self.running) if package is None else ():
            if one != self.foreground:
                self._kill(one, "cleaned")
        for name, recording in list(self.recorder.recordings.items()):
            if name != self.recorder.active and package in (None, recording.owner):
                self.recorder.discard(name)
        for name in self.storage.of(package):
            self.storage.drop(name)
