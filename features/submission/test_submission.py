"""From the end of the exam to the submission."""

from pytest_bdd import scenarios

scenarios("submission.feature")
