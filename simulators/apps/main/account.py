"""The account in the main app: what the platform says of it, of its exams, and of what waits for confirmation."""

from simulators.apps.main.practising import Practising


class Account(Practising):
    """The part of the main app that knows the candidate's account."""

    def load_account(self) -> None:
        found = self.api.get("/account", self.state["token"])
        self.hear(found["server_time"])
        self.state["account"] = found

    def load_confirmations(self) -> None:
        found = self.api.get("/confirmations", self.state["token"])
        self.hear(found["server_time"])
        self.state["confirmations"] = found

    def load_exams(self) -> None:
        found = self.api.get("/exams", self.state["token"])
        self.hear(found["server_time"])
        self.state.update(exams=found["exams"], candidate=found["candidate"])

    def load_list(self) -> None:
        """All that the page 报考 shows."""
        self.load_account()
        self.load_exams()
        self.load_confirmations()

    def to_list(self) -> None:
        """To the page 报考."""
        self.state["screen"] = "exams"
        self.load_list()
