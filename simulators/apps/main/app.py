"""小艺帮 as it is installed: what it can do, with its screens."""

from simulators.apps.main.book import MAIN_BOOK
from simulators.apps.main.core import MainCore

__all__ = ["MAIN_BOOK", "MainApp"]


class MainApp(MainCore):
    """The app on the main phone: `phone.install(MainApp(phone, platform_url))`."""

    book = MAIN_BOOK
