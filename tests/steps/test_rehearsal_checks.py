"""Checks of practice and of an exam's page hold and fail on what can be read there."""

from __future__ import annotations

import pytest

from steps import checks
from steps.findings import Behaviour, Finding
from tests.steps.judged import judged
from tests.steps.test_checks import record, view

BLOCKS = ("考试内容", "拍摄要求")
PAGE = ["考试页面", "考试内容", "和声。", "拍摄要求", "双机位。", "10:00至11:00。"]
WAY = ("报考", "在线考试")

HOLDS: list[Finding] = [
    checks.read_before_recording("要求", view(), ["考试相关要求"], []),
    checks.came_by(WAY, "正式考试", ["报考", "在线考试", "作曲"], "正式考试", view()),
    checks.blocks_in_order(BLOCKS, PAGE),
    checks.page_is_of("和声", "10:00", "11:00", PAGE),
]
FAILS: list[Finding] = [
    checks.read_before_recording("要求", view(), ["开始练习"], []),
    checks.read_before_recording("要求", view(), ["考试相关要求"], [record("practised", event="begun")]),
    checks.read_before_recording("要求", view(shown=False), ["考试相关要求"], []),
    checks.came_by(WAY, "正式考试", ["报考", "考试列表"], "正式考试", view()),
    checks.came_by(WAY, "正式考试", ["报考", "在线考试"], "开始正式考试", view()),
    checks.came_by(WAY, "正式考试", ["报考", "在线考试"], "正式考试", view(shown=False)),
    checks.blocks_in_order(BLOCKS, ["考试内容：和声", "拍摄要求", "双机位。"]),
    checks.blocks_in_order(BLOCKS, ["拍摄要求", "双机位。", "考试内容", "和声。"]),
    checks.blocks_in_order(BLOCKS, ["考试内容", "拍摄要求", "双机位。"]),
    checks.blocks_in_order(BLOCKS, ["考试内容", "和声。", "拍摄要求"]),
    checks.page_is_of("和声", "10:00", "11:30", PAGE),
    checks.page_is_of("歌曲", "10:00", "11:00", PAGE),
]
CODES: dict[str, tuple[str, Behaviour]] = {
    "offered": ("code", checks.practice_code("二维码", view(), ["小艺助手二维码"])),
    "not offered": ("no_code", checks.practice_code("二维码", view(), ["开始练习"])),
    "another page": ("", checks.practice_code("二维码", view(shown=False), ["小艺助手二维码"])),
}


test_holds, test_fails, test_says_it_in_both_languages = judged(HOLDS, FAILS)


@pytest.mark.parametrize(("known", "behaviour"), CODES.values(), ids=CODES)
def test_a_code_is_known_by_all_of_its_marks(known: str, behaviour: Behaviour) -> None:
    assert behaviour.id == known
