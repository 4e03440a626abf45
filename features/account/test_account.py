"""The account: registering and logging in."""

from pytest_bdd import scenarios

scenarios("account.feature")
