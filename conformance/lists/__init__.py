"""Three lists beside a run, each with reason, owner and date: what is excused, what is known to fail, what wavers.

A waiver alone changes a verdict, and only that of its rule, on its release, until its last day.
"""

from conformance.lists.applying import Applied, apply, bare
from conformance.lists.files import Files, Lists, read
from conformance.lists.standing import standing

__all__ = ["Applied", "Files", "Lists", "apply", "bare", "read", "standing"]
