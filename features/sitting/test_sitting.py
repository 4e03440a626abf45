"""The exam under way."""

from pytest_bdd import scenarios

scenarios("sitting.feature")
