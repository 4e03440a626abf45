"""小艺帮 as it is installed: what it can do, with its screens."""

from simulators.apps.main.book import MAIN_BOOK
from simulators.apps.main.core import MainCore

__all__ = ["MAIN_BOOK", "MainApp"]


class MainApp(MainCore):
    """The app on the main phone: `phone.install(MainApp(phone, platform_url))`."""

    book = MAIN_BOOK

    def typed(self, element_id: str) -> None:
        """The answer of a subject without sheets is kept on the platform as it is typed."""
        if element_id == "answer" and self.step == "answering":
            self.take(self.post("answers", {"text": self.state["fields"]["answer"]}))
