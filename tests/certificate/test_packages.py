"""Packages that differ in their channel only, and packages that differ in more."""

from __future__ import annotations

import plistlib
from pathlib import Path
from zipfile import ZipFile

from hypothesis import assume, given
from hypothesis import strategies as st

from conformance.certificate import matching, packages
from conformance.certificate.packages import Bundle, same_but_channel
from reports.form import Part, Subject
from simulators.phone import apk
from tests.certificate.archives import CHANNEL, V2, V3, Pair, archive, with_block

CODE = st.binary(max_size=200).filter(lambda code: not code.endswith(packages.MAGIC))
"""What ends as a signing block does stands where one would."""
OTHERS = st.lists(
    st.tuples(
        st.integers(0, 2**32 - 1).filter(lambda key: key not in packages.SIGNATURES), st.binary(max_size=40)
    ),
    max_size=4,
)
SIGNED = st.lists(st.tuples(st.sampled_from([V2, V3]), st.binary(max_size=40)), min_size=1, max_size=2)


@given(CODE, SIGNED, OTHERS, OTHERS, st.randoms(use_true_random=False))
def test_marks_in_the_block_change_nothing(
    code: bytes, signed: list[Pair], one: list[Pair], other: list[Pair], chance: object
) -> None:
    plain, shuffled = archive(code), [*signed, *other]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first = with_block(plain, [*signed, *one])
    assert same_but_channel(first) == same_but_channel(with_block(plain, shuffled)) != ""


@given(CODE, SIGNED, OTHERS, st.data())
def test_any_byte_outside_of_the_block_counts(
    code: bytes, signed: list[Pair], marks: list[Pair], data: st.DataObject
) -> None:
    plain = archive(code)
    package = bytearray(with_block(plain, [*signed, *marks]))
    begin = plain.index(b"PK\x01\x02")
    length = len(package) - len(plain)
    at = data.draw(st.integers(0, len(plain) - 1))
    at += length if at >= begin else 0
    before = same_but_channel(bytes(package))
    package[at] ^= data.draw(st.integers(1, 255))
    assert same_but_channel(bytes(package)) != before


@given(CODE, SIGNED, SIGNED, OTHERS)
def test_a_package_that_somebody_else_signed_is_another(
    code: bytes, signed: list[Pair], again: list[Pair], marks: list[Pair]
) -> None:
    assume(sorted(signed) != sorted(again))
    plain = archive(code)
    assert same_but_channel(with_block(plain, [*signed, *marks])) != same_but_channel(
        with_block(plain, [*again, *marks])
    )


@given(CODE, st.binary(max_size=60))
def test_a_channel_in_the_archives_comment_is_outside_of_the_block(code: bytes, comment: bytes) -> None:
    assume(comment)
    assert same_but_channel(archive(code)) != same_but_channel(archive(code, comment))


@given(st.binary(max_size=400))
def test_what_is_no_package_has_no_such_digest_or_one_of_its_own(content: bytes) -> None:
    found = same_but_channel(content)
    assert found == "" or packages.END in content


@given(CODE, SIGNED, st.integers(0, 2**64 - 1))
def test_a_block_whose_sizes_contradict_is_none(code: bytes, signed: list[Pair], size: int) -> None:
    plain = archive(code)
    package = with_block(plain, signed)
    begin = plain.index(b"PK\x01\x02")
    end = begin + len(package) - len(plain)
    wrong = size.to_bytes(8, "little")
    assume(package[end - 24 : end - 16] != wrong)
    assert same_but_channel(package[: end - 24] + wrong + package[end - 16 :]) == ""
    assert same_but_channel(package[:begin] + wrong + package[begin + 8 :]) == ""


def test_the_simulated_phones_packages_differ_between_shops_in_their_channel_only() -> None:
    plain = archive(b"code")
    one, other = apk.signed(plain, "official"), apk.signed(plain, "market")
    assert one != other
    assert same_but_channel(one) == same_but_channel(other) != ""
    assert same_but_channel(apk.signed(archive(b"other code"), "official")) != same_but_channel(one)


def ran(*contents: bytes) -> Subject:
    from hashlib import sha256

    parts = tuple(
        Part(name=f"part{number}.apk", sha256=sha256(content).hexdigest())
        for number, content in enumerate(contents)
    )
    return Subject(party="main app", id="a", parts=parts, read_from="phone")


def handed_in(folder: Path, *contents: bytes) -> list[matching.Given]:
    found = []
    for number, content in enumerate(contents):
        path = folder / f"file{number}.apk"
        path.write_bytes(content)
        found.append(matching.given("main", path))
    return found


def test_another_channel_is_taken_beside_the_package_that_ran_and_not_in_its_place(tmp_path: Path) -> None:
    plain = archive(b"code")
    mine = with_block(plain, [(V2, b"s"), (CHANNEL, b"a")])
    shop = with_block(plain, [(V2, b"s"), (CHANNEL, b"b")])
    resigned = with_block(plain, [(V2, b"t"), (CHANNEL, b"b")])
    files, wrong = matching.matched("main", handed_in(tmp_path, shop, mine), ran(mine))
    assert [one.found for one in files] == ["another channel", "the same"]
    assert not wrong
    _, wrong = matching.matched("main", handed_in(tmp_path, shop), ran(mine))
    assert len(wrong) == 2
    _, wrong = matching.matched("main", handed_in(tmp_path, mine, resigned), ran(mine))
    assert [said.en for said in wrong] == [
        f"--main {tmp_path / 'file1.apk'}: this is not the main app that ran"
    ]


def test_every_split_that_ran_has_to_be_given(tmp_path: Path) -> None:
    files, wrong = matching.matched("main", handed_in(tmp_path, b"base"), ran(b"base", b"split"))
    assert len(files) == 1
    assert "part1.apk" in wrong[0].en
    _, wrong = matching.matched("main", handed_in(tmp_path, b"base", b"split"), ran(b"base", b"split"))
    assert not wrong


def ipa(path: Path, **said: str) -> Path:
    with ZipFile(path, "w") as bag:
        bag.writestr("Payload/Exam.app/Info.plist", plistlib.dumps(said, fmt=plistlib.FMT_BINARY))
        bag.writestr(
            "Payload/Exam.app/PlugIns/More.appex/Info.plist", plistlib.dumps({"CFBundleIdentifier": "b"})
        )
    return path


def test_an_iphones_package_is_held_against_what_the_phone_told(tmp_path: Path) -> None:
    said = {"CFBundleIdentifier": "a", "CFBundleShortVersionString": "1.2", "CFBundleVersion": "7"}
    path = ipa(tmp_path / "Exam.ipa", **said)
    assert packages.bundle(path) == Bundle("a", "1.2", "7")
    phone = Subject(party="main app", id="a", version="1.2", build="7", read_from="phone")
    files, wrong = matching.matched("main", [matching.given("main", path)], phone)
    assert [one.found for one in files] == ["named the same"]
    assert not wrong
    newer = ipa(tmp_path / "New.ipa", **{**said, "CFBundleVersion": "8"})
    _, wrong = matching.matched("main", [matching.given("main", newer)], phone)
    assert wrong
    (tmp_path / "none.ipa").write_bytes(b"no archive")
    assert packages.bundle(tmp_path / "none.ipa") is None
