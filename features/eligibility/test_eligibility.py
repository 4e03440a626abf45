"""The phones themselves."""

from pytest_bdd import scenarios

scenarios("eligibility.feature")
