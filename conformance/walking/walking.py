"""One phone led over the screens that need no exam; on each, every element of the target's file is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from conformance.outcome import NotShown, Outcome, Unreached, Withheld
from conformance.phone.handset import Handset
from conformance.target import Target, TargetError
from conformance.target.pairs import Account
from conformance.walking.forms import Element, Hop, Screen, State, Walked, hops
from reports.form import NOTHING, Text

ALLOW, LATER = "system.permission.allow", ("main.update.later", "aux.update.later")
MOST_QUESTIONS, MOST_PAGES = 8, 6
BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "main": ("main.exams.mine", "main.login.register"),
    "aux": ("aux.home.scan",),
}
UNDER_WAY = (
    "main.waiting.page",
    "main.answering.page",
    "main.question.page",
    "main.reading.page",
    "main.going_on.page",
    "main.display.page",
    "main.photos.page",
    "aux.recording.page",
)
"""Screens of an exam."""
MAJOR = "major"
NO_ACCOUNT = Text("no test account is named (`tester` of the pair)", "未填写测试账号（该组手机的 tester）")
LOST = Text("the phone could not be led to the end", "未能走完各页面")


class Walker:
    """`majors` are those of the season, for the entries of lists."""

    def __init__(self, phone: Handset, role: str, tester: Account, majors: Iterable[str]) -> None:
        self._phone, self._role, self._tester, self._majors = phone, role, tester, tuple(majors)
        self._target = phone.target

    def walk(self, pair: str = "") -> Walked:
        """Every screen of the role's app."""
        screens: list[Screen] = []
        fault, quoted = NOTHING, ""
        try:
            self._phone.launch(self._role)
            self._clear_away()
            self._to_the_beginning()
            for hop in hops()[self._role]:
                screens += self._hop(hop)
        except Outcome as lost:
            fault = lost.cause if isinstance(lost.cause, Text) and lost.cause else LOST
            quoted = lost.seen if isinstance(lost.seen, str) and lost.seen else str(lost)
        return Walked(
            pair=pair,
            role=self._role,
            udid=self._phone.udid,
            driver=self._phone.kind,
            screens=tuple(_once(screens)),
            fault=fault,
            quoted=quoted,
        )

    def _to_the_beginning(self) -> None:
        """Back from wherever the app was left; never out of an exam, which going back would end."""
        for _ in range(MOST_PAGES):
            if (page := next((name for name in UNDER_WAY if self._shows(name)), None)) is not None:
                raise Unreached(
                    Text(f"an exam is under way on this phone: {page}", f"该手机上正在进行考试：{page}")
                )
            if any(self._shows(name) for name in BEGINNINGS[self._role]):
                return
            self._phone.press("back")
            self._clear_away()

    def _hop(self, hop: Hop) -> Iterator[Screen]:
        """The screen, or why it was not reached; nothing where the hop is not for this app as it stands."""
        if (hop.unless and self._shows(hop.unless)) or (hop.only and not self._shows(hop.only)):
            return
        if hop.account and not self._tester.account and not self._shows("main.exams.mine"):
            yield Screen(name=hop.screen, missed=NO_ACCOUNT)
            return
        try:
            self._go(hop)
        except (NotShown, Withheld) as missed:
            yield Screen(name=hop.screen, missed=_why(missed), texts=tuple(self._phone.texts()))
            return
        yield self._look(hop.screen)
        for _ in range(hop.back):
            self._phone.press("back")
            self._clear_away()

    def _go(self, hop: Hop) -> None:
        for field, word in hop.fills.items():
            self._phone.type(field, getattr(self._tester, word))
        for name in hop.taps:
            self._phone.tap(name, **self._values(name))
            self._clear_away()

    def _values(self, name: str) -> Mapping[str, str]:
        """What fills the hole of an entry in a list: the first of the majors that is there."""
        if MAJOR not in _holes(self._target, name, self._phone):
            return {}
        there = (major for major in self._majors if self._phone.reaches(name, major=major))
        return {MAJOR: next(there, self._majors[0])}

    def _clear_away(self) -> None:
        """Answer what the system asks, and put off what the app offers."""
        for _ in range(MOST_QUESTIONS):
            asked = next((name for name in (ALLOW, *LATER) if self._shows(name)), None)
            if asked is None:
                return
            self._phone.tap(asked)

    def _shows(self, name: str) -> bool:
        try:
            return self._phone.shows(name)
        except TargetError:
            return False

    def _look(self, screen: str) -> Screen:
        names = [name for name in self._target.screens if name.rpartition(".")[0] == screen]
        elements = tuple(
            Element(name=name, locator=self._told(name), state=self._state(name)) for name in names
        )
        return Screen(name=screen, elements=elements, texts=tuple(self._phone.texts()))

    def _told(self, name: str) -> str:
        return self._target.screens[name].get(self._phone.kind, "")

    def _state(self, name: str) -> State:
        holes = _holes(self._target, name, self._phone)
        if holes <= {MAJOR}:
            fillings = [{MAJOR: major} for major in self._majors] if holes else [{}]
            return "found" if any(self._phone.reaches(name, **values) for values in fillings) else "absent"
        return "open"


def _holes(target: Target, name: str, phone: Handset) -> set[str]:
    locator = target.screens[name].get(phone.kind, "")
    return {hole for _, hole, _, _ in Formatter().parse(locator) if hole}


def _once(screens: list[Screen]) -> Iterator[Screen]:
    """Of a screen that was come to several times, the time at which most of it was there."""
    for name in dict.fromkeys(one.name for one in screens):
        times = [one for one in screens if one.name == name]
        yield max(times, key=lambda one: sum(element.state == "found" for element in one.elements))


def _why(missed: Outcome) -> Text:
    if isinstance(missed.cause, Text) and missed.cause:
        return missed.cause
    said = missed.expected if isinstance(missed.expected, Text) else Text(str(missed), str(missed))
    return Text(f"not there: {said.en}", f"未找到：{said.zh}")
