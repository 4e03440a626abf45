from pytest_bdd import scenarios

scenarios("lost.feature")
