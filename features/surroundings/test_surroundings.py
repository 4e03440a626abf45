"""The place of the exam."""

from pytest_bdd import scenarios

scenarios("surroundings.feature")
