"""Recordings: how they begin, what interrupts them, how they end, and what their films show."""

from __future__ import annotations

from datetime import timedelta

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast

TEN_MINUTES = timedelta(minutes=10)


@given("the auxiliary phone of {name} is ready to record", "{name}的辅机已进入录制准备页面")
def _(cast: Cast, name: str) -> None:
    cast.at("confirmed", name).get_aux_ready()


@when("{name} turns the camera of her auxiliary phone {times:Times}", "{name}切换辅机摄像头{times}")
def _(cast: Cast, name: str, times: int) -> None:
    cast[name].turn_camera(times)


@then("the auxiliary phone of {name} is set to its {lens:Lens} camera", "{name}的辅机使用{lens}摄像头")
def _(cast: Cast, name: str, lens: str) -> None:
    judge(checks.camera_is(lens, cast.label(f"{lens}_camera"), *cast[name].camera_set()))


@given(
    "the auxiliary phone of {name} records with its {lens:Lens} camera", "{name}的辅机正以{lens}摄像头录制"
)
def _(cast: Cast, name: str, lens: str) -> None:
    cast.at("confirmed", name).record_with(lens)


@when("{name} tries to turn the camera of her auxiliary phone", "{name}试图切换辅机摄像头")
def _(cast: Cast, name: str) -> None:
    cast[name].aux.recording.try_to_turn_camera()


@then(
    "the auxiliary phone of {name} still records with its {lens:Lens} camera",
    "{name}的辅机仍以{lens}摄像头录制",
)
def _(cast: Cast, name: str, lens: str) -> None:
    judge(checks.camera_is(lens, cast.label(f"{lens}_camera"), *cast[name].camera_recording()))


@when("{name} begins the recording of her auxiliary phone", "{name}点击辅机的“开始录制”")
def _(cast: Cast, name: str) -> None:
    cast[name].begin_aux_recording()


@when("{name} lets ten minutes pass without touching her auxiliary phone", "{name}在十分钟内未操作辅机")
def _(cast: Cast, name: str) -> None:
    cast.stage.move_by(TEN_MINUTES)


@then(
    "the auxiliary phone of {name} is recorded as recording from that instant on",
    "{name}的辅机自该时刻起有录制记录",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.began_at(cast.records_of(name), cast.stage.now()))


@then("the auxiliary phone of {name} shows for how long it has recorded", "{name}的辅机显示已录制时长")
def _(cast: Cast, name: str) -> None:
    judge(checks.elapsed_is(*cast[name].recorded_so_far()))


@then(
    "the auxiliary phone of {name} names the instant at which its recording ends by itself",
    "{name}的辅机显示录制自动结束时间",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.end_named(cast[name].aux.recording.ends(), cast.stage.times.aux_ends))


@then("the auxiliary phone of {name} is still recording", "{name}的辅机仍在录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.still_records(cast[name].aux.recording.look(), cast.records_of(name)))


@then("the auxiliary phone of {name} asks for the submission of its video", "{name}的辅机进入提交页面")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].aux.submission.look()))


@then(
    "the auxiliary phone of {name} is recorded as having stopped when its recording was to end",
    "{name}辅机的录制记录于自动结束时间停止",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.stopped_at(cast.records_of(name), cast.stage.times.aux_ends))


@then(
    "the auxiliary phone of {name} is recorded as having stopped just now", "{name}辅机的录制记录于此时停止"
)
def _(cast: Cast, name: str) -> None:
    judge(checks.stopped_at(cast.records_of(name), cast.stage.now()))


@when("{name} ends the recording of her auxiliary phone", "{name}点击辅机的“完成录制”")
def _(cast: Cast, name: str) -> None:
    cast[name].aux.finish()


@when("{broken:BrokenOff} breaks off the auxiliary recording of {name}", "因{broken}，{name}的辅机录制中断")
@given(
    "{broken:BrokenOff} has broken off the auxiliary recording of {name}", "{name}的辅机录制因{broken}而中断"
)
def _(cast: Cast, name: str, broken: str) -> None:
    cast[name].break_off(broken)


@given("{name} has gone back to the auxiliary recording", "{name}已通过“继续录制”返回辅机录制")
@when("{name} goes back to the auxiliary recording", "{name}通过“继续录制”返回辅机录制")
def _(cast: Cast, name: str) -> None:
    cast[name].go_on_filming()


