"""Loads the examiner's plugin, which is idle unless features are run."""

pytest_plugins = ["conformance.plugin"]
