"""What is said of a phone that was looked over."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.readiness import Grade, Remark
from reports.form import Text
from steps.checks.screens import SHOWS
from steps.findings import Behaviour, Finding, View, join, quoted

WORDS = {
    "fit": Text("as the notice wants it", "符合须知"),
    "advice": Text("advised against", "不符合建议"),
    "unfit": Text("ruled out", "不符合要求"),
}


def graded(aspect: str, wanted: Grade, remarks: Sequence[Remark]) -> Finding:
    """Of this aspect one remark is made, and it has this grade."""
    mine = [remark for remark in remarks if remark.aspect == aspect]
    seen = [
        Text(f"{WORDS[one.grade].en}: {one.said.en}", f"{WORDS[one.grade].zh}：{one.said.zh}") for one in mine
    ]
    told = Text("; ".join(one.en for one in seen), "；".join(one.zh for one in seen))
    return Finding([one.grade for one in mine] == [wanted], WORDS[wanted], told if seen else quoted([]))


def warned_or_refused(words: str, first_page: View) -> Behaviour:
    """What an app did that was not meant to be used so: `refused`, `warned`, or neither of them."""
    told = any(words in text for text in first_page.texts)
    met = "warned" if first_page.shown else "refused"
    return Behaviour(met if told else "", join(SHOWS, quoted(first_page.texts)))
