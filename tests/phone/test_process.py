"""The life of a process: the tables of the systems, and what becomes of wake-ups that nobody is there to hear."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from simulators.core.clock import DrivenClock
from simulators.core.machine import Machine, Refused
from simulators.phone.process import Process
from simulators.phone.process_machine import ANDROID, IOS, MACHINES, STANDINGS, STILL
from simulators.phone.system import systems
from tests.phone.kit import NOON, PACKAGE, phone

REST = timedelta(seconds=30)
COMPLEMENT = [
    (machine, state, event)
    for machine in (ANDROID, IOS)
    for state in machine.states
    for event in machine.events
    if event not in machine.allows(state)
]


def process(machine: Machine = IOS) -> tuple[Process, DrivenClock]:
    clock = DrivenClock(NOON)
    made = Process(clock, "phone-1", machine, REST)
    made.happen("enter")
    return made, clock


@pytest.mark.parametrize(("machine", "state", "event"), COMPLEMENT)
def test_what_the_table_does_not_list_is_refused_and_changes_nothing(
    machine: Machine, state: str, event: str
) -> None:
    made, clock = process(machine)
    made.state = state
    assert not made.can(event)
    with pytest.raises(Refused, match=event):
        made.happen(event)
    assert made.state == state
    clock.advance(NOON + timedelta(hours=1))
    assert made.state == state


@pytest.mark.parametrize("machine", [ANDROID, IOS], ids=lambda machine: machine.name)
def test_every_state_can_be_reached_and_every_row_has_a_basis(machine: Machine) -> None:
    reached, fresh = {machine.initial}, {machine.initial}
    while fresh:
        fresh = {row.target for row in machine.moves if row.source in fresh} - reached
        reached |= fresh
    assert reached == set(machine.states)
    assert all(row.basis.strip() for row in machine.moves)


def test_every_system_has_a_table_and_every_state_a_standing() -> None:
    assert set(MACHINES) == {system.name for system in systems()}
    assert set(STANDINGS) == {*ANDROID.states, *IOS.states}
    assert set(STANDINGS) >= STILL


@pytest.mark.parametrize(("machine", "quiet"), [(ANDROID, "cached"), (IOS, "suspended")])
def test_a_while_after_it_left_a_process_lies_still(machine: Machine, quiet: str) -> None:
    made, clock = process(machine)
    made.happen("leave")
    clock.advance(NOON + REST - timedelta(milliseconds=1))
    assert (made.state, made.still) == ("background", False)
    clock.advance(NOON + REST)
    assert (made.state, made.still) == (quiet, True)


def test_one_that_came_back_in_time_does_not() -> None:
    made, clock = process()
    made.happen("leave")
    clock.advance(NOON + REST / 2)
    made.happen("enter")
    clock.advance(NOON + 4 * REST)
    assert made.state == "active"


def test_a_service_keeps_an_android_process_going_and_an_iphone_has_none() -> None:
    states = []
    for machine in (ANDROID, IOS):
        made, clock = process(machine)
        made.serve(True)
        made.happen("leave")
        clock.advance(NOON + 2 * REST)
        states.append(made.state)
        made.serve(False)
        clock.advance(NOON + 4 * REST)
        states.append(made.state)
    assert states == ["service", "cached", "suspended", "suspended"]


def test_what_falls_due_meanwhile_comes_late_and_beats_are_left_out() -> None:
    made, clock = process()
    seen: list[tuple[str, datetime]] = []
    made.call_at(NOON + timedelta(seconds=60), "a", lambda: seen.append(("once", clock.now())))
    gone = made.call_at(NOON + timedelta(seconds=61), "a", lambda: seen.append(("gone", clock.now())))
    made.beat(timedelta(seconds=20), "a", lambda times: seen.append((f"beat {times}", clock.now())))
    made.happen("leave")
    clock.advance(NOON + timedelta(seconds=95))
    assert seen == [("beat 1", NOON + timedelta(seconds=20))]
    made.happen("enter")
    gone.cancel()
    made.catch_up()
    clock.advance(NOON + timedelta(seconds=100))
    later = NOON + timedelta(seconds=95)
    assert seen[1:] == [("once", later), ("beat 1", NOON + timedelta(seconds=100))]


@pytest.mark.parametrize(("machine", "in_time"), [(IOS, True), (ANDROID, False)])
def test_what_a_system_without_services_carries_comes_in_time(machine: Machine, in_time: bool) -> None:
    """A transfer that was handed to the system goes on while the app lies still; elsewhere a service has to keep it going."""
    made, clock = process(machine)
    seen: list[datetime] = []
    made.call_at(NOON + 2 * REST, "a", lambda: seen.append(clock.now()), carried=True)
    made.happen("leave")
    clock.advance(NOON + 3 * REST)
    assert made.still
    assert seen == [NOON + 2 * REST] * in_time


def test_what_an_ended_process_wanted_is_forgotten() -> None:
    made, clock = process()
    seen: list[str] = []
    made.call_at(NOON + 2 * REST, "a", lambda: seen.append("late"))
    made.happen("leave")
    clock.advance(NOON + 3 * REST)
    made.happen("end")
    made.happen("enter")
    made.catch_up()
    assert seen == []


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("oppo-a55-5g", ["foreground", "visible", "foreground", "background", "cached"]),
        ("iphone-13", ["active", "inactive", "active", "background", "suspended"]),
    ],
)
def test_what_happens_to_the_phone_moves_the_process(tmp_path: Path, model: str, expected: list[str]) -> None:
    device, _, clock = phone(tmp_path, model)
    made = device.process(PACKAGE)
    states = []
    device.launch(PACKAGE)
    states.append(made.state)
    device.permissions.revoke(PACKAGE)
    device.ask(PACKAGE, ["camera"])
    states.append(made.state)
    device.answer_question("allow")
    states.append(made.state)
    device.lock()
    states.append(made.state)
    clock.advance(NOON + timedelta(minutes=11))
    states.append(made.state)
    assert states == expected
    device.unlock()
    assert device.standing(PACKAGE) == "foreground"


def test_a_recording_that_ends_while_its_app_lies_still_is_told_when_it_goes_on(tmp_path: Path) -> None:
    device, app, clock = phone(tmp_path, "iphone-13")
    device.launch(PACKAGE)
    device.recorder.start("a.mp4", PACKAGE)
    device.background()
    clock.advance(NOON + timedelta(minutes=1))
    device.storage.set_free(device.model.video_bytes_per_second)
    clock.advance(NOON + timedelta(minutes=2))
    assert app.log == ["launched", "background home"]
    device.launch(PACKAGE)
    assert app.log[2:] == ["foreground", "ended a.mp4 storage_full"]


def test_an_app_that_is_not_there_does_not_stand_at_all(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    assert (device.standing("com.example.none"), device.standing(PACKAGE)) == ("not_installed", "not_running")
