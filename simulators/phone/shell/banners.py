"""What comes up at the top, over whatever is in front: a message, a call."""

from simulators.phone.element import Element
from simulators.phone.inbox import Notification
from simulators.phone.shell.voice import Voice, group, image, named, text


def banner(voice: Voice, note: Notification, icon: str | None) -> Element:
    """The newest notification: Android's heads-up, the iPhone's banner."""
    return _over(voice, "heads_up", card(voice, note, icon, "banner"))


def call_banner(voice: Voice, number: str) -> Element:
    """A call to a phone that is in use: it can be answered from here, and what is in front stays there."""
    words = voice.words
    who = group(
        "",
        text("caller", number, "heading"),
        text("call_state", voice.say(words.ringing), "small"),
        style="banner_words",
    )
    buttons = group(
        "",
        Element("button", "decline", voice.say(words.decline), tap="os:decline", style="pill_red"),
        Element("button", "answer", voice.say(words.answer), tap="os:answer", style="pill_green"),
        style="banner_row",
    )
    head = group("", image("unknown_person", "banner_icon"), who, style="banner_row")
    content = group(named(voice.packages.call, "incoming_call"), head, buttons, style="banner_card")
    return _over(voice, "call_banner", content)


def card(voice: Voice, note: Notification, icon: str | None, element_id: str) -> Element:
    """A notification, which a tap follows to its app."""
    return Element(
        "group",
        named(voice.packages.banner, element_id),
        description=f"{note.title}，{note.text}",
        tap=f"os:follow:{note.package}",
        children=(lines(voice, note, icon, element_id),),
        style="banner_card",
    )


def lines(voice: Voice, note: Notification, icon: str | None, element_id: str) -> Element:
    """A notification's icon, title and text."""
    mail = "mail" if note.package == voice.packages.messages else "bell"
    title = text(f"{element_id}_title", note.title, "heading")
    words = group("", title, text(f"{element_id}_text", note.text, "small"), style="banner_words")
    return group("", image(icon or mail, "banner_icon"), words, style="banner_row")


def _over(voice: Voice, name: str, content: Element) -> Element:
    style = "heads_up_tall" if voice.tall else "heads_up"
    return group(named(voice.packages.banner, name), content, style=style)
