"""The photos of the answer sheets."""

from pytest_bdd import scenarios

scenarios("photos.feature")
