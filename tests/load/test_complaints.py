"""What a platform of the run's own wrote into its log is said with the result."""

from pathlib import Path
from typing import Any, cast

import pytest

from conformance.load.running.platform import Own, There


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("", None),
        ("no more files\nTraceback\nOSError\n", "the platform has written into platform.log (3 lines); the first: no more files"),
        ("x" * 1000, f"the platform has written into platform.log (1 lines); the first: {'x' * 200}"),
    ],
    ids=["nothing", "an error", "a long line"],
)  # fmt: skip
def test_a_platform_that_complained(log: str, said: str | None, tmp_path: Path) -> None:
    file = tmp_path / "platform.log"
    file.write_text(log)
    nobody = cast(Any, None)
    there = There("http://p", nobody, own=Own([], "", file, nobody))
    assert (there.complained.en if there.complained else None) == said
    assert There("http://p", nobody).complained is None
