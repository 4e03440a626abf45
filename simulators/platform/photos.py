"""Answer sheet pages: in order, any of them again until the submission (C15).

How good a photo is, is measured and told; none is refused for it. Assumed: the document asks the candidate for
clear photos (R464) and names no check.
"""

from simulators.platform import images, quality
from simulators.platform.call import Answer, Call
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.sittings import view


def photo(house: House, call: Call) -> Answer:
    page, picture = _page(call), images.look(call.body)
    case = house.acting(call)
    check("photo", case.moment(page=page, picture=picture.fault))
    detail = {
        "page": page,
        "sha256": house.disk.keep_picture(call.body),
        "bytes": len(call.body),
        "size": list(picture.size),
        **quality.detail(picture, "sheet"),
    }
    house.desk.heard(case)
    if case.sitting.photos.get(page) != detail["sha256"]:
        case = house.desk.record(case, Event(call.at, "photo", device=call.device, detail=detail))
    return Answer(view(house, case))


def _page(call: Call) -> int:
    text = call.params["page"]
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise Refusal("not_found")
    return int(text)
