from pytest_bdd import scenarios

scenarios("wavers.feature")
