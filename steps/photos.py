"""The sheets before the lens: shown to the main phone, then photographed, and what is measured of both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from steps import checks
from steps.bilingual import given, then, when
from steps.judging import judge
from steps.people import Cast


@when("{name} shows {showing:Showing}", "{name}展示答题纸，情况为{showing}")
def _(cast: Cast, name: str, showing: str) -> None:
    cast[name].show_and_submit(showing)


@when("{name} holds each page for {dwell:Dwell}", "{name}逐页展示，每页停留{dwell}")
def _(cast: Cast, name: str, dwell: timedelta) -> None:
    cast[name].show_and_submit("in_order", dwell)


@given("{name} has shown every page in order", "{name}已按页序展示各页")
def _(cast: Cast, name: str) -> None:
    cast[name].show_sheets("in_order")


@when("{name} lays {laid:Laid} before the lens and submits", "{name}拍照并提交，情况为{laid}")
def _(cast: Cast, name: str, laid: str) -> None:
    cast[name].lay_and_submit(laid)


@then(
    "the film of {name} shows what she photographed, in order and long enough",
    "{name}的录像按页序展示了所拍各页，停留时间符合规定",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.pages_seen(cast[name].shown_in_film()))


@then(
    "the film of {name} does not show what she photographed, in order and long enough",
    "{name}的录像展示与所拍各页、页序或停留时间不符",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.pages_amiss(cast[name].shown_in_film()))


@given("{name} has photographed page {page:Number} {badly:BadlyTaken}", "{name}拍摄了第{page}页，{badly}")
@when("{name} photographs page {page:Number} {badly:BadlyTaken}", "{name}拍摄第{page}页，{badly}")
def _(cast: Cast, name: str, page: int, badly: Mapping[str, float]) -> None:
    cast[name].photograph_badly(page, badly)


@then(
    "the photo of page {page:Number} of {name} is said to be {remark:Remark}",
    "{name}的主机提示第{page}页照片{remark}",
)
def _(cast: Cast, name: str, page: int, remark: str) -> None:
    judge(checks.remarked(cast[name].remark_on(page), cast.label(remark)))


@then(
    "taken again as it should be, the photo of page {page:Number} of {name} has no remark",
    "重新拍摄后，{name}的第{page}页照片没有提示",
)
def _(cast: Cast, name: str, page: int) -> None:
    judge(checks.not_remarked(cast[name].retake_well(page)))


@then("the photo of page {page:Number} of {name} is on record as poor", "{name}第{page}页照片记录为质量欠佳")
def _(cast: Cast, name: str, page: int) -> None:
    judge(checks.photo_recorded_as_poor(page, cast.records_of(name)))


@then(
    "what the school marks of {name} is the last photo of each page, in order",
    "学校评阅的是{name}各页最后一次拍摄的照片，次序与答题纸一致",
)
def _(cast: Cast, name: str) -> None:
    judge(checks.photos_packed(*cast[name].packed_photos()))


@when("{name} takes page {page:Number} again and submits", "{name}重新拍摄第{page}页并提交")
def _(cast: Cast, name: str, page: int) -> None:
    cast[name].retake_and_submit(page)


@given("{name} has photographed the rest and submitted", "{name}已拍摄其余各页并提交")
def _(cast: Cast, name: str) -> None:
    cast[name].have_submitted()
