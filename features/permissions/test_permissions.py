"""Installation and permissions."""

from pytest_bdd import scenarios

scenarios("permissions.feature")
