"""What other notices ask for: what is shown, recorded, and sat before."""

from __future__ import annotations

from steps.phrases.meanings import Count

SHOWN = {
    "nothing": ("未展示任何内容", "nothing"),
    "everything but the last thing": ("除最后一项外的各项内容", "all_but_one"),
    "everything": ("各项内容", "everything"),
}

RECORDINGS = {
    "one recording": ("一次录制", Count(None, 1)),
    "one recording fewer than she has chances": ("比录制机会少一次的录制", Count("chances", -1)),
    "as many recordings as she has chances": ("与录制机会次数相同的录制", Count("chances")),
}

LEFT = {
    "one chance": ("一次", Count(None, 1)),
    "all chances but one": ("比全部机会少一次", Count("chances", -1)),
}

MOCKS = {
    "one mock exam fewer than the season requires": (
        "比规定次数少一场的模拟考试",
        Count("mocks_required", -1),
    ),
    "as many mock exams as the season requires": ("规定次数的模拟考试", Count("mocks_required")),
}
