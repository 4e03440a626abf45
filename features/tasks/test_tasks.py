"""Tasks and pledge, before the first exam."""

from pytest_bdd import scenarios

scenarios("tasks.feature")
