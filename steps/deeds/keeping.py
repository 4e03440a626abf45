"""After the exam: what is still under way, cleaning, removing the apps, and what the platform has of it in the end."""

from __future__ import annotations

from conformance.bench.forms import Record, Review
from steps.deeds.paper import SLOW
from steps.deeds.submitting import FAST, HALF_AN_HOUR
from steps.deeds.versions import Versions
from steps.moments import Moment

MISSING = "files_missing"


class Keeping(Versions):
    """The part of a candidate that keeps, or does not keep, what the phones hold until it has arrived."""

    def submit_slowly(self, role: str) -> None:
        """Submit, so that the files of this phone take hours."""
        self.bench.set_network(self.udid(role), bytes_per_second=SLOW)
        self.have_submitted(role)

    def submit_and_arrive(self) -> None:
        self.have_submitted("aux")
        self.stage.move_by(2 * HALF_AN_HOUR)

    def told_of_keeping(self, role: str) -> tuple[int, list[str]]:
        """For how many hours the apps are to be kept, 0 where the season names none; and what the phone shows."""
        return self.cast.season.limit_or("keep_app_hours", 0), self.texts_on(role)

    def lose(self, role: str, how: str) -> None:
        """A cleaner, or the end of the app; the person opens what is left of it again."""
        udid, package = self.udid(role), self._package(role, role)
        if how == "clean":
            self.bench.clean(udid)
        else:
            self.bench.app(udid, "uninstall", package)

    def lose_at(self, role: str, moment: Moment) -> None:
        self.cast.move_to(moment)
        self.lose(role, "remove")

    def cut_off_for_good(self, role: str) -> None:
        """From now on this phone has no network."""
        self.bench.set_network(self.udid(role), up=False)

    def open_to_the_end(self, role: str) -> list[Record]:
        """With a good network and the app opened again, if it is still there, for longer than all would take; the record."""
        udid, package = self.udid(role), self._package(role, role)
        self.bench.set_network(udid, up=True, bytes_per_second=FAST)
        if package in self.bench.phone(udid).info["apps"]:
            self.bench.app(udid, "launch", package)
        self.stage.move_by(4 * HALF_AN_HOUR)
        return self.records()

    def missing_at(self, moment: Moment) -> list[Review]:
        """The open cases about missing files of this exam at that moment."""
        self.cast.move_to(moment)
        return [one for one in self.bench.reviews() if (one.kind, one.sitting) == (MISSING, self.sitting)]
