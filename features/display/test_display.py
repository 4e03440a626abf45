"""The display of the answer sheets."""

from pytest_bdd import scenarios

scenarios("display.feature")
