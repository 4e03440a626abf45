"""What phone it is, held against what the season asks of phones: kind, system, age, brand, apps, storage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from conformance.readiness.remark import Remark
from conformance.season import Season
from reports.form import Text

TWO_WAYS = (1024**3, 1000**3)
"""A G counted in 1,024s is so much more than one counted in thousands (C19)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a phone. `system` is Android, HarmonyOS, iOS or iPadOS; `runs` apk, ipa or hap; `roles` are
    those of the exam's apps that are installed on it."""

    name: str
    brand: str
    system: str
    version: str
    runs: str
    form: Literal["phone", "tablet"]
    released: date
    free_bytes: int
    roles: frozenset[str] = frozenset()


Judge = Callable[[Facts, Season], Remark]


def remarks(facts: Facts, season: Season) -> list[Remark]:
    """One remark for each aspect that the season asks about, in their order."""
    return [judge(facts, season) for judge in ASPECTS]


def facts(info: Mapping[str, Any], packages: Mapping[str, str]) -> Facts:
    """The facts in what a bench tells of a phone; `packages` are those of the exam's apps, by role."""
    installed = info.get("apps", {})
    return Facts(
        name=info["model"],
        brand=info["brand"],
        system=info["os"],
        version=info["osVersion"],
        runs=info["runs"],
        form=info["form"],
        released=date.fromisoformat(info["released"]),
        free_bytes=info["storage"]["free"],
        roles=frozenset(role for role, package in packages.items() if package in installed),
    )


def first_exam(season: Season) -> datetime:
    """From when the years since a phone came to market are counted back: the season's first formal exam (C27)."""
    windows = [window for subject in season.subjects for window in subject.windows]
    return min(window.start for window in windows if window.formal)


def version(text: str) -> tuple[int, ...]:
    """A version as numbers, so that 10.0 is later than 9.3 and 7 is the same as 7.0."""
    numbers = [int(part) for part in text.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


# --- the aspects -------------------------------------------------------------------------------------------------

NEEDED = {"Android": "android", "HarmonyOS": "harmonyos", "iOS": "ios", "iPadOS": "ios"}
"""The season's minimum for each system."""
RUN = frozenset({"apk", "ipa"})
"""How the two apps are released."""


def form(found: Facts, _: Season) -> Remark:
    if found.form == "tablet":
        return Remark("form", "unfit", Text("tablets and iPads are not supported", "不支持平板电脑和 iPad"))
    return Remark("form", "fit", Text("a phone", "手机"))


def system(found: Facts, season: Season) -> Remark:
    asked = season.minimum(NEEDED[found.system]) if found.system in NEEDED else None
    has = f"{found.system} {found.version}"
    if asked is None:
        return Remark(
            "system", "fit", Text(f"{has}; the season asks for no version", f"{has}，本年度未规定版本")
        )
    if version(found.version) < version(str(asked)):
        said = Text(
            f"{has}; {found.system} {asked} or later is recommended",
            f"{has}，建议使用 {found.system} {asked} 及以上版本",
        )
        return Remark("system", "advice", said)
    return Remark("system", "fit", Text(f"{has}, at least {asked}", f"{has}，不低于 {asked}"))


def apps(found: Facts, _: Season) -> Remark:
    if found.runs not in RUN:
        said = Text(
            f"{found.system} {found.version} runs neither Android's apps nor the iPhone's",
            f"{found.system} {found.version} 不能运行安卓应用和 iPhone 应用",
        )
        return Remark("apps", "unfit", said)
    if {"main", "aux"} <= found.roles:
        said = Text(
            "both apps are installed on this phone; each needs a phone of its own",
            "两个应用安装在同一部手机上，应分别安装在两部手机上",
        )
        return Remark("apps", "unfit", said)
    return Remark("apps", "fit", Text("runs the exam's apps", "可以运行考试应用"))


def youngest_allowed(season: Season) -> date:
    """A phone that came to market on this day or later is recommended; the first of all days where the season is silent."""
    years = season.minimum("released_within_years")
    return _years_before(first_exam(season).date(), years) if isinstance(years, int) else date.min


def age(found: Facts, season: Season) -> Remark:
    since, on = youngest_allowed(season), found.released.isoformat()
    if found.released >= since:
        return Remark("age", "fit", Text(f"came to market on {on}", f"上市日期 {on}"))
    said = Text(
        f"came to market on {on}; {since.isoformat()} or later is recommended",
        f"上市日期 {on}，建议使用 {since.isoformat()} 及以后上市的手机",
    )
    return Remark("age", "advice", said)


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, month=3, day=1)


