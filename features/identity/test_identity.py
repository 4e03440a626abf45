"""Identity and information: what is checked, locked and compared."""

from pytest_bdd import scenarios

scenarios("identity.feature")
