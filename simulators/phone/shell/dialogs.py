"""What the system lays over an app, so that nothing of it can be touched: questions, and an alarm that rings."""

from simulators.phone.alarms import Alarm
from simulators.phone.element import Element
from simulators.phone.shell.voice import SPACE, Voice, group, image, named, text
from simulators.phone.system import Question

ASKED_WITH = {"camera": "camera", "microphone": "microphone", "storage": "storage", "network": "globe"}
"""The icon above a question; a bell where the row is missing."""
SIDE_BY_SIDE = 2
"""An iPhone sets so many buttons beside one another, and more below one another."""


def permission(voice: Voice, label: str, question: Question) -> Element:
    """May an app use something?"""
    words = voice.say(question.message).format(app=label)
    buttons = tuple(
        Element("button", f"permission_{one.answer}", voice.say(one), tap=f"os:permit:{one.answer}")
        for one in question.buttons
    )
    icon = ASKED_WITH.get(question.permission, "bell")
    card = _sheet(words, buttons, icon) if voice.system.dialog == "sheet" else _alert(words, buttons)
    style = "scrim" if voice.system.dialog == "sheet" else "scrim_wide"
    below = () if voice.system.dialog == "sheet" else (SPACE,)
    return group(named(voice.packages.question, "permission"), SPACE, card, *below, style=style)


def assistant(voice: Voice) -> Element:
    """The voice assistant, woken by the side key."""
    words = voice.words
    button = Element("button", "assistant_close", voice.say(words.assistant_close), tap="os:dismiss_assistant",
                     style="sheet_button")  # fmt: skip
    card = group(
        "assistant_dialog",
        image("microphone", "sheet_icon"),
        text("assistant_name", voice.say(words.assistant), "sheet_title"),
        text("assistant_text", voice.say(words.assistant_listens), "centre"),
        button,
        style="sheet_card",
    )
    return group(named(voice.packages.home, "assistant"), SPACE, card, style="scrim")


def _sheet(words: str, buttons: tuple[Element, ...], icon: str) -> Element:
    """Android's: a sheet at the bottom, one button below the other."""
    rows = (_styled(button, "sheet_button") for button in buttons)
    title = text("permission_message", words, "sheet_title")
    return group("permission_dialog", image(icon, "sheet_icon"), title, *rows, style="sheet_card")


def _alert(words: str, buttons: tuple[Element, ...]) -> Element:
    """The iPhone's: a card in the middle. The first line is the title, what follows explains."""
    title, _, rest = words.partition("\n")
    message = group("", text("permission_message", title, "alert_title"), style="group")
    details = (text("permission_details", rest, "alert_text"),) if rest else ()
    beside = len(buttons) == SIDE_BY_SIDE
    styled = [_styled(button, "alert_button" if beside else "alert_button_wide") for button in buttons]
    row = [group("", *styled, style="alert_row")] if beside else styled
    return group("permission_dialog", message, *details, *row, style="alert_card")


def alarm(voice: Voice, ringing: Alarm) -> Element:
    """An alarm takes the screen until somebody stops it."""
    words = voice.words
    buttons = group(
        "",
        Element("button", "alarm_snooze", voice.say(words.alarm_snooze), tap="os:snooze", style="pill_grey"),
        Element("button", "alarm_stop", voice.say(words.alarm_stop), tap="os:stop_alarm", style="pill_red"),
        style="call_row",
    )
    return group(
        named(voice.packages.alarm, "alarm"),
        text("alarm_time", f"{ringing.at:%H:%M}", "night_huge"),
        text("alarm_label", ringing.label, "night_title"),
        SPACE,
        image("clock", "call_photo"),
        SPACE,
        buttons,
        style="whole_night",
    )


def _styled(button: Element, style: str) -> Element:
    return Element(button.kind, button.id, button.text, tap=button.tap, style=style)
