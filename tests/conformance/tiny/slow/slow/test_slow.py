from pytest_bdd import scenarios

scenarios("slow.feature")
