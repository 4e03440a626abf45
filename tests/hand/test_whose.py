"""Whose sentence it is."""

from __future__ import annotations

from collections import Counter

import pytest

from conformance.hand import script, whose
from conformance.running import choosing, resolving
from conformance.target.hand import PLACES, Place
from tests.hand.conftest import by_hand, sheet

SENTENCES: dict[str, tuple[Place, ...]] = {
    "王芳看到考题": ("main",),
    "王芳的主机断网，1分钟": ("main",),
    "王芳的考试在“在线考试”列表中有且仅有一条记录": ("main",),
    "王芳的辅机扫描本人的二维码": ("aux",),
    "王芳的辅机提示全部上传成功前请勿退出": ("aux",),
    "王芳辅机发送的内容均未送达": ("aux",),
    "王芳的考试记录为已开考": ("platform",),
    "王芳的主机录像一镜到底": ("platform",),
    "学校对王芳的认定为作弊，认定人为周老师": ("platform",),
    "王芳的考试计中断一次": ("platform",),
    "王芳已有账号和两部手机": ("main", "aux"),
    "审核台通过后，王芳可以继续": ("platform", "main"),
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_belongs_to_whoever_stands_where_it_happens(sentence: str) -> None:
    assert whose.places(sentence) == SENTENCES[sentence]


def test_every_place_has_a_share_of_a_script() -> None:
    cases = choosing.chosen(by_hand()).cases
    lines = [line for case in cases for line in script.sheet(case, by_hand(), resolving.values).lines]
    shares = Counter(place for line in lines for place in line.places)
    assert set(shares) == set(PLACES)
    assert min(shares.values()) * 10 > sum(shares.values())
    assert all(line.text.zh != line.text.en for line in lines)


def test_relative_words_come_to_the_instants_of_the_season() -> None:
    values = [line.values for line in sheet().lines]
    assert values[1]["instant"] == "2023-01-12T09:59:00.000+08:00"
    assert values[2] == {"starts": "2023-01-12T10:00:00.000+08:00"}
