"""The recordings of both phones, from their beginning to their films."""

from pytest_bdd import scenarios

scenarios("recording.feature")
