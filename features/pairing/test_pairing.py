"""Pairing the auxiliary phone."""

from pytest_bdd import scenarios

scenarios("pairing.feature")
