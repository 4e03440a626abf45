"""Whatever is sent, the answer has WebDriver's form, no fault is our own, and the endpoint goes on.

A fault of our own is what the endpoint logs: a command may end in `unknown error` because the phone says so (a file
that is not there, a shell command that fails), never because something was not thought of.
"""

import json
import logging
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from string import ascii_letters
from typing import Any
from urllib.request import urlopen

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulators.core.turns import Turns
from simulators.serve.servers import Served
from simulators.wire.webdriver import Answer, Endpoint, endpoint
from simulators.wire.webdriver.call import Command
from simulators.wire.webdriver.commands import COMMANDS
from simulators.wire.webdriver.errors import STATUS
from simulators.wire.webdriver.mobile import MOBILE
from simulators.wire.webdriver.mobile.verb import Kind as Sort
from simulators.wire.webdriver.mobile.verb import Verb, is_a
from tests.wire.client import Wire, assert_error
from tests.wire.small_phone import IPHONE, PACKAGE, Kind, SmallPhone

HOSTILE = [
    "",
    "\0",
    "\ud800",
    "😀",
    "\u202e\u0645\u0631\u062d",
    "考" * 10_000,
    "../../etc/passwd",
    "@com.example.exam/../../x",
    f"@{PACKAGE}/a/b",
    "/sdcard/a.txt",
    "/sdcard/" + "a/" * 500,
    "'",
    '"; rm -rf / #',
    "$(x) `y` | & ;",
    "${IFS}",
    "%s%n",
    "1e999",
    "NaN",
    "-1",
    "9" * 400,
    "null",
    "https://example.com/",
    PACKAGE,
    "android.permission.CAMERA",
    "up",
    "on",
    "granted",
    "xml",
    "id",
    "//*",
    "[" * 50,
]
TEXT = st.sampled_from(HOSTILE) | st.text(max_size=12)
NUMBERS = (
    st.integers(-5, 3000) | st.integers() | st.floats(-5, 3000) | st.sampled_from([2**53, 10**300, 1e308])
)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(ascii_letters, max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
OF_KIND = {
    str: TEXT,
    int: NUMBERS,
    float: NUMBERS,
    bool: st.booleans(),
    list: st.lists(JSON, max_size=3) | st.lists(TEXT, max_size=3),
    dict: st.dictionaries(TEXT, JSON, max_size=3),
    object: JSON,
}
FIELDS = {
    "using": st.sampled_from(["id", "xpath", "class name", "accessibility id", "-android uiautomator"])
    | JSON,
    "value": TEXT | JSON,
    "text": TEXT | JSON,
    "script": st.sampled_from(["mobile: shell", "mobile:", "return 1"]) | JSON,
    "args": JSON,
    "actions": JSON,
    "keycode": NUMBERS | JSON,
    "settings": JSON,
    "name": TEXT | JSON,
    "capabilities": JSON,
    "orientation": st.sampled_from(["PORTRAIT", "LANDSCAPE"]) | JSON,
    "parameters": st.fixed_dictionaries({"type": JSON}) | JSON,
    "location": st.fixed_dictionaries({"latitude": JSON, "longitude": JSON}) | JSON,
    "options": JSON,
    "handle": JSON,
    "ms": JSON,
    "type": TEXT | JSON,
    "path": TEXT | JSON,
    "data": TEXT | JSON,
    "appId": TEXT | JSON,
    "x": NUMBERS,
    "y": NUMBERS,
    "z": NUMBERS,
    "width": NUMBERS,
}
BODIES = st.fixed_dictionaries({}, optional=FIELDS).map(lambda body: json.dumps(body).encode())
MANGLED = st.sampled_from([
    b"", b"{", b"[]", b"null", b"\xff\xfe{\x00}\x00", '{"a": "考"}'.encode("gbk"), '{"a": 1}'.encode("utf-16"),
    b"\xef\xbb\xbf{}", b'{"a": 1e999}', b'{"using": NaN}', b"[" * 5_000, b'{"a":' * 900 + b"1" + b"}" * 900,
    b'{"settings":' + b'{"a":' * 300 + b"1" + b"}" * 301, b'{"value": "' + b"x" * 200_000 + b'"}',
    b'{"using": "id", "using": "xpath", "value": "//*"}', b"{}{}", b"a=1&b=2", b"\0",
])  # fmt: skip


@dataclass
class Heard(logging.Handler):
    """What the endpoint logs."""

    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.ERROR)

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.faults.append(f"{record.getMessage()}: {record.exc_info and record.exc_info[1]!r}")


