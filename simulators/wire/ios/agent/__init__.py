"""WebDriverAgent, the server that XCUITest talks to on an iPhone: its HTTP API, turned into requests of our endpoint.

Source: appium-webdriveragent 16, the routes and answers of WebDriverAgentLib/Commands.
"""

from simulators.wire.ios.agent.agent import Agent

__all__ = ["Agent"]
