"""Elements: found by WebDriverAgent's names for strategies, asked, touched, written into."""

import json
from collections.abc import Mapping
from typing import Any

from simulators.wire.ios.agent.refusals import Refusal
from simulators.wire.ios.agent.request import Request, Row, Run, same
from simulators.wire.webdriver.call import ELEMENT
from simulators.wire.webdriver.fields import field

STRATEGIES: Mapping[str, str] = {
    "accessibility id": "accessibility id",
    "class chain": "-ios class chain",
    "class name": "class name",
    "id": "id",
    "name": "name",
    "predicate string": "-ios predicate string",
    "xpath": "xpath",
}
"""WebDriverAgent's strategies, and what the endpoint calls them."""
LINKS: Mapping[str, str] = {"link text": "==", "partial link text": "CONTAINS"}
"""By `attribute=value`, as a predicate."""
KEYBOARD = "XCUIElementTypeKeyboard"
KEYBOARD_ID = "FFFFFFFF-0000-0000-1B03-000000000000"
"""No keyboard is drawn; whoever looks for one wants to know whether it is there."""
CELLS = "**/XCUIElementTypeCell[`visible == 1`]"
PLAIN = frozenset({"enabled", "visible", "accessible", "selected", "focused", "hittable", "index", "rect"})
"""Attributes that are truths, numbers and rectangles; a driver makes text of them."""
OF = "/element/{uuid}"
GONE = "no such element"


def strategy(request: Request) -> dict[str, str]:
    using, value = field(request.body, "using", str), field(request.body, "value", str)
    if using in LINKS:
        name, _, wanted = value.partition("=")
        return {
            "using": STRATEGIES["predicate string"],
            "value": f"{name} {LINKS[using]} {json.dumps(wanted, ensure_ascii=False)}",
        }
    if using not in STRATEGIES:
        raise Refusal(
            "invalid argument", f"there is no strategy {using!r}; there are {', '.join(STRATEGIES)}"
        )
    return {"using": STRATEGIES[using], "value": value}


def found(several: bool) -> Run:
    def run(request: Request) -> Any:
        within = OF.format(**request.names) if request.names.get("uuid") else ""
        wish = strategy(request)
        if wish == {"using": "class name", "value": KEYBOARD} and request.verb("isKeyboardShown"):
            keyboard = {ELEMENT: KEYBOARD_ID, "ELEMENT": KEYBOARD_ID}
            return [keyboard] if several else keyboard
        return request.ask("POST", f"{within}/element{'s' if several else ''}", wish)

    return run


def of_element(method: str, path: str, run: Run | None = None) -> Row:
    """A command on an element. An id that nobody has been given is as stale as one whose element is gone."""
    do = run or same(method, path).run

    def told(request: Request) -> Any:
        try:
            return do(request)
        except Refusal as refusal:
            code = "stale element reference" if refusal.code == GONE else refusal.code
            raise Refusal(code, refusal.message) from refusal

    return Row(method, path, told)


def attribute(name: str) -> Run:
    return lambda request: plain(request.ask("GET", f"{OF}/attribute/{name}".format(**request.names)), name)


def named_attribute(request: Request) -> Any:
    return attribute(request.names["name"])(request)


def plain(value: Any, name: str) -> Any:
    """The value as WebDriverAgent has it, before its driver makes text of it."""
    key = name.removeprefix("wd")
    structured = key[:1].lower() + key[1:] in PLAIN and isinstance(value, str)
    return json.loads(value) if structured else value


def write(request: Request) -> Any:
    """`value` is text or a list of characters."""
    given = request.body.get("value") or request.body.get("text")
    if given is None:
        raise Refusal("invalid argument", "Neither 'value' nor 'text' parameter is provided")
    text = "".join(map(str, given)) if isinstance(given, list) else str(given)
    return request.ask("POST", f"{OF}/value".format(**request.names), {"text": text})


def visible_cells(request: Request) -> Any:
    wish = {"using": STRATEGIES["class chain"], "value": CELLS}
    return request.ask("POST", f"{OF}/elements".format(**request.names), wish)


ROWS = (
    Row("POST", "/element", found(several=False)),
    Row("POST", "/elements", found(several=True)),
    Row("POST", f"{OF}/element", found(several=False)),
    Row("POST", f"{OF}/elements", found(several=True)),
    Row("GET", f"/wda{OF}/getVisibleCells", visible_cells),
    same("GET", "/element/active"),
    of_element("POST", f"{OF}/click"),
    of_element("POST", f"{OF}/clear"),
    of_element("POST", f"{OF}/value", write),
    of_element("GET", f"{OF}/text"),
    of_element("GET", f"{OF}/name"),
    of_element("GET", f"{OF}/enabled"),
    of_element("GET", f"{OF}/displayed"),
    of_element("GET", f"{OF}/selected"),
    of_element("GET", f"{OF}/rect"),
    of_element("GET", f"{OF}/screenshot"),
    of_element("GET", f"{OF}/attribute/{{name}}", named_attribute),
    of_element("GET", f"/wda{OF}/accessible", attribute("accessible")),
    of_element("GET", f"/wda{OF}/accessibilityContainer", attribute("accessibilityContainer")),
    of_element(
        "GET",
        "/screenshot/{uuid}",
        lambda request: request.ask("GET", f"{OF}/screenshot".format(**request.names)),
    ),
)
