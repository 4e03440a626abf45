import pytest

from simulators.phone.scanner import Frame
from tests.camera.codes import PAYLOAD, code_page


@pytest.fixture(scope="session")
def page() -> Frame:
    return code_page(PAYLOAD)
