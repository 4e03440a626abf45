"""Records of what phones were told: written as lines, read back as they were, half lines left alone."""

from pathlib import Path

from conformance.load.told import Teller, Told, lines, merged

ONE = Told(
    user="k000001/main", cohort="good", account="13800000001", device="m1", step="enter", op="enter",
    sent="2023-01-12T09:45:00.120+08:00", ms=12.5, status=200, detail={"state": "face_check"},
)  # fmt: skip
OTHER = Told(
    user="k000002/main", cohort="good", account="13800000002", device="m2", step="enter", op="enter",
    sent="2023-01-12T09:45:00.121+08:00", ms=30000, status=0, cause="timeout", attempt=2,
)  # fmt: skip


def test_records_are_read_back_as_they_were(tmp_path: Path) -> None:
    for number, record in enumerate((ONE, OTHER)):
        teller = Teller((tmp_path / f"users-{number}.jsonl").open("wb"))
        teller.told(record)
        teller.close()
    assert list(merged(tmp_path)) == [ONE, OTHER]
    assert [one.accepted for one in (ONE, OTHER)] == [True, False]


def test_a_line_half_written_is_left_for_the_next_look(tmp_path: Path) -> None:
    file = tmp_path / "users-0.jsonl"
    teller = Teller(file.open("wb"))
    teller.told(ONE)
    teller.told(OTHER)
    teller.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:-10])
    first, place = lines(file)
    assert first == [ONE]
    assert list(merged(tmp_path)) == [ONE]
    file.write_bytes(whole)
    assert lines(file, place) == ([OTHER], len(whole))
