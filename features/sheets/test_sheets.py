"""Answer sheets: to be downloaded, headed and posted."""

from pytest_bdd import scenarios

scenarios("sheets.feature")
