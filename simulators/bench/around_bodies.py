"""The bodies of the controls for the sites around the apps, as contracts/bench.openapi.yaml lists them."""

from typing import Annotated, Literal

from msgspec import Meta

from simulators.bench.bodies import Account, Body, Text

Subjects = Annotated[tuple[Text, ...], Meta(max_length=20)]


class Visit(Body, frozen=True):
    """Who comes to the registration site. Without `id_number` and `password` they are those of the registration;
    without `subjects` it is every sheet that the site lists."""

    account: Account
    id_number: Text | None = None
    password: Text | None = None
    subjects: Subjects | None = None


class Contact(Body, frozen=True):
    account: Account
    about: Annotated[str, Meta(max_length=2000)] = ""


class Query(Body, frozen=True):
    channel: Literal["qq", "wechat", "phone"]
    to: Text
    topic: Literal["operation", "technical", "registration", "other"]
    text: Annotated[str, Meta(max_length=2000)] = ""
    menu: Annotated[tuple[Text, ...], Meta(max_length=9)] = ()


class Label(Body, frozen=True):
    recipient: Text
    mailing: Annotated[str, Meta(min_length=1, max_length=200)]
    postcode: Annotated[str, Meta(max_length=20)] = ""
    phone: Annotated[str, Meta(max_length=20)] = ""


class Parcel(Body, frozen=True):
    account: Account
    carrier: Text
    subjects: Subjects
    label: Label
    bagged: bool = True
    stamp: Literal["minute", "hour", "date"] = "minute"


class Scan(Body, frozen=True):
    """`granted`: whether the permissions of what is installed are allowed beforehand."""

    granted: bool = False
