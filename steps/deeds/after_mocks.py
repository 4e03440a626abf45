"""A formal exam on phones that a mock exam was really sat on: what is left of the one must not come into the other."""

from __future__ import annotations

from steps.deeds.filming import Filming
from steps.deeds.mocks import FORMAL
from steps.deeds.submitting import BEFORE_WAITING


class AfterMocks(Filming):
    """What a candidate does in a mock exam and then in the formal one, without a new start of her phones."""

    def hand_in_mock(self) -> None:
        """All of it, from both phones."""
        self.come_in()
        self.hand_in_everything()
        self._put_away()

    def write_in_mock(self) -> None:
        """Write until its end, and hand in nothing."""
        self.write()
        self.cast.to("ends")
        self._put_away()

    def begin_formal(self) -> None:
        """To the beginning of the answering."""
        self._come_in_to_formal()
        self.cast.to("answering_begins")

    def hand_in_formal(self) -> None:
        self._come_in_to_formal()
        self.hand_in_everything()

    def _put_away(self) -> None:
        self.main.put_away()
        if self.has_aux:
            self.aux.handset.press("home")

    def _come_in_to_formal(self) -> None:
        self.stage.turn_to_session(FORMAL)
        self.cast.move_to(BEFORE_WAITING)
        self.main.handset.launch("main")
        self.come_in()
