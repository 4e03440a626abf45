"""A realistic run on disk: three chapters, twenty-five scenarios, two phones, one failure with screenshots."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reports import form
from reports.form import Text
from tests.reports import screens
from tests.reports.sample_rules import RULES
from tests.reports.sample_stories import Story, at, stories
from tests.reports.screens import Tree

ATOMS = tuple(
    form.Atom(
        id=name,
        section="Manual 三.2",
        line=line,
        level="MUST",
        text=Text(f"Statement {name} of the manual.", f"操作说明条目{name}。"),
        restates=restates,
    )
    for name, line, restates in (("R504", 446, ""), ("R507", 448, "R504"), ("R509", 450, ""))
)
"""The last one is in no rule."""


def keep(story: Story, change: Callable[[Tree], Tree]) -> tuple[form.Scenario, form.Evidence]:
    """The scenario of a story, and its evidence; a failed step has screenshots."""
    trees: dict[str, Tree] = {}
    shots: dict[str, str] = {}

    def kept(tree: Tree | None, failed: bool) -> tuple[str, str]:
        if tree is None:
            return "", ""
        picture, tree = tree, change(tree)
        mark = hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).hexdigest()
        trees[mark] = tree
        if not failed:
            return mark, ""
        shots[f"shot-{mark}"] = screens.photograph(picture)
        return mark, f"shot-{mark}"

    steps = []
    for made, (main, aux) in story.steps:
        failed = made.status == "not_met"
        (main_tree, main_shot), (aux_tree, aux_shot) = kept(main, failed), kept(aux, failed)
        steps.append(
            replace(
                made, evidence=form.Seen(main=main_tree, aux=aux_tree, main_shot=main_shot, aux_shot=aux_shot)
            )
        )
    chapter = {row.id: row.chapter for row in RULES}[story.rules[0]]
    file = f"features/{chapter}/{chapter}.feature"
    scenario = form.Scenario(
        id=f"{file}#{story.slug}",
        name=story.name,
        file=file,
        line=12,
        rules=story.rules,
        basis=story.basis,
        verdict=story.verdict,
        reason=story.reason,
        duration_s=1.25,
        steps=tuple(steps),
        timeline=story.timeline,
        evidence=f"evidence/{chapter}-{story.slug}.json.gz",
        rerun=f"./examgate run --seed 7 --scenario '{file}#{story.slug}'",
    )
    return scenario, form.Evidence(trees=trees, shots=shots, steps=tuple(row.evidence for row in steps))


def sample(out_dir: Path, change: Callable[[Tree], Tree] = lambda tree: tree, **more: Any) -> form.Results:
    """Write a run into ``out_dir`` (results and evidence) and return its results, altered by ``more``."""
    made = [keep(story, change) for story in stories()]
    for scenario, evidence in made:
        form.dump_evidence(evidence, out_dir / scenario.evidence)
    scenarios = tuple(scenario for scenario, _ in made)
    rules = tuple(
        replace(row, scenarios=tuple(s.id for s in scenarios if row.id in s.rules)) for row in RULES
    )
    results = form.Results(
        kit=form.Kit(version="0.1.0"),
        edition="2023.1",
        seed=7,
        started=at(-90000),
        finished=at(-89990),
        exit_code=1,
        verdict="non-conformant",
        season=form.Season(
            id="zjcm-2023",
            edition="2023.1",
            title=Text(
                "Zhejiang Conservatory of Music, first round 2023", "浙江音乐学院 2023 年本科招生校考初试"
            ),
        ),
        target=form.Target(
            name="simulated",
            kind="simulated",
            under_test=Text("examgate's reference apps", "examgate 参考应用"),
        ),
        subjects=(
            form.Subject(
                party="main app", id="com.xiaoyibang.main", version="1.0", sha256="ab" * 32, read_from="bench"
            ),
            form.Subject(
                party="aux app", id="com.xiaoyibang.aux", version="1.0", sha256="cd" * 32, read_from="bench"
            ),
        ),
        atoms=ATOMS,
        controls=("worlds", "clock", "face-checks", "network", "probes"),
        waivers=(
            form.Waiver(
                rule="SUB-04",
                reason=Text("Approved until the next release.", "经批准，有效期至下一版本。"),
                approver="王老师",
                expires="2023-02-01",
            ),
        ),
        chapters=(
            form.Chapter(id="pairing", title=Text("Pairing the two phones", "双机绑定")),
            form.Chapter(id="waiting_room", title=Text("Waiting room", "候考")),
            form.Chapter(id="submission", title=Text("Photographing and submitting", "拍照与提交")),
        ),
        counts=form.count(rules, scenarios),
        rules=rules,
        scenarios=scenarios,
        reference=form.Reference(
            screens=18,
            transitions=64,
            text=61,
            assumed=21,
            rows=(
                {
                    "app": "main",
                    "kind": "screen",
                    "name": "waiting",
                    "basis": ["R432", "R439"],
                    "assumed": "a note in one language only",
                },
                {
                    "app": "aux",
                    "kind": "screen",
                    "name": "home",
                    "basis": [],
                    "assumed": {"en": "the manual does not describe this screen", "zh": "文件未描述首页布局"},
                },
            ),
        ),
    )
    results = replace(results, **more)
    form.dump(results, out_dir / "results.json")
    return results
