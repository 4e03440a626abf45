"""A whole exam."""

from pytest_bdd import scenarios

scenarios("journey.feature")
