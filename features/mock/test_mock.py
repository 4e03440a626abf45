"""Mock exams, before the formal one."""

from pytest_bdd import scenarios

scenarios("mock.feature")
