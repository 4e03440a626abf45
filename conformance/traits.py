"""What a rule may presuppose of a season: each feature with how it is told, and why a rule without it does not apply."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from conformance.season import Season
from reports.form import Text

SYSTEMS = {"android": "Android", "harmonyos": "HarmonyOS", "ios": "iOS"}
ADVICE = ("released_within_years", "advised_against", "mainstream")


@dataclass(frozen=True, slots=True)
class Feature:
    """`holds` tells it of a season. `without` says why a rule that presupposes it does not apply, `within` why one
    that presupposes its absence does not."""

    holds: Callable[[Season], bool]
    without: Text
    within: Text

    def why_not(self, wanted: bool) -> Text:
        """Why a rule that wants the feature, or wants it not, does not apply to a season that is otherwise."""
        return self.without if wanted else self.within


def _no(en: str, zh: str, article: str = "a ") -> tuple[Text, Text]:
    """`the season has no ...` and `the season has a ...`, from the thing's name in both languages."""
    return (
        Text(f"the season has no {en}", f"本年度考试未设{zh}"),
        Text(f"the season has {article}{en}", f"本年度考试设有{zh}"),
    )


def _says(en: str, zh: str) -> tuple[Text, Text]:
    """`the season does not say ...` and `the season says ...`."""
    return (
        Text(f"the season does not say {en}", f"本年度考试未规定{zh}"),
        Text(f"the season says {en}", f"本年度考试已规定{zh}"),
    )


def _date(name: str) -> Callable[[Season], bool]:
    return lambda season: season.date(name) is not None


def _minimum(*names: str) -> Callable[[Season], bool]:
    return lambda season: all(season.minimum(name) is not None for name in names)


def _positive(limit: str) -> Callable[[Season], bool]:
    return lambda season: season.limit_or(limit, 0) > 0


def _has_sheet(season: Season) -> bool:
    return any(subject.has_sheet for subject in season.subjects)


def _has_display(season: Season) -> bool:
    return _has_sheet(season) and season.limit_or("display_seconds", 0) > 0


def _has_mocks(season: Season) -> bool:
    return any(not window.formal for subject in season.subjects for window in subject.windows)


def _has_several_pages(season: Season) -> bool:
    return _has_sheet(season) and season.limit_or("sheet_pages", 1) > 1


def _majors_have_several(season: Season) -> bool:
    return len({subject.major for subject in season.subjects}) < len(season.subjects)


def _clashes(season: Season) -> bool:
    """Whether two majors examine at the same time (C23)."""
    formal = [(subject.major, subject.window("formal")) for subject in season.subjects]
    return any(
        one != other and first.start <= second.start < first.end
        for one, first in formal
        for other, second in formal
    )


PHONES = (
    Text("the season has no auxiliary phone", "本年度考试只用一部手机，不使用辅机"),
    Text("the season has an auxiliary phone", "本年度考试使用辅机"),
)
START = (
    Text("the season's exams start at their own choice of time", "本年度考试由考生自选开考时间"),
    Text("the season's exams start at a fixed time", "本年度考试的开考时间固定"),
)

