"""The reference adapter of docs/bench, served in this process."""

from __future__ import annotations

import importlib.util
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "docs" / "bench"
TOKEN = "a token for tests"


@pytest.fixture
def adapter() -> ModuleType:
    """The adapter, read anew, so that a test may change it."""
    spec = importlib.util.spec_from_file_location("adapter", BENCH / "adapter.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def served(adapter: Any) -> Iterator[str]:
    """The address of a bench made of the adapter as it is now."""
    pair = json.loads((BENCH / "pair.json").read_text(encoding="utf-8"))
    handler = type("Bench", (adapter.Bench,), {"staging": adapter.Staging(pair), "token": TOKEN})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/bench/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
