"""From the end of the exam to the submission."""

from pytest_bdd import scenarios

from steps.clocks import *  # noqa: F403
from steps.people import *  # noqa: F403
from steps.sheets import *  # noqa: F403
from steps.submissions import *  # noqa: F403
from steps.uploads import *  # noqa: F403
from steps.waiting_room import *  # noqa: F403

scenarios("submission.feature")