def brand(found: Facts, season: Season) -> Remark:
    if banned_brand(found, season):
        return _ban("brand", "banned_brands", found.brand, season)
    against, mainstream = (_names(season.minimum(name)) for name in ("advised_against", "mainstream"))
    for brand in against:
        if brand.casefold() == found.brand.casefold() or found.name.casefold().startswith(brand.casefold()):
            return Remark(
                "brand", "advice", Text(f"{brand} phones are not recommended", f"不建议使用 {brand} 手机")
            )
    if mainstream and found.brand.casefold() not in {brand.casefold() for brand in mainstream}:
        said = Text(
            f"{found.brand} is none of the brands that the notice names: {', '.join(mainstream)}",
            f"{found.brand} 不在须知列举的品牌之内：{'、'.join(mainstream)}",
        )
        return Remark("brand", "advice", said)
    return Remark("brand", "fit", Text(found.brand, found.brand))


def banned(found: Facts, season: Season) -> bool:
    """Whether the season names this very model, not one whose name only begins alike."""
    models = {model.casefold() for model in _names(season.minimum("banned_models"))}
    return not models.isdisjoint({found.name.casefold(), f"{found.brand} {found.name}".casefold()})


def banned_brand(found: Facts, season: Season) -> bool:
    """Whether the season bans every phone of this brand."""
    return found.brand.casefold() in {brand.casefold() for brand in _names(season.minimum("banned_brands"))}


def model(found: Facts, season: Season) -> Remark:
    if not banned(found, season):
        return Remark("model", "fit", Text(found.name, found.name))
    return _ban("model", "banned_models", found.name, season)


def _ban(aspect: str, minimum: str, name: str, season: Season) -> Remark:
    """A ban is a rule, or advice, as the season says."""
    if season.minimums[minimum].force == "rule":
        return Remark(aspect, "unfit", Text(f"{name} may not be used", f"不得使用 {name}"))
    return Remark(aspect, "advice", Text(f"{name} is advised against", f"不建议使用 {name}"))


def _names(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def giga(size: float) -> str:
    """A size as the notice counts it, rounded down."""
    return f"{size // 10**8 / 10:.1f} G"


def too_little(free: float, least: float) -> Text:
    """How much is free, and how much is needed; in bytes where the two would look alike."""
    if giga(free) != giga(least):
        return Text(
            f"{giga(free)} is free, {giga(least)} is needed",
            f"剩余存储空间 {giga(free)}，至少须有 {giga(least)}",
        )
    return Text(
        f"{free:,} bytes are free, {least:,} are needed",
        f"剩余存储空间 {free:,} 字节，至少须有 {least:,} 字节",
    )


def _storage(found: Facts, season: Season) -> Remark:
    least, free = season.limit("free_storage_bytes"), found.free_bytes
    if free < least:
        return Remark("storage", "unfit", too_little(free, least))
    if free < least * TWO_WAYS[0] // TWO_WAYS[1]:
        said = Text(
            f"{free:,} bytes are free: enough, counted in thousands, but not counted in 1,024s",
            f"剩余存储空间 {free:,} 字节，按千进制足够，按 1024 进制不足",
        )
        return Remark("storage", "advice", said)
    return Remark("storage", "fit", Text(f"{giga(free)} is free", f"剩余存储空间 {giga(free)}"))


ASPECTS: Sequence[Judge] = (form, system, apps, age, brand, model, _storage)
"""What is looked at, in this order."""