@contextmanager
def no_fault_of_our_own() -> Iterator[None]:
    heard = Heard()
    endpoint.log.addHandler(heard)
    try:
        yield
    finally:
        endpoint.log.removeHandler(heard)
    assert not heard.faults


def in_form(answer: Answer) -> bool:
    """A value, or an error of W3C's with its status and a sentence."""
    payload = json.loads(json.dumps(answer.payload))
    if answer.status == 200:
        return set(payload) == {"value"}
    error = payload["value"]
    return STATUS[error["error"]] == answer.status and bool(error["message"])


SYSTEMS = {"UiAutomator2": ("Android", Kind()), "XCUITest": ("iOS", IPHONE)}


def begun(driver: str) -> Wire:
    """A session on a phone of its own, to which that driver answers."""
    platform, model = SYSTEMS[driver]
    phone = SmallPhone("phone-1", model, foreground=PACKAGE, running={PACKAGE})
    return Wire(Endpoint(lambda: {"phone-1": phone}, Turns())).begin(platform)


def place(wire: Wire, path: str) -> str:
    """A row's path with names that mean something, where they can."""
    names = {
        "{session}": wire.session,
        "{element}": wire.find("id", "account"),
        "{name}": "text",
        "{udid}": "phone-1",
        "{ended}": "x",
        "{handle}": "current",
    }
    for name, value in names.items():
        path = path.replace(name, value)
    return path


WORDS = sorted({part for command in COMMANDS for part in command.path.split("/") if part and "{" not in part})
ODD = ["", ".", "..", "%00", "%2e%2e", "%ff", "{session}", "a" * 5_000, "😀", "?", "#", "//"]
PATHS = st.lists(st.sampled_from([*WORDS, "SESSION", "ELEMENT", *ODD]) | st.text(max_size=5), max_size=6).map(
    "/".join
)
METHODS = ["GET", "POST", "DELETE", "PUT", "HEAD", "PATCH", "OPTIONS", "Frob", ""]


@settings(max_examples=150, deadline=None)
@given(method=st.sampled_from(METHODS), path=PATHS, body=BODIES | MANGLED)
def test_any_request_is_answered_in_form(method: str, path: str, body: bytes) -> None:
    wire = begun("UiAutomator2")
    path = path.replace("SESSION", wire.session).replace("ELEMENT", wire.find("id", "login"))
    with no_fault_of_our_own():
        assert in_form(wire.endpoint.handle(method, "/" + path, body))


@pytest.mark.parametrize("driver", MOBILE)
@settings(max_examples=200, deadline=None)
@given(command=st.sampled_from(COMMANDS), body=BODIES | MANGLED | st.binary(max_size=30))
def test_any_body_of_any_command_is_answered_in_form(driver: str, command: Command, body: bytes) -> None:
    wire = begun(driver)
    with no_fault_of_our_own():
        assert in_form(wire.endpoint.handle(command.method, place(wire, command.path), body))
        assert wire.ask("GET", "/status")["ready"] is True


def of_kind(kind: Sort) -> st.SearchStrategy[Any]:
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return st.one_of([OF_KIND[one] for one in kinds])


def given_to(verb: Verb) -> st.SearchStrategy[dict[str, Any]]:
    """Arguments of the right kinds, most of the time all that are needed."""
    needed = {name: of_kind(kind) for name, kind in verb.needs.items()}
    taken = {name: of_kind(kind) for name, kind in verb.takes.items()}
    whole = st.fixed_dictionaries(needed, optional=taken)
    return whole | st.fixed_dictionaries({}, optional={**needed, **taken})


WRONG: list[Any] = [[{}], {"a": 1}, True]


def once(kind: Sort) -> Any:
    return ONCE[kind[0] if isinstance(kind, tuple) else kind]


def wrong_for(verb: Verb) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*verb.needs, *verb.takes, "other"]), JSON, max_size=6)


