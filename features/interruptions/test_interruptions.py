"""Interruptions and departures."""

from pytest_bdd import scenarios

scenarios("interruptions.feature")
