"""An operator at a page: one question at a time on a loopback address, which is told on the terminal when it opens."""

from __future__ import annotations

import html
import secrets
import threading
from collections.abc import Callable
from urllib.parse import parse_qs

from conformance.console import aside
from conformance.listening import HTML, Answered, Asked, Listener
from conformance.operator.question import Question

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>examgate 操作员 · operator</title>
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="{refresh}">
<style>body{{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:3em auto;padding:0 1em;color:#1d2128}}
input{{font:inherit;padding:.4em;width:100%;box-sizing:border-box}}button{{font:inherit;padding:.4em 1.4em;margin-top:1em}}
small{{color:#68707c}}</style>{body}</html>"""
IDLE = """<h1>暂无问题</h1><p>如有问题，将自动显示在本页。</p>
<p><small>No question at the moment; the next one appears here by itself.</small></p>"""
ASK = """<h1>{zh}</h1><p><small>{en}</small></p><p>手机 phone：{name}</p>
<form method="post"><input name="answer" autofocus autocomplete="off" aria-label="回答 answer">
<p><small>{hint_zh}<br>{hint_en}</small></p><button>提交 submit</button></form>{again}"""
AGAIN = "<p><b>无法识别，请按提示作答。</b> <small>That is no answer to this question.</small></p>"
SHORT, LONG = 1, 3600
MOST = 2000
"""Bytes of an answer."""


class PageOperator:
    """Serves the page from the first question on; `say` is given its address once."""

    def __init__(self, seconds: float, say: Callable[[str], object] = aside) -> None:
        self._seconds, self._say = seconds, say
        self._path = f"/{secrets.token_urlsafe(16)}"
        self._turn = threading.Lock()
        self._listener: Listener | None = None
        self._question: Question | None = None
        self._name, self._refused = "", False
        self._answer: str | None = None
        self._answered = threading.Event()

    def ask(self, _: str, name: str, question: Question) -> str | None:
        with self._turn:
            self._serve()
            self._answer, self._refused, self._name = None, False, name
            self._answered.clear()
            self._question = question
            self._answered.wait(self._seconds)
            self._question = None
            return self._answer

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def shown(self) -> str:
        """The page as it is now."""
        asked = self._question
        if asked is None:
            return PAGE.format(refresh=SHORT, body=IDLE)
        words = {
            "zh": asked.text.zh,
            "en": asked.text.en,
            "name": self._name,
            "hint_zh": asked.hint.zh,
            "hint_en": asked.hint.en,
        }
        escaped = {key: html.escape(value) for key, value in words.items()}
        return PAGE.format(refresh=LONG, body=ASK.format(again=AGAIN if self._refused else "", **escaped))

    def take(self, said: str) -> None:
        """An answer; one that is none is asked for again."""
        asked = self._question
        if asked is None:
            return
        if asked.read(said.strip()) is None:
            self._refused = True
            return
        self._answer = said.strip()
        self._question = None
        self._answered.set()

    def _serve(self) -> None:
        if self._listener is None:
            self._listener = Listener(self._reply, most=lambda _: MOST)
            self._say(f"操作员页面 operator: {self._listener.url}{self._path}")

    def _reply(self, asked: Asked) -> Answered:
        if asked.path != self._path:
            return Answered(404, kind=HTML)
        if asked.method != "POST":
            return Answered(200, self.shown().encode(), HTML, {"Cache-Control": "no-store"})
        fields = parse_qs(asked.body.decode("utf-8", "replace"), keep_blank_values=True)
        self.take(fields.get("answer", [""])[0])
        return Answered(303, kind=HTML, headers={"Location": self._path})
