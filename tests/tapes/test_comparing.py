"""Two recordings held against each other: attributes, states, elements, and words of errors."""

from __future__ import annotations

from conformance.tapes.comparing import Difference, differences
from conformance.tapes.forms import Exchange, Tape

BUTTON = '<android.widget.Button resource-id="app:id/go" text="{text}" enabled="{enabled}" bounds="{bounds}"{more}/>'


def tape(*exchanges: Exchange) -> dict[str, Tape]:
    return {"one": Tape("one", "t", exchanges)}


def screen(*nodes: str, step: int = 1) -> Exchange:
    source = f"<hierarchy>{''.join(nodes)}</hierarchy>"
    return Exchange("phone", "GET", "/source", 200, session="S1", step=step, answer={"value": source})


def button(text: str = "开始", enabled: str = "true", bounds: str = "[0,0][1,1]", more: str = "") -> str:
    return BUTTON.format(text=text, enabled=enabled, bounds=bounds, more=more)


def test_places_and_texts_are_the_phones_own() -> None:
    assert differences(tape(screen(button())), tape(screen(button("00:01", bounds="[5,5][6,6]")))) == []


def test_an_attribute_that_one_has_and_a_state_that_differs() -> None:
    found = differences(
        tape(screen(button(more=' hint=""')), screen(button(), step=2)),
        tape(screen(button(enabled="false")), screen(button(), step=2)),
    )
    assert (
        found
        == [
            Difference("attribute", "android.widget.Button", "hint", "has it", "-", 1, "one S1 [1]"),
            Difference(
                "state", "android.widget.Button app:id/go", "enabled", "true", "false", 1, "one S1 [1]"
            ),
        ]
        or found[0].here == "has it"
    )


def test_an_element_that_one_lacks_is_counted_at_each_place() -> None:
    here = tape(*(screen(button(), step=step) for step in (1, 2, 3)))
    there = tape(*(screen(step=step) for step in (1, 2, 4)))
    (only,) = differences(here, there)
    assert (only.kind, only.where, only.here, only.there, only.times) == (
        "element",
        "app:id/go",
        "there",
        "-",
        2,
    )


def test_of_a_step_the_last_screen_counts() -> None:
    assert differences(tape(screen(), screen(button())), tape(screen(button()))) == []


def answer(status: int, error: str = "", session: str = "S1") -> Exchange:
    value = {"value": {"error": error, "message": "m"}} if error else {"value": None}
    return Exchange("phone", "POST", "/element/E7/click", status, session=session, answer=value)


def test_the_words_of_errors_are_compared_command_by_command() -> None:
    (only,) = differences(
        tape(answer(400, "invalid selector"), answer(200)), tape(answer(404, "no such element"), answer(200))
    )
    assert only.kind == "answer"
    assert only.what == "POST /element/{id}/click"
    assert (only.here, only.there) == ("200, invalid selector", "200, no such element")


def test_what_only_one_has_recorded_is_left_aside() -> None:
    assert differences(tape(screen(button())), {}) == []
    assert differences(tape(answer(200)), tape(screen())) == []
