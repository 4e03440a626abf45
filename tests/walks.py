"""Requests that schemathesis invents from a published document, of any of its operations."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok

Case = schemathesis.Case[Any]
USUAL = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def requests(schema: Any) -> st.SearchStrategy[Case]:
    """Right ones and wrong ones."""
    found = schema.get_all_operations()
    return st.one_of([one.ok().as_strategy() for one in found if isinstance(one, Ok)])
