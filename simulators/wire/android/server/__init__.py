"""The UiAutomator2 server of a phone: its REST interface, each request handed on to a WebDriver endpoint over that one phone."""

from simulators.wire.android.server.serving import Server

__all__ = ["Server"]