FEATURES: Mapping[str, Feature] = {
    "has_aux": Feature(lambda season: season.exam.cameras == 2, *PHONES),
    "has_one_phone": Feature(lambda season: season.exam.cameras == 1, *reversed(PHONES)),
    "has_fixed_start": Feature(lambda season: season.exam.start == "fixed", *START),
    "has_free_start": Feature(lambda season: season.exam.start == "free", *reversed(START)),
    "has_early_end": Feature(
        lambda season: season.exam.early_end,
        Text("the season's exams cannot be ended early", "本年度考试不得提前结束作答"),
        Text("the season's exams can be ended early", "本年度考试允许提前结束作答"),
    ),
    "has_reading_phase": Feature(_positive("reading_minutes"), *_no("reading phase", "阅题阶段")),
    "has_viewable_recordings": Feature(
        lambda season: season.exam.recordings_viewable,
        Text("the season does not let candidates view their recordings", "本年度考试不提供查看录像的功能"),
        Text("the season lets candidates view their recordings", "本年度考试允许考生查看录像"),
    ),
    "has_waiting_shows": Feature(
        lambda season: bool(season.waiting.shows),
        Text("the season has nothing shown in the waiting room", "本年度考试候考期间无须向镜头展示任何物品"),
        Text("the season has something shown in the waiting room", "本年度考试候考期间须向镜头展示规定内容"),
    ),
    "has_sheet": Feature(
        _has_sheet,
        Text("the season has no subject with answer sheets", "本年度考试没有使用答题纸的科目"),
        Text("the season has a subject with answer sheets", "本年度考试有使用答题纸的科目"),
    ),
    "has_no_sheet": Feature(
        lambda season: any(not subject.has_sheet for subject in season.subjects),
        Text("every subject of the season has answer sheets", "本年度考试各科目均使用答题纸"),
        Text("a subject of the season has no answer sheets", "本年度考试有不使用答题纸的科目"),
    ),
    "has_several_pages": Feature(
        _has_several_pages,
        Text("no answer sheet of the season has more than one page", "本年度考试的答题纸均只有一页"),
        Text("the season has answer sheets of several pages", "本年度考试有多页答题纸"),
    ),
    "has_display": Feature(_has_display, *_no("display window", "定格展示")),
    "has_display_with_face": Feature(
        lambda season: _has_display(season) and season.display.with_face,
        Text(
            "the season does not ask for the face beside the answer sheet",
            "本年度考试未要求人脸与答题纸同时入镜",
        ),
        Text("the season asks for the face beside the answer sheet", "本年度考试要求人脸与答题纸同时入镜"),
    ),
    "has_recording_chances": Feature(
        lambda season: season.recording.chances > 1,
        Text("the season gives one recording, and no further chance", "本年度考试只有一次录制机会"),
        Text("the season gives several chances to record", "本年度考试有多次录制机会"),
    ),
    "has_costly_interruptions": Feature(
        lambda season: season.recording.interrupted_costs_chance,
        Text("an interrupted recording costs no chance in this season", "本年度考试中断的录制不计入录制机会"),
        Text("an interrupted recording costs a chance in this season", "本年度考试中断的录制计入录制机会"),
    ),
    "has_forfeit_beyond": Feature(
        lambda season: season.interruption.beyond == "forfeit",
        Text(
            "interruptions beyond the limit fail the exam and are no forfeit",
            "本年度考试中断超限按考试不通过处理，不按弃考处理",
        ),
        Text("interruptions beyond the limit are a forfeit", "本年度考试中断超限按弃考处理"),
    ),
    "has_repair_on_aux": Feature(
        lambda season: "aux" in season.interruption.repaired_on,
        Text(
            "an interruption cannot be repaired on the auxiliary phone in this season",
            "本年度考试不能在辅机上恢复中断",
        ),
        Text(
            "an interruption can be repaired on the auxiliary phone in this season",
            "本年度考试可以在辅机上恢复中断",
        ),
    ),
    "has_return_by_itself": Feature(
        lambda season: season.exam.cameras == 1 or "aux" in season.interruption.repaired_on,
        Text(
            "after an interruption the candidate of this season goes on by hand",
            "本年度考试中断后，须由考生点击“继续录制”方可恢复",
        ),
        Text(
            "after an interruption the exam of this season goes on by itself",
            "本年度考试中断后，返回应用即可自动恢复",
        ),
    ),
    "has_failing_beyond": Feature(
        lambda season: season.interruption.beyond == "fail",
        Text("interruptions beyond the limit are a forfeit in this season", "本年度考试中断超限的，视为弃考"),
        Text("interruptions beyond the limit fail the exam in this season", "本年度考试中断超限的，考试失败"),
    ),
    "has_several_interruptions": Feature(
        lambda season: season.limit("interruptions_allowed") > 1,
        Text("the season allows one interruption at most", "本年度考试至多允许中断一次"),
        Text("the season allows several interruptions", "本年度考试允许中断多次"),
    ),
    "has_interruptions": Feature(
        lambda season: season.limit("interruptions_allowed") > 0,
        Text("the season allows no interruption", "本年度考试不允许中断"),
        Text("the season allows an interruption", "本年度考试允许中断"),
    ),
    "has_several_phones_per_code": Feature(
        lambda season: season.limit_or("phones_per_code", 0) > 1,
        Text("a code admits no more than one phone in this season", "本年度考试一个二维码至多供一部手机使用"),
        Text("a code admits several phones in this season", "本年度考试一个二维码可供多部手机使用"),
    ),
    "has_several_face_failures": Feature(
        lambda season: season.limit("face_failures") > 1,
        Text("the first face check that fails leads back in this season", "本年度考试人脸验证失败一次即退回"),
        Text(
            "one face check that fails does not lead back in this season", "本年度考试人脸验证失败一次不退回"
        ),
    ),
    "has_second_login_failing": Feature(
        lambda season: season.interruption.second_device_login == "fails_exam",
        Text(
            "a login on another phone fails no exam in this season",
            "本年度考试在其他手机登录不导致考试不通过",
        ),
        Text(
            "a login on another phone fails the exam in this season",
            "本年度考试在其他手机登录即按考试不通过处理",
        ),
    ),
    "has_video_deadline": Feature(
        _positive("video_minutes"), *_no("deadline of its own for videos", "单独的视频提交时限")
    ),
    "has_keeping_of_apps": Feature(
        _positive("keep_app_hours"), *_says("how long the apps must be kept", "考后保留应用的时限")
    ),
    "has_advised_battery": Feature(
        _positive("battery_percent"), *_says("how much charge is enough", "电量的建议数值")
    ),
    "has_advised_signal": Feature(
        _positive("signal_bars"), *_says("how good a signal has to be", "信号的建议格数")
    ),
    "has_charger_length": Feature(
        _positive("charger_minutes"),
        *_says("for how long an exam a power source is asked for", "须备电源的考试时长"),
    ),
    "has_mock_exams": Feature(_has_mocks, *_no("mock exams", "模拟考试", article="")),
    "has_mocks_required": Feature(
        _positive("mocks_required"),
        Text("the season advises mock exams and requires none", "本年度考试未强制要求参加模拟考试"),
        Text("the season requires mock exams", "本年度考试要求参加模拟考试"),
    ),
    "has_several_subjects": Feature(
        _majors_have_several,
        Text("no major of the season has several subjects", "本年度考试各专业均只有一个科目"),
        Text("a major of the season has several subjects", "本年度考试有设多个科目的专业"),
    ),
    "has_several_majors": Feature(
        lambda season: len(season.majors) > 1,
        Text("the season has one major only", "本年度考试只有一个专业"),
        Text("the season has several majors", "本年度考试有多个专业"),
    ),
    "has_clashing_majors": Feature(
        _clashes,
        Text("no two majors of the season examine at the same time", "本年度考试各专业的考试时间互不冲突"),
        Text("two majors of the season examine at the same time", "本年度考试有考试时间相互冲突的专业"),
    ),
    "has_confirmation_date": Feature(
        _date("confirmation_opens"), *_says("from when on exams are confirmed", "考试确认的开始时间")
    ),
    "has_identity_deadline": Feature(
        _date("identity_deadline"), *_says("until when the identity is authenticated", "身份认证的截止时间")
    ),
    "has_sheets_window": Feature(
        lambda season: _date("sheets_from")(season) and _date("sheets_until")(season),
        *_says("when the answer sheets are downloaded", "答题纸的下载时间"),
    ),
    "has_posting_deadline": Feature(
        _date("posting_deadline"), *_says("until when the answer sheets are posted", "答题纸的邮寄截止时间")
    ),
    "has_school_site": Feature(
        lambda season: bool(season.addresses.school_site),
        *_says("where the school's registration site is", "学校报名系统的网址"),
    ),
    "has_vendor_site": Feature(
        lambda season: bool(season.addresses.vendor_site),
        *_says("where the apps are downloaded", "应用的官方下载网址"),
    ),
    "has_mailing_address": Feature(
        lambda season: bool(season.addresses.mailing),
        *_says("where the answer sheets are posted to", "答题纸的邮寄地址"),
    ),
    "has_support_hours": Feature(
        lambda season: bool(season.support.days),
        *_says("when the support desk answers", "技术咨询的服务时间"),
    ),
    **{
        f"has_minimum_{system}": Feature(
            _minimum(system), *_says(f"which version of {name} is needed", f"对 {name} 系统版本的要求")
        )
        for system, name in SYSTEMS.items()
    },
    "has_minimum_systems": Feature(
        _minimum(*SYSTEMS), *_says("which version of each system is needed", "对各系统版本的要求")
    ),
    "has_advice_on_phones": Feature(_minimum(*ADVICE), *_says("which phones are advised", "选用手机的建议")),
    "has_banned_models": Feature(
        _minimum("banned_models"), *_says("which models are banned", "禁用的手机型号")
    ),
    "has_banned_brands": Feature(
        _minimum("banned_brands"), *_says("which brands are banned", "禁用的手机品牌")
    ),
}


def season_features(season: Season) -> dict[str, bool]:
    """What a row's `when` may ask of a season."""
    return {name: feature.holds(season) for name, feature in FEATURES.items()}


def missing(when: Mapping[str, bool], season: Season) -> Iterator[Text]:
    """Why a rule with this `when` does not apply to a season; nothing where it applies. KeyError for an unknown
    feature."""
    for name, wanted in when.items():
        if FEATURES[name].holds(season) is not wanted:
            yield FEATURES[name].why_not(wanted)
