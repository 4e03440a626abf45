"""The confirmation held against both journals: before it opens, lost, or twice."""

from datetime import UTC, datetime, timedelta

from conformance.load.audit.confirming import Confirmations
from conformance.load.audit.forms import Record
from conformance.load.told import Told

OPENS = datetime(2023, 1, 10, 1, tzinfo=UTC)
ASKED = Told(
    user="k000001/main", cohort="good", account="a", device="m", step="confirm", op="confirm",
    sent="2023-01-10T09:00:00.000+08:00", ms=5, status=200,
)  # fmt: skip


def found(*seconds: float, told: Told | None = ASKED) -> list[str]:
    """The rules broken where the account was confirmed so many seconds after the opening."""
    both = Confirmations()
    for number, second in enumerate(seconds, 1):
        at = OPENS + timedelta(seconds=second)
        both.record(Record(number, at, "confirmed", None, "a", "m", {"major": "composition"}))
    if told is not None:
        both.tell(told)
    return [one.rule for one in both.breaches(OPENS)]


def test_a_confirmation_at_the_opening_is_in_order() -> None:
    assert found(0) == []


def test_one_before_the_opening_is_found() -> None:
    assert found(-0.001) == ["CONF-01"]


def test_one_that_was_acknowledged_and_is_not_on_record_is_found() -> None:
    assert found() == ["CONF-02"]


def test_one_that_is_on_record_twice_is_found() -> None:
    assert found(0, 1) == ["CONF-02"]


def test_of_accounts_that_no_phone_confirmed_nothing_is_known() -> None:
    assert found(-5, told=None) == []
