"""Accounts, from the registration to the first exam that may be opened."""

from pytest_bdd import scenarios

scenarios("accounts.feature")
