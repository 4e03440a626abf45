from pytest_bdd import scenarios

scenarios("green.feature")
