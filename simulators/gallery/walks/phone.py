"""What belongs to the phone itself: home, lock, calls, questions for a permission."""

from collections.abc import Mapping

from simulators.gallery.hands import Walk
from simulators.gallery.stills import Words
from simulators.gallery.tour import Route
from simulators.phone.element import Element
from simulators.phone.phone import Phone
from simulators.phone.settings_app import pages

CALLER = "0571-89808000"
ASKED: Mapping[str, Words] = {
    "camera": Words("an app asks for the camera", "请求使用摄像头"),
    "microphone": Words("an app asks for the microphone", "请求使用麦克风"),
    "storage": Words("an app asks for the storage", "请求使用存储空间"),
    "network": Words("an app asks for the network", "请求使用网络"),
    "notifications": Words("an app asks to notify", "请求发送通知"),
}


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
    """An app that was granted nothing asks for all that this system has a question for."""
    main = walk.main
    permissions = main.phone.permissions
    permissions.revoke(main.app.package)
    permissions.ask(main.app.package, ASKED)
    for name, words in ASKED.items():
        if name in permissions.questions:
            main.shows_system("permission", words.en, words.zh)
            permissions.answer(main.app.package, "allow")


def settings(walk: Walk) -> None:
    """Where a person looks up how the phone is set."""
    main = walk.main
    main.phone.launch(main.phone.system.packages.settings)
    main.shows_system("settings", "the phone's settings", "手机设置")
    for page in (page.id for page in pages()):
        main.phone.tap(_part(main.phone, f"open_{page}"))
        main.shows_system("settings", f"settings: {page}", "手机设置的一个页面")
        main.phone.tap(_part(main.phone, "back"))


def _part(phone: Phone, name: str) -> Element:
    """A part of the screen that is there."""
    found = phone.tree().find(name)
    assert found is not None, name
    return found


WALKS = (Route("registered", everyday), Route("registered", asking), Route("registered", settings))
