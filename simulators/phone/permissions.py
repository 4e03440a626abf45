"""What an app may use, asked at first use, one question after the other (R287-R291, R491-R495; C63)."""

from collections.abc import Callable, Iterable, Mapping

from simulators.phone.system import Answer, Question

PERMISSIONS = ("camera", "microphone", "speaker", "storage", "network", "notifications")
"""What an app may ask for. What the phone's system has no question for, every app has."""
Answers = dict[str, Answer]


class Permissions:
    """The answers given, by package and permission; `questions` are those that the system knows."""

    def __init__(self, questions: Mapping[str, Question], on_wifi: Callable[[], bool] = lambda: True) -> None:
        self.questions, self._on_wifi = questions, on_wifi
        self._answers: dict[str, Answers] = {}
        self._asked: dict[str, list[str]] = {}

    def grant_all(self, package: str) -> None:
        self._answers[package] = dict.fromkeys(self.questions, "allow")
        self._asked.pop(package, None)

    def revoke(self, package: str) -> None:
        """Ask everything again."""
        self._answers.pop(package, None)
        self._asked.pop(package, None)

    def ask(self, package: str, names: Iterable[str]) -> bool:
        """Whether all is answered that the system knows; what is not, is asked. ValueError for another name."""
        wished = list(names)
        unknown = [name for name in wished if name not in PERMISSIONS]
        if unknown:
            raise ValueError(f"no permission {unknown[0]!r}; there are {', '.join(PERMISSIONS)}")
        waiting = self._asked.setdefault(package, [])
        given = self._answers.get(package, {})
        waiting += [
            name for name in wished if name in self.questions and name not in given and name not in waiting
        ]
        return not waiting

    def answer(self, package: str, answer: Answer) -> None:
        """Answer the question that is open; nothing happens where none is."""
        question = self.open_question(package)
        if question is not None:
            self._answers.setdefault(package, {})[question.permission] = answer
            self._asked[package].remove(question.permission)

    def decide(self, package: str, name: str, answer: Answer) -> None:
        """Answer for good, whether it has been asked or not; what has no question on this system stays as it is."""
        if name in self.questions:
            self._answers.setdefault(package, {})[name] = answer
            self._not_waiting(package, name)

    def forget(self, package: str, name: str) -> None:
        """Ask for this one again."""
        self._answers.get(package, {}).pop(name, None)
        self._not_waiting(package, name)

    def _not_waiting(self, package: str, name: str) -> None:
        self._asked[package] = [one for one in self._asked.get(package, []) if one != name]

    def open_question(self, package: str) -> Question | None:
        """What the system asks for this app now, None when nothing is open."""
        waiting = self._asked.get(package)
        return self.questions[waiting[0]] if waiting else None

    def allows(self, package: str, name: str) -> bool:
        """Whether an app has that permission now."""
        if name not in self.questions:
            return True
        answer = self._answers.get(package, {}).get(name, "deny")
        return self._on_wifi() if answer == "wifi" else answer != "deny"

    def process_ended(self, package: str) -> None:
        """What was allowed once has been; what was being asked is asked no more."""
        self._asked.pop(package, None)
        given = self._answers.get(package, {})
        self._answers[package] = {name: answer for name, answer in given.items() if answer != "once"}

    def state(self, package: str) -> dict[str, str]:
        """The answers as they stand, for whoever looks at the phone."""
        return {name: self._answers.get(package, {}).get(name, "not asked") for name in self.questions}
