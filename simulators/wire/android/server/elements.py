"""Finding elements, asking about them, writing into them: UiAutomator2's own shapes of what WebDriver has."""

from typing import Any

from simulators.wire.android.server.asking import IN_SESSION, OF_ELEMENT, Asked, Row, of_element, same


def _find(one_or_all: str) -> Row:
    """The selector and its strategy; `context` is the element within which, empty for the whole screen."""

    def answer(asked: Asked) -> Any:
        body = asked.body
        within = f"/element/{body['context']}" if body.get("context") else ""
        return asked.post(f"{within}/{one_or_all}", using=body.get("strategy"), value=body.get("selector"))

    return Row("POST", f"{IN_SESSION}/{one_or_all}", answer)


def _write(asked: Asked) -> None:
    """`replace` takes out what was there first."""
    text = asked.body.get("text")
    if text is None:
        text = "".join(map(str, asked.body.get("value") or ()))
    if asked.body.get("replace") is True:
        asked.post(f"{asked.element}/clear")
    asked.post(f"{asked.element}/value", text=str(text))


def _type(asked: Asked) -> Any:
    """Into whatever has the keyboard."""
    said = asked.body.get("text", asked.body.get("value") or "")
    return asked.post("/keys", value=list(said if isinstance(said, str) else map(str, said)))


def _name(asked: Asked) -> Any:
    """The server's word for what an element is called is its description, and no class as WebDriver has it."""
    return asked.get(f"{asked.element}/attribute/content-desc")


def _place(asked: Asked) -> Any:
    box = asked.get(f"{asked.element}/rect")
    return {axis: box[axis] for axis in ("x", "y")}


ROWS = (
    _find("element"),
    _find("elements"),
    same("GET", "/element/active"),
    of_element("POST", "/click"),
    of_element("POST", "/clear"),
    Row("POST", f"{OF_ELEMENT}/value", _write),
    Row("POST", f"{IN_SESSION}/keys", _type),
    of_element("GET", "/text"),
    Row("GET", f"{OF_ELEMENT}/name", _name),
    Row(
        "GET",
        f"{OF_ELEMENT}/attribute/{{name}}",
        lambda asked: asked.get(f"{asked.element}/attribute/{asked.names['name']}"),
    ),
    of_element("GET", "/rect"),
    of_element("GET", "/size"),
    of_element("GET", "/screenshot"),
    Row("GET", f"{OF_ELEMENT}/location", _place),
)
