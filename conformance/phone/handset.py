"""One phone in the hand: what a person can see on it and do with it, through Appium.

Elements are named as in the target file, `app.screen.element` (such as `main.login.account`), so that a screen
class holds names and the target file holds labels. An element that is not there raises `NotShown`, which lists
the texts that are; a lost driver raises `TransportLost`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import (
    ElementNotInteractableException,
    ElementNotVisibleException,
    InvalidSessionIdException,
    NoSuchElementException,
    WebDriverException,
)
from urllib3.exceptions import HTTPError

from conformance.outcome import NotShown, TransportLost, Withheld
from conformance.phone import keys, locating, screentree, scrolling
from conformance.phone.locating import Strategy
from conformance.phone.screentree import Tree
from conformance.phone.scrolling import Direction
from conformance.target import Driver, Locator, Target
from reports.form import Text

if TYPE_CHECKING:
    from appium.webdriver.webdriver import WebDriver
    from appium.webdriver.webelement import WebElement

DIRECTIONS: tuple[Direction, ...] = ("down", "up")
FIRST: object = 1
"""How often a phone has been switched on that nothing was done to."""
Connect = Callable[[str, Driver], "WebDriver"]
OUT_OF_SIGHT = (ElementNotInteractableException, ElementNotVisibleException)
"""WebDriver's word for an element that cannot be touched where it is, and WebDriverAgent's."""


class Handset:
    """A phone by its udid; the WebDriver session opens with the first look and is closed by the stagehand.

    `name` is what the report calls the phone: main, aux, or a further phone's name. `kind` names its driver.
    """

    def __init__(
        self, udid: str, name: str, target: Target, connect: Connect, kind: Driver = "android"
    ) -> None:
        self.udid, self.name, self.target, self.kind = udid, name, target, kind
        self._connect = connect
        self._driver: WebDriver | None = None
        self._off, self._boots = False, FIRST
        self.secrets: set[str] = set()
        """What was read of elements whose words the target's file calls secret."""

    @property
    def driver(self) -> WebDriver:
        """The Appium driver itself, for what this class has no word for."""
        if self._off:
            raise TransportLost(
                Text(
                    f"the {self.name} phone ({self.udid}) is switched off",
                    f"手机（{self.name}，{self.udid}）已关机",
                )
            )
        if self._driver is None:
            with self._lab():
                self._driver = self._connect(self.udid, self.kind)
        return self._driver

    @property
    def opened(self) -> bool:
        return self._driver is not None

    @property
    def session(self) -> str:
        """The id of the WebDriver session; empty where none is open."""
        return str(self._driver.session_id or "") if self._driver else ""

    def runs(self, on: bool, boots: object) -> None:
        """The phone is on or off, and has been switched on so often: what was begun before that is gone from a real driver."""
        if not on or boots != self._boots:
            self.close()
        self._off, self._boots = not on, boots

    def close(self) -> None:
        """End the WebDriver session; ending none, or one whose driver is gone, is no error."""
        driver, self._driver = self._driver, None
        if driver is not None:
            with suppress(TransportLost), self._lab():
                driver.quit()

    # --- seeing ------------------------------------------------------------------------------------------

    def shows(self, name: str, **values: str) -> bool:
        """Whether the element is on the screen."""
        return bool(self.find_all(name, **values))

    def reaches(self, name: str, **values: str) -> bool:
        """Whether the element is on the page, be it further up or down; it is in sight then."""
        return self._in_sight(name, values) or self._scrolled_to(name, values)

    def find(self, name: str, **values: str) -> WebElement:
        """The element; `NotShown` if it is not there."""
        how, value = self._strategy(name, values)
        with self._lab():
            try:
                return self.driver.find_element(how, value)
            except NoSuchElementException as fault:
                raise self.not_shown(self._told(name, values)) from fault

    def find_all(self, name: str, **values: str) -> list[WebElement]:
        """Every element that fits, in the order of the screen."""
        how, value = self._strategy(name, values)
        with self._lab():
            return self.driver.find_elements(how, value)

    def text(self, name: str, **values: str) -> str:
        """The text of an element, wherever on the page it stands."""
        if not self.shows(name, **values):
            self._scrolled_to(name, values)
        element = self.find(name, **values)
        with self._lab():
            said = element.text
        if name in self.target.masked.names:
            self.secrets.add(said)
        return said

    def enabled(self, name: str, **values: str) -> bool:
        """Whether the element can be used."""
        element = self.find(name, **values)
        with self._lab():
            return element.is_enabled()

    def tree(self) -> Tree:
        """Everything on the screen, as the evidence keeps it."""
        return screentree.parse(self.source(), self.kind)

    def texts(self) -> list[str]:
        """Every text and description on the screen, from top to bottom."""
        return screentree.texts(self.tree())

    def whole_page(self) -> list[str]:
        """Every text and description of the page, from its beginning to its end; the page is moved for it."""
        self._moved("up")
        return list(dict.fromkeys(text for tree in self._moved("down") for text in screentree.texts(tree)))

    def _moved(self, direction: Direction) -> list[Tree]:
        """What the screen shows while the page is moved that way, until it moves no further."""
        seen: list[Tree] = []
        for _ in range(scrolling.MOST_SCREENS):
            if seen and self.tree() == seen[-1]:
                break
            seen.append(self.tree())
            with self._lab():
                scrolling.SCROLL[self.kind](self.driver, direction, seen[-1]["bounds"])
        return seen

    def reads(self, words: str) -> bool:
        """Whether these words stand anywhere on the screen."""
        return any(words in text for text in self.texts())

    def finds(self, words: str) -> bool:
        """Whether the driver finds an element whose text is these words, whatever the screen says."""
        how, value = locating.strategy(Locator(words, "text", words), self.kind)
        with self._lab():
            return bool(self.driver.find_elements(how, value))

    def source(self) -> str:
        """The page source, as the phone's driver gives it."""
        with self._lab():
            return self.driver.page_source

    def screenshot(self) -> bytes:
        """The screen as a PNG."""
        with self._lab():
            return self.driver.get_screenshot_as_png()

    def command(self, name: str, arguments: Mapping[str, object]) -> Any:
        """What the phone answers to a `mobile:` command of its driver; None where it has none, or refuses it."""
        with self._lab():
            try:
                return self.driver.execute_script(f"mobile: {name}", dict(arguments))
            except InvalidSessionIdException:
                raise
            except WebDriverException:
                return None

    def does(self, name: str, arguments: Mapping[str, object]) -> bool:
        """Whether the phone takes a `mobile:` command of its driver; what it answers is of no interest."""
        with self._lab():
            try:
                self.driver.execute_script(f"mobile: {name}", dict(arguments))
            except InvalidSessionIdException:
                raise
            except WebDriverException:
                return False
        return True

    # --- doing -------------------------------------------------------------------------------------------

    def tap(self, name: str, **values: str) -> None:
        """Touch an element, wherever on the page it stands; one that cannot be used is `NotShown` as usable."""
        self._reach(name, values, lambda element: element.click())

    def type(self, name: str, text: str, **values: str) -> None:
        """Put `text` into a field in the place of what was there."""

        def write(element: WebElement) -> None:
            element.clear()
            element.send_keys(text)

        self._reach(name, values, write)

    def _reach(self, name: str, values: Mapping[str, str], do: Callable[[WebElement], object]) -> None:
        """Do it where the element is; scroll to it if it is not in sight."""
        try:
            self._touch(name, values, do)
        except NotShown:
            if not self._scrolled_to(name, values):
                raise
            self._touch(name, values, do)

    def _touch(self, name: str, values: Mapping[str, str], do: Callable[[WebElement], object]) -> None:
        if name in self.target.irreversible:
            raise Withheld(name)
        element = self.find(name, **values)
        with self._lab():
            if not element.is_enabled():
                raise self.not_shown(f"{self._told(name, values)}, enabled")
            try:
                do(element)
            except OUT_OF_SIGHT as hidden:
                raise self.not_shown(f"{self._told(name, values)}, in sight") from hidden

    def _scrolled_to(self, name: str, values: Mapping[str, str]) -> bool:
        """Move the page until the element comes into sight; False where it has been there, or never comes."""
        if self._in_sight(name, values):
            return False
        for direction in DIRECTIONS:
            before: Tree = {}
            for _ in range(scrolling.MOST_SCREENS):
                if (now := self.tree()) == before:
                    break
                before = now
                with self._lab():
                    scrolling.SCROLL[self.kind](self.driver, direction, now["bounds"])
                if self._in_sight(name, values):
                    return True
        return False

    def _in_sight(self, name: str, values: Mapping[str, str]) -> bool:
        found = self.find_all(name, **values)
        with self._lab():
            return bool(found) and found[0].is_displayed()

    def press(self, key: str) -> None:
        """Press a key: home, back, power or recents. Where the page has a button for it, that is touched instead."""
        button = f"system.key.{key}"
        press = keys.KEYS[self.kind].get(key)
        named = self.kind in self.target.screens.get(button, {})
        if press is None or (named and self.shows(button)):
            self.tap(button)
            return
        with self._lab():
            press(self.driver)

    def launch(self, role: str) -> None:
        """Bring the app of a role (main, aux) to the front."""
        with self._lab():
            self.driver.activate_app(self.target.app(role).id(self.kind))

    def terminate(self, role: str) -> None:
        """End the app of a role."""
        with self._lab():
            self.driver.terminate_app(self.target.app(role).id(self.kind))

    def not_shown(self, wanted: str) -> NotShown:
        """The outcome for something that is not on the screen, with what is."""
        expected = Text(f"on the {self.name} phone: {wanted}", f"手机（{self.name}）上应有：{wanted}")
        there = " | ".join(self.texts())
        return NotShown(expected=expected, seen=Text(f"the screen shows: {there}", f"屏幕上有：{there}"))

    def _strategy(self, name: str, values: Mapping[str, str]) -> Strategy:
        return locating.strategy(self.target.locator(name, self.kind, **values), self.kind)

    def _told(self, name: str, values: Mapping[str, str]) -> str:
        return str(self.target.locator(name, self.kind, **values))

    @contextmanager
    def _lab(self) -> Iterator[None]:
        try:
            yield
        except (WebDriverException, HTTPError, OSError) as fault:
            cause = Text(
                f"the driver of the {self.name} phone ({self.udid}) failed",
                f"手机（{self.name}，{self.udid}）的驱动出错",
            )
            raise TransportLost(cause, seen=f"{type(fault).__name__}: {fault}".strip()) from fault
