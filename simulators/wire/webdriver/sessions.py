"""Who drives which phone. One phone has one session; one that is left behind ends by itself, or is released."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from simulators.wire.webdriver.capabilities import Capabilities, vendor
from simulators.wire.webdriver.dialect import DIALECTS, Dialect
from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.fitting import choice
from simulators.wire.webdriver.ports import Phone
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.tape import Tape
from simulators.wire.webdriver.timeouts import DEFAULT
from simulators.wire.webdriver.views import Key, Scene, View, package_in_front

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
    tape: Tape | None = None
    """What the driver is recording of the screen."""
    read: dict[str, int] = field(default_factory=dict)
    """How far each log has been read."""
    _ids: dict[Key, str] = field(default_factory=dict)
    _keys: dict[str, Key] = field(default_factory=dict)
    _seen: Snapshot | None = None

    @property
    def dialect(self) -> Dialect:
        """How this session's driver speaks."""
        return DIALECTS[self.phone.model.platform]

    @property
    def scale(self) -> int:
        """The number of pixels of one of the client's units."""
        return self.dialect.scale(self.phone.model)

    def look(self) -> Snapshot:
        """What the phone shows now."""
        scene = self._scene(whole=self.settings.get("allowInvisibleElements") is True)
        if self._seen is None or not self._seen.is_of(scene):
            self._seen = Snapshot(scene, self.dialect)
        return self._seen

    def last_look(self) -> Snapshot:
        """What the phone showed when it was looked at last, which within a command is what it shows."""
        return self._seen or self.look()

    def look_through(self) -> Snapshot:
        """What there is on the screen, also where it is scrolled out of sight."""
        return Snapshot(self._scene(whole=True), self.dialect)

    def _scene(self, *, whole: bool) -> Scene:
        tree = self.phone.tree()
        package = package_in_front(tree, self.phone.foreground, self.dialect.home)
        app = self.phone.apps.get(package)
        return Scene(tree, package, self.focus, app.label if app else "", self.scale, whole)

    def id_of(self, view: View) -> str:
        """The id of a view in this session; the same view keeps its id."""
        if view.key not in self._ids:
            number = len(self._ids) + 1
            self._ids[view.key] = self.dialect.element_id(number)
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

    def begin(self, name: str, limit_s: float, asked: Capabilities) -> Session:
        """A session on a free phone that fits; `session not created` says who holds what, and what does not fit."""
        phone = self._free(asked)
        now = self.wall()
        session = Session(phone, name, asked, now, now, limit_s)
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

    def _free(self, asked: Capabilities) -> Phone:
        phones, holders = self._phones(), {session.phone.udid: session for session in self.all()}
        reasons = []
        for name, reason in choice(asked, phones).items():
            reason = reason or self._taken(phones[name], holders.get(name))
            if not reason:
                return phones[name]
            reasons.append(reason)
        raise WireError("session not created", "; ".join(reasons) or self._none(asked, phones))

    def _none(self, asked: Capabilities, phones: Mapping[str, Phone]) -> str:
        if not phones:
            return "there are no phones; make a world first"
        return f"there is no phone {vendor(asked, 'udid', None)!r}; there are: {', '.join(phones)}"

    def _taken(self, phone: Phone, holder: Session | None) -> str:
        if holder is not None:
            return self._busy(holder)
        return "" if phone.on else f"phone {phone.udid} is off; switch it on first"

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
