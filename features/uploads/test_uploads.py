"""Uploads after the submission."""

from pytest_bdd import scenarios

scenarios("uploads.feature")
