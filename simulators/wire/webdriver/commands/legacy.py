"""Addresses of the time before `mobile:` that Appium still takes: each is one of those commands, or close to one.

So a driver answers at an address if it has the command behind it, and both answer alike.
"""

from collections.abc import Iterator
from typing import Any

from simulators.wire.webdriver import mobile
from simulators.wire.webdriver.call import Call, Command, Run
from simulators.wire.webdriver.errors import WireError, invalid
from simulators.wire.webdriver.fields import field, shown
from simulators.wire.webdriver.timeouts import checked_timeouts

DEVICE = "/session/{session}/appium/device"
APPIUM = "/session/{session}/appium"
IN_SESSION = "/session/{session}"
AIRPLANE, WIFI, DATA = 1, 2, 4
"""The bits of a network connection, as Selenium counts them."""
KEYBOARD = "com.android.inputmethod.latin/.LatinIME"
IME_DRIVER = "UiAutomator2"


def verb(name: str, **renamed: str) -> Run:
    """The `mobile:` command of that name; `renamed` says what it calls a field that the body calls otherwise."""

    def run(call: Call) -> Any:
        given = {renamed.get(key, key): value for key, value in call.body.items()}
        return mobile.run(call.session, name, given)

    return run


def toggle(bearer: str) -> Run:
    """Switch one bearer, or airplane mode, to what it is not."""

    def run(call: Call) -> None:
        now = mobile.run(call.session, "getConnectivity", {})
        mobile.run(call.session, "setConnectivity", {bearer: not now[bearer]})

    return run


def connection(call: Call) -> int:
    now = mobile.run(call.session, "getConnectivity", {})
    return int(now["airplaneMode"]) * AIRPLANE + int(now["wifi"]) * WIFI + int(now["data"]) * DATA


def set_connection(call: Call) -> int:
    bits = field(field(call.body, "parameters", dict), "type", int)
    if not 0 <= bits <= AIRPLANE + WIFI + DATA:
        raise invalid(f"'type' is {shown(bits)}; it is a sum of {AIRPLANE}, {WIFI} and {DATA}")
    wish = {"airplaneMode": bool(bits & AIRPLANE)}
    mobile.run(call.session, "setConnectivity", wish)
    if not bits & AIRPLANE:
        mobile.run(call.session, "setConnectivity", {"wifi": bool(bits & WIFI), "data": bool(bits & DATA)})
    return connection(call)


def set_place(call: Call) -> Any:
    """Android's command, or iOS's, whichever the driver has."""
    where = field(call.body, "location", dict)
    mobile.run(call.session, _either(call, "setGeolocation", "setSimulatedLocation"), where)
    return get_place(call)


def get_place(call: Call) -> Any:
    where = mobile.run(call.session, _either(call, "getGeolocation", "getSimulatedLocation"), {})
    if where["latitude"] is None:
        raise WireError("unknown error", "the location is not known; set one first")
    return {"altitude": 0, **where}


def _either(call: Call, *names: str) -> str:
    return next(name for name in names if name in mobile.MOBILE[call.session.dialect.driver])


def write(call: Call) -> Any:
    """`value` is a list of characters."""
    text = "".join(map(str, field(call.body, "value", list)))
    return mobile.run(call.session, *_typing(call, text))


def _typing(call: Call, text: str) -> tuple[str, dict[str, Any]]:
    typed: dict[str, dict[str, Any]] = {"type": {"text": text}, "keys": {"keys": [text]}}
    name = _either(call, *typed)
    return name, typed[name]


def wait(name: str) -> Run:
    """One time-out, as `ms`."""
    return lambda call: call.session.timeouts.update(checked_timeouts({name: call.body.get("ms")}))


def start_activity(call: Call) -> Any:
    component = f"{field(call.body, 'appPackage', str)}/{field(call.body, 'appActivity', str)}"
    return mobile.run(call.session, "startActivity", {"component": component, "stop": True})


def keyevent(call: Call) -> Any:
    """The number of a key, as clients of long ago write it: in a string."""
    keycode = str(call.body.get("keycode", ""))
    if not keycode.isdecimal():
        raise invalid(f"'keycode' must be a number, not {shown(call.body.get('keycode'))}")
    return mobile.run(call.session, "pressKey", {"keycode": int(keycode[:9])})


