"""What the main app can do: its conversation with the platform about one sitting, its recording, its wake-ups."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from math import ceil

from simulators.apps.api import Rejected
from simulators.apps.main.account import Account
from simulators.apps.main.phase import BEATING, CUT_OFF, View, next_instant
from simulators.apps.program import NO_NETWORK, shared
from simulators.apps.screenbook import State

LOOK_SECONDS = 5
"""How often a page that waits for others asks how things stand."""
PART_BYTES = 2_000_000
"""Nominal bytes of one part of the exam's resources."""
LEAST, AGAIN = timedelta(seconds=1), timedelta(seconds=5)
"""How long a part takes at least, and after how long one that did not come is asked for again."""
LOADING = ("waiting", "reading", "answering")
"""Steps in which resources are loaded: what has not come by the start comes afterwards (C06, R435)."""
WHOLE = 100
LOOKING = ("listed", "exam_page", "face_check", "face_review")


class MainCore(Account):
    """The main app without its screens."""

    package = "com.xiaoyibang.main"
    activity = ".MainActivity"
    label = "小艺帮"
    role = "main"
    version = "1.0.0"

    def first_state(self) -> State:
        return {
            **shared(), "screen": "login", "token": None, "candidate": None,
            "account": None, "code_sent": "", "kind": "", "another_card": False,
            "exams": [], "confirmations": None, "just_confirmed": False, "major": None, "task": "", "pledge_open": False,
            "practice": None, "practices": [],
            "sitting": None, "view": None, "collapsed": False, "zoomed": False, "resources": 0, "parts": 0, "recording": None,
            "announced": None, "submission": None, "left": None, "stayed": "",
            "ending": False, "viewing": None,
        }  # fmt: skip

    # talking to the platform

    def take(self, view: View) -> None:
        """The platform has said how the sitting stands."""
        self.state["view"], self.state["sitting"] = view, view["sitting"]
        self.hear(view["server_time"])
        self.unsay(NO_NETWORK)
        self._list_as(view)
        self.follow()

    def _list_as(self, view: View) -> None:
        """The list says so too, before it is loaded again: whoever loses the network still finds what was submitted."""
        for sitting in (one for exam in self.state["exams"] for one in exam["sittings"]):
            if sitting["sitting"] == view["sitting"]:
                sitting.update({key: view[key] for key in ("state", "status")})

    def refresh(self) -> None:
        """Ask how the open sitting stands, and come back to it where it was interrupted (R454)."""
        self.take(self.api.get(f"/sittings/{self.state['sitting']}", self.state["token"]))
        self.come_back()

    def be_heard(self) -> None:
        """Who waits tells at once that she is there: the start may come before the next heartbeat (R438)."""
        if self.step == "waiting" and self.in_front:
            self.take(self.post("heartbeat", {"beats": 1})["view"])

    def come_back(self) -> None:
        """Back by itself, unless the season leaves it to the candidate."""
        view = self.state["view"]
        if view["state"] in CUT_OFF and not view["terms"]["go_on_by_hand"] and self.in_front:
            self.return_to_exam()

    def return_to_exam(self) -> None:
        """However often it has to be told, one interruption is come back from once."""
        since = self.state["view"]["interruptions"]["since"]
        self.take(self.post("return", {"idempotency_key": f"{self.state['sitting']}/{since}"}))

    def synchronise(self) -> None:
        """After a start, a return or a lost connection: first what is owed, then how things stand."""
        if self.state["token"] is None:
            return
        self.send_left()
        self.mind_practice()
        if self.state["view"] and self.state["screen"] in ("exam", "code", "submission_status"):
            self.refresh()
            self.be_heard()
            self.submit_again()
        if (load := self._loads().get(self.state["screen"])) is not None:
            load()

    def _loads(self) -> Mapping[str, Callable[[], None]]:
        """What a page outside any sitting shows of the platform's."""
        return {
            "exams": self.load_list,
            "exam_detail": self.load_exams,
            "confirmations": self.load_confirmations,
            **dict.fromkeys(("identity", "profile", "mine"), self.load_account),
        }

    def refused(self, refusal: Rejected, /) -> None:
        """The account goes on on another phone: log in anew."""
        if refusal.cause == "logged_in_elsewhere":
            self.state.update(token=None, account=None, screen="login")

    def typed(self, element_id: str) -> None:
        """The answer of a subject without sheets is kept on the platform as it is typed."""
        if element_id == "answer" and self.step == "answering":
            self.take(self.post("answers", {"text": self.state["fields"]["answer"]}))

    # wake-ups

    def schedule(self) -> None:
        step = self.step if self.in_front else ""
        self.keep("heartbeat", step in BEATING, 1, self._heartbeat)
        self._load_resources(step in LOADING and self.state["resources"] < WHOLE)
        looks = step in LOOKING or (self.in_front and self.state["screen"] == "submission_status")
        self.keep("look", looks, LOOK_SECONDS, self._look)
        coming = next_instant(self.state["view"], self.now()) if step and self.state["view"] else None
        if coming is None:
            self.drop("sync")
        else:
            self.wake("sync", coming, self._sync)

    def _load_resources(self, loading: bool) -> None:
        """Have the next part come, as fast as the network brings it."""
        if not loading:
            self.drop("resource")
        elif not self.waits_for("resource"):
            network = self.phone.network
            whole = timedelta(seconds=ceil(network.seconds_for(PART_BYTES)))
            self.wake_in("resource", max(LEAST, whole) if network.up else AGAIN, self._resource)

    def _resource(self) -> None:
        def load() -> None:
            number = self.state["parts"] + 1
            found = self.api.get(f"/sittings/{self.state['sitting']}/resources/{number}", self.state["token"])
            self.state.update(parts=number, resources=100 * number // found["of"])
            self.unsay(NO_NETWORK)

        self.attempt(load)

    def _heartbeat(self, beats: int) -> None:
        def beat() -> None:
            self.submit_again()
            self.take(self.post("heartbeat", {"beats": beats})["view"])
            self.come_back()

        if not self.attempt(beat):
            self.attempt(self.follow)

    def _look(self, _: int) -> None:
        if self.state["screen"] == "submission_status":
            self.attempt(self.load_submission)
        else:
            self.attempt(self.refresh)

    def _sync(self) -> None:
        self.attempt(self.refresh)
        self.attempt(self.follow)
