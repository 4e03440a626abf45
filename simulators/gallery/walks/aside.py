"""Off the straight way: faces that are not recognised, recordings that break."""

from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route


def faces(walk: Walk) -> None:
    """Refused until the way leads to the review desk."""
    main, failures = walk.main, walk.limits["face_failures"]
    walk.world.platform.script_faces(walk.seat.person.account, [False] * failures)
    walk.at("opens_at")
    main.taps("start", "verify")
    main.shows("face_check", "not recognised", "人脸验证未通过")
    main.taps(*["verify"] * (failures - 1))
    main.shows("exam_page", "refused too often", "人脸验证连续未通过")
    main.taps("red_bar")
    main.shows("exam_page", "a review was asked for", "已申请人工审核")


def broken(walk: Walk) -> None:
    """The aux phone leaves its recording."""
    aux = walk.aux
    aux.shows("recording", "for a while", "录制中")
    aux.presses("home")
    aux.opens()
    aux.shows("home", "the recording has broken off", "录制已中断")


WALKS = (Route("paired", faces), Route("waiting", broken))
