"""WebDriver as Appium's UiAutomator2 driver speaks it, for phones that are simulated."""

from simulators.wire.webdriver.asgi import Answer
from simulators.wire.webdriver.endpoint import Endpoint

__all__ = ["Answer", "Endpoint"]
