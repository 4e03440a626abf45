"""Apps that do not go on: on a tablet, beside the other app, from another channel, in a version of yesterday."""

from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route

TABLETS = ("huawei-matepad-11", "xiaomi-pad-6", "ipad-9")


def tablet(walk: Walk) -> None:
    for hand in (walk.main, walk.aux):
        hand.opens()
        hand.shows("tablet", "started on a tablet", "在平板上启动")


def both(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    main.phone.install(type(aux.app)(main.phone, walk.world.platform_url))
    aux.phone.install(type(main.app)(aux.phone, walk.world.platform_url))
    for hand in (main, aux):
        hand.phone.terminate(hand.app.package)
        hand.opens()
        hand.shows("both_apps", "beside the other app", "两款应用在同一台手机上")


def elsewhere(walk: Walk) -> None:
    for hand in (walk.main, walk.aux):
        hand.phone.sources[hand.app.package] = "elsewhere"
        hand.phone.terminate(hand.app.package)
        hand.opens()
        hand.shows("other_channel", "from another channel", "来自其他渠道")


def outdated(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    for role, hand in (("main", main), ("aux", aux)):
        walk.world.platform.publish(role, "99.0.0", "")
        hand.phone.terminate(hand.app.package)
        hand.opens()
        hand.shows("update", "a newer version is out", "已有新版本")


WALKS = (
    Route("enrolled", tablet, models=TABLETS),
    Route("registered", both),
    Route("registered", elsewhere),
    Route("confirmed", outdated),
)
