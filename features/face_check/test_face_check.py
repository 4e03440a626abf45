"""The face check, and the person who decides where it fails."""

from pytest_bdd import scenarios

scenarios("face_check.feature")
