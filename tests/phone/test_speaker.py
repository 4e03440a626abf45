"""What an app says aloud, and whether it could be heard."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulators.phone.settings import MOST_VOLUME, Value
from simulators.phone.speaker import KEPT
from tests.phone.kit import PACKAGE, phone


@pytest.mark.parametrize(
    ("settings", "audible"),
    [
        ({}, True),
        ({"media_volume": 0}, False),
        ({"media_volume": 1}, True),
        ({"media_volume": MOST_VOLUME}, True),
        ({"muted": True}, False),
        ({"ringer": "silent"}, True),
    ],
)
def test_a_prompt_is_heard_as_loud_as_media_are_played(
    tmp_path: Path, settings: dict[str, Value], audible: bool
) -> None:
    device, _, _ = phone(tmp_path)
    device.settings.set(settings)
    device.speaker.say(PACKAGE, "请正对屏幕")
    assert [(one.package, one.words, one.audible) for one in device.speaker.said] == [
        (PACKAGE, "请正对屏幕", audible)
    ]
    assert [one["audible"] for one in device.info()["prompts"]] == [audible]


def test_what_was_said_stays_as_loud_as_it_was(tmp_path: Path) -> None:
    device, _, clock = phone(tmp_path)
    device.speaker.say(PACKAGE, "1")
    device.settings.set({"muted": True})
    clock.advance(clock.now() + timedelta(seconds=7))
    device.speaker.say(PACKAGE, "2")
    first, second = device.speaker.said
    assert (first.audible, second.audible) == (True, False)
    assert second.at - first.at == timedelta(seconds=7)


def test_the_oldest_prompts_go_first(tmp_path: Path) -> None:
    device, _, _ = phone(tmp_path)
    for number in range(KEPT + 3):
        device.speaker.say(PACKAGE, str(number))
    assert [one.words for one in device.speaker.said] == [str(number) for number in range(3, KEPT + 3)]
