"""The front pages of the sites, as HTML: what a person sees who opens the address in a browser."""

from collections.abc import Mapping
from html import escape

from conformance.season import Season

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>
body {{ font: 16px/1.7 sans-serif; margin: 0; color: #1c2430; background: #f4f6f9; }}
header {{ background: #1f5fbf; color: #fff; padding: 18px 24px; font-size: 22px; }}
main {{ max-width: 860px; margin: 24px auto; padding: 0 24px; }}
section {{ background: #fff; border-radius: 8px; padding: 16px 24px; margin-bottom: 16px; }}
.codes {{ display: flex; gap: 32px; flex-wrap: wrap; }}
figure {{ margin: 0; text-align: center; }}
img {{ width: 220px; height: 220px; image-rendering: pixelated; }}
</style></head><body><header>{title}</header><main>{body}</main></body></html>
"""
APPS: Mapping[str, str] = {"main": "主机位使用", "aux": "辅机位使用"}


def registration(season: Season) -> str:
    """The school's registration site."""
    days = [season.date(name) for name in ("sheets_from", "sheets_until")]
    window = "至".join(f"{day:%Y年%m月%d日%H:%M}" for day in days if day is not None) or "以学校通知为准"
    return _page(
        "本科招生报名系统",
        _section(
            "报名信息", "登录后可查看姓名、证件号码、高考所在省份和报考专业。信息有误的，请及时联系学校更正。"
        ),
        _section(
            "答题纸下载", f"下载时间：{window}。请下载所有考试科目的答题纸（包括草稿纸），用A4纸单面打印。"
        ),
        _section("联系学校", f"招生办电话：{season.addresses.phone or '见招生简章'}"),
    )


def official(season: Season) -> str:
    """The vendor's official site, with a code for each app of the season."""
    codes = "".join(
        f'<figure><img src="codes/{role}.png" alt="{escape(app.name)}下载二维码">'
        f"<figcaption>{escape(app.name)}（{APPS[role]}）</figcaption></figure>"
        for role, app in season.apps.items()
    )
    return _page(
        f"{season.apps['main'].name}官方网站",
        f'<section><h2>扫码下载</h2><div class="codes">{codes}</div></section>',
        _section("提示", "请通过本站二维码下载安装，不要通过其他渠道下载。仅支持手机，不支持平板。"),
    )


def _section(title: str, words: str) -> str:
    return f"<section><h2>{escape(title)}</h2><p>{escape(words)}</p></section>"


def _page(title: str, *body: str) -> str:
    return PAGE.format(title=escape(title), body="".join(body))
