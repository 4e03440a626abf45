"""What both apps are made of: a state on the phone's disk, a screenbook, wake-ups that die with the process."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

import msgspec

from simulators.apps.api import Api, NetworkDown, Rejected
from simulators.apps.screenbook import Screenbook, State
from simulators.apps.server_time import anchor, server_now
from simulators.apps.upload import Uploads
from simulators.phone.app import Capture, Cause
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.phone.recorder import RecorderError
from simulators.phone.storage import StorageFull

NO_NETWORK = "网络连接失败，请检查网络后重试"
NO_STORAGE = "手机存储空间不足，无法录制和保存，请清理后重试"
CAMERA_BUSY = "摄像头正在使用中，请稍后重试"
RETRY = timedelta(seconds=5)
"""After so long a submission without an answer is sent again, at the latest."""
LONGEST_TEXT = 20_000


class Cancellable(Protocol):
    def cancel(self) -> None: ...


class Program:
    """One installed app. Subclasses give name, version and book, `first_state`, and what `synchronise` does."""

    package: str
    activity: str
    label: str
    version: str
    book: Screenbook[Any]

    def __init__(self, phone: Phone, platform_url: str) -> None:
        self.phone = phone
        self.process = phone.process(self.package)
        self.api = Api(phone.network, platform_url, phone.device_id)
        self.in_front = False
        self.uploads = Uploads(self)
        self._disk = phone.data_of(self.package)
        self._written = b""
        self._wakeups: dict[str, Cancellable] = {}
        self._due: dict[str, datetime] = {}
        self.state: State = self._read()

    # what the phone asks

    def screen(self, now: datetime) -> Element:
        """Pure: the state and the server's time. `now` serves as long as the server was never heard."""
        return self.book.draw(self.state, self.now() if self.state["anchor"] else now)

    def tap(self, action: str, element_id: str) -> None:
        """Run the transition of the screen that is due; a tap that it does not list does nothing."""
        row = self.book.transition(self.state, self.now(), action)
        if row is not None:
            self.state["notice"] = ""
            self.attempt(lambda: row.handler(self, element_id))

    def type(self, element_id: str, text: str) -> None:
        fields: dict[str, str] = self.state["fields"]
        fields[element_id] = (fields.get(element_id, "") + text)[:LONGEST_TEXT]
        self.attempt(lambda: self.typed(element_id))

    def clear(self, element_id: str) -> None:
        self.state["fields"][element_id] = ""
        self.attempt(lambda: self.typed(element_id))

    def launched(self) -> None:
        self.state = self._read()
        self.state["notice"] = ""
        self._run()

    def to_background(self, cause: Cause) -> None:
        self.in_front = False
        self.attempt(lambda: self.leaving(cause))
        self.schedule()

    def to_foreground(self) -> None:
        self._run()

    def killed(self) -> None:
        self.in_front = False
        for wakeup in self._wakeups.values():
            wakeup.cancel()
        self._wakeups.clear()
        self.uploads.halt()

    def network_changed(self) -> None:
        if self.phone.network.up and self.in_front:
            self.attempt(self.synchronise)
        self.uploads.pump()
        self.save()

    def recording_ended(self, name: str, cause: str) -> None:
        self.state["notice"] = NO_STORAGE if cause == "storage_full" else self.state["notice"]
        self.attempt(lambda: self.lost_recording(name, cause))

    def permissions_answered(self) -> None:
        """The system's questions are answered."""

    def captured(self, _: Capture, /) -> None:
        """The person captures the screen."""

    def restore(self, state: State) -> None:
        self.state = {**self.first_state(), **msgspec.json.decode(msgspec.json.encode(state))}
        self.in_front = self.phone.foreground == self.package
        self.phone.keep_awake(self.package)
        self.restored()
        self.save()
        self.schedule()
        self.uploads.pump()

    # what subclasses give

    def first_state(self) -> State:
        raise NotImplementedError

    def synchronise(self) -> None:
        """Ask the platform how things stand, after a start, a return or a lost connection."""
        raise NotImplementedError

    def schedule(self) -> None:
        """Set the wake-ups that the present state needs."""
        raise NotImplementedError

    def typed(self, element_id: str) -> None:
        """A field has changed."""

    def leaving(self, _: Cause, /) -> None:
        """The app leaves the front."""

    def lost_recording(self, name: str, cause: str) -> None:
        """A recording ended by itself."""

    def restored(self) -> None:
        """The state has been set from outside: bring the phone's recorder in line with it."""

    # what they share

    def now(self) -> datetime:
        """The server's time, as well as this phone knows it."""
        return server_now(self.phone, self.state["anchor"])

    def hear(self, server_time: str) -> None:
        self.state["anchor"] = anchor(self.phone, server_time)

    def attempt(self, action: Callable[[], None]) -> bool:
        """Run `action`, tell the candidate what went wrong, write the state down, set the wake-ups."""
        done = False
        try:
            action()
            done = True
        except Rejected as refusal:
            self.state["notice"] = refusal.message
        except NetworkDown:
            self.state["notice"] = NO_NETWORK
        except StorageFull:
            self.state["notice"] = NO_STORAGE
        except RecorderError:
            self.state["notice"] = CAMERA_BUSY
        self.save()
        self.schedule()
        return done

    def wake(self, name: str, at: datetime, action: Callable[[], None]) -> None:
        """Wake up once when the server's time, as estimated, is `at`; the same wish again changes nothing."""
        span = max(timedelta(0), at - self.now())
        if name not in self._wakeups or self._due.get(name) != self.phone.world_in(span):
            self.wake_in(name, span, action)

    def wake_in(self, name: str, span: timedelta, action: Callable[[], None]) -> None:
        self.drop(name)
        self._due[name] = self.phone.world_in(span)

        def run() -> None:
            self._wakeups.pop(name, None)
            action()

        self._wakeups[name] = self.process.call_at(self._due[name], self.phone.udid, run)

    def keep(self, name: str, wanted: bool, seconds: int, action: Callable[[int], None]) -> None:
        """Have the repeating wake-up `name` or not; one that runs already goes on."""
        if not wanted:
            self.drop(name)
        elif name not in self._wakeups:
            self._wakeups[name] = self.process.beat(timedelta(seconds=seconds), self.phone.udid, action)

    def drop(self, name: str) -> None:
        wakeup = self._wakeups.pop(name, None)
        if wakeup is not None:
            wakeup.cancel()

    def save(self) -> None:
        """Write down what has changed of the state. As long as something is to be uploaded, a service keeps the process going."""
        self.process.serve(self.uploads.waiting)
        content = msgspec.json.encode(self.state)
        if content != self._written or not self._disk.exists():
            self._disk.write_bytes(content)
            self._written = content

    def _read(self) -> State:
        if not self._disk.exists():
            return self.first_state()
        written: State = msgspec.json.decode(self._disk.read_bytes())
        return {**self.first_state(), **written}

    def _run(self) -> None:
        self.in_front = True
        self.phone.keep_awake(self.package)
        self.attempt(self.synchronise)
        self.uploads.pump()
        self.save()
