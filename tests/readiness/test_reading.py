"""What phones answer, read: the shapes of AOSP's services and of both drivers, and what does not tell."""

from __future__ import annotations

from typing import Any

import pytest

from conformance.readiness import reading

AUDIO = """Stream volumes (device: index)
- STREAM_RING:
   Muted: false
   Muted Internally: false
   Min: 0
   Max: 7
   streamVolume:4
   Current: 2 (speaker): 4, 40000000 (default): 5
- STREAM_MUSIC:
   Muted: {muted}
   Min: 0
   Max: 15
   streamVolume:9
   Current: 2 (speaker): 9
   Devices: speaker
- mute affected streams = 0x2e
Ringer mode:
- mode (internal) = NORMAL
"""
OLD_AUDIO = (
    "- STREAM_MUSIC:\n   Muted: false\n   Min: 0\n   Max: 15\n   Current: 2 (speaker): 3, 4 (headset): 7\n"
)
RECENTS = """ACTIVITY MANAGER RECENT TASKS (dumpsys activity recents)
  * Recent #0: Task{a1b2c3 #93 type=standard A=10211:com.tencent.mm U=0 visible=true mode=fullscreen sz=1}
  * Recent #1: TaskRecord{4f5e6d #90 A=com.xiaoyibang.main U=0 StackId=1 sz=1}
  * Recent #2: Task{77aa #1 type=home A=10100:com.huawei.android.launcher U=0}
  * Recent #3: Task{88bb #2 type=standard A=1000:com.android.settings U=0}
"""
ALARM = """  Next alarm clock information:
    user:0 pendingSend:false time:1673491200000 = 2023-01-12 10:40:00 = in +8h5m
  mNextWakeup=...
"""
WIFI = 'mWifiInfo SSID: "考场", BSSID: 02:00, Supplicant state: COMPLETED, Wi-Fi standard: 5, RSSI: {rssi}, Link speed: 433'
OFF = "mWifiInfo SSID: <unknown ssid>, Supplicant state: DISCONNECTED, RSSI: -127"
SIGNAL = "  mSignalStrength=SignalStrength:{mCdma=..., mLte=CellSignalStrengthLte: rssi=-51 level=3, mNr=... level=2}\n"
DATA, NO_DATA, FLIGHT = (
    {"wifi": True, "data": True, "airplaneMode": False},
    {"wifi": True, "data": False, "airplaneMode": False},
    {"wifi": False, "data": True, "airplaneMode": True},
)

