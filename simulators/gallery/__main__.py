"""`python -m simulators.gallery`: walk through both apps and write one page with every screen.

Progress goes to stderr, the page's path to stdout. Exit codes: 0 every screen is on the page; 1 the page is written
and lacks screens, which are named; 3 it could not be made (an unknown model or season, a folder that takes no file).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from conformance.season import Season, SeasonError
from conformance.season import load as load_season
from simulators.core.starting import CANNOT_START, Parser
from simulators.gallery.hands import AstrayError
from simulators.gallery.page import Language, page
from simulators.gallery.stills import Words
from simulators.gallery.tour import USUAL, tour
from simulators.gallery.walks import WALKS
from simulators.gallery.wall import hang, missing
from simulators.phone.model import Model, ModelError, load, names

PAGE = "index.html"


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the page; the exit code."""
    wish = _parser().parse_args(arguments)
    lang: Language = wish.lang
    try:
        return _make(wish.model or USUAL, load_season(wish.season), Path(wish.out), lang)
    except ModelError as error:
        asked, listed = "、".join(wish.model or USUAL), "、".join(_fitting())
        _say(Words(str(error), f"手机型号无法使用：{asked}；可选：{listed}"), lang)
    except SeasonError as error:
        _say(Words(str(error), f"招考年度无法使用（原文：{error}）"), lang)
    except AstrayError as error:
        _say(Words(str(error), f"应用界面与浏览路线不符（原文：{error}）"), lang)
    except OSError as error:
        _say(Words(f"{wish.out} cannot be written: {error}", f"无法写入 {wish.out}（原文：{error}）"), lang)
    return CANNOT_START


ONE_PHONE = Words(
    "the walks lead through exams with two phones, and this season has one; name another with --season",
    "浏览路线适用于使用两部手机的考试，该年度只使用一部手机；请以 --season 另行指定年度",
)


def _make(model_ids: Sequence[str], season: Season, out: Path, lang: Language) -> int:
    models = [_fit(model) for model in dict.fromkeys(model_ids)]
    if season.exam.cameras == 1:
        _say(ONE_PHONE, lang)
        return CANNOT_START
    out.mkdir(parents=True, exist_ok=True)
    rooms = hang(tour(WALKS, [model.id for model in models], season, _progress))
    file = out / PAGE
    file.write_text(page(rooms, models, season, lang), encoding="utf-8")
    print(file, flush=True)
    lacking = ", ".join(missing(rooms))
    if lacking:
        _say(Words(f"no walk comes to {lacking}", f"下列界面没有浏览路线：{lacking}"), lang)
    return int(bool(lacking))


def _fit(name: str) -> Model:
    """ModelError for a model that is none, or one that does not run the apps."""
    model = load(name)
    if name not in _fitting():
        raise ModelError(f"the apps do not run on {name}; they do on {', '.join(_fitting())}")
    return model


def _fitting() -> list[str]:
    return [model.id for model in map(load, names()) if model.form == "phone" and not model.why_no_app]


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _say(words: Words, lang: Language) -> None:
    head = Words("examgate: ", "examgate：")
    print(getattr(head, lang) + getattr(words, lang), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m simulators.gallery", description=__doc__.partition("\n")[0] if __doc__ else ""
    )
    parser.add_argument("--out", default="reports/out/screens", help="the folder of the page")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="the language that it opens in")
    parser.add_argument("--season", default="zjcm-2023", help="a shipped season or a path to one")
    parser.add_argument(
        "--model", action="append", help="a phone model; may be given more than once", metavar="ID"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
