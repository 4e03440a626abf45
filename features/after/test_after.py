"""After the exam."""

from pytest_bdd import scenarios

scenarios("after.feature")
