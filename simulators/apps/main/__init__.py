"""小艺帮, the app on the main phone."""
