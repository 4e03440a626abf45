"""The account's table in use: in each state what it lists is taken, all else is refused and changes nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.season import Season, load
from simulators.core.machine import Refused
from simulators.platform.account_fold import APPLY, MOVES, Account, fold_account
from simulators.platform.account_machine import ACCOUNT
from simulators.platform.events import OF_ACCOUNTS, Event
from tests.platform.exam import Reply, portrait
from tests.platform.signing import Office, Person, card, entry, id_number, office

SEASON = load("zjcm-2023")


def to_id_in_progress(person: Person) -> None:
    person.logged_in().show("portrait")


def to_id_taken(person: Person) -> None:
    person.office.person("13800000002", "main-2").identified()
    assert person.logged_in().type_in().cause == "identity_taken"


def to_appeal(person: Person) -> None:
    to_id_taken(person)
    assert person.ask("POST", "/identity/appeal").status == 200


def to_face_review(person: Person) -> None:
    person.authenticated()
    person.office.platform.script_faces(person.number, [False] * 3)
    for _ in range(3):
        person.face()


def to_face_passed(person: Person) -> None:
    assert person.authenticated().face().json["passed"] is True


REACH: dict[str, Callable[[Person], object]] = {
    "unauthenticated": Person.logged_in,
    "id_in_progress": to_id_in_progress,
    "id_taken": to_id_taken,
    "appeal_pending": to_appeal,
    "id_verified": Person.identified,
    "authenticated": Person.authenticated,
    "face_review": to_face_review,
    "face_passed": to_face_passed,
}
"""The states in which somebody is logged in."""

OPERATIONS: dict[str, Callable[[Person], Reply]] = {
    "email": lambda person: person.ask("PUT", "/account/email", {"email": "fang@example.cn"}),
    "side": lambda person: person.show("portrait", card("portrait")),
    "identity": lambda person: person.type_in(number=id_number(5)),
    "appeal": lambda person: person.ask("POST", "/identity/appeal"),
    "profile": lambda person: person.lock(),
    "confirm": lambda person: person.confirm(),
    "face": lambda person: person.face(portrait()),
    "face_review": lambda person: person.ask("POST", "/account/face-review"),
    "pledge": lambda person: person.ask("POST", "/exams/composition/pledge"),
}
ACCEPTED = {
    *((state, "email") for state in REACH),
    *(
        (state, one)
        for state in ("unauthenticated", "id_in_progress", "id_taken")
        for one in ("side", "identity")
    ),
    ("id_taken", "appeal"),
    ("id_verified", "profile"),
    *((state, "confirm") for state in ("authenticated", "face_review", "face_passed")),
    ("authenticated", "face"),
    ("face_review", "face_review"),
}
"""What the platform takes in each state, said a second time and by hand; all else is refused."""


@contextmanager
def at(state: str, root: Path, season: Season) -> Iterator[Person]:
    """A person whose account stands there, on the day on which exams can be confirmed."""
    with office(root, season) as place:
        place.platform.enrol(entry())
        person = place.person()
        REACH[state](person)
        place.clock.advance(place.opens)
        assert person.state == state
        yield person


@pytest.mark.parametrize("state", REACH)
def test_state_takes_only_what_is_listed(state: str, tmp_path: Path, season: Season) -> None:
    for operation, do in OPERATIONS.items():
        with at(state, tmp_path / operation, season) as person:
            facts, shown = _facts(person.office), person.account
            reply = do(person)
            if (state, operation) in ACCEPTED:
                assert reply.status == 200, (operation, reply.json)
                continue
            assert reply.status == 409, (operation, reply.json)
            assert (_facts(person.office), person.account) == (facts, shown)
            last = person.office.platform.records()[-1]
            assert (last["what"], last["account"], last["detail"]["cause"]) == (
                "refused",
                person.number,
                reply.cause,
            )


def _facts(place: Office) -> list[object]:
    return [row for row in place.platform.records() if row["what"] != "refused"]


def test_every_state_of_a_logged_in_account_is_visited() -> None:
    assert set(REACH) == set(ACCOUNT.states) - {"no_account", "code_sent", "registered"}


# --- the fold ---


def test_every_word_of_an_account_is_known_to_the_fold() -> None:
    assert set(APPLY) == set(MOVES) == OF_ACCOUNTS
    assert set(MOVES.values()) <= set(ACCOUNT.events)
    assert set(ACCOUNT.events) - set(MOVES.values()) == {"face_exhausted"}


DETAIL = {
    "name": "王芳",
    "id_number": id_number(),
    "side": "portrait",
    "picture": "0" * 64,
    "email": "fang@example.cn",
    "major": "composition",
    "task": "notice",
    "event": "begun",
}
WORDS = st.lists(st.sampled_from(sorted(OF_ACCOUNTS)), max_size=30)
BEGINNING = datetime.fromisoformat("2023-01-08T09:00:00+08:00")


def told(words: list[str]) -> list[Event]:
    return [
        Event(BEGINNING + timedelta(minutes=n), word, account="1", device="main-1", detail=DETAIL)
        for n, word in enumerate(words)
    ]


def possible(words: list[str]) -> list[Event]:
    """As many of these words as can have happened, in their order."""
    kept: list[Event] = []
    for event in told(words):
        try:
            fold_account([*kept, event], 3)
        except Refused:
            continue
        kept.append(event)
    return kept


LIKELY = ["code_sent", "account_created", "logged_in", "identity_verified", "profile_locked", "confirmed"]


@given(WORDS, WORDS)
def test_an_account_is_a_function_of_what_happened(before: list[str], after: list[str]) -> None:
    events = possible([*before, *LIKELY, *after])
    account = fold_account(events, 3)
    assert account == fold_account(list(events), 3)
    assert account.state in ACCOUNT.states
    assert account.identified == (account.identity is not None)
    assert (account.profile is not None) == (account.state in ("authenticated", "face_review", "face_passed"))
    assert account.failures <= 3
    assert (account.failures == 3) == (account.state == "face_review")
    assert not account.confirmed or account.profile is not None


@given(WORDS)
def test_a_release_leaves_an_account_that_can_begin_anew(words: list[str]) -> None:
    events = possible([*LIKELY, *words, "identity_released"])
    account = fold_account(events, 3)
    if events[-1].what == "identity_released":
        assert (account.state, account.identity, account.confirmed) == ("unauthenticated", None, {})
        assert fold_account([*events, *told(["identity_verified"])], 3).state == "id_verified"


def test_nothing_has_happened_to_an_account_that_there_is_not() -> None:
    assert fold_account([], 3) == Account()
