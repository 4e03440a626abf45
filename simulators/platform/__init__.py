"""The exam platform: every limit of an exam is decided here, by its clock."""

from simulators.platform.accounts import Candidate
from simulators.platform.events import VOCABULARY, Event
from simulators.platform.platform import Platform
from simulators.platform.seats import Seat

__all__ = ["VOCABULARY", "Candidate", "Event", "Platform", "Seat"]
