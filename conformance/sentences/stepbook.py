"""The step definitions of a suite: found, and counted for the lint."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import ModuleType

from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from conformance.faults import Fault, Words, foreign
from conformance.sentences.suite import SuiteError

BILINGUAL = "steps.bilingual"
IMPORTABLE = Words("a package of step definitions that can be imported", "可导入的步骤定义包")


class StepBook:
    """The modules of the packages that hold steps; SuiteError if one cannot be imported."""

    def __init__(self, packages: Sequence[str]) -> None:
        self.modules = [module for package in packages for module in _modules(package)]
        self._names = {module.__name__ for module in self.modules}

    def matches(self, text: str, kind: str) -> int:
        """How many step functions of a kind (given, when, then) fit a sentence; two wordings of one count once."""
        fitting = (context for context in self._contexts(kind) if context.parser.is_matching(text))
        return len({id(context.step_func) for context in fitting})

    def _contexts(self, kind: str) -> Iterator[StepFunctionContext]:
        for context in step_function_context_registry.values():
            if context.type in (kind, None) and context.step_func.__module__ in self._names:
                yield context


@cache
def translate(text: str) -> str:
    """The Chinese for a sentence; empty where its step has none."""
    bilingual = _bilingual()
    try:
        return str(bilingual.chinese(text))
    except bilingual.UntranslatedError:
        return ""


@cache
def _bilingual() -> ModuleType:
    return importlib.import_module(BILINGUAL)


def _modules(package: str) -> Iterator[ModuleType]:
    try:
        root = importlib.import_module(package)
        yield root
        for found in pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}."):
            yield importlib.import_module(found.name)
    except Exception as broken:
        last = traceback.format_exception_only(broken)[-1].strip()
        fault = Fault(Path(package), "steps", foreign(last), IMPORTABLE)
        raise SuiteError([fault]) from broken
