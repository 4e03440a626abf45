"""The network, byte by byte: what each fault lets through."""

from contextlib import nullcontext
from datetime import datetime, timedelta
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.core.chance import Chance
from simulators.core.clock import DrivenClock
from simulators.phone.faults import KINDS, Fault
from simulators.phone.network import Network, NetworkDown
from tests.phone.kit import NOON, Heard, listener

SPEEDS = {"wifi": 5_000_000, "mobile": 2_000_000}
BODY = bytes(range(256)) * 8
Wire = tuple[Network, str, Heard, DrivenClock]


@pytest.fixture
def wire() -> object:
    clock = DrivenClock(NOON)
    with listener() as (url, heard):
        network = Network(SPEEDS)
        yield network, url, heard, clock
        network.close()


def until(heard: Heard, number: int) -> None:
    """Wait until so many requests have been noted: the server has its own thread."""
    for _ in range(500):
        if len(heard.bodies) >= number:
            return
        Event().wait(0.01)


def test_a_request_arrives_as_it_was_sent_and_every_byte_is_counted(wire: Wire) -> None:
    network, url, heard, _ = wire
    answer = network.request("PUT", url, {"X-Device": "d"}, BODY)
    assert (answer.status, answer.body, heard.bodies) == (200, BODY, [BODY])
    assert network.sent == sum(heard.raw) > len(BODY) < network.received


def test_a_connection_is_used_again(wire: Wire) -> None:
    network, url, heard, _ = wire
    for _ in range(3):
        network.request("POST", url, {}, b"x")
    assert heard.bodies == [b"x"] * 3


def test_without_network_nothing_leaves(wire: Wire) -> None:
    network, url, heard, _ = wire
    network.up = False
    with pytest.raises(NetworkDown, match="no network"):
        network.request("GET", url)
    assert (network.sent, heard.bodies) == (0, [])
    network.up = True
    assert network.request("GET", url).status == 200


def test_a_lost_answer_is_lost_after_the_request_has_arrived(wire: Wire) -> None:
    network, url, heard, _ = wire
    network.faults.append(Fault("drop_answer"))
    with pytest.raises(NetworkDown):
        network.request("PUT", url, {}, BODY)
    assert (heard.bodies, heard.whole) == ([BODY], [True])


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(BODY) - 1))
def test_a_cut_lets_exactly_so_many_bytes_through(cut: int) -> None:
    with listener() as (url, heard):
        network = Network(SPEEDS)
        network.faults.append(Fault("cut_after", bytes=cut))
        with pytest.raises(NetworkDown, match=f"after {cut} bytes"):
            network.request("PUT", url, {}, BODY)
        until(heard, 1)
        assert (heard.bodies, heard.whole) == ([BODY[:cut]], [False])


def test_a_dribble_sends_the_second_half_at_its_instant(wire: Wire) -> None:
    network, url, heard, clock = wire
    seen: list[datetime] = []
    clock.call_at(NOON + timedelta(seconds=3), "other", lambda: seen.append(clock.now()))
    network.faults.append(Fault("dribble", wait=lambda: clock.advance(NOON + timedelta(seconds=7))))
    assert network.request("PUT", url, {}, BODY).body == BODY
    assert clock.now() == NOON + timedelta(seconds=7)
    assert seen == [NOON + timedelta(seconds=3)]
    assert heard.bodies == [BODY]


def test_one_corrupt_byte_is_inverted_and_no_other(wire: Wire) -> None:
    network, url, heard, _ = wire
    network.faults.append(Fault("corrupt", byte=5))
    network.request("PUT", url, {}, BODY)
    (arrived,) = heard.bodies
    assert [place for place in range(len(BODY)) if arrived[place] != BODY[place]] == [5]
    assert arrived[5] == BODY[5] ^ 0xFF


def test_a_foreign_answer_comes_without_a_byte_sent(wire: Wire) -> None:
    network, url, _, _ = wire
    network.faults.append(Fault("answer", status=423))
    assert network.request("PUT", url, {}, BODY).status == 423
    assert network.sent == 0


def test_a_repeated_request_arrives_twice(wire: Wire) -> None:
    network, url, heard, _ = wire
    network.faults.append(Fault("repeat"))
    network.request("PUT", url, {}, BODY)
    assert heard.bodies == [BODY, BODY]