@then("the auxiliary phone of {name} does not claim to record", "{name}的辅机不再显示录制中")
def _(cast: Cast, name: str) -> None:
    judge(checks.claims_no_recording(cast[name].aux_after_accident()))


@then("{name} finds her way back to the auxiliary recording", "{name}可以通过“继续录制”返回辅机录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.goes_on_recording(*cast[name].find_way_back_to_recording()))


@then("the auxiliary phone of {name} is recorded as recording again", "{name}的辅机有恢复录制的记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.aux_recording(cast.new_records(), "aux_resumed"))


@given("the main phone of {name} has lost its app for a while", "{name}的主机应用曾短暂崩溃")
def _(cast: Cast, name: str) -> None:
    cast[name].lose_main()


@given("the main phone of {name} has lost its network for a while", "{name}的主机曾短暂断网")
def _(cast: Cast, name: str) -> None:
    cast[name].lose_network()


@given(
    "the microphone of the {role:Role} phone of {name} has been mute for a minute",
    "{name}的{role}麦克风曾静音一分钟",
)
def _(cast: Cast, name: str, role: str) -> None:
    cast[name].mute(role)


@given(
    "the microphone of the main phone of {name} has been mute for the first minute of its recording",
    "{name}的主机麦克风在录制的第一分钟内静音",
)
def _(cast: Cast, name: str) -> None:
    cast[name].enter_mute()


@given("{name} is answering in {light:Light}", "{name}在{light}的环境中答题")
def _(cast: Cast, name: str, light: dict[str, float]) -> None:
    cast.at("answering", name).put_in_light(light)


@given("{name} has handed in everything from both phones", "{name}已在两部手机上全部提交")
@when("{name} hands in everything from both phones", "{name}在两部手机上全部提交")
def _(cast: Cast, name: str) -> None:
    cast[name].hand_in_everything()


@given("{name} has sat and handed in a mock exam", "{name}已参加模拟考试并全部提交")
def _(cast: Cast, name: str) -> None:
    cast.before_mocks(name).hand_in_mock()


@when(
    "{name} sits the formal exam and hands in everything from both phones",
    "{name}参加正式考试，并在两部手机上全部提交",
)
def _(cast: Cast, name: str) -> None:
    cast[name].hand_in_formal()


@then("the film of the {role:Role} phone of {name} is one take", "{name}的{role}录像一镜到底")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.sound_film(cast[name].measured(role, "one_take")))


@then("the film of the {role:Role} phone of {name} covers her exam", "{name}的{role}录像覆盖考试全程")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.sound_film(cast[name].measured(role, "covers")))


@then("the film of the {role:Role} phone of {name} is whole", "{name}的{role}录像完整")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.sound_film(cast[name].measured(role, "whole")))


@then("the time in the film of the {role:Role} phone of {name} runs on", "{name}的{role}录像时间连续")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.sound_film(cast[name].measured(role, "time")))


@then(
    "the film of the {role:Role} phone of {name} has a gap there and nowhere else",
    "{name}的{role}录像仅在该处有中断",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.only_then(*cast[name].measured_gap(role, "one_take")))


@then(
    "the film of the {role:Role} phone of {name} is mute there and nowhere else",
    "{name}的{role}录像仅在该处无声",
)
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.only_then(*cast[name].measured_gap(role, "sound")))


@then("the film of the {role:Role} phone of {name} can be heard throughout", "{name}的{role}录像全程有声")
def _(cast: Cast, name: str, role: str) -> None:
    judge(checks.sound_film(cast[name].measured(role, "sound")))


@then("the film of the main phone of {name} shows {filmed:Filmed}", "{name}的主机录像{filmed}")
def _(cast: Cast, name: str, filmed: str) -> None:
    judge(checks.defect_only(cast[name].light_in_film(), filmed))


@then("nothing in either app of {name} plays a recording", "{name}的两个应用均不能播放录像")
def _(cast: Cast, name: str) -> None:
    judge(checks.nothing_plays(cast[name].pages_of_both_apps()))


@then("the page of the photos of {name} plays no recording", "{name}的拍照页面不能播放录像")
def _(cast: Cast, name: str) -> None:
    judge(checks.nothing_plays([cast[name].page_of_photos()]))


@then("the exam page of {name} lets no recording begin", "{name}的考试页面不再提供录制")
def _(cast: Cast, name: str) -> None:
    judge(checks.no_recording_offered(cast[name].offers_another_recording()))
