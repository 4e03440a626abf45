"""Records are made a while after they came, in their order, and none is lost at the end."""

import io
from functools import partial

from conformance.load.play.held import LONG_S, Held
from conformance.load.told import Teller, Told
from tests.load.conftest import Wall


class Kept(io.BytesIO):
    """A file that can be read after it was closed."""

    def close(self) -> None:
        self.seek(0)


def record(name: str) -> Told:
    return Told(
        user=name, cohort="good", account="1", device="m", step="x", op="x", sent="", ms=0, status=200
    )


def test_records_wait_and_are_made_in_their_order() -> None:
    wall, file = Wall(), Kept()
    held = Held(Teller(file), wall)
    made: list[str] = []

    def make(name: str) -> Told:
        made.append(name)
        return record(name)

    def take(name: str) -> None:
        held.take(partial(make, name))

    take("a")
    wall.seconds = LONG_S - 1
    take("b")
    held.release()
    assert made == []
    wall.seconds = LONG_S
    held.release()
    assert made == ["a"]
    held.close()
    assert made == ["a", "b"]
    assert len(file.read().splitlines()) == 2
