"""What an app may use, asked one by one when it first starts (R287-R291, R491-R495)."""

from collections.abc import Mapping

PERMISSIONS: Mapping[str, str] = {
    "camera": "摄像头",
    "microphone": "麦克风",
    "speaker": "扬声器",
    "storage": "存储空间",
    "network": "网络",
}


class Permissions:
    """The answers given, by package and permission."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, bool]] = {}

    def grant_all(self, package: str) -> None:
        self._answers[package] = dict.fromkeys(PERMISSIONS, True)

    def revoke(self, package: str) -> None:
        """Ask everything again."""
        self._answers.pop(package, None)

    def answer(self, package: str, allowed: bool) -> None:
        """Answer the question that is open."""
        name = self.open_question(package)
        if name is not None:
            self._answers.setdefault(package, {})[name] = allowed

    def open_question(self, package: str) -> str | None:
        """The permission that the system asks for next, None when all have been answered."""
        given = self._answers.get(package, {})
        return next((name for name in PERMISSIONS if name not in given), None)

    def allows(self, package: str, name: str) -> bool:
        return self._answers.get(package, {}).get(name, False)
