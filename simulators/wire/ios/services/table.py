"""The services that lockdown starts, by name."""

from collections.abc import Mapping

from simulators.wire.ios.device import Serve
from simulators.wire.ios.services import afc, house, inspector, installation, notices, syslog

SERVICES: Mapping[str, Serve] = {
    "com.apple.afc": afc.serve,
    "com.apple.mobile.house_arrest": house.serve,
    "com.apple.mobile.installation_proxy": installation.serve,
    "com.apple.mobile.notification_proxy": notices.serve,
    "com.apple.syslog_relay": syslog.serve,
    "com.apple.webinspector": inspector.serve,
}
