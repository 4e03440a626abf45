"""Settings of the phones."""

from pytest_bdd import scenarios

scenarios("settings.feature")
