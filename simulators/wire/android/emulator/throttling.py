"""`network`: how fast the network is, and how late."""

from collections.abc import Mapping

from simulators.wire.android.emulator.asking import Asked, Refused
from simulators.wire.webdriver.mobile.radio import SPEEDS

DELAYS: Mapping[str, tuple[int, int]] = {
    "none": (0, 0),
    "umts": (35, 200),
    "edge": (80, 400),
    "gprs": (150, 550),
}
"""Milliseconds, least and most."""
ENDLESS = 10**9 // 8
"""Bytes a second of a network that is not throttled."""


def speed(asked: Asked) -> None:
    """A name, one figure for both ways, or `up:down`; kilobits a second."""
    wanted = asked.word(0, "speed")
    if wanted in {"full", "0"}:
        rate = ENDLESS
    elif wanted in SPEEDS:
        rate = SPEEDS[wanted] * 1000 // 8
    else:
        rate = int(_kilobits(wanted) * 1000 // 8)
    asked.phone.network.set(bytes_per_second=rate)


def _kilobits(text: str) -> float:
    down = text.rpartition(":")[2]
    if not down.isdecimal():
        raise Refused(f"bad speed {text!r}; there are full, {', '.join(SPEEDS)}, or kilobits a second")
    return float(down)


def delay(asked: Asked) -> None:
    """A name, milliseconds, or `least:most`."""
    wanted = asked.word(0, "delay")
    least, _, most = wanted.partition(":")
    if wanted not in DELAYS and not (least.isdecimal() and (most or "0").isdecimal()):
        raise Refused(f"bad delay {wanted!r}; there are {', '.join(DELAYS)}, or milliseconds")
    low, high = DELAYS[wanted] if wanted in DELAYS else (int(least), int(most or least))
    asked.phone.network.set(latency_ms=(low + high) // 2, jitter_ms=(high - low) // 2)


def told(asked: Asked) -> str:
    network = asked.phone.network
    return "\r\n".join([
        "Current network status:",
        f"  download speed: {network.bytes_per_second * 8} bits/s ({network.bytes_per_second / 1000:.1f} KB/s)",
        f"  minimum latency: {network.latency_ms - network.jitter_ms} ms",
        f"  maximum latency: {network.latency_ms + network.jitter_ms} ms",
    ])  # fmt: skip
