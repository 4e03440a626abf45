"""A real simulated phone of either system behind the endpoint, with a small app on it."""

from pathlib import Path

from simulators.core.turns import Turns
from simulators.phone.phone import Phone
from simulators.wire.webdriver import Endpoint
from tests.phone.kit import SmallApp, phone
from tests.wire.client import Wire

ANDROID, HARMONY, IPHONE = "xiaomi-redmi-9a", "huawei-mate-50", "iphone-13"


def begun(folder: Path, model: str = ANDROID, **capabilities: object) -> tuple[Wire, Phone, SmallApp]:
    """A session on a phone of that model."""
    device, app, _ = phone(folder, model)
    device.shelf[app.package] = lambda: app
    endpoint = Endpoint(lambda: {device.udid: device}, Turns())
    return Wire(endpoint).begin(device.model.platform, **capabilities), device, app
