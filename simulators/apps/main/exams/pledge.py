"""《诚信考试承诺书》: the notice names it and does not print it, so its words follow what the notice demands (assumed)."""

HEAD = (
    "本人自愿参加本次线上考试，已认真阅读考试须知和操作说明，承诺遵守各项规定。",
    "一、本人保证所提交的报名信息真实、准确，独立完成全部考试，不替考、不请人替考，不与他人串通。",
)
TWO_PHONES = (
    "二、考试全程在{main}APP和{aux}APP的双机位视频监控下进行，本人按要求开启两部手机的录制，不无故中断。"
)
ONE_PHONE = "二、考试全程在{main}APP的视频监控下进行，本人按要求开启录制，不无故中断。"
TAIL = (
    "三、考试内容属于国家机密。本人不以其他方式录音、录像、录屏，不泄露、不公布考试内容及相关信息。",
    "四、考试场所内只有本人一人，不打暗号、手势，不夹带、不抄袭，不翻阅资料，不查阅电子设备，不接打电话。",
    "五、本人不戴帽子、墨镜、口罩、耳机，不使用美颜及滤镜，全程在画面之中，不中途离开。",
    "六、如有违反，本人愿意按《国家教育考试违规处理办法》《普通高等学校招生违规行为处理暂行办法》等规定接受处理。",
)


def pledge(main: str, aux: str) -> tuple[str, ...]:
    """The pledge of an exam held with these apps; without an aux app, of one held with one phone."""
    return (*HEAD, (TWO_PHONES if aux else ONE_PHONE).format(main=main, aux=aux), *TAIL)
