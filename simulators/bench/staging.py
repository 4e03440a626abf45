"""Controls that set the stage: worlds, people, phones, time, the reviewer at the platform."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from conformance import season as seasons
from simulators.bench import forms
from simulators.bench.ask import Ask
from simulators.bench.bodies import CandidateWish, Models, Registration, WorldWish
from simulators.bench.stand import Stand
from simulators.core.clock import DrivenClock
from simulators.core.instants import iso
from simulators.door import reading
from simulators.door.errors import BadBody
from simulators.phone import model as models
from simulators.phone.model import Model, ModelError
from simulators.stages import Role
from simulators.world import NoSuch, Wish, World

T = TypeVar("T")
FIRST_STAGE = "registered"
WITHOUT_APPS = ("enrolled", "registered")
"""The stages that a candidate can have come to without either app."""


def make_world(stand: Stand, ask: Ask) -> Any:
    return forms.world(make(stand, ask.body))


def make(stand: Stand, body: WorldWish) -> World:
    """Check the whole wish first, so that a wrong one leaves the present world alone; then end that and make this."""
    wish = read_wish(body)
    for number, candidate in enumerate(body.candidates):
        chosen = _chosen(stand, candidate.models)
        _check_models(f"candidates[{number}].", chosen, candidate.stage or wish.stage)
        _check_majors(f"candidates[{number}].", candidate.registration, wish.season)
        if candidate.subject is not None:
            _named(f"candidates[{number}].subject", candidate.subject, wish.season.subject)
    world = stand.renew(wish)
    try:
        for candidate in body.candidates:
            _admit(world, candidate, _chosen(stand, candidate.models))
    except BaseException:
        stand.end()
        raise
    return world


def read_wish(body: WorldWish) -> Wish:
    """The wish with its season read; BadBody names what the season does not have."""
    try:
        season = seasons.load(body.season)
    except seasons.SeasonError as error:
        raise BadBody("season", body.season, str(error)) from error
    usual = next((one for one in season.subjects if one.has_sheet), season.subjects[0])
    subject = usual if body.subject is None else _named("subject", body.subject, season.subject)
    _named("session", body.session, subject.window)
    return Wish(season, body.seed, body.stage, subject.id, body.session)


def end_world(stand: Stand, _: Ask) -> None:
    stand.end()


def restart_platform(stand: Stand, _: Ask) -> None:
    """Nothing that the platform only held in its memory survives."""
    stand.restart_platform()


def add_candidate(stand: Stand, ask: Ask) -> Any:
    if ask.body.subject is not None:
        _named("subject", ask.body.subject, stand.world.wish.season.subject)
    chosen = _chosen(stand, ask.body.models)
    _check_models("", chosen, ask.body.stage or FIRST_STAGE)
    _check_majors("", ask.body.registration, stand.world.wish.season)
    return forms.candidate(stand.world, _admit(stand.world, ask.body, chosen, default_stage=FIRST_STAGE))


def admit(stand: Stand, body: CandidateWish) -> None:
    """A candidate of the world's own subject, registered, with phones of the usual models or of those that are named."""
    _admit(stand.world, body, _chosen(stand, body.models), default_stage=FIRST_STAGE)


def add_phone(stand: Stand, ask: Ask) -> Any:
    body = ask.body
    if body.owner is not None:
        stand.world.seat(body.owner)
    if body.model is not None:
        _known_model("model", body.model)
    return forms.phone(stand.world.equip(body.role, body.owner, body.model or stand.models[body.role]))


def move_clock(stand: Stand, ask: Ask) -> Any:
    """Move exam time; ClockError where it should go back."""
    clock = stand.world.clock
    assert isinstance(clock, DrivenClock)
    field, value = reading.one_of(ask.body)
    return moved(clock, field, value)


def moved(clock: DrivenClock, field: str, value: Any) -> Any:
    """Exam time, moved `to` an instant or by so many milliseconds."""
    to = reading.instant(value, "to") if field == "to" else clock.now() + timedelta(milliseconds=value)
    clock.advance(to)
    return {"now": iso(clock.now())}


def script_faces(stand: Stand, ask: Ask) -> None:
    world = stand.world
    world.seat(ask.body.account)
    world.platform.script_faces(ask.body.account, [result == "pass" for result in ask.body.results])


def approve_face(stand: Stand, ask: Ask) -> None:
    world = stand.world
    world.sitting(ask.body.sitting)
    world.platform.approve_face_review(ask.body.sitting)


def reviews(stand: Stand, _: Ask) -> Any:
    """What waits for a person at the platform."""
    return {"reviews": stand.world.platform.reviews()}


def review(stand: Stand, ask: Ask) -> None:
    """The person decides; NoSuch names the cases that are open."""
    there, name = stand.world.platform, ask.names["review"]
    try:
        there.review(name, ask.body.decision, ask.body.reviewer)
    except KeyError as error:
        open_now = ", ".join(one["id"] for one in there.reviews()) or "none"
        raise NoSuch(f"there is no open review {name!r}; there are {open_now}") from error


def publish(stand: Stand, ask: Ask) -> None:
    stand.world.platform.publish(ask.body.app, ask.body.version, ask.body.notes)


def _chosen(stand: Stand, asked: Models) -> Mapping[Role, str]:
    given: Mapping[Role, str] = reading.given(asked)  # type: ignore[assignment] # its fields are the roles
    return {**stand.models, **given}


def _admit(
    world: World, wish: CandidateWish, chosen: Mapping[Role, str], default_stage: str | None = None
) -> Any:
    stage = wish.stage or default_stage or world.wish.stage
    return world.admit(
        wish.name,
        wish.account,
        wish.subject or world.wish.subject,
        stage,
        chosen,
        reading.given(wish.registration),
    )


def _check_majors(where: str, registration: Registration, season: seasons.Season) -> None:
    """BadBody for a major that the season does not have."""
    for number, major in enumerate(reading.given(registration).get("majors", ())):
        _named(f"{where}registration.majors[{number}]", major, season.major)


def _check_models(where: str, chosen: Mapping[Role, str], stage: str) -> None:
    """BadBody for a model that is not there, or that cannot have the app which the stage finds running."""
    for role, model_id in chosen.items():
        field = f"{where}models.{role}"
        reason = _known_model(field, model_id).why_no_app
        if reason is not None and stage not in WITHOUT_APPS:
            stages = " or ".join(WITHOUT_APPS)
            raise BadBody(field, model_id, f"another model at stage {stage}, or stage {stages}: {reason}")


def _known_model(field: str, model_id: str) -> Model:
    try:
        return models.load(model_id)
    except ModelError as error:
        raise BadBody(field, model_id, f"one of {', '.join(models.names())}") from error


def _named(field: str, value: str, find: Callable[[str], T]) -> T:
    try:
        return find(value)
    except KeyError as error:
        raise BadBody(field, value, f"another name: {error.args[0]}") from error
