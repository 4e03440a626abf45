"""Every address of the platform in one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from simulators.core.machine import Refused
from simulators.platform import (
    account_faces,
    auxes,
    choosing,
    confirming,
    faces,
    identity,
    logins,
    newest,
    pairing,
    photos,
    preparing,
    profiles,
    resources,
    signup,
    sittings,
    submission,
    tus,
)
from simulators.platform.call import Answer, Call, Later, Step
from simulators.platform.events import Event
from simulators.platform.house import House
from simulators.platform.refusals import NOTED, Refusal
from simulators.platform.transactions import NO_ROOM, NotKept

Handler = Callable[[House, Call], Step]
JSON, FORM, PICTURE, NOTHING = 256 * 2**10, 5 * 2**20, 20 * 2**20, 64 * 2**10
"""How many bytes a body may have."""
IMAGES = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class Row:
    """One operation; `phone` says whose token it takes: main, aux, either or none."""

    method: str
    path: str
    operation: str
    handler: Handler
    phone: str = "main"
    limit: int = NOTHING

    @property
    def media(self) -> tuple[str, ...]:
        """Of which content type a body may be."""
        return IMAGES if self.limit == PICTURE else ("application/json",)


ROWS = (
    Row("POST", "/login", "login", logins.login, "none", JSON),
    Row("POST", "/accounts/code", "code", signup.send_code, "none", JSON),
    Row("POST", "/accounts", "create_account", signup.create, "none", JSON),
    Row("GET", "/account", "account", identity.account),
    Row("PUT", "/account/email", "bind_email", profiles.bind_email),
    Row("PUT", "/identity/{side}", "identity_side", identity.side, limit=PICTURE),
    Row("POST", "/identity", "identity", identity.verify, limit=JSON),
    Row("POST", "/identity/appeal", "appeal", identity.appeal),
    Row("PUT", "/profile", "profile", profiles.lock, limit=FORM),
    Row("POST", "/account/face", "account_face", account_faces.face, limit=PICTURE),
    Row("POST", "/account/face-review", "account_face_review", account_faces.ask_review),
    Row("GET", "/confirmations", "confirmations", confirming.confirmations),
    Row("POST", "/confirmations/{major}", "confirm", confirming.confirm),
    Row("GET", "/exams", "exams", sittings.exams),
    Row("POST", "/exams/{major}/pledge", "pledge", preparing.pledge),
    Row("POST", "/exams/{major}/tasks/{task}", "task", preparing.task),
    Row("POST", "/exams/{major}/practice", "practice", preparing.practice),
    Row("GET", "/releases/{app}", "release", newest.release, "none"),
    Row("GET", "/sittings/{sitting}", "sitting", sittings.get),
    Row("POST", "/sittings/{sitting}/open", "open", sittings.open_page),
    Row("POST", "/sittings/{sitting}/enter", "enter", sittings.enter),
    Row("GET", "/sittings/{sitting}/resources/{part}", "resources", resources.part),
    Row("POST", "/sittings/{sitting}/face", "face", faces.face, limit=PICTURE),
    Row("POST", "/sittings/{sitting}/face-review", "face_review", faces.ask_review),
    Row("POST", "/sittings/{sitting}/heartbeat", "heartbeat", sittings.heartbeat),
    Row("POST", "/sittings/{sitting}/left", "left", sittings.left),
    Row("POST", "/sittings/{sitting}/return", "return", sittings.come_back),
    Row("POST", "/sittings/{sitting}/show", "show", choosing.show, limit=JSON),
    Row("POST", "/sittings/{sitting}/begin", "begin", choosing.begin),
    Row("POST", "/sittings/{sitting}/finish", "finish", choosing.finish),
    Row("POST", "/sittings/{sitting}/record-again", "record_again", choosing.record_again),
    Row("PUT", "/sittings/{sitting}/photos/{page}", "photo", photos.photo, limit=PICTURE),
    Row("POST", "/sittings/{sitting}/answers", "answers", submission.answers, limit=JSON),
    Row("POST", "/sittings/{sitting}/submit", "submit", submission.submit, limit=JSON),
    Row("GET", "/sittings/{sitting}/submission", "submission", submission.status, "either"),
    Row("POST", "/pair", "pair", pairing.pair, "none", JSON),
    Row("GET", "/bindings/{binding}", "binding", auxes.get, "aux"),
    Row("POST", "/bindings/{binding}/record", "aux_record", auxes.record, "aux"),
    Row("POST", "/bindings/{binding}/stop", "aux_stop", auxes.stop, "aux"),
    Row("POST", "/bindings/{binding}/resume", "aux_resume", auxes.resume, "aux"),
    Row("POST", "/bindings/{binding}/heartbeat", "aux_heartbeat", auxes.heartbeat, "aux"),
    Row("POST", "/bindings/{binding}/flag", "aux_flag", auxes.flag, "aux"),
    Row("POST", "/bindings/{binding}/show", "aux_show", auxes.show, "aux", JSON),
    Row("POST", "/bindings/{binding}/submit", "aux_submit", auxes.submit, "aux", JSON),
    Row("OPTIONS", "/uploads", "upload_options", tus.options, "none"),
    Row("POST", "/uploads", "upload_create", tus.create, "either"),
    Row("OPTIONS", "/uploads/{upload}", "upload_options", tus.options, "none"),
    Row("HEAD", "/uploads/{upload}", "upload_offset", tus.head, "either"),
    Row("DELETE", "/uploads/{upload}", "upload_terminate", tus.terminate, "either"),
)
"""PATCH /uploads/{upload} is streamed and has an adapter of its own."""

ALLOWED = {"main": (True, False), "aux": (False, True), "either": (True, True)}
"""Whether a main phone's and an auxiliary phone's token open an address."""


def serve(house: House, row: Row, call: Call) -> Step:
    """The answer to a call; a refusal is an answer too, and a rule's refusal is recorded."""

    def first() -> Step:
        authorise(house, row.phone, call)
        return row.handler(house, call)

    return _answered(house, call, first)


