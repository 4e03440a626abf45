"""One session of pytest over the features, with a closed list of plugins and nothing of the user's own settings."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from conformance.plan import Plan

REQUEST = "request.json"
ENVIRONMENT = {
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTEST_ADDOPTS": "",
    "PYTEST_PLUGINS": "",
    "PYTHONSAFEPATH": "1",  # a worker finds our rooms, and no folder of the same name where the user stands
}


class Silencer:
    """Lets pytest's own reporter, which other plugins expect to find, speak to nobody: the terminal speaks the user's language."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        loud = config.pluginmanager.get_plugin("terminalreporter")
        if loud is not None:
            config.pluginmanager.unregister(loud)
        config.pluginmanager.register(pytest.TerminalReporter(config, io.StringIO()), "terminalreporter")


def run(plan: Plan, folder: Path, plugins: Sequence[object], further: Sequence[str] = ()) -> int:
    """Run what the plan's request asks for; pytest's exit code. `folder` is where it writes, `further` words for pytest."""
    request = folder / REQUEST
    replace(plan.request, folder=str(folder.resolve())).save(request)
    words = ["-c", str(files("conformance") / "run.ini"), "--rootdir", str(plan.suite.folder)]
    words += ["--examgate-run", str(request), *further]
    with _environment(ENVIRONMENT):
        code = pytest.main([*words, str(plan.suite.folder)], plugins=[*plugins, Silencer()])
    request.unlink()
    return int(code)


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
