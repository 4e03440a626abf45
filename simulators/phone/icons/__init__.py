"""Icons and wallpapers of the operating system, drawn over what is there; `ICONS` has them by name."""

from collections.abc import Callable, Mapping

from simulators.phone.icons import apps, bar, wallpapers
from simulators.phone.icons.pen import Pixels

Icon = Callable[[Pixels, str], None]
ICONS: Mapping[str, Icon] = {
    "letter": apps.letter,
    "chat": apps.chat,
    "penguin": apps.penguin,
    "music": apps.music,
    "clock": apps.clock,
    "browser": apps.browser,
    "mail": apps.mail,
    "gear": apps.gear,
    "telephone": apps.telephone,
    "camera": apps.camera,
    "bell": apps.bell,
    "microphone": apps.microphone,
    "storage": apps.storage,
    "globe": apps.globe,
    "wifi": bar.wifi,
    "cellular": bar.cellular,
    "airplane": bar.airplane,
    "cut_off": bar.cut_off,
    "moon": bar.moon,
    "alarm": bar.alarm,
    "mute": bar.mute,
    "dot": bar.dot,
    "battery": bar.battery,
    "unknown_person": apps.person,
    "wallpaper": wallpapers.wallpaper,
}
