"""What is expected of the apps and the platform, one sentence an expectation."""