def test_a_fault_of_the_body_waits_for_a_body_that_is_long_enough(wire: Wire) -> None:
    network, url, heard, _ = wire
    network.faults.append(Fault("corrupt", byte=100))
    network.request("PUT", url, {}, b"short")
    network.request("PUT", url, {}, BODY)
    assert heard.bodies[0] == b"short"
    assert heard.bodies[1] != BODY


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_fault_strikes_once(wire: Wire, kind: str) -> None:
    network, url, _, _ = wire
    network.faults.append(Fault(kind, bytes=1, wait=lambda: None, byte=1))
    lost = kind in ("drop_answer", "cut_after", "outage")
    with pytest.raises(NetworkDown) if lost else nullcontext():
        network.request("PUT", url, {}, BODY)
    assert network.request("PUT", url, {}, BODY).body == BODY


def test_unknown_faults_and_a_dribble_without_a_wait_are_refused() -> None:
    with pytest.raises(ValueError, match="no fault 'typo'"):
        Fault("typo")
    with pytest.raises(ValueError, match="wait"):
        Fault("dribble")


def test_a_server_that_is_not_there_is_no_crash() -> None:
    with pytest.raises(NetworkDown, match="does not answer"):
        Network(SPEEDS).request("GET", "http://127.0.0.1:1/")


def test_speed_follows_the_kind_of_network_and_what_was_set() -> None:
    network = Network(SPEEDS)
    assert network.seconds_for(5_000_000) == 1
    network.set(kind="cellular", latency_ms=500)
    assert network.seconds_for(2_000_000) == 1.5
    network.set(bytes_per_second=1_000_000)
    assert network.seconds_for(1_000_000) == 1.5


def test_so_large_a_share_of_requests_is_lost_and_always_the_same_ones(wire: Wire) -> None:
    _, url, heard, _ = wire
    outcomes = []
    for _ in range(2):
        network = Network(SPEEDS, Chance(5))
        network.set(loss=0.3)
        outcomes.append([_arrives(network, url) for _ in range(200)])
        network.close()
    assert outcomes[0] == outcomes[1]
    assert 40 <= outcomes[0].count(False) <= 80
    assert len(heard.bodies) == 2 * outcomes[0].count(True)


def _arrives(network: Network, url: str) -> bool:
    try:
        return network.request("PUT", url, {}, b"x").status == 200
    except NetworkDown:
        return False


@pytest.mark.parametrize(("loss", "arrives"), [(0.0, True), (1.0, False)])
def test_none_and_all_are_exact(wire: Wire, loss: float, arrives: bool) -> None:
    network, url, _, _ = wire
    network.set(loss=loss)
    assert {_arrives(network, url) for _ in range(20)} == {arrives}


def test_the_latency_wavers_within_its_bounds_and_always_in_the_same_way() -> None:
    spans = []
    for _ in range(2):
        network = Network(SPEEDS, Chance(7))
        network.set(latency_ms=100, jitter_ms=30)
        spans.append([network.seconds_for(0) for _ in range(50)])
    assert spans[0] == spans[1]
    assert 0.07 <= min(spans[0]) < 0.08 < 0.12 < max(spans[0]) <= 0.13


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 5000))
def test_an_outage_comes_after_exactly_so_many_bytes_of_all_traffic(limit: int) -> None:
    with listener() as (url, heard):
        network, told = Network(SPEEDS), []
        network.watch(lambda: told.append(network.up))
        network.set(outage_after_bytes=limit)
        with pytest.raises(NetworkDown, match="in the midst of the traffic"):
            _until_it_breaks(network, url)
        assert network.sent + network.received == limit
        assert (network.up, told) == (False, [False])
        assert sum(heard.raw) <= network.sent
        with pytest.raises(NetworkDown, match="no network"):
            network.request("GET", url)
        network.up = True
        assert network.request("PUT", url, {}, BODY).body == BODY
        network.close()


def _until_it_breaks(network: Network, url: str) -> None:
    for _ in range(9):
        network.request("PUT", url, {}, BODY)


def test_apps_hear_of_an_outage_when_the_request_is_over(wire: Wire) -> None:
    _, url, _, clock = wire
    told: list[bool] = []
    network = Network(SPEEDS, later=lambda action: clock.call_at(clock.now(), "phone", action))
    network.watch(lambda: told.append(network.up))
    network.set(outage_after_bytes=100)
    with pytest.raises(NetworkDown):
        network.request("PUT", url, {}, BODY)
    assert (network.up, told) == (False, [])
    clock.advance(clock.now())
    assert told == [False]