ONCE: dict[type[Any], Any] = {str: "x", int: 1, bool: True, list: ["x"], dict: {}}
VERBS = [(driver, name, verb) for driver, table in MOBILE.items() for name, verb in table.items()]
NAMES = [f"{driver}-{name}" for driver, name, _ in VERBS]


def asked(wire: Wire, name: str, arguments: dict[str, Any]) -> Answer:
    return wire.send("POST", "execute/sync", {"script": f"mobile: {name}", "args": [arguments]})


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_any_arguments_of_a_mobile_command_are_answered_in_form(data: st.DataObject) -> None:
    driver, name, verb = data.draw(st.sampled_from(VERBS))
    arguments = data.draw(given_to(verb) | wrong_for(verb))
    wire = begun(driver)
    if "elementId" in arguments and data.draw(st.booleans()):
        arguments = {**arguments, "elementId": wire.find("id", "account")}
    with no_fault_of_our_own():
        assert in_form(asked(wire, name, arguments))


@pytest.mark.parametrize(("driver", "name", "verb"), VERBS, ids=NAMES)
def test_what_a_mobile_command_needs_is_asked_for_by_name(driver: str, name: str, verb: Verb) -> None:
    wire = begun(driver)
    for missing in verb.needs:
        given = {one: "x" for one in verb.needs if one != missing}
        message = assert_error(asked(wire, name, given), "invalid argument")
        assert f"missing: {missing}" in message


@pytest.mark.parametrize(("driver", "name", "verb"), VERBS, ids=NAMES)
def test_an_argument_of_another_kind_is_an_invalid_argument(driver: str, name: str, verb: Verb) -> None:
    wire = begun(driver)
    for argument, kind in verb.takes.items():
        wrong = next(value for value in WRONG if not is_a(value, kind))
        given = {**{one: once(of) for one, of in verb.needs.items()}, argument: wrong}
        assert argument in assert_error(asked(wire, name, given), "invalid argument")


@pytest.mark.parametrize(("driver", "other"), [("UiAutomator2", "XCUITest"), ("XCUITest", "UiAutomator2")])
def test_a_command_of_the_other_driver_is_unknown(driver: str, other: str) -> None:
    wire = begun(driver)
    for name in MOBILE[other].keys() - MOBILE[driver].keys():
        assert driver in assert_error(wire.mobile(name), "unknown command")


LINES = st.lists(
    st.sampled_from([
        "getprop", "dumpsys", "settings", "pm", "am", "cmd", "input", "grep", "ls", "cat", "rm", "echo", "[", "]",
        "start", "list", "packages", "put", "global", "battery", "set", "level", "tap", "text", "-n", "-e", "-rf", "|",
        "&&", "||", ";", "&", ">", ">>", "2>&1", "<", "/sdcard/x", "/", "'a b'", '"$HOME"', "$?", "A=1", "#", "\n", "5",
        PACKAGE, "wifi", "enable", "-l", "printf", "%s", "head", "wc", "cut", "-f", "swipe", "keyevent", "date", "+%Y",
    ]) | TEXT,
    max_size=8,
).map(" ".join)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(line=LINES)
def test_any_line_of_the_shell_is_answered_in_form(line: str) -> None:
    wire = begun("UiAutomator2")
    with no_fault_of_our_own():
        assert in_form(wire.mobile("shell", command=line))


RAW = [
    b"\r\n\r\n",
    b"GARBAGE\r\n\r\n",
    b"GET /status HTTP/9.9\r\n\r\n",
    b"POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: minus\r\n\r\n{}",
    b"POST /session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /session HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{",
    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /status HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
]


def test_the_endpoint_outlives_what_is_no_http() -> None:
    phone = SmallPhone("phone-1")
    with closing(Served("webdriver", Endpoint(lambda: {"phone-1": phone}, Turns()).asgi)) as served:
        for raw in RAW:
            with (
                socket.create_connection(("127.0.0.1", served.port), timeout=10) as door,
                suppress(ConnectionError),
            ):
                door.sendall(raw)
                door.shutdown(socket.SHUT_WR)
                while door.recv(65_536):
                    pass
            with urlopen(f"{served.url}/status", timeout=10) as answer:
                assert json.load(answer)["value"]["ready"] is True
