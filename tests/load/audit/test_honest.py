"""Whatever a candidate does and however the network treats her: where the platform keeps the rules, the audit is clean."""

from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.catalogue import load
from conformance.load.audit.forms import Seat
from conformance.load.audit.table import INVARIANTS
from tests.load.audit.days import SEAT, SHEETLESS, Choices, audit, honest

OPERATIONS = ("open", "enter", "pair", "photo", "submit", "auxRecord", "auxSubmit", "answers", "uploadBytes")
CHOICES = st.builds(
    Choices,
    comes=st.sampled_from((-5.0, -0.001, 0.0, 0.001, 0.5, 30.0, 899.0, 900.0)),
    early=st.booleans(),
    phones=st.integers(1, 6),
    cuts=st.lists(st.sampled_from((1.0, 30.0, 119.999, 120.0, 120.001, 500.0)), max_size=5).map(tuple),
    retakes=st.lists(st.integers(1, 3), max_size=3).map(tuple),
    lost=st.frozensets(st.sampled_from(OPERATIONS)),
    late_photo=st.booleans(),
    submits=st.booleans(),
    latency=st.sampled_from((2, 20, 100)),
    chunk=st.integers(7, 100),
)


@given(CHOICES, st.sampled_from((SEAT, SHEETLESS)))
@settings(max_examples=300, deadline=None)
def test_an_honest_day_is_clean(choices: Choices, seat: Seat) -> None:
    found = audit(honest(choices, seat))
    assert not found.unfinished
    assert [(one.rule, one.says.en) for one in found.audit.violations] == []
    assert found.audit.finished


def test_every_invariant_is_of_rules_that_there_are() -> None:
    known = set(load().ids)
    assert {rule for row in INVARIANTS for rule in row.rules} <= known


def test_the_audit_says_how_many_sittings_it_looked_at_under_each_rule() -> None:
    checked = audit(honest(Choices())).audit.checked
    assert checked["PAIR-03"] == checked["SUBM-04"] == checked["WAIT-02"] == 1
