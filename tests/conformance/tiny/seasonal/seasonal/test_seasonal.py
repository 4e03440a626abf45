from pytest_bdd import scenarios

scenarios("seasonal.feature")
