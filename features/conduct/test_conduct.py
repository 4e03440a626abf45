"""Conduct that only people judge."""

from pytest_bdd import scenarios

scenarios("conduct.feature")
