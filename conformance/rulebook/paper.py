"""A letter as a Word document, so that an office can answer in it."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell as Cell

from conformance.document import Question
from conformance.rulebook.letters import WORDS, Letter
from reports.form import Language, Text
from reports.visible import one_line
from reports.wording import place

LATIN, CHINESE, HEADLINE = "Calibri", "宋体", "黑体"
SOFT = RGBColor(0x55, 0x5B, 0x64)
MARGIN, FIRST, SECOND = Cm(2.2), Cm(3.0), Cm(13.6)
BLANK = "____________________"


def write(letter: Letter, path: Path) -> None:
    """Write the letter; OSError where that cannot be."""
    Paper(letter).document.save(str(path))


class Paper:
    """Puts a letter on paper, from top to bottom."""

    def __init__(self, letter: Letter) -> None:
        self.document: Document = docx.Document()
        self._letter, self._lang = letter, letter.lang
        self._styles()
        self.document.core_properties.title = letter.title.within(letter.lang)
        self.document.core_properties.author = "examgate"
        self._head()
        self._contents()
        number = 0
        for part, asked in letter.parts.items():
            self.document.add_heading(self._t(part), 1)
            for question in asked:
                number += 1
                self._question(question, number)
        self._settled()

    def _styles(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
        sizes = {"Normal": 10.5, "Title": 20, "Heading 1": 15, "Heading 2": 12}
        for name, size in sizes.items():
            style = self.document.styles[name]
            assert isinstance(style, ParagraphStyle)
            style.font.name, style.font.size = LATIN, Pt(size)
            style.font.color.rgb = RGBColor(0x1D, 0x21, 0x26)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:ascii"), LATIN)
            fonts.set(qn("w:hAnsi"), LATIN)
            fonts.set(qn("w:eastAsia"), CHINESE if name == "Normal" else HEADLINE)
            for themed in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme"):
                fonts.attrib.pop(qn(f"w:{themed}"), None)

    def _head(self) -> None:
        self._soft(self._letter.season)
        self.document.add_heading(self._t(self._letter.title), 0).alignment = ALIGN.LEFT
        self.document.add_paragraph(self._t(self._letter.opening))
        self.document.add_paragraph(self._t(WORDS["until"]))
        if not self._letter.parts:
            self.document.add_paragraph(self._t(WORDS["nothing"]))

    def _contents(self) -> None:
        if not self._letter.parts:
            return
        self.document.add_heading(self._t(WORDS["contents"]), 1)
        for number, question in enumerate(self._letter.questions, start=1):
            line = self.document.add_paragraph(f"{number}. {self._t(question.topic)}")
            line.paragraph_format.space_after = Pt(1)

    def _question(self, question: Question, number: int) -> None:
        self.document.add_heading(f"{number}. {self._t(question.topic)}", 2)
        self._soft(Text(*(clauses(question, lang) for lang in ("en", "zh"))))
        rows = [(WORDS["conflict"], self._t(question.conflict), "")]
        rows += [
            (WORDS[key], self._t(one.text), f"{self._t(WORDS['effect'])}{self._colon}{self._t(one.effect)}")
            for key, one in (("a", question.a), ("b", question.b))
        ]
        ours = f"{self._t(WORDS[question.ours])}{self._stop}{self._t(question.why)}"
        rows += [(WORDS["ours"], ours, ""), (WORDS["wording"], self._t(question.wording), "")]
        table = self.document.add_table(rows=0, cols=2, style="Table Grid")
        for name, said, more in rows:
            cells = table.add_row().cells
            self._fill(cells[0], self._t(name), soft=True)
            self._fill(cells[1], said)
            if more:
                cells[1].add_paragraph().add_run(more).font.color.rgb = SOFT
        cells = table.add_row().cells
        self._fill(cells[0], self._t(WORDS["reply"]), soft=True)
        self._fill(cells[1], self._choices())
        for line in ("", f"{self._t(WORDS['name'])} {BLANK}   {self._t(WORDS['date'])} {BLANK}"):
            cells[1].add_paragraph(line)
        for row in table.rows:
            row.cells[0].width, row.cells[1].width = FIRST, SECOND

    def _settled(self) -> None:
        if self._letter.settled:
            self.document.add_heading(self._t(WORDS["settled"]), 1)
        for question, answer in self._letter.settled:
            self.document.add_heading(self._t(question.topic), 2)
            said = f"{question.id} · {answer.by} · {answer.on}"
            self._soft(Text(said, said))
            self.document.add_paragraph(self._t(Text(answer.en, answer.zh)))

    def _choices(self) -> str:
        return "   ".join(f"☐ {self._t(WORDS[key])}" for key in ("a", "b", "otherwise"))

    def _fill(self, cell: Cell, said: str, soft: bool = False) -> None:
        run = cell.paragraphs[0].add_run(said)
        if soft:
            run.font.color.rgb = SOFT

    def _soft(self, said: Text) -> None:
        run = self.document.add_paragraph().add_run(self._t(said))
        run.font.size, run.font.color.rgb = Pt(9), SOFT

    def _t(self, said: Text) -> str:
        # Word's XML holds no control character.
        return one_line(said.within(self._lang), 4000)

    @property
    def _colon(self) -> str:
        return "：" if self._lang == "zh" else ": "

    @property
    def _stop(self) -> str:
        return "。" if self._lang == "zh" else ". "


def clauses(question: Question, lang: Language) -> str:
    """Where a question arises, such as `C05 · Notice §二.1 line 33`."""
    places = (
        f"{place(one.section).within(lang)} {WORDS['line'].within(lang).format(line=one.line)}"
        for one in question.clauses
    )
    return " · ".join([question.id, *places])
