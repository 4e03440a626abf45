"""Storage on both phones."""

from pytest_bdd import scenarios

scenarios("storage.feature")
