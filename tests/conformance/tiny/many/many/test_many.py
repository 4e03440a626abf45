from pytest_bdd import scenarios

scenarios("many.feature")
