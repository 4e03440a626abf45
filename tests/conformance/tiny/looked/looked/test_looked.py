from pytest_bdd import scenarios

scenarios("looked.feature")