def part_of_rect(*sides: str) -> Run:
    """Where an element stands, or how large it is."""
    return lambda call: {side: getattr(call.view.rect, side) for side in sides}


def ime(answer: object) -> Run:
    """There is one keyboard, and it is the one in use."""

    def run(call: Call) -> object:
        if call.session.dialect.driver != IME_DRIVER:
            raise WireError(
                "unknown command", f"the {call.session.dialect.driver} driver has no command for keyboards"
            )
        engine = call.body.get("engine", KEYBOARD)
        if engine != KEYBOARD:
            raise WireError("unknown error", f"there is no keyboard {shown(engine)}; there is {KEYBOARD}")
        return answer

    return run


def rows(method: str, folder: str, table: dict[str, Run]) -> Iterator[Command]:
    for name, run in table.items():
        yield Command(method, f"{folder}/{name}", run)


POSTED: dict[str, Run] = {
    "lock": verb("lock"),
    "unlock": verb("unlock"),
    "is_locked": verb("isLocked"),
    "press_keycode": verb("pressKey"),
    "long_press_keycode": verb("pressKey"),
    "keyevent": keyevent,
    "install_app": verb("installApp", appPath="app"),
    "activate_app": verb("activateApp"),
    "remove_app": verb("removeApp"),
    "terminate_app": verb("terminateApp"),
    "app_installed": verb("isAppInstalled"),
    "app_state": verb("queryAppState"),
    "hide_keyboard": verb("hideKeyboard"),
    "push_file": verb("pushFile", path="remotePath", data="payload"),
    "pull_file": verb("pullFile", path="remotePath"),
    "pull_folder": verb("pullFolder", path="remotePath"),
    "toggle_airplane_mode": toggle("airplaneMode"),
    "toggle_wifi": toggle("wifi"),
    "toggle_data": toggle("data"),
    "network_speed": verb("networkSpeed", netspeed="speed"),
    "open_notifications": verb("openNotifications"),
    "start_activity": start_activity,
    "system_time": verb("getDeviceTime"),
    "gsm_call": verb("gsmCall"),
    "send_sms": verb("sendSms"),
    "power_capacity": verb("powerCapacity"),
    "power_ac": verb("powerAC"),
    "set_clipboard": verb("setClipboard"),
    "get_clipboard": verb("getClipboard"),
}
ASKED: dict[str, Run] = {
    "system_time": verb("getDeviceTime"),
    "is_keyboard_shown": verb("isKeyboardShown"),
    "current_activity": verb("getCurrentActivity"),
    "current_package": verb("getCurrentPackage"),
    "display_density": verb("getDisplayDensity"),
    "system_bars": verb("getSystemBars"),
}
ROWS = (
    *rows("POST", DEVICE, POSTED),
    *rows("GET", DEVICE, ASKED),
    Command("POST", f"{APPIUM}/app/background", verb("backgroundApp")),
    Command("GET", f"{IN_SESSION}/network_connection", connection),
    Command("POST", f"{IN_SESSION}/network_connection", set_connection),
    Command("GET", f"{IN_SESSION}/location", get_place),
    Command("POST", f"{IN_SESSION}/location", set_place),
    Command("POST", f"{IN_SESSION}/keys", write),
    Command("GET", f"{IN_SESSION}/element/{{element}}/location", part_of_rect("x", "y")),
    Command("GET", f"{IN_SESSION}/element/{{element}}/size", part_of_rect("width", "height")),
    Command("POST", f"{IN_SESSION}/timeouts/implicit_wait", wait("implicit")),
    Command("POST", f"{IN_SESSION}/timeouts/async_script", wait("script")),
    Command("GET", f"{IN_SESSION}/ime/available_engines", ime([KEYBOARD])),
    Command("GET", f"{IN_SESSION}/ime/active_engine", ime(KEYBOARD)),
    Command("GET", f"{IN_SESSION}/ime/activated", ime(True)),
    Command("POST", f"{IN_SESSION}/ime/activate", ime(None)),
    Command("POST", f"{IN_SESSION}/ime/deactivate", ime(None)),
)
