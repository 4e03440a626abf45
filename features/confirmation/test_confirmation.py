"""Confirmation and timetable: when what may be confirmed and sat."""

from pytest_bdd import scenarios

scenarios("confirmation.feature")
