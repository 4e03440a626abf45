"""Practice, before anything counts."""

from pytest_bdd import scenarios

scenarios("practice.feature")
