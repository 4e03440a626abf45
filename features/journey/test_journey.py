"""A whole exam."""

from pytest_bdd import scenarios

from steps.journeys import *  # noqa: F403
from steps.people import *  # noqa: F403
from steps.uploads import *  # noqa: F403

scenarios("journey.feature")
