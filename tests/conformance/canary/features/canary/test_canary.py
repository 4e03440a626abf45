from pytest_bdd import scenarios

scenarios("canary.feature")
