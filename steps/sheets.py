"""Answer sheets: shown to the camera, then photographed page by page."""

from __future__ import annotations

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.moments import Moment
from steps.people import Cast


@given("{name} is answering", "{name}正在答题")
def _(cast: Cast, name: str) -> None:
    cast.at("answering", name)


@given("{name} is showing her sheets", "{name}正在展示答题纸")
def _(cast: Cast, name: str) -> None:
    cast.at("answering", name).reach_display()


@given("{name} may photograph her sheets", "{name}可以拍摄答题纸")
def _(cast: Cast, name: str) -> None:
    cast.at("photos", name)


@given("{name} has photographed {pages:Pages} of her sheets", "{name}的答题纸拍照情况：{pages}")
def _(cast: Cast, name: str, pages: str) -> None:
    cast.at("photos", name).have_photographed(pages)


@then("{name} is asked to show her sheets", "{name}被要求展示答题纸")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].main.display.look()))


@then("{name} is still asked to show her sheets", "{name}须继续展示答题纸")
def _(cast: Cast, name: str) -> None:
    judge(checks.on_screen(cast[name].main.display.look()))


@then("{name} is still asked to show her sheets {moment:Moment}", "{moment}，{name}须继续展示答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.on_screen(cast.move_to(moment)[name].main.display.look()))


@then("{name} may photograph her sheets {moment:Moment}", "{moment}，{name}可以拍摄答题纸")
def _(cast: Cast, name: str, moment: Moment) -> None:
    judge(checks.on_screen(cast.move_to(moment)[name].main.photos.look()))


@when("{name} photographs {pages:Pages}", "{name}拍摄{pages}")
def _(cast: Cast, name: str, pages: str) -> None:
    cast[name].photograph(pages)


@when("{name} photographs page {page:Number} again", "{name}重新拍摄第{page}页")
def _(cast: Cast, name: str, page: int) -> None:
    cast[name].photograph_again(page)


@when("{name} sends page {page:Number} past the app", "{name}绕过应用上传第{page}页")
def _(cast: Cast, name: str, page: int) -> None:
    cast[name].send_page(page)


@when(
    "{name} sends page {page:Number} past the app {moment:Moment}", "{moment}，{name}绕过应用上传第{page}页"
)
def _(cast: Cast, name: str, page: int, moment: Moment) -> None:
    cast[name].send_page(page, moment)


@when("{name} sends one page more than the sheet has past the app", "{name}绕过应用上传超出答题纸页数的一页")
def _(cast: Cast, name: str) -> None:
    cast[name].send_page(cast[name].pages + 1)


@when(
    "{name} photographs page {page:Number} so that the last of the photo arrives {moment:Moment}",
    "{name}拍摄第{page}页，照片全部送达的时刻为{moment}",
)
def _(cast: Cast, name: str, page: int, moment: Moment) -> None:
    cast[name].photograph_slowly(page, moment)


@then(
    "the photo countdown of {name} gives the time left until it ends", "{name}的拍照倒计时与距截止的时间一致"
)
def _(cast: Cast, name: str) -> None:
    judge(
        checks.countdown_gives(
            cast[name].main.photos.countdown(), cast.left_until("photos_end"), cast.label("photo_countdown")
        )
    )


@then("the main phone of {name} warns that nothing can be changed any more", "{name}的主机提示不得更改")
def _(cast: Cast, name: str) -> None:
    judge(checks.blocks_shown([cast.label("no_change")], cast[name].main.photos.texts()))


@then("{name} is refused the photo because {cause:Because}", "{name}的照片因{cause}而不予接受")
def _(cast: Cast, name: str, cause: str) -> None:
    judge(checks.refused("photo", cause, cast[name].sitting, cast.new_records()))


@then("page {page:Number} of {name} is recorded", "{name}的第{page}页已有记录")
def _(cast: Cast, name: str, page: int) -> None:
    judge(checks.pages_recorded([page], cast.new_records()))


@then(
    "past the app, page {page:Number} of {name} is accepted {moment:Moment}",
    "{moment}，{name}绕过应用上传的第{page}页被接受",
)
def _(cast: Cast, name: str, page: int, moment: Moment) -> None:
    judge(checks.accepted(cast[name].send_page(page, moment)))


@then("page {page:Number} of {name} is accepted past the app", "{name}绕过应用上传的第{page}页被接受")
def _(cast: Cast, name: str, page: int) -> None:
    judge(checks.accepted(cast[name].send_page(page)))


@then(
    "after page {first:Number}, page {page:Number} of {name} is accepted past the app",
    "上传第{first}页之后，{name}绕过应用上传的第{page}页被接受",
)
def _(cast: Cast, name: str, first: int, page: int) -> None:
    judge(checks.accepted(cast[name].send_pages(first, page)))


@then("the pages of {name} are recorded in the order of the sheet", "{name}各页按答题纸页序记录")
def _(cast: Cast, name: str) -> None:
    judge(checks.pages_recorded(cast[name].page_numbers, cast.new_records()))


@then("the pages of {name} are those that she photographed", "{name}的各页仍为其拍摄的照片")
def _(cast: Cast, name: str) -> None:
    judge(checks.no_page_changed(cast.new_records()))


@then("page {page:Number} of {name} is recorded anew and no other page is", "{name}仅第{page}页重新记录")
def _(cast: Cast, name: str, page: int) -> None:
    judge(checks.page_taken_again(page, cast.records_of(name), cast.new_records()))
