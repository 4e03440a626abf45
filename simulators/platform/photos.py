"""Answer sheet pages: in order, any of them again until the submission (C15).

How good a photo is, is measured and told; none is refused for it. Assumed: the document asks the candidate for
clear photos (R464) and names no check.
"""

from functools import partial
from typing import Any

from simulators.platform import pictures, quality
from simulators.platform.call import Answer, Call, Later
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.images import Picture
from simulators.platform.refusals import Refusal
from simulators.platform.sittings import view


def photo(house: House, call: Call) -> Later:
    """Whoever may not send it is told so before it is looked at."""
    page = _page(call)
    check("photo", house.acting(call).moment(page=page))
    return pictures.seen(house, call.body, _judge, partial(_keep, house, call, page))


def _judge(_: bytes, picture: Picture) -> tuple[dict[str, Any], list[str]]:
    return quality.detail(picture, "sheet"), []


def _keep(house: House, call: Call, page: int, seen: pictures.Seen) -> Answer:
    case = house.acting(call)
    check("photo", case.moment(page=page, picture=seen.fault))
    detail = {
        "page": page,
        "sha256": seen.kept(),
        "bytes": len(call.body),
        "size": list(seen.size),
        **seen.said,
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
