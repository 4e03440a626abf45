"""Who drives which phone. One phone has one session; one that is left behind ends by itself, or is released."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.timeouts import DEFAULT
from simulators.wire.webdriver.views import Key, View, package_in_front

DEFAULT_COMMAND_TIMEOUT_S = 60.0
"""As Appium's newCommandTimeout; 0 means never."""


@dataclass(slots=True, eq=False)
class Session:
    """One client on one phone, and the ids under which it knows the phone's views."""

    phone: Phone
    name: str
    capabilities: Mapping[str, Any]
    began: float
    last: float
    limit_s: float
    id: str = field(default_factory=lambda: str(uuid4()))
    timeouts: dict[str, int | None] = field(default_factory=lambda: dict(DEFAULT))
    settings: dict[str, Any] = field(default_factory=dict)
    focus: Key | None = None
    _ids: dict[Key, str] = field(default_factory=dict)
    _keys: dict[str, Key] = field(default_factory=dict)
    _seen: Snapshot | None = None

    def look(self) -> Snapshot:
        """What the phone shows now."""
        tree = self.phone.tree()
        package = package_in_front(tree, self.phone.foreground)
        if self._seen is None or not self._seen.is_of(tree, package, self.focus):
            self._seen = Snapshot(tree, package, self.focus)
        return self._seen

    def id_of(self, view: View) -> str:
        """The id of a view in this session; the same view keeps its id."""
        if view.key not in self._ids:
            number = len(self._ids) + 1
            self._ids[view.key] = f"00000000-0000-0000-ffff-ffff{number:08x}"
            self._keys[self._ids[view.key]] = view.key
        return self._ids[view.key]

    def view(self, element_id: str) -> View:
        """The view behind an id: `no such element` for an id never given, `stale` once the view is gone."""
        key = self._keys.get(element_id)
        if key is None:
            raise WireError("no such element", f"this session has given no element the id {element_id!r}")
        view = self.look().by_key.get(key)
        if view is None:
            _, name, _ = key[-1]
            raise WireError(
                "stale element reference", f"element {name or element_id!r} is no longer on the screen"
            )
        return view

    def expired(self, now: float) -> bool:
        return 0 < self.limit_s < now - self.last


class Sessions:
    """All sessions, by id. `wall` counts seconds; `phones` are the phones that there are at present."""

    def __init__(self, phones: Callable[[], Mapping[str, Phone]], wall: Callable[[], float]) -> None:
        self._phones, self.wall = phones, wall
        self._sessions: dict[str, Session] = {}

    def all(self) -> tuple[Session, ...]:
        """The sessions that are alive: not expired, and on a phone that is still there."""
        self._sessions = {key: session for key, session in self._sessions.items() if self._alive(session)}
        return tuple(self._sessions.values())

    def _alive(self, session: Session) -> bool:
        there = self._phones().get(session.phone.udid) is session.phone
        return there and not session.expired(self.wall())

    def touch(self, session_id: str) -> Session:
        """The session of that id, which is thereby in use; `invalid session id` where there is none."""
        session = self._sessions.get(session_id)
        if session is None or not self._alive(session):
            raise WireError(
                "invalid session id",
                f"there is no session {session_id!r}: it was ended or released, it expired, or its phone is gone",
            )
        session.last = self.wall()
        return session

    def begin(self, udid: str | None, name: str, limit_s: float, capabilities: Mapping[str, Any]) -> Session:
        """A session on that phone, or on any free one; `session not created` says who holds what."""
        phone = self._free(udid)
        now = self.wall()
        session = Session(phone, name, capabilities, now, now, limit_s)
        self._sessions[session.id] = session
        return session

    def end(self, session_id: str) -> None:
        """End a session; it may have ended before."""
        self._sessions.pop(session_id, None)

    def release(self, udid: str) -> tuple[str, ...]:
        """End whatever holds the phone; the ids of what was ended."""
        held = tuple(session.id for session in self.all() if session.phone.udid == udid)
        for session_id in held:
            self.end(session_id)
        return held

    def _free(self, udid: str | None) -> Phone:
        phones, holders = self._phones(), {session.phone.udid: session for session in self.all()}
        if udid is not None and udid not in phones:
            listed = ", ".join(phones) or "none"
            raise WireError("session not created", f"there is no phone {udid!r}; there are: {listed}")
        wished = phones if udid is None else {udid: phones[udid]}
        for name, phone in wished.items():
            if name not in holders and phone.on:
                return phone
        reasons = [
            self._busy(holders[name]) if name in holders else f"phone {name} is off; switch it on first"
            for name in wished
        ]
        raise WireError(
            "session not created", "; ".join(reasons) or "there are no phones; make a world first"
        )

    def _busy(self, session: Session) -> str:
        now, udid = self.wall(), session.phone.udid
        client = f" ({session.name})" if session.name else ""
        until = (
            f"ends after {session.limit_s:g} s without a command"
            if session.limit_s
            else "never ends by itself"
        )
        return (
            f"phone {udid} is held by session {session.id}{client}, begun {now - session.began:.0f} s ago, "
            f"last used {now - session.last:.0f} s ago; it {until}. "
            f"End it with DELETE /session/{session.id}, or free the phone with POST /session/release/{udid}"
        )
