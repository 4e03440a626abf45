"""The waiting room."""

from pytest_bdd import scenarios

scenarios("waiting_room.feature")
