"""Two platforms on one database are one platform."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
import urllib3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conformance.season import Season
from simulators.core.chance import Chance
from simulators.platform.events import Event
from simulators.platform.opening import StoreError
from simulators.platform.past import Candidate
from simulators.platform.platform import Platform
from simulators.platform.store import Store
from simulators.platform.transactions import NotKept
from tests.platform.exam import ACCOUNT, BASE, PASSWORD, Asgi, World, a_file, served, tus_metadata
from tests.platform.server import Server

pytestmark = pytest.mark.needs_postgres
SECOND = timedelta(seconds=1)


@dataclass
class Twins:
    """One world, and the same through another platform on its database."""

    here: World
    there: World

    def everywhere(self, look: Callable[[World], Any]) -> Any:
        one, other = look(self.here), look(self.there)
        assert one == other
        return one


@pytest.fixture
def twins(tmp_path: Path, season: Season, postgres: Server) -> Iterator[Twins]:
    here = World(tmp_path, season, store=postgres.database())
    there = second(here)
    yield Twins(here, there)
    there.close()
    here.close()


def second(here: World) -> World:
    """The same candidate, phones and clock at a platform that joins."""
    assert here.store is not None
    there = object.__new__(World)
    there.__dict__.update(here.__dict__)
    files = here.root / "exam.sqlite.files"
    there.platform = Platform(
        here.season, here.clock, here.store, Chance(8), durable=False, files=files, joins=True
    )
    there.http = Asgi(there.platform.asgi)
    return there


def test_an_exam_goes_on_at_the_other(twins: Twins) -> None:
    """Each step at the other platform than the one before."""
    here, there = twins.here, twins.there
    assert here.main("open").status == 200
    assert there.pair().status == 200
    assert here.aux("record").status == 200
    there.at(timedelta(minutes=-10))
    assert there.main("enter").status == 200
    assert twins.everywhere(lambda world: world.state) == "face_check"
    words = twins.everywhere(lambda world: world.words())
    assert words == ["opened", "paired", "aux_recording", "entered"]


def test_records_are_numbered_without_gaps_in_one_order(twins: Twins) -> None:
    for world, device in ((twins.here, "a"), (twins.there, "b"), (twins.here, "c")):
        if device == "a":
            world.to_exam_page()
        assert world.pair(device).status == 200
    rows = twins.everywhere(lambda world: world.platform.records())
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
    nth = [row["detail"]["nth"] for row in rows if row["what"] == "paired"]
    assert nth == [1, 2, 3]


def test_a_phone_is_heard_wherever_its_heartbeat_comes(twins: Twins) -> None:
    """It beats here, then there, and neither takes it for silent."""
    twins.here.to_waiting()
    twins.here.beat_until(timedelta(minutes=1))
    for world in (twins.there, twins.here, twins.there):
        world.clock.advance(world.clock.now() + 4 * SECOND)
        assert world.main("heartbeat", {"beats": 1}).status == 200
        assert twins.here.platform.records() == twins.there.platform.records()
    assert "interrupted" not in twins.everywhere(lambda world: world.words())


def test_silence_is_noticed_once_and_by_whoever_looks(twins: Twins) -> None:
    twins.here.to_answering()
    twins.there.clock.advance(twins.there.clock.now() + 30 * SECOND)
    assert twins.there.words().count("interrupted") == 1
    assert twins.here.words().count("interrupted") == 1


def test_after_an_outage_silence_counts_anew_for_all(twins: Twins, postgres: Server) -> None:
    twins.here.to_answering()
    postgres.stop()
    twins.here.clock.advance(twins.here.clock.now() + 60 * SECOND)
    for world in (twins.here, twins.there):
        for refused in (world.main("heartbeat", {"beats": 1}), world.photo(1)):
            assert (refused.status, refused.cause) == (503, "try_again")
    postgres.start()
    assert "interrupted" not in twins.everywhere(lambda world: world.words())
    assert twins.there.main("heartbeat", {"beats": 1}).status == 200
    assert twins.here.state == "answering"


def test_who_was_killed_leaves_no_contacts_to_the_next(
    tmp_path: Path, season: Season, postgres: Server
) -> None:
    world = World(tmp_path, season, store=postgres.database()).to_answering()
    world.clock.advance(world.clock.now() + 60 * SECOND)
    world.reopen()
    assert "interrupted" not in world.words()
    world.close()


def test_a_login_elsewhere_ends_the_token_at_both(twins: Twins) -> None:
    def login(world: World, device: str) -> str:
        body = json.dumps({"account": ACCOUNT, "password": PASSWORD}).encode()
        token: str = world.http("POST", "/login", body, {"X-Device": device}).json["token"]
        return token

    def exams(world: World, token: str, device: str) -> str | None:
        headers = {"Authorization": f"Bearer {token}", "X-Device": device}
        return world.http("GET", "/exams", b"", headers).cause

    first = login(twins.here, "phone-1")
    assert twins.everywhere(lambda world: exams(world, first, "phone-1")) is None
    later = login(twins.there, "phone-2")
    assert twins.everywhere(lambda world: exams(world, first, "phone-1")) == "logged_in_elsewhere"
    assert twins.everywhere(lambda world: exams(world, later, "phone-2")) is None


def test_who_is_registered_at_one_is_known_at_the_other(twins: Twins) -> None:
    assert twins.there.platform.records()
    people = [Candidate(f"1390000{n:04d}", "pw", "李雷", majors=("composition",)) for n in range(3)]
    made = twins.here.platform.register_all(people)
    for one, seats in made.items():
        assert list(twins.there.platform.sittings_of(one.account)) == seats
    twins.here.at(SECOND)
    forfeited = [row["account"] for row in twins.there.platform.records() if row["what"] == "forfeited"]
    assert {one.account for one in made} <= set(forfeited)


def test_a_connection_loses_its_upload_to_one_at_the_other(twins: Twins) -> None:
    data = Chance(5).bytes(3000)
    file = a_file("main.mp4", data)
    twins.here.to_submitted([file])
    headers = {
        "Authorization": f"Bearer {twins.here.token}", "X-Device": "main-1", "Tus-Resumable": "1.0.0",
    }  # fmt: skip
    told = tus_metadata(sitting=twins.here.seat.sitting, name="main.mp4", sha256=file["sha256"])
    made = twins.here.http(
        "POST", "/uploads", b"", headers | {"Upload-Length": "3000", "Upload-Metadata": told}
    )
    place = made.headers["location"].removeprefix(BASE)
    house = twins.here.platform._house
    lease = house.uploads.take(place.rpartition("/")[2])
    house.uploads.append(place.rpartition("/")[2], lease, data[:1000])
    asked = twins.there.http("HEAD", place, b"", headers)
    assert asked.headers["upload-offset"] == "1000"
    with pytest.raises(Exception, match="taken_over"):
        house.uploads.append(place.rpartition("/")[2], lease, data[1000:])
    part = headers | {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "1000"}
    assert twins.there.http("PATCH", place, data[1000:], part).status == 204
    assert twins.everywhere(lambda world: world.words())[-1] == "upload_done"


@contextmanager
def both_served(twins: Twins) -> Iterator[list[str]]:
    with ExitStack() as until:
        yield [until.enter_context(served(world.platform)) + BASE for world in (twins.here, twins.there)]


def test_of_many_phones_at_once_three_are_let_in(twins: Twins) -> None:
    """Twelve phones on one code, half of them at each platform, all at once."""
    twins.here.to_exam_page()
    code = twins.here.seat.code
    with both_served(twins) as urls, ThreadPoolExecutor(12) as pool:

        def pair(number: int) -> int:
            answer = urllib3.request(
                "POST", urls[number % 2] + "/pair", json={"code": code}, headers={"X-Device": f"aux-{number}"}
            )
            return answer.status

        statuses = list(pool.map(pair, range(12)))
    assert sorted(statuses) == [200] * 3 + [409] * 9
    assert twins.everywhere(lambda world: world.words().count("paired")) == 3


def test_another_layout_and_somebody_elses_database_are_told(postgres: Server) -> None:
    url = postgres.database()
    Store(url, files=Path("unused")).close()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("UPDATE facts SET value = '99' WHERE key = 'layout'")
    with pytest.raises(StoreError, match="has layout 99, this platform reads layout"):
        Store(url)
    other = postgres.database()
    with psycopg.connect(other.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE TABLE roster (id int)")
    with pytest.raises(StoreError, match="layout of something else"):
        Store(other)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("postgresql://nobody@/none?host=/nowhere", "cannot be opened"),
        ("postgresql:/x", "no address of a database"),
    ],
)
def test_a_database_that_is_not_there_is_told(where: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        Store(where)


def test_what_is_not_kept_is_nowhere(twins: Twins, postgres: Server) -> None:
    """The database ends between what was done and what would keep it."""
    before = twins.everywhere(lambda world: world.platform.records())
    store = twins.here.platform._store

    def lost() -> None:
        with store.group():
            store.append([Event(twins.here.clock.now(), "opened", twins.here.seat.sitting, ACCOUNT)])
            postgres.stop()

    with pytest.raises(NotKept):
        lost()
    postgres.start()
    assert twins.everywhere(lambda world: world.platform.records()) == before


STEPS = (
    "open",
    "enter",
    "heartbeat",
    "left",
    "return",
    "submit",
    "pair",
    "record",
    "flag",
    "aux beat",
    "GET",
)
BODIES = {
    "left": {"cause": "screenshot"},
    "flag": {"cause": "screenshot"},
    "submit": {"idempotency_key": "k", "files": []},
}


@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.booleans(), st.sampled_from((0, 1, 400, 4_000, 600_000))),
        min_size=4,
        max_size=25,
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_answer_as_one_would(season: Season, postgres: Server, plan: list[tuple[str, bool, int]]) -> None:
    """Whatever is asked of either, the answers and the records are those of a single platform on a file."""
    with TemporaryDirectory() as folder, ExitStack() as until:
        single = World(Path(folder) / "single", season)
        until.callback(single.close)
        here = World(Path(folder) / "here", season, store=postgres.database())
        until.callback(here.close)
        there = second(here)
        until.callback(there.close)
        for world in (single, here):
            world.at(timedelta(minutes=-14))
        for step, elsewhere, wait in plan:
            for world in (single, here):
                world.clock.advance(world.clock.now() + timedelta(milliseconds=wait))
            asked = there if elsewhere else here
            assert answered(asked, step) == answered(single, step)
        assert here.platform.records() == there.platform.records() == single.platform.records()


def answered(world: World, step: str) -> tuple[int, Any]:
    if step == "pair":
        reply = world.pair()
    elif step in ("record", "flag", "aux beat"):
        if "aux-1" not in world.bindings:
            return 0, None
        reply = world.aux("heartbeat" if step == "aux beat" else step, BODIES.get(step, {}))
    elif step == "GET":
        reply = world.main("", method="GET")
    else:
        reply = world.main(step, BODIES.get(step, {}))
    return reply.status, reply.json if reply.body else None
