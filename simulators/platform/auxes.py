"""The auxiliary phone's recording and its submission."""

from collections.abc import Mapping

from simulators.platform import bodies, views
from simulators.platform.aux_fold import STOPS, Binding
from simulators.platform.aux_machine import AUX
from simulators.platform.call import Answer, Call
from simulators.platform.desk import Case
from simulators.platform.events import Event
from simulators.platform.guards import check
from simulators.platform.house import House
from simulators.platform.refusals import Refusal
from simulators.platform.seats import Seat
from simulators.platform.sitting_machine import UNDER_WAY
from simulators.platform.submission import detail, must_have_content, parsed, progress, same_again

Found = tuple[Case, Binding]
RECORDED = ("face_check", *UNDER_WAY)
"""States in which the main phone is in an exam."""


def get(house: House, call: Call) -> Answer:
    return _view(house, *_find(house, call))


def heartbeat(house: House, call: Call) -> Answer:
    """The auxiliary phone is there. It goes on recording where the network is gone, so silence means nothing."""
    bodies.read(bodies.Heartbeat, call.body)
    return get(house, call)


def record(house: House, call: Call) -> Answer:
    return _move(house, call, "aux_record", "record", Event(call.at, "aux_recording"))


def resume(house: House, call: Call) -> Answer:
    return _move(house, call, "aux_resume", "resume", Event(call.at, "aux_resumed"))


def stop(house: House, call: Call) -> Answer:
    cause = bodies.read(bodies.Stop, call.body).cause
    stopped = Event(call.at, "aux_stopped", detail={"cause": cause})
    return _move(house, call, "aux_stop", STOPS[cause], stopped)


def flag(house: House, call: Call) -> Answer:
    """A picture was taken of this phone's screen, or it was locked on purpose: the review desk is told (C59)."""
    cause = bodies.read(bodies.Flag, call.body).cause
    case, binding = _find(house, call)
    return _view(house, *_record(house, case, binding, Event(call.at, "flagged", detail={"cause": cause})))


def show(house: House, call: Call) -> Answer:
    """Something is shown to this phone's camera while the main phone waits; twice is not more than once."""
    item = bodies.read(bodies.Show, call.body).item
    case, binding = _find(house, call)
    check("aux_show", case.moment(binding=binding, item=item, by="aux"))
    if item not in case.sitting.shown:
        told = Event(call.at, "shown", detail={"item": item, "by": "aux"})
        case, binding = _record(house, case, binding, told)
    return _view(house, case, binding)


def submit(house: House, call: Call) -> Answer:
    """Only after the platform has accepted the main phone's submission of the same subject (C34)."""
    body = parsed(call)
    case, binding = _find(house, call)
    if not same_again(binding.submission, body):
        check("aux_submit", case.moment(binding=binding))
        must_have_content(body)
        case, binding = _record(house, case, binding, Event(call.at, "aux_submitted", detail=detail(body)))
    done = binding.submission
    return Answer(
        {
            "submitted_at": views.maybe(done.at if done else None),
            "view": shown(house, case, binding),
            "uploads": list(progress(house, case, "aux", binding.id)),
        }
    )


def _find(house: House, call: Call) -> Found:
    """The binding that the address names; Refusal where it is not the caller's."""
    caller = call.known
    seat = house.seats.find(caller.sitting or "")
    if seat is None or caller.binding != call.params["binding"]:
        raise Refusal("not_found")
    call.about = seat.sitting
    case = house.desk.look(seat, call.at, from_main=False)
    return case, _binding(case, caller.binding)


def _binding(case: Case, binding: str) -> Binding:
    found = case.aux.find(binding)
    if found is None:
        raise Refusal("not_found")
    return found


def _move(house: House, call: Call, operation: str, move: str, event: Event) -> Answer:
    case, binding = _find(house, call)
    check(operation, case.moment(binding=binding))
    if AUX.next(binding.state, move) != binding.state:
        case, binding = _record(house, case, binding, event)
    return _view(house, case, binding)


def _record(house: House, case: Case, binding: Binding, event: Event) -> Found:
    told: Mapping[str, object] = {"binding": binding.id, **event.detail}
    signed = Event(event.at, event.what, device=binding.device, detail=told)
    after = house.desk.record(case, signed)
    return after, _binding(after, binding.id)


def shown(house: House, case: Case, binding: Binding) -> views.View:
    """What the auxiliary phone is shown of its binding."""
    return views.aux(case, binding, house.name(case.seat), _elsewhere(house, case))


def _elsewhere(house: House, case: Case) -> Seat | None:
    """Another exam of the same candidate that the main phone records now; only those whose time it is are looked up."""
    others = (seat for seat in house.seats.of_account(case.seat.account or "") if seat != case.seat)
    due = (seat for seat in others if seat.schedule.may_be_under_way(case.at))
    return next((seat for seat in due if _state(house, seat, case) in RECORDED), None)


def _state(house: House, seat: Seat, case: Case) -> str:
    return house.desk.look(seat, case.at, from_main=False).sitting.state


def _view(house: House, case: Case, binding: Binding) -> Answer:
    return Answer(shown(house, case, binding))
