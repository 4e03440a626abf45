"""What is masked in a text, and what only looks like it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance.masking import Mask
from conformance.masking.text import Form, forms, keys, stars
from reports.form import Text

MASK = Mask()
EXAMPLES = [(form, text) for form in forms() for text in form.masks]
LEFT = [(form, text) for form in forms() for text in form.leaves]


@pytest.mark.parametrize(("form", "text"), EXAMPLES, ids=[f"{form.id}-{text}" for form, text in EXAMPLES])
def test_each_form_masks_its_examples(form: Form, text: str) -> None:
    group = "v" if "v" in form.pattern.groupindex else 0
    found = form.pattern.search(text)
    assert found
    assert found[group] not in form.masked(text)
    assert found[group] not in MASK.text(text)
    assert form.masked(text).count("*") >= 4


@pytest.mark.parametrize(("form", "text"), LEFT, ids=[f"{form.id}-{text}" for form, text in LEFT])
def test_each_form_leaves_what_only_looks_like_it(form: Form, text: str) -> None:
    assert MASK.text(text) == text


SHAPES = {
    "13812340007": "138****0007",
    "+86 138-1234-0007": "+86 138-****-0007",
    "33010620040619001X": "3301**********001X",
    "330106 20040619 0016": "3301** ******** 0016",
    "wangfang@example.com": "w*******@example.com",
    "密码：hunter22，请牢记": "密码：******，请牢记",
    "Authorization: Bearer abcdef": "Authorization: ****** ******",
}


@pytest.mark.parametrize(("text", "shown"), SHAPES.items(), ids=SHAPES)
def test_what_is_left_tells_people_apart_and_no_more(text: str, shown: str) -> None:
    assert MASK.text(text) == shown


ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
INSTANTS = st.datetimes(timezones=ZONES | st.just(UTC))
ISO = ["auto", "seconds", "milliseconds", "microseconds"]


@given(INSTANTS, st.sampled_from(ISO), st.sampled_from(["T", " "]))
def test_no_instant_is_masked(instant: datetime, precision: str, between: str) -> None:
    text = f"在 {instant.isoformat(between, precision)} 时；{instant:%H:%M:%S}–{instant:%Y%m%d-%H%M%S}"
    assert MASK.text(text) == text


@given(st.integers(0, 10**16), st.sampled_from([" bytes", "字节", " B", "ms", " 毫秒", "ns"]))
def test_no_size_and_no_duration_is_masked(number: int, unit: str) -> None:
    if len(str(number)) == 15:
        return  # so large a size nobody has, and it would have the form of an old ID number
    text = f"free: {number}{unit}, {number / 1000:.3f} s"
    assert MASK.text(text) == text


@given(st.binary(min_size=8, max_size=32))
def test_no_digest_is_masked(content: bytes) -> None:
    digest = f"a{content.hex()}f"
    assert MASK.text(f"sha256 {digest}") == f"sha256 {digest}"


PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
BIRTHDAYS = st.dates(date(1900, 1, 1), date(2020, 12, 31))
ID_NUMBERS = st.builds(
    lambda place, born, order, check: f"{place}{born:%Y%m%d}{order:03}{check}",
    st.integers(110000, 659999), BIRTHDAYS, st.integers(0, 999), st.sampled_from("0123456789X"),
)  # fmt: skip
AROUND = st.sampled_from(["", "账号", "：", "“", " ", "=", "\n", "，"])


@given(PHONES | ID_NUMBERS, AROUND, AROUND)
def test_no_number_of_a_person_comes_through(number: str, before: str, after: str) -> None:
    masked = MASK.text(f"{before}{number}{after}")
    assert number not in masked
    assert masked.startswith(f"{before}{number[:3]}")
    assert masked.endswith(f"{number[-4:]}{after}")


ANY = st.text() | st.lists(
    PHONES | ID_NUMBERS | AROUND | st.sampled_from([text for _, text in EXAMPLES]) | st.text(max_size=4)
).map("".join)


@given(ANY)
def test_masked_twice_is_masked_once(text: str) -> None:
    assert MASK.text(MASK.text(text)) == MASK.text(text)
    assert Mask(off=True).text(text) == text


@given(st.recursive(ANY | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=3)
       | st.dictionaries(st.sampled_from([*keys(), "note"]), inner, max_size=3), max_leaves=8))  # fmt: skip
def test_data_keeps_its_shape_and_its_numbers(data: object) -> None:
    masked = MASK.data(data)
    assert MASK.data(masked) == masked
    assert shape(masked) == shape(data)


def shape(data: object) -> object:
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items()}
    if isinstance(data, list):
        return [shape(value) for value in data]
    return "text" if isinstance(data, str) else data


def test_what_a_record_names_is_masked_whatever_it_looks_like() -> None:
    record = {
        "id_number": "17 digits",
        "password": "x",
        "token": "t",
        "account": "wangfang",
        "nth": 1,
        "by": "scan",
    }
    hidden = {"id_number": "** ******", "password": "******", "token": "******"}
    assert MASK.data(record) == {**record, **hidden, "account": "wan*fang"}


def test_both_languages_of_a_sentence_are_masked() -> None:
    assert MASK.said(Text("call 13812340007", "致电13812340007")) == Text(
        "call 138****0007", "致电138****0007"
    )


@given(st.text(min_size=1), st.integers(0, 6), st.integers(0, 6))
def test_stars_never_tell_the_whole(value: str, first: int, last: int) -> None:
    masked = stars(value, (first, last))
    if (first, last) == (0, 0):
        assert masked == "******"
    elif any(sign.isalnum() for sign in value):
        assert masked != value
        assert len(masked) == len(value)
