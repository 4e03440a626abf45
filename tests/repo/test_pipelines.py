"""The ready files for pipelines are run: the archive of wheels, the install from it, the runs, the views and the gate."""

from __future__ import annotations

import json
import os
import re
import shutil
import site
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conformance import cli
from conformance.commands import gate, render, run
from tests.repo import pipelines
from tests.repo.pipelines import READERS, Job

CI = Path(__file__).resolve().parents[2] / "docs" / "ci"
TINY = CI.parents[1] / "tests" / "conformance" / "tiny"
NARROW = "h11"
"""Of the whole lock this one library is fetched here; the others are those that run this test."""
INSTALLS = r"-m venv|bin/pip install"
POLICY = 'edition = "2023.1"\nseasons = ["zjcm-2023"]\nmax_age_days = 1\n[[under_test]]\nparty = "platform"\n'


def shell(script: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Lines as a runner gives them to bash: the first that fails ends them."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "PYTHON"))
    }
    path = f"{Path(sys.executable).parent}:{environment['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd,
        env={**environment, "PATH": path, "LC_ALL": "C.UTF-8", **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory, files: list[Path], root: Path) -> Path:
    folder = tmp_path_factory.mktemp("clone")
    for file in files:
        place = folder / file.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)
    return folder


@pytest.fixture(scope="session")
def archive(clone: Path) -> Path:
    """The archive of wheels as the recipe makes it, of a lock of one library."""
    lock = clone / "requirements.lock"
    found = re.search(rf"^{NARROW}==.*?(?=^\S)", lock.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found is not None
    lock.write_text(found[0], encoding="utf-8")
    making, _ = pipelines.recipes(CI / "README.md")
    done = shell(making, clone)
    assert done.returncode == 0, done.stderr
    names = [path.name for path in (clone / "wheels").iterdir()]
    assert sorted(name.partition("-")[0] for name in names) == ["examgate", NARROW]
    return clone / "examgate-wheels.tar.gz"


@pytest.fixture(scope="session")
def installed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine on which the archive was unpacked and installed by the recipe, without an index."""
    folder = tmp_path_factory.mktemp("machine")
    shutil.copy2(archive, folder)
    done = shell(pipelines.recipes(CI / "README.md")[1], folder, PYTHONPATH=others())
    assert done.returncode == 0, done.stderr
    assert "examgate run" in done.stdout
    return folder


def others() -> str:
    """The libraries that run this test stand in for those that the narrow archive lacks."""
    return site.getsitepackages()[0]


@pytest.fixture
def repository(installed: Path) -> Iterator[Path]:
    """A vendor's repository on that machine, with what the ready files expect; the targets are tiny ones."""
    exam = installed / "exam"
    (exam / "targets").mkdir(parents=True)
    start = json.dumps(["{python}", str(TINY / "target.py")])
    text = (TINY / "tiny.toml").read_text(encoding="utf-8").replace('["{python}", "TARGET"]', start)
    for name in ("mate-50", "iphone-15"):
        (exam / "targets" / f"{name}.toml").write_text(text, encoding="utf-8")
    (exam / "policy.toml").write_text(POLICY, encoding="utf-8")
    (exam / "wheels").symlink_to(installed / "wheels")
    yield installed
    for name in ("exam", "runs"):
        shutil.rmtree(installed / name, ignore_errors=True)
    for name in ("gate.md", "step.md"):
        (installed / name).unlink(missing_ok=True)


def run_job(
    job: Job, repository: Path, suite: str = "green", *, install: bool = False
) -> subprocess.CompletedProcess[str]:
    """A job as it stands, but of a tiny suite, which has no hundred scenarios, and on a machine that has the kit already."""
    rules = {"green": "greenrules", "features": "rules"}[suite]
    tiny = f"examgate run --features {TINY / suite} --catalogue {TINY / rules} --steps tinysteps -n 1 "
    lines = job.script.replace("examgate run ", tiny).splitlines()
    path = f"{others()}:{TINY}"
    done = shell(
        "\n".join(line for line in lines if install or not re.search(INSTALLS, line)),
        repository,
        **{**job.environment, "PYTHONPATH": path, "GITHUB_STEP_SUMMARY": str(repository / "step.md")},
    )
    for source, place in job.carried if done.returncode == 0 else ():
        shutil.copytree(repository / source, repository / place)
    return done


@pytest.mark.needs_index
@pytest.mark.parametrize("name", READERS)
def test_a_release_that_keeps_the_rules_goes_through(name: str, repository: Path) -> None:
    judging, gating = READERS[name](CI / name)
    for number, job in enumerate(judging):
        done = run_job(job, repository, install=number == 0)
        assert done.returncode == 0, done.stdout + done.stderr
    views = {path.name for path in repository.glob("runs/*/latest/*")}
    assert {"index.html", "junit.xml", "results.json", "summary.md", "allure-results"} <= views
    done = run_job(gating, repository)
    assert done.returncode == 0, done.stdout + done.stderr
    summary = (repository / "gate.md").read_text(encoding="utf-8")
    assert summary.startswith("# ✅")
    assert "mate-50" in summary
    assert "iphone-15" in summary


@pytest.mark.needs_index
def test_a_release_that_breaks_a_rule_is_judged_to_the_end_and_stopped_by_the_gate(repository: Path) -> None:
    judging, gating = READERS["gitlab-ci.yml"](CI / "gitlab-ci.yml")
    assert run_job(judging[0], repository, "features").returncode == 0
    done = run_job(gating, repository)
    assert done.returncode == 1, done.stdout + done.stderr
    assert (repository / "gate.md").read_text(encoding="utf-8").startswith("# ❌")


@pytest.mark.needs_index
@pytest.mark.parametrize("name", READERS)
def test_a_target_that_cannot_be_judged_stops_the_pipeline(name: str, repository: Path) -> None:
    shutil.rmtree(repository / "exam" / "targets")
    judging, _ = READERS[name](CI / name)
    done = run_job(judging[0], repository)
    assert done.returncode != 0
    assert "mate-50" in done.stderr
    assert not (repository / "runs").exists()


@pytest.mark.parametrize("name", READERS)
def test_every_command_and_option_in_a_ready_file_exists(name: str) -> None:
    forms = {"run": run.FORM, "render": render.FORM, "gate": gate.FORM}
    judging, gating = READERS[name](CI / name)
    lines = [line for job in (*judging, gating) for line in job.script.splitlines() if "examgate " in line]
    called = [line.split("examgate ", 1)[1].split() for line in lines if "bin/examgate" in line]
    assert {words[0] for words in called} == set(forms)
    for command, *words in called:
        options = {option.name for option in forms[command].options}
        assert {word for word in words if word.startswith("--")} <= options
        assert command in cli.COMMANDS


def test_the_container_installs_as_the_recipe_does_and_what_the_gate_installs() -> None:
    found = list(pipelines.instructions(CI / "Containerfile"))
    assert found[0][0] == "FROM"
    assert {name for name, _ in found} <= {"FROM", "RUN", "USER", "WORKDIR", "ENV", "ENTRYPOINT", "CMD"}
    ran = [command for name, rest in found if name == "RUN" for command in pipelines.commands(rest)]
    wanted = {
        word
        for command in ran
        if command[:2] == ["apt-get", "install"]
        for word in command[2:]
        if word[0] != "-"
    }
    everything = (CI.parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    assert wanted == {"libgl1", "libglib2.0-0", "libzbar0"}
    assert all(name in everything for name in wanted), "no library that the whole gate does not know"
    (install,) = [command for command in ran if command[0] == "pip"]
    recipe = pipelines.recipes(CI / "README.md")[1].splitlines()[2].split()
    assert set(recipe[1:]) - {"wheels"} <= set(install)
    says = dict(found)
    assert json.loads(says["ENTRYPOINT"]) == ["examgate"]
    assert json.loads(says["CMD"])[0] in cli.COMMANDS


@pytest.mark.needs_index
def test_the_containers_install_really_installs(installed: Path) -> None:
    ran = [rest for name, rest in pipelines.instructions(CI / "Containerfile") if name == "RUN"]
    (install,) = [command for rest in ran for command in pipelines.commands(rest) if command[0] == "pip"]
    words = ["wheels" if word == "/wheels" else word for word in install]
    lines = [
        ".venv/bin/pip uninstall --yes examgate",
        f".venv/bin/{' '.join(words)}",
        ".venv/bin/examgate --help",
    ]
    done = shell("\n".join(lines), installed, PYTHONPATH=others())
    assert done.returncode == 0, done.stderr
    assert "Successfully installed examgate" in done.stdout
