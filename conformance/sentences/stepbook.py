"""The step definitions of a suite: found, counted for the lint, and dealt out to the chapters that need them."""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from _pytest.fixtures import FixtureFunctionDefinition
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from conformance.faults import Fault, Words, foreign
from conformance.sentences.suite import SuiteError

BILINGUAL = "steps.bilingual"
IMPORTABLE = Words("a package of step definitions that can be imported", "可导入的步骤定义包")


class StepBook:
    """The modules of the packages that hold steps; SuiteError if one cannot be imported."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._modules = [module for package in packages for module in _modules(package)]
        self._fitting = cache(self._look_up)

    @property
    def plugins(self) -> Iterator[ModuleType]:
        """The modules as plugins, for all chapters: their fixtures and hooks, without the step definitions."""
        for module in self._modules:
            plugin = ModuleType(module.__name__, module.__doc__)
            vars(plugin).update({name: value for name, value in vars(module).items() if not _context(value)})
            yield plugin

    def needed(self, sentences: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """The definitions, by name, of sentences given as kind (given, when, then) and text.

        pytest-bdd goes through all that a scenario's module can see, twice for each step; so it is to see no more.
        """
        return {
            name: definition for kind, text in sentences for name, definition in self._fitting(text, kind)
        }

    def matches(self, text: str, kind: str) -> int:
        """How many step functions of a kind (given, when, then) fit a sentence; two wordings of one count once."""
        contexts = (_context(definition) for _, definition in self._fitting(text, kind))
        return len({id(context.step_func) for context in contexts if context})

    def _look_up(self, text: str, kind: str) -> list[tuple[str, Any]]:
        return [
            (name, definition)
            for name, definition, context in self._definitions
            if context.type in (kind, None) and context.parser.is_matching(text)
        ]

    @cached_property
    def _definitions(self) -> list[tuple[str, Any, StepFunctionContext]]:
        found = ((name, value, _context(value)) for m in self._modules for name, value in vars(m).items())
        return [(name, value, context) for name, value, context in found if context]


@cache
def book(packages: tuple[str, ...]) -> StepBook:
    """The step book of these packages; one process makes it once."""
    return StepBook(packages)


def _context(value: object) -> StepFunctionContext | None:
    """What pytest-bdd knows of a step definition; None for whatever else a module holds."""
    wrapped = value._get_wrapped_function() if isinstance(value, FixtureFunctionDefinition) else None  # noqa: SLF001
    return step_function_context_registry.get(wrapped) if wrapped else None


@cache
def translate(text: str) -> str:
    """The Chinese for a sentence; empty where its step has none."""
    bilingual = _bilingual()
    try:
        return str(bilingual.chinese(text))
    except bilingual.UntranslatedError:
        return ""


@cache
def meaning(text: str) -> Mapping[str, object]:
    """The arguments of an English sentence as its step receives them; none where no bilingual step defines it."""
    found = next(_bilingual().matching(text), None)
    return (found and found.meaning("english", text)) or {}


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