def _answered(house: House, call: Call, step: Callable[[], Step]) -> Step:
    try:
        made = step()
    except (Refusal, Refused, OSError) as error:
        return refuse(house, call, error)
    if isinstance(made, Answer):
        return made
    work, then = partial(_tried, made.work), made.then
    return Later(work, lambda tried: _answered(house, call, lambda: then(_told(*tried))))


def _tried(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return work(), None
    except (Refusal, OSError) as error:
        return None, error


def _told(found: Any, error: Exception | None) -> Any:
    if error is not None:
        raise error
    return found


def bearer(headers: Mapping[str, str]) -> str:
    """The token that a request carries; empty where there is none."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def authorise(house: House, phone: str, call: Call) -> None:
    """Find out who calls; Refusal where the token is missing, unknown or the other phone's."""
    if phone == "none":
        return
    token = bearer(call.headers)
    call.caller = house.accounts.caller(token) if token else None
    if call.known.ended:
        raise Refusal("logged_in_elsewhere")
    if not ALLOWED[phone][call.known.binding is not None]:
        raise Refusal("wrong_phone")


def refuse(house: House, call: Call, error: Refusal | Refused | OSError) -> Answer:
    """The answer that says no; where a rule says it, or somebody sends far too much, that is recorded."""
    refusal = _refusal(error)
    if _is_kept(house, call, refusal):
        house.store.append([_refused(house, call, refusal.cause)])
    return _no(call, refusal)


def _is_kept(house: House, call: Call, refusal: Refusal) -> bool:
    """Whether a refusal is recorded: of strangers who name no sitting that there is, not more than can be read."""
    if call.caller is not None:
        return refusal.is_rule or refusal.cause in NOTED
    if not refusal.is_rule:
        return False
    return call.about is not None or house.rates.allows(call.at, ("records of nobody", ""))


def unkept(call: Call, error: NotKept) -> Answer:
    """The answer to a call of which nothing could be kept; that is not recorded either."""
    return _no(call, Refusal("no_room" if error.full else "try_again"))


def _no(call: Call, refusal: Refusal) -> Answer:
    return Answer(
        refusal.body(call.operation, call.at), refusal.status, refusal.headers(f"{call.device} {call.at}")
    )


def _refusal(error: Refusal | Refused | OSError) -> Refusal:
    if isinstance(error, OSError):
        return Refusal("no_room" if error.errno in NO_ROOM else "try_again")
    return error if isinstance(error, Refusal) else Refusal("not_possible", str(error))


def _refused(house: House, call: Call, cause: str) -> Event:
    seat = house.seats.find(call.about) if call.about else None
    asking = call.caller.account if call.caller else call.number
    account = (seat.account if seat else None) or asking
    detail = {"operation": call.operation, "cause": cause}
    return Event(call.at, "refused", call.about, account, call.device or None, detail)
