"""What is said of a phone that was looked over."""

from __future__ import annotations

from collections.abc import Sequence

from conformance.readiness import Grade, Remark
from reports.form import Text
from steps.checks.screens import SHOWS
from steps.findings import NOTHING, Behaviour, Finding, View, join, quoted
from steps.phrases.settings import LOOKED_UP

TOLD_BY = {
    "phone": Text("the phone itself tells", "由手机说明"),
    "system": Text("it is so on each phone of the system", "该系统的手机均如此"),
    "operator": Text("the operator tells", "由操作员说明"),
    "nobody": Text("nobody tells", "无人说明"),
}
WORDS = {
    "fit": Text("as the notice wants it", "符合须知"),
    "advice": Text("advised against", "不符合建议"),
    "unknown": Text("not known", "无法确定"),
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


def short_of(aspects: Sequence[str], remarks: Sequence[Remark]) -> Finding:
    """These aspects are not as the notice wants them, and all others are; several were looked at."""
    found = [one for one in remarks if one.grade != "fit"]
    told = Text("; ".join(one.said.en for one in found), "；".join(one.said.zh for one in found))
    return Finding(
        len(remarks) > len(aspects) and [one.aspect for one in found] == list(aspects),
        _named(aspects),
        told if found else quoted([]),
    )


def _named(aspects: Sequence[str]) -> Text:
    """As the sentences call them."""
    words = {meaning: (en, zh) for en, (zh, meaning) in LOOKED_UP.items()}
    if not aspects:
        return NOTHING
    return Text(", ".join(words[one][0] for one in aspects), "、".join(words[one][1] for one in aspects))


def told_by(teller: str, remarks: Sequence[Remark]) -> Finding:
    """Each remark rests on what this one told, and says in answer to what."""
    seen = [join(TOLD_BY[one.told_by], Text(f"({one.asked.en})", f"（{one.asked.zh}）")) for one in remarks]
    told = Text("; ".join(one.en for one in seen), "；".join(one.zh for one in seen))
    return Finding(
        bool(remarks) and all(one.told_by == teller and one.asked for one in remarks),
        TOLD_BY[teller],
        told if seen else quoted([]),
    )


def warned_or_refused(words: str, first_page: View) -> Behaviour:
    """What an app did that was not meant to be used so: `refused`, `warned`, or neither of them."""
    told = any(words in text for text in first_page.texts)
    met = "warned" if first_page.shown else "refused"
    return Behaviour(met if told else "", join(SHOWS, quoted(first_page.texts)))
