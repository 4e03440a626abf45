"""A recorded run again, with its tapes in the place of its target; and the recording that it is held against."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from conformance import plan, target
from conformance.request import RunRequest
from conformance.running import conduct, outdir, repeating
from conformance.tapes import forms
from conformance.tapes.forms import Tape
from reports import form
from reports.form import Language, Results, Verdict

Turn = tuple[Verdict, Verdict]


def replayed(folder: Path, scenarios: tuple[str, ...], lang: Language, console: Console) -> dict[str, Turn]:
    """The scenarios that do not end as they did then: what they came to then, and now."""
    then = {one.id: one.verdict for one in form.load(folder / "results.json").scenarios}
    request = replace(_asked(folder, scenarios, lang), replay=str(folder.resolve()), lab_retries=0)
    with TemporaryDirectory(prefix="examgate-replay-") as place:
        results = _judged(request, Path(place), console)
    return {one.id: (then[one.id], one.verdict) for one in results.scenarios if then[one.id] != one.verdict}


def other(
    folder: Path, scenarios: tuple[str, ...], against: str, lang: Language, console: Console
) -> dict[str, Tape]:
    """The tapes of another run's folder, or of a target with which the same scenarios are recorded now."""
    if (Path(against) / forms.FOLDER).is_dir():
        return forms.load(Path(against))
    target.load(against)
    request = replace(_asked(folder, scenarios, lang), target=against, record=True)
    with TemporaryDirectory(prefix="examgate-tapes-") as place:
        _judged(request, Path(place), console)
        return forms.load(Path(place))


def _asked(folder: Path, scenarios: tuple[str, ...], lang: Language) -> RunRequest:
    """What the recorded run was asked to do, by the season that it kept."""
    season = str((folder / outdir.SEASON).resolve())
    kept = replace(
        repeating.asked(folder),
        rules=(),
        core=False,
        harm=(),
        scenarios=scenarios,
        record=False,
        season=season,
    )
    return replace(kept, lang=lang, evidence="failures")


def _judged(request: RunRequest, place: Path, console: Console) -> Results:
    planned = plan.read(request)
    conduct.checked(planned)
    return conduct.judge(planned, place, 1, console)
