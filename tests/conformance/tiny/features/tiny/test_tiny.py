from pytest_bdd import scenarios

scenarios("tiny.feature")
