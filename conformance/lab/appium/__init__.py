"""The lab's own Appium: an unmodified server, an adb server of its own, and the phones of a target plugged into both."""
