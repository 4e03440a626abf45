"""What each toxic does to bytes, with time as an input."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.faults import FileError
from conformance.load.dice import Dice
from conformance.load.toxics import forms
from conformance.load.toxics.kinds import KINDS, Effect, Piece, effect
from conformance.load.toxics.toxic import Toxic

NEEDED: dict[str, dict[str, float]] = {
    "latency": {"latency": 100, "jitter": 30},
    "loss": {"rate": 0.3, "rto": 200},
    "bandwidth": {"rate": 8},
    "slicer": {"average_size": 50, "size_variation": 20, "delay": 100},
    "limit_data": {"bytes": 1000},
    "slow_close": {"delay": 40},
    "timeout": {"timeout": 500},
    "reset_peer": {"timeout": 500},
    "down": {},
}
CARRYING = ("latency", "loss", "bandwidth", "slicer", "slow_close")


def made(kind: str, seed: int = 1, **attributes: float) -> Effect:
    return effect(Toxic(type=kind, attributes={**NEEDED[kind], **attributes}), Dice(seed))


def test_there_is_a_line_for_each_kind() -> None:
    assert set(NEEDED) == set(KINDS)


@pytest.mark.parametrize("kind", CARRYING)
@given(data=st.lists(st.binary(max_size=5000), max_size=6), seed=st.integers(0, 99))
def test_what_carries_loses_no_byte_and_sends_none_too_early(kind: str, data: list[bytes], seed: int) -> None:
    one = made(kind, seed)
    passed = [piece for now, part in enumerate(data) for piece in one.through(Piece(part, float(now)))]
    assert b"".join(piece.data for piece in passed) == b"".join(data)
    begins = [now for now, part in enumerate(data) for _ in made(kind, seed).through(Piece(part, 0.0))]
    assert len(begins) >= sum(map(bool, data))
    assert all(piece.due >= 0 for piece in passed)


@given(seed=st.integers(0, 999))
def test_latency_stays_within_its_jitter(seed: int) -> None:
    (piece,) = made("latency", seed).through(Piece(b"x", 5.0))
    assert 5.07 <= piece.due <= 5.13


def test_of_a_slow_line_each_byte_has_its_time() -> None:
    line = made("bandwidth", rate=8)
    pieces = [*line.through(Piece(b"x" * 2000, 1.0)), *line.through(Piece(b"y" * 800, 1.0))]
    assert [(len(piece.data), round(piece.due, 3)) for piece in pieces] == [
        (800, 1.1), (800, 1.2), (400, 1.25), (800, 1.35),
    ]  # fmt: skip
    (later,) = line.through(Piece(b"z" * 80, 9.0))
    assert round(later.due, 3) == 9.01


def test_slices_come_one_after_another() -> None:
    pieces = list(made("slicer", average_size=10, size_variation=0).through(Piece(b"x" * 25, 0.0)))
    assert [len(piece.data) for piece in pieces] == [10, 10, 5]
    assert [round(piece.due, 6) for piece in pieces] == [0.0, 0.0001, 0.0002]


def test_a_limit_cuts_in_the_midst_of_a_piece() -> None:
    limit = made("limit_data", bytes=7)
    seen = [
        ([piece.data for piece in limit.through(Piece(data, 0.0))], limit.spent)
        for data in (b"12345", b"67890", b"more")
    ]
    assert seen == [([b"12345"], False), ([b"67"], True), ([], True)]


def test_about_the_stated_share_of_packets_is_lost() -> None:
    pieces = list(made("loss", rate=0.25).through(Piece(b"x" * 1460 * 4000, 0.0)))
    assert len(pieces) == 4000
    assert 900 < sum(piece.due > 0 for piece in pieces) < 1100


@pytest.mark.parametrize(
    ("kind", "lasts", "resets", "passes_end"),
    [
        ("timeout", 0.5, False, False),
        ("reset_peer", 0.5, True, False),
        ("down", 0.0, True, False),
        ("latency", None, False, True),
    ],
)
def test_what_ends_a_connection(kind: str, lasts: float | None, resets: bool, passes_end: bool) -> None:
    one = made(kind)
    assert (one.lasts(), one.resets, one.passes_end) == (lasts, resets, passes_end)


def test_a_timeout_of_nothing_lasts_for_ever_and_a_reset_of_nothing_comes_at_once() -> None:
    assert made("timeout", timeout=0).lasts() is None
    assert made("reset_peer", timeout=0).lasts() == 0
    assert list(made("timeout").through(Piece(b"x", 0.0))) == []


# As toxiproxy-server answers GET /proxies/platform, and POST …/toxics.
TOXIPROXY = """{"name": "platform", "listen": "127.0.0.1:26379", "upstream": "localhost:6379", "enabled": true, "toxics": [
  {"attributes": {"latency": 100, "jitter": 10}, "name": "latency_downstream", "type": "latency", "stream": "downstream", "toxicity": 1},
  {"attributes": {"timeout": 0}, "name": "cut", "type": "timeout", "stream": "upstream", "toxicity": 0.5}]}"""


def test_toxiproxys_own_form_is_read(tmp_path: Path) -> None:
    file = tmp_path / "toxics.json"
    file.write_text(TOXIPROXY, encoding="utf-8")
    both = forms.read(file)
    assert [(one.name, one.type, one.stream, one.toxicity) for one in both] == [
        ("latency_downstream", "latency", "downstream", 1.0), ("cut", "timeout", "upstream", 0.5),
    ]  # fmt: skip
    file.write_bytes(msgspec.json.encode(both))
    assert forms.read(file) == both
    file.write_bytes(msgspec.json.encode(both[0]))
    assert forms.read(file) == both[:1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"type": "latncy"}', "latncy"),
        ('{"type": "latency"}', "attributes.latency: found nothing"),
        ('{"type": "latency", "attributes": {"latency": -1}}', "at least 0"),
        ('{"type": "latency", "attributes": {"latency": 1, "jiter": 1}}', "jiter"),
        ('{"type": "bandwidth", "attributes": {"rate": 0}}', "above 0"),
        ('{"type": "down", "stream": "sideways"}', "sideways"),
        ('{"type": "down", "toxicity": 2}', "from 0 to 1"),
        ('{"type": "down", "toxicity": "all"}', "a list of toxics"),
        ("[1]", "a list of toxics"),
        ("{", "a list of toxics"),
    ],
)
def test_what_is_no_toxic_says_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "toxics.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as refused:
        forms.read(file)
    assert said in str(refused.value)
    assert all(fault.zh for fault in refused.value.faults)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none\.json"):
        forms.read(tmp_path / "none.json")
