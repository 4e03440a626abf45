"""What a result is: the one definition of ``results.json`` and of the evidence files beside it.

Everything here is frozen and passive. The examiner fills the form, ``dump`` writes it, ``load`` reads it
back and refuses what does not fit; ``contracts/results.schema.json`` is ``schema()`` written down, and a test
holds the two equal.
Verdicts follow the published truth table (``contracts/verdicts.toml``); this module gives none.
"""

from reports.form.declared import Declarable, Declared
from reports.form.files import FormError, dump, dump_evidence, load, load_evidence, schema
from reports.form.lists import Flaky, KnownFailure, Standing, Waiver
from reports.form.rules import Atom, Chapter, Reading, Rule, Settlement, Source
from reports.form.run import (
    Attempt,
    Counts,
    Kit,
    Part,
    Reference,
    Results,
    Scope,
    Season,
    Subject,
    Target,
    count,
)
from reports.form.scenarios import Evidence, Moment, Scenario, Seen, Step, Told
from reports.form.words import (
    NOTHING,
    PARTIES,
    SCHEMA,
    Answerer,
    Basis,
    Fault,
    Language,
    Level,
    Method,
    Party,
    RunVerdict,
    Said,
    StepStatus,
    TargetKind,
    Text,
    Verdict,
    Why,
)

__all__ = [
    "NOTHING",
    "PARTIES",
    "SCHEMA",
    "Answerer",
    "Atom",
    "Attempt",
    "Basis",
    "Chapter",
    "Counts",
    "Declarable",
    "Declared",
    "Evidence",
    "Fault",
    "Flaky",
    "FormError",
    "Kit",
    "KnownFailure",
    "Language",
    "Level",
    "Method",
    "Moment",
    "Part",
    "Party",
    "Reading",
    "Reference",
    "Results",
    "Rule",
    "RunVerdict",
    "Said",
    "Scenario",
    "Scope",
    "Season",
    "Seen",
    "Settlement",
    "Source",
    "Standing",
    "Step",
    "StepStatus",
    "Subject",
    "Target",
    "TargetKind",
    "Text",
    "Told",
    "Verdict",
    "Waiver",
    "Why",
    "count",
    "dump",
    "dump_evidence",
    "load",
    "load_evidence",
    "schema",
]
