"""What candidates do that people judge, and what a reviewer knows it by."""

from __future__ import annotations

from steps.phrases.meanings import Around

MAIN, AUX = ("main",), ("aux",)

CONDUCT = {
    "wears a hat": ("戴着帽子", Around(seen="hat")),
    "wears sunglasses": ("戴着墨镜", Around(seen="sunglasses")),
    "wears a face mask": ("戴着口罩", Around(seen="mask")),
    "wears earphones": ("戴着耳机", Around(seen="earphones")),
    "has somebody else beside her": ("身旁有他人", Around(seen="second_person")),
    "leaves the door open": ("敞开房门", Around(seen="open_door")),
    "lets somebody else sit in her place": ("由他人代坐", Around(seen="somebody_else")),
    "leaves her place": ("离开座位", Around(seen="out_of_the_picture")),
    "consults a book": ("翻阅书籍", Around(seen="book")),
    "has notes beside her sheet": ("在答题纸旁放置纸条", Around(seen="notes")),
    "holds another phone in her hand": ("手持另一部手机", Around(seen="phone_in_hand")),
    "films the exam with a camera of her own": ("用自备的摄像机拍摄", Around(seen="camera_on_tripod")),
    "makes a hand signal": ("打手势", Around(seen="hand_signal")),
    "waves a greeting": ("挥手打招呼", Around(seen="greeting")),
    "hangs her name on the wall": ("在墙上张贴姓名", Around(seen="writing_on_wall", words="name")),
    "hangs her province on the wall": ("在墙上张贴生源地", Around(seen="writing_on_wall", words="province")),
    "hangs her school's pennant on the wall": (
        "在墙上悬挂就读学校的锦旗",
        Around(seen="writing_on_wall", words="school"),
    ),
    "hangs her training institution's notice on the wall": (
        "在墙上张贴培训机构的告示",
        Around(seen="writing_on_wall", words="institution"),
    ),
    "hangs her school's emblem on the wall": ("在墙上悬挂校徽图案", Around(seen="writing_on_wall")),
    "wears clothes with her school's name": (
        "身着印有学校名称的服装",
        Around(seen="writing_on_clothes", words="school"),
    ),
    "holds up her candidate number": (
        "出示写有考生号的卡片",
        Around(seen="card_shown", words="candidate_number"),
    ),
    "holds up her ID number": ("出示写有证件号的卡片", Around(seen="card_shown", words="id_number")),
    "sits before a wall full of things": ("以杂乱的墙面为背景", Around(seen="busy_background")),
    "takes her sheet out of the picture": ("将答题纸移出画面", Around(seen="no_sheet", phones=AUX)),
    "turns the main phone": ("变换主机拍摄角度", Around(seen="askew", phones=MAIN)),
    "turns the auxiliary phone": ("变换辅机拍摄角度", Around(seen="askew", phones=AUX)),
    "holds the main phone in her hand": ("手持主机拍摄", Around(seen="shaken", phones=MAIN)),
    "holds the auxiliary phone in her hand": ("手持辅机拍摄", Around(seen="shaken", phones=AUX)),
    "uses a beautifying filter": ("使用美颜滤镜", Around(seen="filter", phones=MAIN)),
    "talks": ("出声说话", Around(heard="talk")),
    "says her name aloud": ("口述本人姓名", Around(heard="talk", words="name")),
    "lets somebody dictate to her": ("由他人口述答案", Around(heard="another_voice")),
    "plays music": ("播放音乐", Around(heard="music")),
    "sits in the wind": ("置身风声之中", Around(heard="wind")),
    "sits amid noise": ("置身嘈杂环境", Around(heard="noise")),
    "covers the microphone of the main phone": ("遮挡主机的话筒", Around(heard="covered", phones=MAIN)),
}

SIGN = {
    "a hat": ("帽子", "hat"),
    "sunglasses": ("墨镜", "sunglasses"),
    "a face mask": ("口罩", "mask"),
    "earphones": ("耳机", "earphones"),
    "a second person": ("第二个人", "second_person"),
    "an open door": ("敞开的房门", "open_door"),
    "another person in the candidate's place": ("他人坐在考生座位上", "somebody_else"),
    "that the candidate is out of the picture": ("考生不在画面中", "out_of_the_picture"),
    "a book": ("书籍", "book"),
    "notes": ("纸条", "notes"),
    "a phone in the hand": ("手持的手机", "phone_in_hand"),
    "another camera": ("另一台摄像设备", "camera_on_tripod"),
    "a hand signal": ("手势", "hand_signal"),
    "a greeting": ("打招呼的动作", "greeting"),
    "writing on the wall": ("墙上的文字", "writing_on_wall"),
    "writing on the clothes": ("服装上的文字", "writing_on_clothes"),
    "a card that is shown": ("出示的卡片", "card_shown"),
    "a background that is not plain": ("背景不单一", "busy_background"),
    "that the sheet is out of the picture": ("答题纸不在画面中", "no_sheet"),
    "a changed angle": ("拍摄角度改变", "askew"),
    "an unsteady picture": ("画面不稳", "shaken"),
    "a filter": ("滤镜", "filter"),
    "a voice": ("说话声", "talk"),
    "another person's voice": ("他人的说话声", "another_voice"),
    "music": ("音乐声", "music"),
    "wind": ("风声", "wind"),
    "noise": ("噪声", "noise"),
    "a covered microphone": ("话筒被遮挡", "covered"),
    "silence of a muted microphone": ("静音", "muted"),
    "a gap": ("录像中断", "gap"),
}

CLASS = {
    "cheating": ("作弊", ("cheating",)),
    "a violation": ("违规", ("violation",)),
    "giving up the subject": ("弃考", ("forfeit",)),
    "cheating and a violation": ("作弊和违规", ("cheating", "violation")),
    "a breach for which the notice names no class": ("须知未规定认定类别的违反", ()),
}

EFFECT = {
    "nothing": ("未作处置", "none"),
    "termination": ("终止考试", "terminated"),
    "a failed exam": ("判考试失败", "failed"),
    "a lock-out": ("不准进入考试", "locked_out"),
    "that nothing can be submitted": ("关闭提交", "cannot_submit"),
}

SHOWN = {
    "answered a call": ("接听了来电", ("call", "terminated", "call_answered")),
    "filmed her screen": ("录制了屏幕", ("screen_recording", "terminated", "screen_recording")),
    "let a second phone join her exam": ("允许第二部手机加入考试", ("second_phone", "paired", "")),
}
"""What the platform's record tells a reviewer: the item of the checklist, the record's word, and its cause."""
