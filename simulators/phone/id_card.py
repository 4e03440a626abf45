"""An ID card to show to a camera: its two sides as drawn, each with a code that carries the same data.

The card is marked 模拟 and is no likeness of a real one. The code is what a reader of contracts/id-card.md reads,
so that a photo gives the data as far as its pixels do. 85.6 x 54 mm (ISO/IEC 7810 ID-1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
import segno

from simulators.phone import lettering
from simulators.phone.lettering import FONT
from simulators.phone.portrait import portrait
from simulators.phone.scanner import Frame

Side = Literal["portrait", "emblem"]
WIDTH, HEIGHT = 1070, 675
WIDTH_CM = 8.56
LONGEST_NAME = 50
LONGEST_ADDRESS = 60
CODE_SIDE = 300
"""Pixels of the face that the code with its quiet zone takes: 2.4 cm of the card."""
INK, FAINT, RED = (44, 36, 32), (206, 200, 186), (52, 52, 190)
PAPER = {"portrait": (244, 240, 228), "emblem": (238, 242, 246)}

PROVINCES: Mapping[str, str] = {
    "11": "北京市", "12": "天津市", "13": "河北省", "14": "山西省", "15": "内蒙古自治区",
    "21": "辽宁省", "22": "吉林省", "23": "黑龙江省",
    "31": "上海市", "32": "江苏省", "33": "浙江省", "34": "安徽省", "35": "福建省", "36": "江西省", "37": "山东省",
    "41": "河南省", "42": "湖北省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区", "46": "海南省",
    "50": "重庆市", "51": "四川省", "52": "贵州省", "53": "云南省", "54": "西藏自治区",
    "61": "陕西省", "62": "甘肃省", "63": "青海省", "64": "宁夏回族自治区", "65": "新疆维吾尔自治区",
    "71": "台湾省",
    "81": "香港特别行政区", "82": "澳门特别行政区",
}  # fmt: skip
"""The first two digits of an ID number (GB/T 2260)."""


@dataclass(frozen=True, slots=True)
class IdCard:
    """One side of a person's card. ValueError for what no card could carry."""

    side: Side
    name: str
    id_number: str
    address: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(self.name) <= LONGEST_NAME or not self.name.isprintable():
            raise ValueError(f"a card takes a name of 1 to {LONGEST_NAME} printable characters")
        digits = self.id_number[:17]
        if len(self.id_number) != 18 or not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"ID number {self.id_number!r}; give 17 digits and a digit or X")
        if len(self.address) > LONGEST_ADDRESS or not self.address.isprintable():
            raise ValueError(f"a card takes an address of at most {LONGEST_ADDRESS} printable characters")

    @property
    def province(self) -> str:
        return PROVINCES.get(self.id_number[:2], "")

    @property
    def lives_at(self) -> str:
        return self.address or self.province or "地址不详"

    @property
    def payload(self) -> str:
        """What the code says: contracts/id-card.md."""
        fields = (self.name, self.id_number, self.lives_at) if self.side == "portrait" else self.issue()
        return "\t".join(("SIMID1", self.side, *fields))

    def issue(self) -> tuple[str, str]:
        """Who issued the card, and from when to when it is valid: ten years from the sixteenth birthday."""
        year, rest = int(self.id_number[6:10]) + 16, f"{self.id_number[10:12]}.{self.id_number[12:14]}"
        return f"{self.province or '模拟'}公安机关", f"{year}.{rest}-{year + 10}.{rest}"


@lru_cache(maxsize=6)
def face(card: IdCard) -> Frame:
    """The side as it looks, read only, (HEIGHT, WIDTH, 3) in blue, green, red."""
    page: Frame = np.full((HEIGHT, WIDTH, 3), PAPER[card.side], np.uint8)
    for row in range(0, HEIGHT, 30):
        cv2.line(page, (0, row), (WIDTH, row + 60), FAINT, 1, cv2.LINE_AA)
    (_portrait_side if card.side == "portrait" else _emblem_side)(page, card)
    _code(page, card.payload)
    _write(page, "模拟 · 仅供测试", (WIDTH - 330, 60), 40, RED, 700)
    page.setflags(write=False)
    return page


def _portrait_side(page: Frame, card: IdCard) -> None:
    number = card.id_number
    born = f"{number[6:10]}年{int(number[10:12])}月{int(number[12:14])}日"
    sex = "男" if int(number[16]) % 2 else "女"
    rows = (("姓名", card.name), ("性别", f"{sex}　　民族　汉"), ("出生", born), ("住址", card.lives_at))
    for line, (label, text) in enumerate(rows):
        top = 96 + 96 * line
        _write(page, label, (50, top), 32, RED)
        for row, part in enumerate(lettering.lines_of(text, 38, 340, 3)):
            _write(page, part, (140, top + 46 * row), 38, INK, 600)
    _write(page, "公民身份号码", (50, 560), 32, RED)
    _write(page, number, (50, 620), 48, INK, 700)
    height, width = 264, 198
    photo = cv2.resize(portrait(number), (width, height), interpolation=cv2.INTER_AREA)
    page[84 : 84 + height, 800 : 800 + width] = photo


def _emblem_side(page: Frame, card: IdCard) -> None:
    issuer, valid = card.issue()
    cv2.circle(page, (150, 170), 96, RED, 12, cv2.LINE_AA)
    _write(page, "模拟", (96, 190), 54, RED, 700)
    _write(page, "居民身份证（模拟）", (290, 190), 56, INK, 700)
    for top, label, text in ((430, "签发机关", issuer), (540, "有效期限", valid)):
        _write(page, label, (50, top), 32, RED)
        _write(page, text, (210, top), 38, INK, 600)


def _code(page: Frame, payload: str) -> None:
    rows = segno.make(payload, error="m", micro=False, mode="byte", encoding="utf-8", eci=True).matrix_iter(
        scale=1, border=4
    )
    dark = np.array([list(row) for row in rows], np.uint8)
    light = np.where(dark > 0, 0, 255).astype(np.uint8)
    scale = CODE_SIDE // len(light)
    grown = np.kron(light, np.ones((scale, scale), np.uint8))
    top, left = HEIGHT - 20 - len(grown), WIDTH - 20 - len(grown)
    page[top : top + len(grown), left : left + len(grown)] = grown[..., np.newaxis]


def _write(
    page: Frame, text: str, at: tuple[int, int], size: int, ink: tuple[int, int, int], weight: int = 400
) -> None:
    shown = "".join(map(lettering.drawable, text))
    cv2.putText(page, shown, at, ink, FONT, size, weight)
