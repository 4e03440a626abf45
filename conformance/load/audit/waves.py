"""Whether a platform that cannot take any more sends everybody back for the same instant (field: retry waves)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from conformance.load.audit.forms import Breach
from conformance.load.told import Told
from reports.form import Text

MANY = 20
"""Answers from which on it can be told whether they are spread."""
PUT_OFF = (429, 503, 507)
SHARE = 0.9
"""More than this share with the same delay is a wave."""


def put_off_together(told: Iterable[Told]) -> Iterator[Breach]:
    """Of many who are told when to come again, not all are told the same."""
    put_off = [one for one in told if one.status in PUT_OFF and "retry_after" in one.detail]
    delays = Counter(one.detail["retry_after"] for one in put_off)
    if len(put_off) < MANY:
        return
    delay, count = delays.most_common(1)[0]
    if count > SHARE * len(put_off):
        yield Breach(
            "JOUR-01",
            Text(
                f"{count} of {len(put_off)} phones that were put off were told to come again after the same {delay} s:"
                " they come back as one wave",
                f"{len(put_off)} 部被要求稍后重试的手机中，{count} 部被要求在同样的 {delay} 秒后重试，将再次同时到达",
            ),
            (),
            tuple(one for one in put_off if one.detail["retry_after"] == delay)[:4],
        )
