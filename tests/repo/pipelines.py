"""Reads the ready files for pipelines: what each of them would run, in order, and with which environment."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")
SHELL = re.compile(r"sh '''\n(.*?)'''", re.DOTALL)
SETTING = re.compile(r"^\s+(EXAMGATE_\w+) = '([^']*)'$", re.MULTILINE)
FENCE = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Job:
    """What a runner is given: lines for a shell, the environment, and where the results are carried afterwards."""

    script: str
    environment: Mapping[str, str]
    carried: tuple[tuple[str, str], ...] = ()


def github(path: Path) -> tuple[list[Job], Job]:
    """The judging job, once for each target of its matrix, and the gate."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    judge, gate = raw["jobs"]["judge"], raw["jobs"]["gate"]
    assert gate["needs"] == "judge"
    jobs = []
    for target in judge["strategy"]["matrix"]["target"]:
        values = {"matrix.target": target}
        environment = {**raw["env"], **{key: _filled(text, values) for key, text in judge["env"].items()}}
        kept = next(step["with"] for step in judge["steps"] if "upload-artifact" in step.get("uses", ""))
        fetched = next(step["with"] for step in gate["steps"] if "download-artifact" in step.get("uses", ""))
        name = _filled(kept["name"], values)
        assert re.fullmatch(fetched["pattern"].replace("*", ".*"), name)
        carried = (_filled(kept["path"], values), f"{fetched['path']}/{name}")
        jobs.append(Job(_steps(judge), environment, (carried,)))
    return jobs, Job(_steps(gate), raw["env"])


def _steps(job: Mapping[str, Any]) -> str:
    return "\n".join(step["run"] for step in job["steps"] if "run" in step)


def _filled(text: str, values: Mapping[str, str]) -> str:
    return EXPRESSION.sub(lambda found: values[found[1]], text)


def gitlab(path: Path) -> tuple[list[Job], Job]:
    """The same of GitLab's file; `extends` is followed once, as it is used there."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert raw["stages"] == [raw[name]["stage"] for name in ("judge", "gate")]

    def lines(name: str) -> str:
        job = {**raw[raw[name]["extends"]], **raw[name]}
        return "\n".join([*job["before_script"], *job["script"]])

    (matrix,) = raw["judge"]["parallel"]["matrix"]
    ((variable, targets),) = matrix.items()
    jobs = [Job(lines("judge"), {**raw["variables"], variable: target}) for target in targets]
    return jobs, Job(lines("gate"), raw["variables"])


def jenkins(path: Path) -> tuple[list[Job], Job]:
    """The same of Jenkins' file: its shell blocks, the last of which is the gate."""
    text = path.read_text(encoding="utf-8")
    environment = dict(SETTING.findall(text))
    *judging, gate = SHELL.findall(text)
    assert text.count("{") == text.count("}")
    return [Job("\n".join(judging), environment)], Job(gate, environment)


READERS = {"github-actions.yml": github, "gitlab-ci.yml": gitlab, "Jenkinsfile": jenkins}


def recipes(path: Path) -> list[str]:
    """The blocks of shell lines in a page."""
    return FENCE.findall(path.read_text(encoding="utf-8"))


def instructions(path: Path) -> Iterator[tuple[str, str]]:
    """The instructions of a container file with what they say, continued lines joined."""
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        name, _, rest = line.partition(" ")
        yield name, rest.strip()


def commands(line: str) -> Sequence[Sequence[str]]:
    """The commands of a RUN instruction; its options come first and are left out."""
    words = [part for part in shlex.split(line) if not part.startswith("--mount=")]
    text = shlex.join(words).replace("'&&'", "&&")
    return [shlex.split(part) for part in text.split("&&")]
