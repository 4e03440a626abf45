"""By CSS selector: translated, as each driver does it, into a UiSelector or a class chain."""

import json
import re
from collections.abc import Callable, Mapping

from simulators.wire.webdriver.errors import WireError
from simulators.wire.webdriver.ios.views import PREFIX
from simulators.wire.webdriver.locators.class_chain import by_class_chain
from simulators.wire.webdriver.locators.css import Compound, CssError, Trait, compounds
from simulators.wire.webdriver.locators.uiautomator import by_ui_selector
from simulators.wire.webdriver.snapshot import Snapshot
from simulators.wire.webdriver.views import View

Translate = Callable[[tuple[Compound, ...], str], str]
TRUTH = {None: True, "": True, "true": True, "false": False}
ANDROID_FLAGS = {
    "checkable": "checkable", "checked": "checked", "clickable": "clickable", "enabled": "enabled",
    "focusable": "focusable", "focused": "focused", "long-clickable": "longClickable", "scrollable": "scrollable",
    "selected": "selected",
}  # fmt: skip
ANDROID_NUMBERS = {"index": "index", "nth-child": "index", "instance": "instance"}
ANDROID_TEXTS = {
    "text": "text", "class-name": "className", "package-name": "packageName", "resource-id": "resourceId",
    "id": "resourceId", "description": "description", "content-description": "description",
    "content-desc": "description", "desc": "description", "accessibility-id": "description",
}  # fmt: skip
PARTIAL: Mapping[str, str] = {"*=": "Contains", "^=": "StartsWith"}
PATTERN: Mapping[str, str] = {"*=": ".*{}.*", "^=": "{}.*", "$=": ".*{}", "~=": r"(?s).*\b{}\b.*"}
"""The pattern, which a UiSelector holds against the whole value."""
IOS_FLAGS = {
    "visible": "visible", "accessible": "accessible", "accessibility-container": "accessibilityContainer",
    "enabled": "enabled",
}  # fmt: skip
IOS_NUMBERS = {"index", "nth-child"}
IOS_TEXTS = {"label": "label", "name": "name", "id": "name", "value": "value", "type": "type"}
IOS_SIGNS: Mapping[str, str] = {
    "=": "==", "*=": "CONTAINS", "^=": "BEGINSWITH", "$=": "ENDSWITH", "~=": "CONTAINS",
}  # fmt: skip


def by_css_on_android(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    return by_ui_selector(snapshot, within, _translated(value, ui_selector, snapshot.scene.package))


def by_css_on_ios(snapshot: Snapshot, within: View | None, value: str) -> list[View]:
    return by_class_chain(snapshot, within, _translated(value, class_chain, snapshot.scene.package))


def _translated(css: str, translate: Translate, package: str) -> str:
    try:
        return translate(compounds(css), package)
    except CssError as fault:
        raise WireError("invalid selector", f"CSS selector {css!r}: {fault}") from fault


def ui_selector(parts: tuple[Compound, ...], package: str) -> str:
    """UiAutomator2's translation: each further element is a child selector of the one before."""
    first, *rest = parts
    written = "".join(("new UiSelector()", *_classes(first), *_id(first, package)))
    written += "".join(_android(trait, package) for trait in first.traits)
    return f"{written}.childSelector({ui_selector(tuple(rest), package)})" if rest else written


def _classes(part: Compound) -> list[str]:
    """`a.b.C` is a class name; `C` alone is the end of one."""
    names = [name for name in (part.type, *part.classes) if name not in ("", "*")]
    if not names:
        return []
    if len(names) > 1 and part.type not in ("", "*"):
        return [_call("className", ".".join(names))]
    return [_call("classNameMatches", rf"(.*\.)?{re.escape('.'.join(names))}")]


def _id(part: Compound, package: str) -> list[str]:
    return [_call("resourceId", _whole_id(part.id, package))] if part.id else []


def _whole_id(name: str, package: str) -> str:
    return name if ":id/" in name else f"{package}:id/{name}"


def _android(trait: Trait, package: str) -> str:
    if trait.name in ANDROID_FLAGS:
        return f".{ANDROID_FLAGS[trait.name]}({str(_truth(trait)).lower()})"
    if trait.name in ANDROID_NUMBERS:
        return f".{ANDROID_NUMBERS[trait.name]}({_whole(trait)})"
    if trait.name not in ANDROID_TEXTS:
        raise _unknown(trait, [*ANDROID_FLAGS, *ANDROID_NUMBERS, *ANDROID_TEXTS])
    method, value = ANDROID_TEXTS[trait.name], trait.value or ""
    if method == "resourceId" and trait.sign == "=":
        return _call(method, _whole_id(value, package))
    if trait.sign == "=":
        return _call(method, value)
    if method in ("text", "description") and trait.sign in PARTIAL:
        return _call(method + PARTIAL[trait.sign], value)
    return _call(f"{method}Matches", PATTERN[trait.sign].format(re.escape(value)))


def _call(method: str, argument: str) -> str:
    return f".{method}({json.dumps(argument, ensure_ascii=False)})"


def class_chain(parts: tuple[Compound, ...], _: str) -> str:
    """XCUITest's translation: a type may go without its prefix, what is below stands behind `**/`."""
    return "/".join(_step(part) for part in parts)


def _step(part: Compound) -> str:
    if part.classes:
        raise CssError(
            f"an element of iOS has no class {'.'.join(part.classes)!r}; its type is written as {PREFIX}Window"
        )
    numbered = [trait for trait in part.traits if trait.name in IOS_NUMBERS]
    conditions = [f"name == {json.dumps(part.id, ensure_ascii=False)}"] if part.id else []
    conditions += [_ios(trait) for trait in part.traits if trait not in numbered]
    joined = " AND ".join(conditions).replace("`", "``")
    written = _type(part.type) + (f"[`{joined}`]" if conditions else "")
    written += f"[{_whole(numbered[0])}]" if numbered else ""
    return written if part.child else f"**/{written}"


def _type(name: str) -> str:
    if name in ("", "*"):
        return "*"
    return name if name.startswith(PREFIX) else f"{PREFIX}{name[0].upper()}{name[1:]}"


def _ios(trait: Trait) -> str:
    if trait.name in IOS_FLAGS:
        return f"{IOS_FLAGS[trait.name]} == {int(_truth(trait))}"
    if trait.name not in IOS_TEXTS:
        raise _unknown(trait, [*IOS_FLAGS, *IOS_NUMBERS, *IOS_TEXTS])
    value = json.dumps(trait.value or "", ensure_ascii=False)
    return f"{IOS_TEXTS[trait.name]} {IOS_SIGNS[trait.sign]} {value}"


def _truth(trait: Trait) -> bool:
    if trait.value not in TRUTH:
        raise CssError(f"{trait.name} is true or false, not {trait.value!r}")
    return TRUTH[trait.value]


def _whole(trait: Trait) -> int:
    if not re.fullmatch(r"-?\d{1,9}", trait.value or "", re.ASCII):
        raise CssError(f"{trait.name} is a whole number, not {trait.value!r}")
    return int(trait.value or 0)


def _unknown(trait: Trait, known: list[str]) -> CssError:
    return CssError(f"no driver translates {trait.name!r}; it does {', '.join(known)}")
