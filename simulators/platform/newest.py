"""What the newest version of an app is, for whoever asks."""

from simulators.platform.call import Answer, Call
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.releases import APPS


def release(house: House, call: Call) -> Answer:
    app = call.params["app"]
    if app not in APPS:
        raise Refusal("not_found")
    latest, notes = house.releases.latest(app)
    return Answer({"latest": latest, "notes": notes})
