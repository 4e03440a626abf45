"""An iPhone on its cable: WebDriverAgent, and what usbmuxd, lockdown and the device's services say to it."""

from simulators.wire.ios.usb import Usb

__all__ = ["Usb"]
