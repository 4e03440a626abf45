"""What belongs to the phone itself: home, lock, calls, questions for a permission."""

from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route

CALLER = "0571-89808000"


def everyday(walk: Walk) -> None:
    main = walk.main
    main.presses("home")
    main.shows_system("home", "the home screen", "桌面")
    main.phone.incoming_call(CALLER)
    main.shows_system("ringing", "a call comes in", "来电")
    main.phone.answer_call()
    main.shows_system("talking", "a call under way", "通话中")
    main.phone.end_call()
    main.presses("power")
    main.shows_system("lock", "locked", "锁屏")


def asking(walk: Walk) -> None:
    """The first use of an app that was granted nothing."""
    main = walk.main
    main.phone.terminate(main.app.package)
    main.phone.permissions.revoke(main.app.package)
    main.opens()
    main.shows_system("permission", "an app asks for the first time", "应用首次请求权限")


WALKS = (Route("registered", everyday), Route("registered", asking))
