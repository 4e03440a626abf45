"""What other notices ask for: exams of the same season, were it laid down otherwise."""

from dataclasses import replace

from conformance.season import Display, Exam, Interruption, Limit, Recording, Season, Waiting
from simulators.gallery.hands import Walk
from simulators.gallery.tour import Route


def _limit(season: Season, name: str, value: int) -> dict[str, Limit]:
    return {**season.limits, name: Limit(name, value, "assumed", "for the gallery")}


def guided(season: Season) -> Season:
    """Things are shown while waiting, the question is read first, and one goes on by hand."""
    return replace(
        season,
        limits=_limit(season, "reading_minutes", 5),
        waiting=Waiting(shows=("room", "desk", "blank_sheets", "draft_paper", "face")),
        interruption=Interruption(repaired_on=("main",), beyond="forfeit"),
        display=Display(with_face=True),
    )


def free(season: Season) -> Season:
    """Everybody begins at a time of their own, may end early, record again, and look at what was recorded."""
    return replace(
        season,
        limits=_limit(season, "answer_minutes", 30),
        exam=Exam(start="free", early_end=True, recordings_viewable=True),
        recording=Recording(chances=3, interrupted_costs_chance=True),
    )


def shown_and_read(walk: Walk) -> None:
    main, aux = walk.main, walk.aux
    main.shows("waiting", "what is to be shown", "候考期间须展示的内容")
    aux.shows("recording", "what this phone is to be shown", "须向辅机镜头展示的内容")
    aux.taps("show_desk")
    main.taps("show_face")
    main.shows("waiting", "something was shown", "已展示部分内容")
    walk.at("start", seconds=60)
    main.shows("reading", "the question is read", "阅题时间")
    walk.at("start", seconds=600)
    main.phone.crash(main.app.package)
    walk.passes(seconds=30)
    main.opens()
    main.shows("going_on", "interrupted", "考试中断后返回")
    main.taps("go_on")
    walk.at("end", seconds=8)
    main.shows("display", "with the face", "展示时面部须同时入镜")


def own_time(walk: Walk) -> None:
    main = walk.main
    main.taps("begin")
    walk.passes(seconds=90)
    main.shows("answering", "may be ended early", "可以提前结束")
    main.taps("finish")
    main.shows("answering", "asked once more", "确认是否结束")
    main.taps("finish_now")
    main.shows("photos", "may be recorded again", "可以重新录制")
    main.taps("view_recording")
    main.shows("playback", "her own recording", "查看录像")
    main.taps("back", "record_again")
    main.shows("exam_page", "two chances are left", "剩余两次录制机会")


def may_begin(walk: Walk) -> None:
    walk.main.shows("waiting", "begin at any time", "可随时开始")


def forfeited(walk: Walk) -> None:
    main = walk.main
    main.phone.crash(main.app.package)
    walk.passes(seconds=150)
    main.opens()
    main.shows("forfeited", "interrupted for too long", "中断时长超过限制")


WALKS = (
    Route("waiting", shown_and_read, season=guided),
    Route("answering", forfeited, season=guided),
    Route("waiting", may_begin, sheet=False, season=free),
    Route("waiting", own_time, sheet=False, season=free),
)
