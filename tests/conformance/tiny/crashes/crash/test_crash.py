from pytest_bdd import scenarios

scenarios("crash.feature")
