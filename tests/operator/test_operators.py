"""The operator: asked at the terminal, on a page, or a script that looks at the phone's own screens."""

from __future__ import annotations

import io
import threading
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from conformance.operator import Question, Words
from conformance.operator.attending import Attending
from conformance.operator.page import PageOperator
from conformance.operator.scripted import ScriptedOperator
from conformance.operator.terminal import NoTerminal, TerminalOperator
from conformance.target import Attendant
from reports.form import Text

SWITCH = Words({("on", "开启"): True, ("off", "关闭"): False})
QUESTION = Question("dnd", Text("Is it on?", "是否开启？"), SWITCH.hint, SWITCH)


class Terminal(io.StringIO):
    """What is typed can be read line by line; `shown` is what was written."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.shown = ""

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def close(self) -> None:
        """It is looked at afterwards."""


def terminal(typed: str, waits: bool = True) -> tuple[TerminalOperator, Terminal]:
    there = Terminal(typed)
    return TerminalOperator(30, lambda: there, lambda *_: waits), there


@pytest.mark.parametrize(
    ("word", "meaning"), [("on", True), (" 关闭 ", False), ("ON", True), ("vielleicht", None), ("", None)]
)
def test_words_mean_the_same_in_both_languages(word: str, meaning: bool | None) -> None:
    assert SWITCH(word) is meaning
    assert (SWITCH.hint.en, SWITCH.hint.zh) == ("on / off", "开启 / 关闭")


def test_what_is_said_aside_is_heard_on_the_terminal_or_among_the_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conformance import console

    there = tmp_path / "tty"
    there.touch()
    monkeypatch.setattr(console, "TERMINAL", there)
    console.aside("操作员页面")
    assert there.read_text(encoding="utf-8") == "操作员页面\n"

    errors = (tmp_path / "errors").open("wb")
    monkeypatch.setattr(console, "TERMINAL", tmp_path / "no" / "tty")
    monkeypatch.setattr(console, "_ERRORS", errors.fileno())
    console.aside("page")
    errors.close()
    assert (tmp_path / "errors").read_bytes() == b"page\n"


def test_the_terminal_asks_in_both_languages_and_again_where_it_is_no_answer() -> None:
    operator, there = terminal("也许\n开启\n")
    assert operator.ask("u", "main", QUESTION) == "开启"
    for words in (
        "手机（main）：是否开启？",
        "phone (main): Is it on?",
        "30 秒内作答",
        "30 seconds",
        "无法识别",
    ):
        assert words in there.shown


@pytest.mark.parametrize(("typed", "waits"), [("开启\n", False), ("", True)])
def test_no_answer_in_time_is_none(typed: str, waits: bool) -> None:
    assert terminal(typed, waits)[0].ask("u", "main", QUESTION) is None


def test_without_a_terminal_nobody_answers() -> None:
    def missing() -> Terminal:
        raise NoTerminal

    assert TerminalOperator(1, missing).ask("u", "main", QUESTION) is None


class Asked:
    """A page operator that is being asked, by a thread of its own."""

    def __init__(self, seconds: float = 20) -> None:
        self.said: list[str] = []
        self.told = threading.Event()
        self.operator = PageOperator(seconds, self._say)
        self.answer: str | None = None
        self.thread = threading.Thread(target=self._ask)

    def _say(self, words: str) -> None:
        self.said.append(words)
        self.told.set()

    def _ask(self) -> None:
        self.answer = self.operator.ask("u", "王芳 <main>", QUESTION)

    def send(self, method: str, body: str = "", path: str = "") -> tuple[int, str]:
        assert self.told.wait(10)
        address = urlsplit(self.said[0].split()[-1])
        connection = HTTPConnection(address.hostname or "", address.port, timeout=10)
        try:
            connection.request(method, path or address.path, body.encode())
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def test_the_page_shows_the_question_and_takes_the_answer() -> None:
    asked = Asked()
    asked.thread.start()
    try:
        while "是否开启" not in (page := asked.send("GET"))[1]:
            continue
        assert page[0] == 200
        assert "王芳 &lt;main&gt;" in page[1]
        assert "on / off" in page[1]
        assert asked.send("POST", f"answer={quote('也许')}")[0] == 303
        assert "无法识别" in asked.send("GET")[1]
        assert asked.send("GET", path="/elsewhere") == (404, "")
        assert asked.send("POST", f"answer={quote('开启')}", "/elsewhere")[0] == 404
        assert asked.thread.is_alive()
        asked.send("POST", f"answer={quote('关闭')}")
        asked.thread.join(10)
        assert asked.answer == "关闭"
        assert "暂无问题" in asked.send("GET")[1]
    finally:
        asked.operator.close()
        asked.thread.join(30)


def test_the_page_waits_no_longer_than_it_was_told() -> None:
    asked = Asked(seconds=0.01)
    asked.thread.start()
    asked.thread.join(10)
    asked.operator.close()
    assert (asked.thread.is_alive(), asked.answer) == (False, None)
    asked.operator.take("开启")
    assert asked.operator.shown().count("暂无问题") == 1


class Screens:
    """Settings with two pages; whatever else is touched fails."""

    def __init__(self) -> None:
        self.at, self.log = "app", list[str]()

    def press(self, key: str) -> None:
        assert key == "home"
        self.at = "home"

    def shows(self, name: str, **_: str) -> bool:
        return name == "system.settings.back" and self.at not in ("home", "list")

    def tap(self, name: str, **values: str) -> None:
        steps = {
            ("home", "system.home.settings"): "sound",  # as it was left
            ("sound", "system.settings.back"): "list",
            ("display", "system.settings.back"): "list",
            ("list", "system.settings.open"): values.get("page", ""),
        }
        self.at = steps[self.at, name]
        self.log.append(self.at)

    def text(self, name: str, **values: str) -> str:
        return f"{self.at}:{values['row']}"


def test_the_script_reads_from_the_page_that_the_target_names_and_leaves_the_phone_at_home() -> None:
    phone = Screens()
    operator = ScriptedOperator({"dnd": "display/quiet"}, {"u": phone}.__getitem__)
    assert operator.ask("u", "main", QUESTION) == "display:quiet"
    assert (phone.at, phone.log[-2:]) == ("home", ["display", "list"])


def nobody(udid: str) -> Screens:
    raise AssertionError(udid)


def test_the_script_answers_nothing_that_the_target_does_not_name() -> None:
    assert ScriptedOperator({}, nobody).ask("u", "main", QUESTION) is None


@pytest.mark.parametrize(
    ("kind", "made"), [("scripted", ScriptedOperator), ("terminal", TerminalOperator), ("page", PageOperator)]
)
def test_a_target_names_its_operator(kind: str, made: type) -> None:
    attending = Attending(Attendant(kind, 5, {}))
    assert isinstance(attending.operator(nobody), made)
    attending.close()
    assert Attending(None).operator(nobody) is None
