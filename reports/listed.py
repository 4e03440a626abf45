"""What the lists beside a run say of a row or a scenario, in a sentence."""

from reports.form import NOTHING, KnownFailure, Results, Rule, Scenario, Text


def known(results: Results, shown: Rule | Scenario) -> Text:
    """That this row or scenario is known to fail, since when, why, and who sees to it; empty where it is not."""
    entry = next((one for one in results.known_failures if _names(one, shown) and not one.stale), None)
    if entry is None:
        return NOTHING
    return Text(
        f"known to fail since {entry.since} ({entry.owner}): {entry.reason.en}",
        f"已知不通过，登记于 {entry.since}（{entry.owner}）：{entry.reason.zh}",
    )


def flaky(results: Results, scenario: Scenario) -> Text:
    """That this scenario wavered when it was repeated, and how much; empty where it did not."""
    entry = next((one for one in results.flaky if one.scenario == scenario.id and not one.expired), None)
    if entry is None:
        return NOTHING
    share = f"{entry.rate:.1%}"
    return Text(
        f"flaky: did not pass in {share} of {entry.runs} runs ({entry.owner}): {entry.reason.en}",
        f"结论不稳定：重复运行 {entry.runs} 次，{share} 未通过（{entry.owner}）：{entry.reason.zh}",
    )


def of(results: Results, shown: Rule | Scenario) -> list[Text]:
    """Whatever the lists say of a row or a scenario."""
    said = [known(results, shown), flaky(results, shown) if isinstance(shown, Scenario) else NOTHING]
    return [one for one in said if one]


def _names(entry: KnownFailure, shown: Rule | Scenario) -> bool:
    return shown.id == (entry.rule if isinstance(shown, Rule) else entry.scenario)
