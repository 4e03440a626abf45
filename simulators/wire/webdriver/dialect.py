"""How one of Appium's drivers speaks of a phone. A session has one dialect, which is that of its phone's system."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulators.wire.webdriver.android import attributes as android_attributes
from simulators.wire.webdriver.android import source as android_source
from simulators.wire.webdriver.android import views as android_views
from simulators.wire.webdriver.document import Document
from simulators.wire.webdriver.ios import attributes as ios_attributes
from simulators.wire.webdriver.ios import source as ios_source
from simulators.wire.webdriver.ios import views as ios_views
from simulators.wire.webdriver.parts import Model
from simulators.wire.webdriver.views import Scene, View


@dataclass(frozen=True, slots=True, eq=False)
class Dialect:
    """What differs from driver to driver.

    `driver` is the automation name, `home` the package that is in front where no app is. `document` is what XPath
    searches. `finds_itself` says whether a search from an element may find that element, `scrolls_to_touch` whether
    what is out of sight is brought into sight to be touched.
    """

    driver: str
    platform: str
    home: str
    views: Callable[[Scene], View]
    document: Callable[[Any], Document]
    source: Callable[[Any], str]
    attribute: Callable[[Any, str], str | None]
    element_id: Callable[[int], str]
    finds_itself: bool
    scrolls_to_touch: bool
    in_points: bool

    def scale(self, model: Model) -> int:
        """The number of pixels of one unit in which this driver measures that phone."""
        return model.scale if self.in_points else 1


UIAUTOMATOR2 = Dialect(
    driver="UiAutomator2",
    platform="Android",
    home="com.android.launcher3",
    views=android_views.views,
    document=android_source.document,
    source=android_source.source,
    attribute=android_attributes.attribute,
    element_id=lambda number: f"00000000-0000-0000-ffff-ffff{number:08x}",
    finds_itself=False,
    scrolls_to_touch=False,
    in_points=False,
)
XCUITEST = Dialect(
    driver="XCUITest",
    platform="iOS",
    home="com.apple.springboard",
    views=ios_views.views,
    document=ios_source.document,
    source=ios_source.source,
    attribute=ios_attributes.attribute,
    element_id=lambda number: f"{number.to_bytes(4, 'little').hex().upper()}-0000-0000-1B03-000000000000",
    finds_itself=True,
    scrolls_to_touch=True,
    in_points=True,
)
DIALECTS: Mapping[str, Dialect] = {dialect.platform: dialect for dialect in (UIAUTOMATOR2, XCUITEST)}
"""By what a phone answers as. There is no driver for any other."""
