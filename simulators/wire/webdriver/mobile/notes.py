"""Notifications: what apps and the system had to say."""

from collections.abc import Mapping
from typing import Any

from simulators.wire.webdriver.fields import Body, choice
from simulators.wire.webdriver.mobile.verb import Verb
from simulators.wire.webdriver.parts import Notification
from simulators.wire.webdriver.sessions import Session

MILLIS = 1000
BAR = {"expandNotifications": True, "expandSettings": True, "collapse": False}


def get_notifications(session: Session, _: Body) -> Any:
    """In the form of Appium's helper app on the phone, the newest first."""
    listed = [_told(number, one) for number, one in enumerate(session.phone.notifications, 1)]
    return {"statusBarNotifications": listed[::-1]}


def _told(number: int, one: Notification) -> Any:
    return {
        "isGroup": False,
        "packageName": one.package,
        "isClearable": True,
        "isOngoing": False,
        "id": number,
        "tag": None,
        "notification": {
            "title": one.title,
            "bigTitle": None,
            "text": one.text,
            "bigText": None,
            "tickerText": None,
            "subText": None,
            "infoText": None,
            "template": None,
        },
        "userHandle": 0,
        "postTime": round(one.at.timestamp() * MILLIS),
        "key": f"0|{one.package}|{number}|null",
        "isRemoved": False,
    }


def open_shade(session: Session, _: Body) -> None:
    session.phone.open_notifications()


def status_bar(session: Session, body: Body) -> str:
    if choice(body, "command", BAR):
        session.phone.open_notifications()
    else:
        session.phone.close_notifications()
    return ""


ANDROID: Mapping[str, Verb] = {
    "getNotifications": Verb(get_notifications),
    "openNotifications": Verb(open_shade),
    "statusBar": Verb(status_bar, {"command": str}, {"component": str}),
}
