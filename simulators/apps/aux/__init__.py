"""小艺助手, the app on the aux phone."""
