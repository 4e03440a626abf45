"""`pm`: the packages on the phone."""

from collections.abc import Callable, Mapping

from simulators.wire.webdriver.mobile import permits
from simulators.wire.webdriver.mobile.shell.cable import Companion
from simulators.wire.webdriver.mobile.shell.running import Asked, Result, Run, Wrong
from simulators.wire.webdriver.mobile.shell.texts import joined
from simulators.wire.webdriver.parts import App
from simulators.wire.webdriver.processes import component, uid, version_code

Sub = Callable[[Asked], Result | str]


def pm(asked: Asked) -> Result | str:
    """`pm <what> ...`; also as `cmd package`."""
    return sub("pm", asked, PM)


def sub(name: str, asked: Asked, table: Mapping[str, Sub]) -> Result | str:
    """The first word names what is to be done. Wrong where the table does not have it."""
    if not asked.words or asked.words[0] not in table:
        said = asked.words[0] if asked.words else ""
        raise Wrong(f"{name}: unknown command '{said}'; there are {', '.join(table)}", 255)
    return table[asked.words[0]](asked.but(asked.words[1:]))


def named(asked: Asked) -> App:
    """The package that the last word names. Wrong where it is not installed."""
    words = [word for word in asked.words if not word.startswith("-")]
    if not words or words[-1] not in asked.phone.apps:
        raise Wrong(f"Error: package '{words[-1] if words else ''}' not found")
    return asked.phone.apps[words[-1]]


def packages(asked: Asked) -> str:
    """All are third-party; -f adds the file, --show-versioncode and -U numbers, -i the installer; a word filters."""
    flags = {word for word in asked.words if word.startswith("-")}
    words = [word for word in asked.words if not word.startswith("-")]
    if flags & {"-s", "-d"}:
        return ""
    rows = [
        _row(asked, app, flags)
        for app in asked.phone.apps.values()
        if all(word in app.package for word in words)
    ]
    beside = [
        _companion(name, one, flags)
        for name, one in asked.shell.cable.packages.items()
        if all(word in name for word in words)
    ]
    return joined([*rows, *beside])


def _companion(name: str, one: Companion, flags: set[str]) -> str:
    file = f"/data/app/{name}-1/base.apk=" if "-f" in flags else ""
    code = f" versionCode:{one.code}" if "--show-versioncode" in flags else ""
    return f"package:{file}{name}{code}{' installer=null' if '-i' in flags else ''}"


def _row(asked: Asked, app: App, flags: set[str]) -> str:
    name = f"{_parts(asked, app)[0]}={app.package}" if "-f" in flags else app.package
    code = f" versionCode:{version_code(app.version)}" if "--show-versioncode" in flags else ""
    installer = f" installer={asked.phone.sources.get(app.package, 'null')}" if "-i" in flags else ""
    return f"package:{name}{code}{installer}" + (
        f" uid:{uid(asked.phone, app.package)}" if "-U" in flags else ""
    )


def _parts(asked: Asked, app: App) -> list[str]:
    """The files of a package, its base first."""
    return [f"/{path}" for path in asked.disk.parts(app)]


def listed(asked: Asked) -> Result | str:
    return sub("pm list", asked, LISTS)


def path(asked: Asked) -> str:
    """The package's base and its splits, one a line."""
    if (name := _last(asked)) in asked.shell.cable.packages:
        return f"package:/data/app/{name}-1/base.apk\n"
    try:
        return joined([f"package:{part}" for part in _parts(asked, named(asked))])
    except Wrong as refusal:
        raise Wrong("") from refusal


def uninstall(asked: Asked) -> str:
    if asked.shell.cable.packages.get(_last(asked)) is not None:
        asked.shell.cable.remove(_last(asked))
        return "Success\n"
    try:
        package = named(asked).package
    except Wrong as refusal:
        raise Wrong("Failure [DELETE_FAILED_INTERNAL_ERROR]") from refusal
    asked.phone.uninstall(package)
    return "Success\n"


def clear(asked: Asked) -> str:
    """As if it were new: without its data, its files and its permissions."""
    if _last(asked) in asked.shell.cable.packages:
        asked.shell.cable.stop(_last(asked))
        return "Success\n"
    app = named(asked)
    version, source = app.version, asked.phone.sources.get(app.package)
    asked.phone.uninstall(app.package)
    asked.phone.get(app.package, version=version)
    if source is not None:
        asked.phone.sources[app.package] = source
    return "Success\n"


def _last(asked: Asked) -> str:
    """The last word that is no option."""
    return next((word for word in reversed(asked.words) if not word.startswith("-")), "")


def resolve(asked: Asked) -> str:
    app = named(asked)
    return f"priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n{component(app)}\n"


def change(allowed: bool) -> Sub:
    """`pm grant` or `pm revoke`, a package and a permission."""

    def run(asked: Asked) -> str:
        package, permission = [word for word in asked.words if not word.startswith("-")][-2:]
        if package in asked.shell.cable.packages:
            return ""
        app = named(asked.but([package]))
        name = permits.named(permission)
        if name is None:
            raise Wrong(f"Exception occurred while executing: Unknown permission: {permission}", 255)
        permits.change(asked.phone, app.package, name, allowed)
        return ""

    return run


def instrumentation(asked: Asked) -> str:
    runners = ((name, one.instrumentation) for name, one in asked.shell.cable.packages.items())
    return joined(
        [
            f"instrumentation:{runner} (target={name.removesuffix('.test')})"
            for name, runner in runners
            if runner
        ]
    )


FEATURES = ("camera", "camera.front", "microphone", "telephony", "touchscreen", "wifi")
LISTS: Mapping[str, Sub] = {
    "packages": packages,
    "package": packages,
    "users": lambda _: "Users:\n\tUserInfo{0:机主:c13} running\n",
    "instrumentation": instrumentation,
    "features": lambda _: joined([f"feature:android.hardware.{name}" for name in FEATURES]),
    "permissions": lambda _: joined(
        ["All Permissions:", "", *(f"permission:{permits.PREFIX}{name}" for name in permits.NAMES)]
    ),
}
PM: Mapping[str, Sub] = {
    "list": listed,
    "path": path,
    "uninstall": uninstall,
    "clear": clear,
    "grant": change(True),
    "revoke": change(False),
    "resolve-activity": resolve,
}
TABLE: Mapping[str, Run] = {"pm": pm}
