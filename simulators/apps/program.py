"""What both apps are made of: a state on the phone's disk, a screenbook, wake-ups that die with the process."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from simulators.apps.api import Api, NetworkDown, Rejected
from simulators.apps.asking import permitted
from simulators.apps.fitness import newer, why
from simulators.apps.names import NAMES
from simulators.apps.own_way import OwnWay
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


def shared() -> State:
    """What both apps write down: fields as typed, what went wrong last, the server's time, what is to be uploaded;
    the tap that waits for a permission, why the app does not go on, a newer version, the room that is left, the names of
    both apps."""
    return {
        "fields": {}, "notice": "", "anchor": None, "uploads": [],
        "wanted": None, "refusal": "", "latest": "", "free": None, "names": dict(NAMES),
    }  # fmt: skip


class Program(OwnWay):
    """One installed app. Subclasses give name, version and book, and go their own way where OwnWay asks them."""

    package: str
    activity: str
    label: str
    role: str
    """main or aux, as the platform calls it."""
    version: str
    book: Screenbook[Any]

    def __init__(self, phone: Phone, platform_url: str, names: Mapping[str, str] = NAMES) -> None:
        super().__init__()
        self.names = dict(names)
        self.label = self.names[self.role]
        self.phone = phone
        self.process = phone.process(self.package)
        self.api = Api(phone.network, platform_url, phone.device_id, self)
        self.in_front = False
        self.uploads = Uploads(self)
        self._disk = phone.data_of(self.package)
        self._written = b""
        self.state: State = self._read()

    # what the phone asks

    def screen(self, now: datetime) -> Element:
        """Pure: the state and the server's time. `now` serves as long as the server was never heard."""
        return self.book.draw(self.state, self.now() if self.state["anchor"] else now)

    def tap(self, action: str, element_id: str) -> None:
        """Run the transition of the screen that is due; a tap that it does not list does nothing."""
        row = self.book.transition(self.state, self.now(), action)
        if row is None:
            return
        self.state.update(notice="", wanted=None)
        if permitted(self, row.needs, (action, element_id)):
            self.attempt(lambda: row.handler(self, element_id))
        else:
            self.save()

    def permissions_answered(self) -> None:
        """Go on with what the questions came up for."""
        wish = self.state["wanted"]
        if wish is not None:
            self.tap(*wish)

    def type(self, element_id: str, text: str) -> None:
        fields: dict[str, str] = self.state["fields"]
        fields[element_id] = (fields.get(element_id, "") + text)[:LONGEST_TEXT]
        self.attempt(lambda: self.typed(element_id))

    def clear(self, element_id: str) -> None:
        self.state["fields"][element_id] = ""
        self.attempt(lambda: self.typed(element_id))

    def launched(self) -> None:
        self.state = self._read()
        self.state.update(notice="", wanted=None)
        self._run()
        if not self.state["refusal"]:
            self.look_for_release()

    def to_background(self, cause: Cause) -> None:
        self.in_front = False
        self.attempt(lambda: self.leaving(cause))
        self.schedule()

    def to_foreground(self) -> None:
        self._run()

    def killed(self) -> None:
        self.in_front = False
        self.drop_all()
        self.uploads.halt()

    def captured(self, kind: Capture) -> None:
        """The person takes away what the screen shows."""
        self.attempt(lambda: self.tell_capture(kind))

    def network_changed(self) -> None:
        if self.phone.network.up and self.in_front:
            self.attempt(self.synchronise)
        self.uploads.pump()
        self.save()

    def recording_ended(self, name: str, cause: str) -> None:
        self.state["notice"] = NO_STORAGE if cause == "storage_full" else self.state["notice"]
        self.attempt(lambda: self.lost_recording(name, cause))

    def restore(self, state: State) -> None:
        self.state = self._fresh() | msgspec.json.decode(msgspec.json.encode(state))
        self.in_front = self.phone.foreground == self.package
        self.phone.keep_awake(self.package)
        self.state["refusal"] = why(self.phone, self.package)
        self.restored()
        self.save()
        self.schedule()
        self.uploads.pump()

    # what they share

    def now(self) -> datetime:
        return server_now(self.phone, self.state["anchor"])

    def hear(self, server_time: str) -> None:
        self.state["anchor"] = anchor(self.phone, server_time)

    def look_for_release(self) -> None:
        """Whether there is a newer version. Where the platform cannot be asked now, it is at the next start: it is
        the platform that refuses a sitting."""
        try:
            latest: str = self.api.get(f"/releases/{self.role}", None)["latest"]
        except (NetworkDown, Rejected):
            return
        self.state["latest"] = latest if newer(latest, self.version) else ""
        self.save()

    def may_connect(self) -> bool:
        """Whether the system lets this app use the network that the phone is on."""
        return self.phone.permissions.allows(self.package, "network")

    def say(self, words: str) -> None:
        """Say it aloud, as loud as the candidate has set the phone."""
        self.phone.speaker.say(self.package, words)

    def unsay(self, words: str) -> None:
        """What the candidate was told is so no longer."""
        if self.state["notice"] == words:
            self.state["notice"] = ""

    def attempt(self, action: Callable[[], None]) -> bool:
        """Run `action`, tell the candidate what went wrong, write the state down, set the wake-ups."""
        done = False
        try:
            action()
            done = True
        except Rejected as refusal:
            self.state["notice"] = refusal.message
            self.refused(refusal)
        except NetworkDown:
            self.state["notice"] = NO_NETWORK
        except StorageFull:
            self.state["notice"] = NO_STORAGE
        except RecorderError:
            self.state["notice"] = CAMERA_BUSY
        self.save()
        self.schedule()
        return done

    def save(self) -> None:
        """Write down what has changed of the state, and with it how much room there is. As long as something is to be
        uploaded, a service keeps the process going, or, on an iPhone, the system carries it."""
        self.state["free"] = self.phone.storage.free
        self.process.serve(self.uploads.waiting)
        content = msgspec.json.encode(self.state)
        if content != self._written or not self._disk.exists():
            self._disk.write_bytes(content)
            self._written = content

    def _read(self) -> State:
        if not self._disk.exists():
            return self._fresh()
        written: State = msgspec.json.decode(self._disk.read_bytes())
        return self._fresh() | written

    def _fresh(self) -> State:
        return {**self.first_state(), "names": self.names}

    def _run(self) -> None:
        self.in_front = True
        self.phone.keep_awake(self.package)
        self.state["refusal"] = why(self.phone, self.package)
        if not self.state["refusal"]:
            self.attempt(self.synchronise)
        self.uploads.pump()
        self.save()
