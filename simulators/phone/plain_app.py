"""What an app does that has one screen and no part in an exam: whatever happens to it, nothing has to be done."""

from typing import Any

from simulators.phone.app import Capture, Cause


class PlainApp:
    """An installed app; `icon` is the name of its picture."""

    activity = ".MainActivity"

    def __init__(self, package: str, label: str, version: str, icon: str) -> None:
        self.package, self.label, self.version, self.icon = package, label, version, icon
        self.state: dict[str, Any] = {}

    def tap(self, action: str, element_id: str) -> None:
        """Nothing on the screen can be tapped."""

    def type(self, element_id: str, text: str) -> None:
        """Nothing is written."""

    def clear(self, element_id: str) -> None:
        """Nothing is written."""

    def launched(self) -> None:
        """The screen is always the same."""

    def to_background(self, cause: Cause) -> None:
        """It goes on, or does not."""

    def to_foreground(self) -> None:
        """The screen is as it was."""

    def killed(self) -> None:
        """Nothing is lost."""

    def network_changed(self) -> None:
        """Nothing is loaded."""

    def recording_ended(self, name: str, cause: str) -> None:
        """Nothing is recorded."""

    def permissions_answered(self) -> None:
        """Nothing is asked for."""

    def captured(self, kind: Capture) -> None:
        """Nobody minds."""

    def restore(self, state: dict[str, Any]) -> None:
        self.state.update(state)
