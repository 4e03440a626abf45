"""What other notices add."""

from pytest_bdd import scenarios

scenarios("variants.feature")
