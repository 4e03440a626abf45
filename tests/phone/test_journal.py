"""What happened on the phone is written down, by the phone's own clock."""

from datetime import timedelta
from pathlib import Path

from simulators.core.instants import iso
from simulators.phone.journal import KEPT, Journal
from tests.phone.kit import NOON, PACKAGE, phone


def test_what_happens_is_noted_in_order(tmp_path: Path) -> None:
    device, _, clock = phone(tmp_path)
    device.launch(PACKAGE)
    device.background()
    clock.advance(NOON + timedelta(seconds=1))
    device.launch(PACKAGE)
    device.lock()
    device.unlock()
    device.network.set(kind="mobile")
    device.incoming_call("13900001111")
    device.end_call()
    device.crash(PACKAGE)
    device.power_off()
    told = [(one.what, one.who, one.how) for one in device.journal.since(0)]
    assert told == [
        ("installed", PACKAGE, "1"),
        ("started", PACKAGE, ""),
        ("left", PACKAGE, "home"),
        ("resumed", PACKAGE, ""),
        ("locked", "", "screen_lock"),
        ("left", PACKAGE, "screen_lock"),
        ("unlocked", "", ""),
        ("resumed", PACKAGE, ""),
        ("network", "mobile", "up"),
        ("call", "13900001111", "ringing"),
        ("call", "13900001111", "idle"),
        ("ended", PACKAGE, "crash"),
        ("power_off", "", ""),
    ]


def test_the_phones_own_clock_counts(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    device.clock.set(offset=timedelta(minutes=5))
    device.launch(PACKAGE)
    assert iso(device.journal.since(1)[0].at) == iso(NOON + timedelta(minutes=5))


def test_the_oldest_go_first_and_numbers_are_not_used_again() -> None:
    journal = Journal(lambda: NOON)
    for number in range(KEPT + 2):
        journal.note("network", how=str(number))
    assert journal.count == KEPT + 2
    assert journal.since(0)[0].how == "2"
    assert [one.how for one in journal.since(KEPT + 1)] == [str(KEPT + 1)]
    journal.clear()
    journal.note("unlocked")
    assert [one.what for one in journal.since(KEPT + 2)] == ["unlocked"]
