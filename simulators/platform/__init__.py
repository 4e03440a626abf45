"""The exam platform: every limit of an exam is decided here, by its clock."""

from simulators.platform.events import VOCABULARY, Event
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.roster import Entry
from simulators.platform.seats import Seat

__all__ = ["VOCABULARY", "Candidate", "Entry", "Event", "Platform", "Seat"]
