"""WebDriver as Appium's drivers speak it, UiAutomator2 and XCUITest, for phones that are simulated."""

from simulators.wire.webdriver.asgi import Answer
from simulators.wire.webdriver.endpoint import Endpoint

__all__ = ["Answer", "Endpoint"]
