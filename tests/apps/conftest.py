"""A fresh exam for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps.stand import Stand, stand


@pytest.fixture
def exam(tmp_path: Path) -> Iterator[Stand]:
    """歌曲写作, with answer sheets."""
    with stand(tmp_path) as built:
        yield built


@pytest.fixture
def general(tmp_path: Path) -> Iterator[Stand]:
    """音乐综合知识, without answer sheets."""
    with stand(tmp_path, "arttech-general") as built:
        yield built
