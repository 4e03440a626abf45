"""Each way in which a platform may break a rule is found, under its rule, in a day that is honest but for it."""

from dataclasses import replace

import msgspec
import pytest

from tests.load.audit import tampering
from tests.load.audit.days import SHEETLESS, Choices, honest, rules
from tests.load.audit.tampering import Tamper

ONE_CUT = Choices(cuts=(30.0,))
NOBODY = Choices(comes=-1.0)
CASES: tuple[tuple[str, Tamper, Choices], ...] = (
    ("WAIT-02", tampering.late_entry, Choices()),
    ("WAIT-01", tampering.early_entry, Choices()),
    ("WAIT-12", tampering.locked_out, Choices()),
    ("WAIT-01", tampering.too_early_in_time, Choices()),
    ("WAIT-09", tampering.without_aux, Choices()),
    ("WAIT-09", tampering.aux_not_seen, Choices()),
    ("WAIT-11", tampering.no_face, Choices()),
    ("PAIR-03", tampering.one_phone_more, Choices()),
    ("PAIR-06", tampering.same_slot_twice, Choices()),
    ("PAIR-02", tampering.phone_twice, Choices()),
    ("PAIR-01", tampering.refused_with_places_left, Choices()),
    ("PAIR-08", tampering.closed_too_early, Choices()),
    ("PAIR-08", tampering.pairs_after_the_end, Choices()),
    ("SUBM-05", tampering.second_submission, Choices()),
    ("SUBM-02", tampering.submitted_at_the_deadline, Choices()),
    ("SUBM-02", tampering.photo_before_the_end, Choices()),
    ("SUBM-02", tampering.photo_refused_in_time, Choices()),
    ("SUBM-01", tampering.page_missing, Choices()),
    ("SUBM-01", tampering.pages_missed, Choices()),
    ("SUBM-03", tampering.photo_after_submission, Choices()),
    ("SUBM-04", tampering.aux_first, Choices()),
    ("SUBM-04", tampering.aux_kept_waiting, Choices()),
    ("REC-12", tampering.aux_twice, Choices()),
    ("SUBM-09", tampering.already_submitted_too_soon, Choices()),
    ("WAIT-07", tampering.starts_late, Choices()),
    ("WAIT-07", tampering.never_starts, Choices()),
    ("WAIT-12", tampering.absent_though_heard, Choices()),
    ("SUBM-05", tampering.two_outcomes, Choices()),
    ("UPLD-14", tampering.two_main_phones, Choices()),
    ("UPLD-14", tampering.two_phones_heard, Choices()),
    ("JOUR-01", tampering.own_phone_turned_away, Choices()),
    ("PAIR-05", tampering.others_record, Choices()),
    ("PAIR-05", tampering.others_request, Choices()),
    ("INTR-04", tampering.cut_twice, ONE_CUT),
    ("INTR-04", tampering.return_told_again_counts_again, Choices(cuts=(3.0,))),
    ("INTR-04", tampering.cut_before_the_start, ONE_CUT),
    ("INTR-01", tampering.failed_though_back, ONE_CUT),
    ("INTR-03", tampering.back_too_late, ONE_CUT),
    ("INTR-04", tampering.one_cut_too_many, Choices(cuts=(30.0,) * 4)),
    ("INTR-03", tampering.gone_and_not_failed, ONE_CUT),
    ("INTR-04", tampering.heard_though_silent, ONE_CUT),
    ("INTR-04", tampering.outage_held_against_her, ONE_CUT),
    ("UPLD-11", tampering.offset_falls, Choices()),
    ("UPLD-11", tampering.more_than_there_is, Choices()),
    ("UPLD-11", tampering.other_bytes, Choices()),
    ("UPLD-06", tampering.never_arrived, Choices()),
    ("UPLD-11", tampering.not_announced, Choices()),
    ("UPLD-11", tampering.arrived_twice, Choices()),
    ("PHOT-06", tampering.lost_photo, Choices()),
    ("SUBM-09", tampering.lost_submission, Choices()),
    ("PHOT-06", tampering.older_photo_at_the_deadline, Choices(retakes=(1,))),
    ("PAIR-06", tampering.nobody_paired, Choices()),
    ("WAIT-05", tampering.stamped_too_late, Choices()),
    ("WAIT-02", tampering.let_in_and_not_recorded, Choices()),
    ("SUBM-02", tampering.taken_and_not_recorded, Choices()),
    ("WAIT-12", tampering.put_off_until_too_late, NOBODY),
    ("SUBM-02", tampering.put_off_at_the_submission, Choices(late_photo=True)),
)


@pytest.mark.parametrize(("rule", "tamper", "choices"), CASES, ids=[case[1].__name__ for case in CASES])
def test_what_is_wrong_is_found_under_its_rule(rule: str, tamper: Tamper, choices: Choices) -> None:
    day = honest(choices)
    assert rules(day) == set()
    tamper(day)
    assert rule in rules(day)


def test_an_older_answer_is_found_where_there_are_no_sheets() -> None:
    day = honest(Choices(), SHEETLESS)
    tampering.older_answer_at_the_end(day)
    assert "SUBM-07" in rules(day)


def test_the_last_of_her_photos_counts_also_where_each_was_kept() -> None:
    day = honest(replace(Choices(), retakes=(1,)))
    first, last = [number for number, one in enumerate(day.records) if one.detail.get("page") == 1]
    day.records[first], day.records[last] = (
        msgspec.structs.replace(day.records[first], detail=day.records[last].detail),
        msgspec.structs.replace(day.records[last], detail=day.records[first].detail),
    )
    assert "PHOT-06" in rules(day)
