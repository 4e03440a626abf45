"""The submission, main phone first."""

from pytest_bdd import scenarios

scenarios("submission.feature")
