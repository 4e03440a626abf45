"""What is UiAutomator2's own: classes, attributes, page source."""
