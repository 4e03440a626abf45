"""Controls that try an operation as a phone without its app, alone or several at the same moment."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

from simulators.bench.ask import Ask, Handler
from simulators.bench.bodies import StatingProbe
from simulators.bench.identity import Identity
from simulators.bench.probes import OPERATIONS
from simulators.bench.raw import Line, Reply, Shot
from simulators.bench.stand import Stand
from simulators.door import reading
from simulators.door.errors import BadBody

MEETING_SECONDS = 30
"""Wall seconds after which a barrier that not all have reached is broken."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A probe that only needs to be fired."""

    line: Line
    shot: Shot


def probe(operation: str) -> Handler:
    """The handler of one kind of probe."""

    def handler(stand: Stand, ask: Ask) -> Any:
        aimed = _aim(stand, operation, ask.body)
        with aimed.line:
            return _told(aimed.shot(aimed.line))

    return handler


def together(stand: Stand, ask: Ask) -> Any:
    """All probes are prepared first, wait for one another at a barrier, and are fired by a thread each."""
    aimed = [_aim_listed(stand, number, dict(one)) for number, one in enumerate(ask.body.probes)]
    return {"results": [_told(reply) for reply in fire(aimed)]}


def fire(aimed: Sequence[Aimed]) -> list[Reply]:
    """Fire at the same moment; the replies in the order of the probes."""
    barrier = Barrier(len(aimed))

    def one(at: Aimed) -> Reply:
        with at.line:
            barrier.wait(MEETING_SECONDS)
            return at.shot(at.line)

    with ThreadPoolExecutor(len(aimed), thread_name_prefix="probe") as threads:
        return list(threads.map(one, aimed))


def _aim_listed(stand: Stand, number: int, content: dict[str, object]) -> Aimed:
    operation = content.pop("operation", None)
    if not isinstance(operation, str) or operation not in OPERATIONS:
        raise BadBody(f"probes[{number}].operation", operation, f"one of {', '.join(OPERATIONS)}")
    try:
        body = reading.convert(content, OPERATIONS[operation].body)
    except BadBody as error:
        facts = error.facts
        raise BadBody(f"probes[{number}].{facts['field']}", facts["found"], facts["expected"]) from error
    return _aim(stand, operation, body)


def _aim(stand: Stand, operation: str, body: Any) -> Aimed:
    who = Identity(stand.world, body.udid)
    token, shot = OPERATIONS[operation].prepare(who, body)
    version = body.app_version if isinstance(body, StatingProbe) else None
    return Aimed(Line(stand.world.platform_url, who.device, token, version), shot)


def _told(reply: Reply) -> dict[str, Any]:
    """The platform's answer as the contract's `Probed`."""
    refused = reply.content.get("refused", {})
    return {
        "accepted": reply.accepted,
        "status": reply.status,
        "cause": refused.get("cause"),
        "at": refused.get("at") or _decided(reply),
        "said": json.dumps(reply.content, ensure_ascii=False),
    }


def _decided(reply: Reply) -> Any:
    """The instant that an accepted request was decided by, as far as its answer tells."""
    content = reply.content
    view = content.get("view", content)
    return content.get("submitted_at") or view.get("server_time")
