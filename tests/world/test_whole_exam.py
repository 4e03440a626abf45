"""A whole exam as its examiner sees it: two phones through WebDriver, everything around them through the bench."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from appium import webdriver
from appium.options.android import UiAutomator2Options
from appium.webdriver.common.appiumby import AppiumBy

from simulators.serve import Simulation
from simulators.stages import RESOURCE_PARTS
from tests.bench.client import Client

PACKAGES = {"main": "com.xiaoyibang.main", "aux": "com.xiaoyibang.aux"}


class Handset:
    """One phone through WebDriver; elements by the id that the app gives them."""

    def __init__(self, driver: Any, role: str) -> None:
        self.driver, self._package = driver, PACKAGES[role]

    def find(self, element_id: str) -> Any:
        return self.driver.find_element(AppiumBy.ID, f"{self._package}:id/{element_id}")

    def scroll_to(self, element_id: str) -> Any:
        wanted = f'new UiSelector().resourceId("{self._package}:id/{element_id}")'
        page = "new UiScrollable(new UiSelector().scrollable(true))"
        return self.driver.find_element(AppiumBy.ANDROID_UIAUTOMATOR, f"{page}.scrollIntoView({wanted})")

    def tap(self, *element_ids: str) -> None:
        for element_id in element_ids:
            self.driver.execute_script(
                "mobile: scroll", {"strategy": "id", "selector": f"{self._package}:id/{element_id}"}
            )
            self.find(element_id).click()

    def type(self, element_id: str, text: str) -> None:
        self.find(element_id).send_keys(text)

    def text(self, element_id: str) -> str:
        return str(self.find(element_id).text)

    def reads(self, words: str) -> bool:
        return bool(
            self.driver.find_elements(
                AppiumBy.ANDROID_UIAUTOMATOR, f'new UiSelector().textContains("{words}")'
            )
        )


@contextmanager
def driven(simulation: Simulation, udid: str, role: str) -> Iterator[Handset]:
    options = UiAutomator2Options().load_capabilities({"appium:udid": udid, "appium:noReset": True})
    driver = webdriver.Remote(simulation.webdriver.url, options=options)
    try:
        driver.activate_app(PACKAGES[role])
        yield Handset(driver, role)
    finally:
        driver.quit()


def test_a_candidate_who_keeps_every_rule_hands_everything_in(simulation: Simulation, bench: Client) -> None:
    world = bench.world("registered", candidates=[{"name": "王芳"}])
    person = world["candidates"][0]
    with ExitStack() as stack:
        main = stack.enter_context(driven(simulation, person["phones"]["main"], "main"))
        aux = stack.enter_context(driven(simulation, person["phones"]["aux"], "aux"))
        log_in(bench, main, person)
        pair_by_scan(bench, main, aux, person)
        enter(bench, main)
        hand_in(bench, main)
        hand_in_aux(bench, aux)
        assert_all_arrived(bench, main, person)


def test_what_is_out_of_sight_is_scrolled_to(simulation: Simulation, bench: Client) -> None:
    person = bench.world("confirmed", candidates=[{"name": "王芳"}])["candidates"][0]
    wanted = f"{PACKAGES['main']}:id/open_harmony_formal"
    with driven(simulation, person["phones"]["main"], "main") as phone:
        assert not phone.driver.find_elements(AppiumBy.ID, wanted)
        phone.driver.execute_script("mobile: scroll", {"strategy": "id", "selector": wanted})
        assert phone.driver.find_element(AppiumBy.ID, wanted).is_displayed()
        phone.tap("open_harmony_formal")
        assert phone.find("exam_title").text == "和声写作 正式考试"


def log_in(bench: Client, main: Handset, person: Any) -> None:
    bench.post("/clock", to="2023-01-12T09:30:00.000+08:00")
    main.type("account", person["account"])
    main.type("password", person["password"])
    main.tap("login", "confirm_exams", "confirm_composition", "to_exams", "exam_composition")
    assert person["admission_number"] in main.scroll_to("admission_number").text
    prepare(main)
    main.scroll_to("open_song_formal").click()


def prepare(main: Handset) -> None:
    """The tasks, the pledge, the first face check."""
    for task in ("notice", "positions"):
        main.scroll_to(f"task_{task}").click()
        main.scroll_to("finish_task").click()
    main.scroll_to("sign_pledge").click()
    main.driver.back()
    main.tap("red_bar", "verify", "exam_composition")


def pair_by_scan(bench: Client, main: Handset, aux: Handset, person: Any) -> None:
    main.tap("code_entry")
    bench.put(
        f"/phones/{person['phones']['aux']}/camera",
        pointed_at={"screen": person["phones"]["main"]},
        distance_cm=14,
    )
    aux.tap("scan")
    assert aux.reads("王芳")
    aux.tap("agree", "enter_recording", "record")
    assert bench.get(f"/phones/{person['phones']['aux']}")["info"]["recording"]
    main.driver.back()


def enter(bench: Client, main: Handset) -> None:
    main.tap("start")
    assert "too_early" in str(bench.get("/records"))
    bench.post("/clock", to="2023-01-12T09:45:00.000+08:00")
    main.tap("start", "verify")
    bench.post("/clock", by_ms=60_000)
    assert main.text("countdown") == "候考倒计时 14:00"


def hand_in(bench: Client, main: Handset) -> None:
    bench.post("/clock", to="2023-01-12T10:00:00.000+08:00")
    assert main.find("remaining").is_displayed()
    bench.post("/clock", to="2023-01-12T11:00:00.000+08:00")
    assert main.find("display_countdown").is_displayed()
    bench.post("/clock", by_ms=30_000)
    main.tap("photo", "photo", "retake_2", "submit")
    assert main.reads("答卷已提交")


def hand_in_aux(bench: Client, aux: Handset) -> None:
    bench.post("/clock", by_ms=60_000)
    aux.tap("finish")
    aux.tap("submit_song_formal")


def assert_all_arrived(bench: Client, main: Handset, person: Any) -> None:
    bench.post("/clock", by_ms=4 * 3_600_000)
    sitting = next(
        one["sitting"] for one in person["sittings"] if (one["subject"], one["session"]) == ("song", "formal")
    )
    records = bench.get("/records")["records"]
    whats = [record["what"] for record in records if record["sitting"] == sitting]
    assert whats == [
        "opened", "paired", "aux_recording", "refused", "entered", "face_passed", *["resource"] * RESOURCE_PARTS,
        "started", "displayed", "photos_opened", "photo", "photo", "photo", "submitted", "upload_started", *whats[18:],
    ]  # fmt: skip
    assert sorted(whats[18:]) == [
        "aux_stopped",
        "aux_submitted",
        *["upload_done"] * 3,
        *["upload_started"] * 2,
    ]
    main.tap("submission")
    assert main.driver.page_source.count("上传成功") == 3
