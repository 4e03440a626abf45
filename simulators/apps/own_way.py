"""What each of the two apps does in its own way; an app that has no way of its own does nothing."""

from simulators.apps.api import Rejected
from simulators.apps.screenbook import State
from simulators.apps.waking import Waking
from simulators.phone.app import Capture, Cause


class OwnWay(Waking):
    """The places at which a program asks the app that it is."""

    def first_state(self) -> State:
        raise NotImplementedError

    def synchronise(self) -> None:
        """Ask the platform how things stand, after a start, a return or a lost connection."""
        raise NotImplementedError

    def schedule(self) -> None:
        """Set the wake-ups that the present state needs."""
        raise NotImplementedError

    def typed(self, element_id: str) -> None:
        """A field has changed."""

    def leaving(self, _: Cause, /) -> None:
        """The app leaves the front."""

    def lost_recording(self, name: str, cause: str) -> None:
        """A recording ended by itself."""

    def tell_capture(self, _: Capture, /) -> None:
        """Somebody has to hear of a capture of the screen."""

    def refused(self, _: Rejected, /) -> None:
        """The platform has said no, and the candidate reads why."""

    def restored(self) -> None:
        """The state has been set from outside: bring the phone's recorder in line with it."""
