"""The letters about what the document leaves open: to the school and to the vendor, what to ask and what is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conformance import document
from conformance.document import Party, Question
from conformance.season import Answer, Season
from reports.form import Language, Text


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, in one language. `parts` are the open questions by part; `settled` those with an answer."""

    to: Party
    lang: Language
    season: Text
    parts: Mapping[Text, tuple[Question, ...]]
    settled: tuple[tuple[Question, Answer], ...]

    @property
    def questions(self) -> list[Question]:
        """The open questions in the order in which they are asked."""
        return [question for asked in self.parts.values() for question in asked]

    @property
    def title(self) -> Text:
        return TITLES[self.to]

    @property
    def opening(self) -> Text:
        return OPENINGS[self.to]


def letter(to: Party, lang: Language, season: Season) -> Letter:
    """The letter to a party: what it is to answer and has not answered yet."""
    asked = [question for question in document.by_part() if to in question.to]
    opened = [question for question in asked if question.id not in season.answers]
    return Letter(
        to=to,
        lang=lang,
        season=Text(**season.title),
        parts={
            part: tuple(question for question in opened if question.part == part)
            for part in dict.fromkeys(question.part for question in opened)
        },
        settled=tuple((q, season.answers[q.id]) for q in asked if q.id in season.answers),
    )


def letters(season: Season) -> Iterator[Letter]:
    """Both letters, each in both languages."""
    for to in document.PARTIES:
        for lang in LANGUAGES:
            yield letter(to, lang, season)


LANGUAGES: tuple[Language, ...] = ("zh", "en")
TITLES: Mapping[Party, Text] = {
    "school": Text("Questions to the admissions office", "关于考试须知中待明确事项的函"),
    "vendor": Text("Questions to the vendor of the exam apps", "关于考试应用中待明确事项的函"),
}
OPENINGS: Mapping[Party, Text] = {
    "school": Text(
        "To the admissions office: in testing the online exam against your notice and its manual we met the following "
        "places, which can be understood in two ways. For each we give both meanings and what they do to a candidate, "
        "say which we go by until you answer, and propose a wording. Please mark one, or write your own.",
        "招生办公室：我们在依据贵校考试须知和操作说明对线上考试进行测试时，发现下列条文可作两种理解。"
        "现逐项列明两种含义及其对考生的影响，说明在得到答复之前暂按何种含义执行，并提出建议表述。"
        "请逐项勾选，或另行写明。",
    ),
    "vendor": Text(
        "To the vendor: the notice and the manual leave the following open in what concerns the two apps and the "
        "platform. For each we give both meanings and what they do to a candidate, say which we judge by until you "
        "answer, and propose a wording. Please mark the one that your release implements, or describe what it does.",
        "厂商负责人：考试须知和操作说明中，下列涉及两款应用及考试平台的事项尚不明确。"
        "现逐项列明两种含义及其对考生的影响，说明在得到答复之前暂按何种含义评判，并提出建议表述。"
        "请逐项勾选贵方版本的实际做法，或另行说明。",
    ),
}
WORDS: Mapping[str, Text] = {
    "clauses": Text("Clauses", "条文"),
    "line": Text("line {line}", "第 {line} 行"),
    "conflict": Text("In question", "问题"),
    "a": Text("Meaning 1", "含义一"),
    "b": Text("Meaning 2", "含义二"),
    "effect": Text("For the candidate", "对考生的影响"),
    "ours": Text("For the time being", "暂按"),
    "wording": Text("Proposed wording", "建议表述"),
    "reply": Text("Reply", "答复"),
    "otherwise": Text("Otherwise, namely:", "其他："),
    "name": Text("Name", "答复人"),
    "date": Text("Date", "日期"),
    "settled": Text("Answered already", "已答复的事项"),
    "nothing": Text("Nothing is open any more.", "目前没有待明确的事项。"),
    "contents": Text("What is asked", "事项一览"),
    "until": Text(
        "Answers are entered into the season with name and date, and replace our reading in every later test.",
        "答复将连同答复人和日期记入招考年度文件，此后的测试均以答复为准。",
    ),
}
