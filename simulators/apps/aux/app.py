"""小艺助手 as it is installed: what it can do, with its screens."""

from simulators.apps.aux.book import AUX_BOOK
from simulators.apps.aux.core import AuxCore

__all__ = ["AUX_BOOK", "AuxApp"]


class AuxApp(AuxCore):
    """The app on the aux phone: `phone.install(AuxApp(phone, platform_url))`."""

    book = AUX_BOOK
