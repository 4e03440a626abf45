"""Phones that lie in a lab: what a vendor's bench, a driver and an operator each do, and what nobody may do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import pairing
from conformance import target as targets
from conformance.bench import Bench
from conformance.lab.byhand import emulated
from conformance.lab.byhand.bench import HandBench, HandWire
from conformance.lab.byhand.telling import DONE, TOLD, deed
from conformance.outcome import ControlMissing, Withheld
from conformance.request import RunRequest
from conformance.target import Address, Driver, Target
from conformance.target.pairs import Account, Device, PhonePair

PAIR = PhonePair(
    "pair-1",
    Device("phone-m", "android", "Mate 50"),
    Device("phone-a", "ios"),
    Account("138", "secret", "王芳"),
)
LAB = replace(targets.load("real-pair"), pairs=(PAIR,))


class Held:
    """A phone whose driver takes every command, or none."""

    name = "main"

    def __init__(self, kind: Driver, takes: bool = True) -> None:
        self.kind, self.takes = kind, takes
        self.did: list[tuple[str, Mapping[str, Any]]] = []

    def command(self, name: str, arguments: Mapping[str, Any]) -> Any:
        raise AssertionError(name, arguments)

    def does(self, name: str, arguments: Mapping[str, Any]) -> bool:
        self.did.append((name, arguments))
        return self.takes


class Person:
    def __init__(self, answer: str | None = "已完成") -> None:
        self.answer = answer
        self.asked: list[str] = []

    def ask(self, _: str, __: str, question: Any) -> str | None:
        self.asked.append(question.text.en)
        return self.answer


def bench(
    person: Person | None = None, phone: Held | None = None, target: Target = LAB, url: str = ""
) -> HandBench:
    made = HandBench(HandWire(target, Address("http://127.0.0.1:9", url, "t"), target.pairs[0]))
    held = phone or Held("android")
    made.lend(lambda _: held, lambda: person)
    return made


def test_the_world_is_the_pair_as_it_lies_there() -> None:
    world = bench().world()
    (candidate,) = world.candidates
    assert (candidate.account, candidate.phones.all) == ("138", ("phone-m", "phone-a"))
    assert [(phone.role, phone.os, phone.model) for phone in world.phones] == [
        ("main", "Android", "Mate 50"),
        ("aux", "iOS", ""),
    ]


def test_what_both_phones_can_do_is_offered_and_what_the_operator_does() -> None:
    offered = bench().controls().controls
    assert {"phones/lock", "phones/app", *LAB.operator.does} <= set(offered) if LAB.operator else False
    assert not {"worlds", "clock", "records", "probes/submit"} & set(offered)


DEEDS: list[tuple[str, Driver, Callable[[Bench], object], list[str]]] = [
    ("network", "android", lambda b: b.set_network("phone-m", up=False), ["setConnectivity"]),
    ("lock", "ios", lambda b: b.set_lock("phone-m", locked=True), ["lock"]),
    ("an app", "ios", lambda b: b.app("phone-m", "launch", "x.y"), ["activateApp"]),
    ("a crash", "android", lambda b: b.app("phone-m", "crash", "x.y"), ["shell"]),
    ("permissions", "android", lambda b: b.set_permissions("phone-m", "x.y", granted=False), ["changePermissions"]),
    ("settings", "android", lambda b: b.set_settings("phone-m", {"dark_mode": True, "font_scale": 1.15}), ["shell", "shell"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "do", "commands"), [row[1:] for row in DEEDS], ids=[row[0] for row in DEEDS]
)
def test_a_driver_does_what_it_can(kind: Driver, do: Callable[[Bench], object], commands: list[str]) -> None:
    person, phone = Person(), Held(kind)
    made = bench(person, phone)
    do(made)
    assert [name for name, _ in phone.did] == commands
    assert ([one.by for one in made.deeds], person.asked) == (["driver"], [])


HANDS: list[tuple[str, Callable[[Bench], object], str]] = [
    ("a call", lambda b: b.call("phone-m"), "Call this phone"),
    ("the network of an iPhone", lambda b: b.set_network("phone-m", up=False), "Take the network away"),
    ("an answer sheet", lambda b: b.point_camera("phone-m", {"sheet": {"page": 1}}), "answer sheet"),
    ("off", lambda b: b.set_power("phone-m", on=False), "Switch the phone off"),
    ("unlocking", lambda b: b.set_lock("phone-m", locked=False), "Unlock"),
    (
        "a setting that no shell knows",
        lambda b: b.set_settings("phone-m", {"ringer": "silent"}),
        "ringer = silent",
    ),
]


@pytest.mark.parametrize(("do", "told"), [row[1:] for row in HANDS], ids=[row[0] for row in HANDS])
def test_what_no_tool_reaches_goes_to_the_operator_and_is_kept(
    do: Callable[[Bench], object], told: str
) -> None:
    person = Person()
    made = bench(person, Held("ios"))
    do(made)
    assert told in person.asked[0]
    (kept,) = made.deeds
    assert (kept.by, kept.udid) == ("operator", "phone-m")
    assert kept.said.zh


@pytest.mark.parametrize("answer", [None, "cannot", "无法完成"])
def test_who_does_not_do_it_in_time_leaves_a_control_missing(answer: str | None) -> None:
    made = bench(Person(answer), Held("ios"))
    with pytest.raises(ControlMissing):
        made.call("phone-m")
    assert made.deeds == []


def test_a_driver_that_refuses_hands_it_to_the_operator() -> None:
    person = Person()
    made = bench(person, Held("android", takes=False))
    made.set_network("phone-m", up=False)
    assert [one.by for one in made.deeds] == ["operator"]


NOBODYS: Mapping[str, Callable[[Bench], object]] = {
    "the clock": lambda b: b.move_to(b.now()),
    "records": lambda b: b.records(),
    "another phone": lambda b: b.add_phone(),
    "a world": lambda b: b.open_world(season="s", seed=1),
    "storage": lambda b: b.set_storage("phone-m", 1),
}


@pytest.mark.parametrize("ask", NOBODYS.values(), ids=NOBODYS)
def test_what_nobody_offers_is_missing(ask: Callable[[Bench], object]) -> None:
    with pytest.raises(ControlMissing):
        ask(bench(Person(), Held("android")))


def test_what_cannot_be_taken_back_is_withheld() -> None:
    with pytest.raises(Withheld):
        bench().probe("submit", "phone-m")


@given(
    control=st.sampled_from(sorted(TOLD)),
    body=st.dictionaries(st.text(), st.none() | st.booleans() | st.text() | st.integers()),
)
def test_every_control_is_told_in_both_languages_whatever_is_asked(
    control: str, body: dict[str, Any]
) -> None:
    question = deed(control, {key: value for key, value in body.items() if key not in ("kind", "seen")})
    assert question.text.en
    assert question.text.zh
    assert DONE("已完成") is True


def test_the_file_declares_what_there_is() -> None:
    for name in ("real-pair", "real-android", "real-ios", "avd-pair"):
        there = targets.load(name)
        assert there.real_phones
        assert there.operator
        assert set(there.operator.does) <= set(TOLD)
        devices = there.pairs[0].devices.values()
        both = set.intersection(*(set(emulated.reads(one.driver, one.udid)) for one in devices))
        assert set(there.features.controls) == {"phones", *there.operator.does, *both}


@pytest.mark.parametrize(("main", "kinds"), [
    (Device("u", "android"), {"android": ("u",)}),
    (Device("u", "ios", "iPhone 13"), {"ios": ("iPhone 13",)}),
    (Device("u", "android", "Mate 50", "harmonyos"), {"harmonyos": ("Mate 50",)}),
])  # fmt: skip
def test_a_pair_is_of_its_main_phones_kind(main: Device, kinds: dict[str, tuple[str, ...]]) -> None:
    there = pairing.chosen(replace(LAB, pairs=(PhonePair("p", main),)), RunRequest())
    assert there.phones == kinds


class Vendors(BaseHTTPRequestHandler):
    """A vendor's bench that makes worlds for phones of its own, and has no control of any phone."""

    world: Mapping[str, Any] = {
        "world": "w", "stage": "waiting", "now": "2023-01-13T09:45:00+08:00", "platform_url": "", "season": "s", "subject": "song",
        "session": "formal", "phones": [{"udid": "p1", "owner": "1", "role": "main", "model": "x"}],
        "candidates": [{"account": "1", "password": "p", "name": "n", "admission_number": "", "major": "composition",
                        "phones": {"main": "p1"}, "sittings": []}],
    }  # fmt: skip

    def do_GET(self) -> None:
        controls = {
            "controls": ["worlds", "clock"],
            "resolution_ms": 5,
            "clock": "driven",
            "product": {"name": "v", "version": "1"},
        }
        self._say(
            {
                "/controls": (200, controls),
                "/worlds/current": (200, self.world),
                "/clock": (200, {"now": self.world["now"]}),
            }
        )

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._say({"/worlds": (201, self.world)})

    def _say(self, answers: Mapping[str, tuple[int, Any]]) -> None:
        status, content = answers.get(self.path, (501, {}))
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing of it belongs in a test's output."""


@pytest.fixture
def vendors() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Vendors)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_vendors_bench_is_asked_first_and_its_worlds_are_lived_on_the_pair(vendors: str) -> None:
    made = bench(Person(), Held("android"), url=vendors)
    told = made.controls()
    assert {"worlds", "clock", "phones/call"} <= set(told.controls)
    assert told.resolution_ms == 5
    wish = {"name": "王芳", "models": {"main": "Mate 50"}}
    world = made.open_world(season="s", seed=1, stage="waiting", candidates=[wish])
    assert world.stage == "waiting"
    assert world.candidates[0].phones.all == ("phone-m", "phone-a")
    assert world.candidates[0].account == "1"
    assert {phone.udid for phone in world.phones} == {"phone-m", "phone-a"}
    assert made.now().year == 2023
    made.call("phone-m")
    assert [one.by for one in made.deeds] == ["operator"]
    elsewhere: list[list[Mapping[str, Any]]] = [[{"models": {"aux": "X20"}}], [{}, {}]]
    for others in elsewhere:
        with pytest.raises(ControlMissing):
            made.open_world(season="s", seed=1, candidates=others)
    for asked in (made.add_phone, made.add_candidate):
        with pytest.raises(ControlMissing):
            asked()
    made.close()
