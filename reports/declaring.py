"""What a target file declared and a run found otherwise, for every view."""

from reports.form import Declared, Results, Text
from reports.wording import word


def contradictions(results: Results) -> list[Declared]:
    """Those that contradict what was found, in the order of the declaration."""
    return [one for one in results.declared if one.contradicts]


def sentence(one: Declared) -> Text:
    """What it is about, and what is wrong with it."""
    kind = word("declared", one.of)
    names = {True: ("", ""), False: (f" ({one.says.en})", f"（{one.says.zh}）")}[one.says.en == one.feature]
    return Text(
        f"{kind.en} {one.feature}{names[0]}: {one.reason.en}",
        f"{kind.zh} {one.feature}{names[1]}：{one.reason.zh}",
    )
