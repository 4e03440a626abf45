"""Calls that have the screen to themselves."""

from simulators.phone.element import Element
from simulators.phone.shell.voice import SPACE, Voice, group, image, named, text
from simulators.phone.system import Text


def ringing(voice: Voice, number: str) -> Element:
    """An incoming call, with the two answers."""
    words = voice.words
    return _call(
        voice,
        "incoming_call",
        number,
        words.ringing,
        Element("button", "decline", voice.say(words.decline), tap="os:decline", style="pill_red"),
        Element("button", "answer", voice.say(words.answer), tap="os:answer", style="pill_green"),
    )


def talking(voice: Voice, number: str) -> Element:
    """A call under way."""
    words = voice.words
    button = Element("button", "hang_up", voice.say(words.hang_up), tap="os:decline", style="pill_red")
    return _call(voice, "call", number, words.talking, button)


def _call(voice: Voice, name: str, number: str, state: Text, *buttons: Element) -> Element:
    return group(
        named(voice.packages.call, name),
        text("caller", number, "night_title"),
        text("call_state", voice.say(state), "night_text"),
        SPACE,
        image("unknown_person", "call_photo"),
        SPACE,
        group("", *buttons, style="call_row"),
        style="whole_night",
    )
