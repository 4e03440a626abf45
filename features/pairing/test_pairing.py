"""Pairing the auxiliary phone."""

from pytest_bdd import scenarios

from steps.clocks import *  # noqa: F403
from steps.codes import *  # noqa: F403
from steps.people import *  # noqa: F403
from steps.phones import *  # noqa: F403
from steps.waiting_room import *  # noqa: F403

scenarios("pairing.feature")
