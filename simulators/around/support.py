"""The support desk: reached by QQ, WeChat and telephone, answers in its hours, and only what it is for (R568 to R575, C38)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from conformance.season import Season, Support
from simulators.around.refusing import Refusal, as_json, read, refused
from simulators.core.instants import iso

Channel = Literal["qq", "wechat", "phone"]
Topic = Literal["operation", "technical", "registration", "other"]
OURS: tuple[Topic, ...] = ("operation", "technical")
ANSWERED = {
    "en": "This is how it is done in the app.",
    "zh": "您好，请按应用内提示操作，如仍有问题请继续咨询。",
}
REFERRED = {
    "en": "We answer questions about the two apps only; ask the school.",
    "zh": "您好，本咨询仅解答两个应用的系统操作及技术问题，报名等问题请咨询学校招生办。",
}


class Query(msgspec.Struct, frozen=True):
    """`to`: a number, or the name of the WeChat account; `menu`: what was chosen there."""

    channel: Channel
    to: str
    topic: Topic
    text: str = ""
    menu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A query that reached the desk, and when it is answered."""

    number: int
    at: datetime
    answers_at: datetime
    topic: Topic


def answers_at(desk: Support, received: datetime) -> datetime:
    """When what comes in at an instant is answered: at once while the desk is open, [opens, closes), or else when it next
    opens; before the opening that is the same day's (R574). ValueError for a desk that never opens."""
    if not desk.days:
        raise ValueError("the season has no support desk")
    midnight = received.replace(hour=0, minute=0, second=0, microsecond=0)
    for later in range(8):
        day = midnight + timedelta(days=later)
        opens, closes = (day + timedelta(minutes=minute) for minute in (desk.opens, desk.closes))
        if day.isoweekday() in desk.days and received < closes:
            return max(opens, received)
    raise AssertionError("a week has every day of the week")


class SupportDesk:
    """The desk of one season, behind HTTP."""

    def __init__(self, season: Season, now: Callable[[], datetime]) -> None:
        self._desk, self._zone, self._now = season.support, season.zone, now
        self._queries: list[Received] = []
        self.asgi = Starlette(
            routes=[
                Route("/", self._ways),
                Route("/queries", self._ask, methods=["POST"]),
                Route("/queries/{number:int}", self._look),
            ],
            exception_handlers={Refusal: refused},
        )

    async def _ways(self, _: Request) -> Response:
        """How the desk is reached; nothing where the season has none."""
        told: dict[str, Any] = msgspec.to_builtins(self._desk)
        return as_json({name: told[name] for name in ("qq", "wechat", "wechat_menu", "phone")})

    async def _ask(self, request: Request) -> Response:
        query: Query = await read(request, Query)
        if not self._reached(query):
            raise Refusal("not_found")
        at = self._now().astimezone(self._zone)
        self._queries.append(Received(len(self._queries) + 1, at, answers_at(self._desk, at), query.topic))
        return as_json(self._told(self._queries[-1]), 201)

    async def _look(self, request: Request) -> Response:
        number = int(request.path_params["number"])
        if not 1 <= number <= len(self._queries):
            raise Refusal("not_found")
        return as_json(self._told(self._queries[number - 1]))

    def _reached(self, query: Query) -> bool:
        """Whether the query came to the desk at all: the right number, or the right menu of the right account."""
        desk = self._desk
        if not desk.days:
            return False
        ways = {
            "qq": (desk.qq, ()),
            "phone": (desk.phone, ()),
            "wechat": (desk.wechat, desk.wechat_menu),
        }
        return bool(query.to) and (query.to, query.menu) == ways[query.channel]

    def _told(self, query: Received) -> dict[str, Any]:
        """How a query stands now."""
        answered, ours = self._now() >= query.answers_at, query.topic in OURS
        return {
            "query": query.number,
            "received_at": iso(query.at),
            "answered_at": iso(query.answers_at) if answered else None,
            "answer": (ANSWERED if ours else REFERRED) if answered else None,
            "referred_to": "school" if answered and not ours else None,
        }
