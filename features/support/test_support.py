"""The support desk."""

from pytest_bdd import scenarios

scenarios("support.feature")
