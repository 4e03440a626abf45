"""The waiting room."""

from pytest_bdd import scenarios

from steps.clocks import *  # noqa: F403
from steps.codes import *  # noqa: F403
from steps.face_checks import *  # noqa: F403
from steps.people import *  # noqa: F403
from steps.phones import *  # noqa: F403
from steps.waiting_room import *  # noqa: F403

scenarios("waiting_room.feature")