CASES: list[tuple[Any, tuple[Any, ...], Any]] = [
    (reading.ringer, ("2\n",), "normal"),
    (reading.ringer, ("1\n",), "vibrate"),
    (reading.ringer, ("0",), "silent"),
    (reading.ringer, ("null\n",), None),
    (reading.switch, ("1\n",), True),
    (reading.switch, ("0\n",), False),
    (reading.switch, ("null\n",), None),
    (reading.any_on, ("null", "1", "null"), True),
    (reading.any_on, ("0", "1"), True),
    (reading.any_on, ("null", "0"), False),
    (reading.any_on, ("null", "null"), None),
    (reading.ui_mode, ("Night mode: yes\n",), True),
    (reading.ui_mode, ("Night mode: no\n",), False),
    (reading.ui_mode, ("Night mode: auto\n",), None),
    (reading.appearance, ({"style": "dark"},), True),
    (reading.appearance, ({"style": "light"},), False),
    (reading.appearance, ({},), None),
    (reading.font_size, ("1.0\n",), "standard"),
    (reading.font_size, ("1\n",), "standard"),
    (reading.font_size, ("0.99\n",), "smaller"),
    (reading.font_size, ("1.01\n",), "larger"),
    (reading.font_size, ("null\n",), "standard"),
    (reading.font_size, ("\n",), None),
    (reading.language, ("zh-Hans-CN,en-US\n",), "zh-Hans"),
    (reading.language, ("zh-CN",), "zh-Hans"),
    (reading.language, ("zh",), "zh-Hans"),
    (reading.language, ("zh-TW",), "zh-Hant"),
    (reading.language, ("zh-Hant-CN",), "zh-Hant"),
    (reading.language, ("zh-Hans-HK",), "zh-Hans"),
    (reading.language, ("en-US,zh-Hans-CN",), "en-US"),
    (reading.language, ("null\n",), None),
    (reading.language, ("\n",), None),
    (reading.locale, ({"currentLocale": "zh_CN"},), "zh-Hans"),
    (reading.locale, ({"currentLocale": "zh_HK"},), "zh-Hant"),
    (reading.locale, ({},), None),
    (reading.assistant_key, ("5\n",), True),
    (reading.assistant_key, ("1\n",), False),
    (reading.assistant_key, ("null\n",), None),
    (reading.locks_by_itself, ("30000\n",), True),
    (reading.locks_by_itself, ("86399999",), True),
    (reading.locks_by_itself, ("2147483647\n",), False),
    (reading.locks_by_itself, ("null\n",), None),
    (reading.volume, ("RING", AUDIO.format(muted="false")), 4 / 7),
    (reading.volume, ("MUSIC", AUDIO.format(muted="false")), 9 / 15),
    (reading.volume, ("MUSIC", AUDIO.format(muted="true")), 0.0),
    (reading.volume, ("MUSIC", OLD_AUDIO), 3 / 15),
    (reading.volume, ("RING", OLD_AUDIO), None),
    (reading.filmed, ("MEDIA PROJECTION MANAGER\nMedia Projection: \nnull\n",), False),
    (reading.filmed, ("Media Projection: \n(com.x, uid=10123): TYPE_SCREEN_CAPTURE\n",), True),
    (reading.filmed, ("(com.x, uid=1): TYPE_MIRRORING",), True),
    (reading.filmed, ("Permission Denial",), None),
    (reading.playing, ("MEDIA SESSION SERVICE\n state=PlaybackState {state=3, position=0}",), True),
    (reading.playing, ("MEDIA SESSION SERVICE\n state=PlaybackState {state=PLAYING(3), position=0}",), True),
    (reading.playing, ("MEDIA SESSION SERVICE\n state=PlaybackState {state=2, position=33}",), False),
    (reading.playing, ("MEDIA SESSION SERVICE\n state=PlaybackState {state=PAUSED(2), position=3}",), False),
    (reading.playing, ("MEDIA SESSION SERVICE\n",), False),
    (reading.playing, ("Can't find service: media_session",), None),
    (reading.opened, (("com.xiaoyibang.main",), RECENTS), ("com.tencent.mm",)),
    (reading.opened, (("com.tencent.mm",), RECENTS), ("com.xiaoyibang.main",)),
    (reading.opened, ((), "ACTIVITY MANAGER RECENT TASKS\n"), ()),
    (reading.opened, ((), "Permission Denial"), None),
    (reading.no_alarm, (ALARM,), None),
    (reading.no_alarm, ("  Next alarm clock information: \n  mNextWakeup=x time:\n",), ()),
    (reading.no_alarm, ("nothing of the kind",), None),
    (reading.network, (WIFI.format(rssi=-60), FLIGHT, "Unknown"), "wifi"),
    (reading.network, (OFF, DATA, "NR\n"), "5G"),
    (reading.network, (OFF, DATA, "LTE,Unknown\n"), "4G"),
    (reading.network, (OFF, DATA, "Unknown,HSPA+"), "3G"),
    (reading.network, (OFF, DATA, "EDGE"), "2G"),
    (reading.network, (OFF, DATA, "LTE,EDGE"), "4G"),
    (reading.network, (OFF, DATA, "Unknown"), None),
    (reading.network, (OFF, NO_DATA, "LTE"), "none"),
    (reading.network, (OFF, FLIGHT, "LTE"), "none"),
    (reading.bars, (WIFI.format(rssi=-55), SIGNAL), 4),
    (reading.bars, (WIFI.format(rssi=-56), SIGNAL), 3),
    (reading.bars, (WIFI.format(rssi=-66), SIGNAL), 3),
    (reading.bars, (WIFI.format(rssi=-67), SIGNAL), 2),
    (reading.bars, (WIFI.format(rssi=-89), SIGNAL), 0),
    (reading.bars, (OFF, SIGNAL), 3),
    (reading.bars, (OFF, "nothing"), None),
    (reading.percent, ({"level": 0.795},), 80),
    (reading.percent, ({"level": -1},), None),
    (reading.percent, ({},), None),
    (reading.charges, ("android", {"state": 2}), True),
    (reading.charges, ("android", {"state": 3}), False),
    (reading.charges, ("android", {"state": 5}), True),
    (reading.charges, ("ios", {"state": 1}), False),
    (reading.charges, ("ios", {"state": 3}), True),
    (reading.charges, ("ios", {}), None),
    (reading.free_bytes, ("Data-Free: 19531250K / 114341888K total = 17% free\n",), 20_000_000_000),
    (reading.free_bytes, ("",), None),
    (reading.in_flight, (FLIGHT,), True),
    (reading.in_flight, (DATA,), None),
    (reading.no_sim, ("ABSENT,ABSENT\n",), True),
    (reading.no_sim, ("ABSENT,LOADED\n",), None),
    (reading.no_sim, ("\n",), None),
    (reading.no_apples_sim, ({"lockdownInfo": {"SIMStatus": "kCTSIMSupportSIMStatusNotInserted"}},), True),
    (reading.no_apples_sim, ({"lockdownInfo": {"SIMStatus": "kCTSIMSupportSIMStatusReady"}},), None),
    (reading.no_apples_sim, ({},), None),
    (reading.forwarded, ("mCallForwarding=true\n",), True),
    (reading.forwarded, ("mCallForwarding=true\n mCallForwarding=false",), None),
    (reading.forwarded, ("",), None),
    (reading.installed, (("main", "aux"), True, False), frozenset({"main"})),
    (reading.run, (("微信", "QQ", "钉钉"), 1, 2, 4), ("QQ", "钉钉")),
    (reading.run, (("微信", "QQ"), 0, 1), None),
]  # fmt: skip


@pytest.mark.parametrize(("read", "answers", "fact"), CASES)
def test_an_answer_is_read(read: Any, answers: tuple[Any, ...], fact: Any) -> None:
    assert read(*answers) == fact
