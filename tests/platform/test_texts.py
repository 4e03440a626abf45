"""What the exam page says where a season is otherwise."""

from tests.platform.exam import World


def test_a_fixed_start_with_reading_and_showing(guided: World) -> None:
    said = guided.view()["content"]
    assert "03月01日 09:00至11:00。开考后先阅题5分钟" in said["拍摄时间"]
    assert "09:00后不能再进入" in said["注意事项"]
    assert "逐项展示" in said["注意事项"]


def test_a_free_start_names_no_instant_that_follows_from_the_own_one(free: World) -> None:
    said = free.view()["content"]
    assert said["拍摄时间"] == "04月05日 09:00至12:00为开放时间，考生自选时间开始，作答时长30分钟。"
    assert "09:00至12:00可随时进入并开始作答" in said["注意事项"]
    assert "展示" not in said["注意事项"] + said["拍摄要求"]
