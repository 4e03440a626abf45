from pytest_bdd import scenarios

scenarios("loss.feature")
