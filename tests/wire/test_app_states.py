"""queryAppState on both systems: an iPhone suspends what was left, Android keeps it in the background."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulators.core.clock import DrivenClock
from tests.phone.kit import PACKAGE
from tests.wire import real


@pytest.mark.parametrize(("model", "after_a_while"), [(real.ANDROID, 3), (real.HARMONY, 3), (real.IPHONE, 2)])
def test_an_app_is_not_there_not_running_in_front_behind_and_maybe_suspended(
    tmp_path: Path, model: str, after_a_while: int
) -> None:
    wire, device, _ = real.begun(tmp_path, model)
    clock = device.world
    assert isinstance(clock, DrivenClock)

    def state(package: str = PACKAGE) -> object:
        return wire.ask(
            "POST",
            "execute/sync",
            {"script": "mobile: queryAppState", "args": [{"bundleId": package, "appId": package}]},
        )

    seen = [state("com.example.none"), state()]
    device.launch(PACKAGE)
    seen.append(state())
    device.background()
    seen.append(state())
    clock.advance(clock.now() + timedelta(hours=1))
    assert [*seen, state()] == [0, 1, 4, 3, after_a_while]
