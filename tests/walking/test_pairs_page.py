"""The page with a row for each pair of phones."""

from __future__ import annotations

from typing import Any

from lxml import html

from conformance import target
from conformance.running.pairspage import Row, page
from conformance.target.pairs import Device, PhonePair
from reports.form import Language, Text
from tests.release.runs import results

STOPPED = Text("nobody <answers>", "无应答 <手机>")
ALONE = PhonePair("<甲>", Device("u-1", "android", "Xiaomi 13"))
BOTH = PhonePair("乙", Device("u-2", "android"), Device("u-3", "ios", "iPhone 13"))


def read(rows: list[Row], lang: Language) -> tuple[list[list[str]], list[str]]:
    """The cells of the table with its head, and where its links lead."""
    made: Any = html.fromstring(page(rows, target.load("real-pair"), lang))
    cells = [[cell.text_content() for cell in row.xpath("th|td")] for row in made.xpath("//tr")]
    return cells, made.xpath("//a/@href")


def test_a_pair_that_could_not_be_judged_says_why_and_has_no_report() -> None:
    head, one, two = read([Row(ALONE, stopped=STOPPED), Row(BOTH, stopped=STOPPED)], "en")[0]
    assert (one, two) == (
        ["<甲>", "Xiaomi 13u-1", "–", STOPPED.en],
        ["乙", "u-2", "iPhone 13u-3", STOPPED.en],
    )
    assert head == ["pair", "main phone", "auxiliary phone", "verdict"]


def test_each_verdict_that_was_given_has_a_column() -> None:
    judged = results({"PAIR-01": "PASS", "PAIR-02": "FAIL", "PAIR-03": "PASS"})
    cells, links = read([Row(BOTH, judged, "one"), Row(ALONE, stopped=STOPPED)], "zh")
    assert [row[3:] for row in cells] == [
        ["结论", "通过", "不通过"],
        ["不符合", "2", "1"],
        [STOPPED.zh, "–", "–"],
    ]
    assert links == ["one/index.html"]
