"""`verify.html` in a real browser, opened from a file: it says what `examgate verify` says, and asks nobody."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from conformance.certificate.packages import same_but_channel
from reports import verifier
from simulators.core.chance import Chance
from tests.certificate.archives import CHANNEL, V2, archive, with_block
from tests.certificate.conftest import Desk
from tests.reports import test_browser

pytestmark = pytest.mark.needs_chromium
browser = test_browser.browser
SCRIPTS = Path(verifier.__file__).parent / "templates" / "verify"
WITHOUT = "Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined });"
RFC_8032 = [
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
]  # fmt: skip


class Page:
    """The page as a school uses it."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver, self.path = driver, folder / "verify.html"

    def open(self) -> Page:
        self.driver.get(f"file://{self.path}")
        self.until("return document.documentElement.dataset.ready === 'yes'")
        return self

    def choose(self, **paths: Path) -> Page:
        for name, path in paths.items():
            self.driver.find_element(By.ID, name).send_keys(str(path))
        return self

    def until(self, script: str) -> None:
        WebDriverWait(self.driver, 20).until(lambda driver: driver.execute_script(script))

    def verdict(self, wanted: str) -> str:
        """What the page shows once it has come to this verdict."""
        self.until(f"return document.getElementById('result').dataset.verdict === '{wanted}'")
        return self.driver.find_element(By.ID, "result").text

    def noise(self) -> list[Any]:
        """What it asked for beside itself, and what it complained of."""
        log: Any = self.driver.get_log
        events = [json.loads(row["message"])["message"] for row in log("performance")]
        asked = {e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"}
        own = (f"file://{self.path}", "data:", "about:", "chrome")
        return [*log("browser"), *(url for url in asked if not url.startswith(own))]


@pytest.fixture(params=["its own", "without WebCrypto"])
def page(browser: webdriver.Chrome, office: Desk, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Beside a certificate that holds; the browser's own cryptography is used, or there is none."""
    code, said = office.certify(*office.apps)
    assert code == 0, said
    made = None
    if request.param != "its own":
        made = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WITHOUT})
    browser.get("about:blank")
    yield Page(browser, office.folder).open()
    if made:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def whole(office: Desk) -> dict[str, Path]:
    return {
        "certificate": office.certificate,
        "key": office.public,
        "main": office.folder / "main.apk",
        "aux": office.folder / "aux.apk",
        "run": office.run,
        "season": office.run / "season.toml",
    }


def test_everything_holds(page: Page, office: Desk) -> None:
    said = page.choose(**whole(office)).verdict("holds")
    assert said.startswith("与声明一致\nThe certificate holds")
    assert "不构成具有资质的机构所作的认证" in said
    assert "Test Office" in said
    assert "未核对" not in said
    assert page.noise() == []


def test_what_lies_beside_the_run_is_told(page: Page, office: Desk) -> None:
    (office.run / "note.txt").write_text("mine")
    said = page.choose(**whole(office)).verdict("holds")
    assert "声明未涵盖：note.txt" in said


def test_what_was_not_chosen_was_not_checked(page: Page, office: Desk) -> None:
    said = page.choose(certificate=office.certificate, key=office.public).verdict("holds")
    assert "未核对证据" in said
    assert "未核对 base.apk" in said


def test_a_changed_app_screenshot_verdict_and_season_are_named(page: Page, office: Desk) -> None:
    (office.folder / "main.apk").write_bytes(b"another")
    evidence = office.evidence
    for name in (evidence, "season.toml"):
        office.flip(name)
    results = office.run / "results.json"
    content = json.loads(results.read_bytes())
    content["rules"][0]["verdict"] = "WARN"
    results.unlink()
    results.write_text(json.dumps(content), encoding="utf-8")
    said = page.choose(**whole(office)).verdict("changed")
    assert said.startswith("与声明不一致")
    assert "主机应用：main.apk 被改动或系另一文件" in said
    assert f"{evidence} 被改动" in said
    assert "GREEN-01 的结论为 WARN，声明所载为 PASS" in said
    assert "season.toml 被改动" in said


def test_a_changed_certificate_counts_for_nothing(page: Page, office: Desk) -> None:
    envelope = json.loads(office.certificate.read_bytes())
    payload = base64.b64decode(envelope["payload"]).replace(b'"PASS":2', b'"PASS":9')
    office.certificate.write_text(json.dumps({**envelope, "payload": base64.b64encode(payload).decode()}))
    said = page.choose(**whole(office)).verdict("changed")
    assert "该声明在签署后被改动" in said
    assert "Test Office" not in said


def test_the_wrong_key_and_a_private_one_are_named(page: Page, office: Desk) -> None:
    office.examgate("keys", "new", "--out", str(office.folder / "other"))
    page.choose(certificate=office.certificate, key=office.folder / "other.pub")
    assert "由另一密钥签署" in page.verdict("changed")
    assert "这是私钥" in page.choose(key=office.key).verdict("unusable")
    page.choose(key=office.public).verdict("holds")
    assert "不是 examgate 的自测声明" in page.choose(certificate=office.public).verdict("unusable")


def test_a_pasted_key_will_do(page: Page, office: Desk) -> None:
    page.choose(certificate=office.certificate)
    page.driver.find_element(By.ID, "pasted").send_keys(office.public.read_text(encoding="utf-8"))
    assert "签名有效" in page.verdict("holds")


def run(driver: webdriver.Chrome, code: str, *arguments: Any) -> Any:
    """Run code beside the page's own scripts; bytes go over as base64."""
    source = "".join(
        (SCRIPTS / f"{name}.js").read_text("utf-8") for name in ("bytes", "sha", "ed25519", "package")
    )
    driver.get("about:blank")
    head = f"const done = arguments[arguments.length - 1]; {source}"
    body = f"(async () => {{ {code} }})().then(done, (fault) => done(String(fault)));"
    return driver.execute_async_script(head + body, *arguments)


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_plain_digests_agree_with_pythons(browser: webdriver.Chrome) -> None:
    chance = Chance(1).random
    lengths = (*range(0, 300, 7), 55, 56, 63, 64, 111, 112, 127, 128, 5000)
    texts = [chance.randbytes(length) for length in lengths]
    code = "return arguments[0].map((one) => [hex(plainSha256(base64(one))), hex(plainSha512(base64(one)))]);"
    found = run(browser, code, list(map(b64, texts)))
    assert found == [[hashlib.sha256(one).hexdigest(), hashlib.sha512(one).hexdigest()] for one in texts]


VERIFY = (
    "return arguments[0].map(([key, sig, text]) => plainVerifies(base64(key), base64(sig), base64(text)));"
)


def test_plain_verifying_keeps_the_standards_vectors(browser: webdriver.Chrome) -> None:
    rows = [[bytes.fromhex(key), bytes.fromhex(sig), bytes.fromhex(text)] for key, text, sig in RFC_8032]
    assert run(browser, VERIFY, [list(map(b64, row)) for row in rows]) == [True] * len(rows)


def test_plain_verifying_agrees_with_pythons(browser: webdriver.Chrome) -> None:
    """Signatures that hold; with one bit changed somewhere; and with a scalar that is the same number once around."""
    chance = Chance(2).random
    rows, expected = [], []
    for number in range(120):
        key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        text = chance.randbytes(chance.randrange(200))
        row = [public, key.sign(text), text]
        if number % 3 == 1:
            part = chance.randrange(3) if text else chance.randrange(2)
            changed = bytearray(row[part])
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
            row[part] = bytes(changed)
        if number % 3 == 2:
            order = 2**252 + 27742317777372353535851937790883648493
            scalar = int.from_bytes(row[1][32:], "little") + order
            row[1] = row[1][:32] + scalar.to_bytes(32, "little")
        rows.append(list(map(b64, row)))
        expected.append(number % 3 == 0)
    assert run(browser, VERIFY, rows) == expected


def test_packages_are_told_apart_as_in_python(browser: webdriver.Chrome) -> None:
    plain = archive(b"code")
    mine = with_block(plain, [(V2, b"s"), (CHANNEL, b"a")])
    contents = [
        plain,
        mine,
        with_block(plain, [(CHANNEL, b"bb"), (V2, b"s")]),
        with_block(plain, [(V2, b"t"), (V2, b"s")]),
        archive(b"code", b"comment"),
        mine[:-1],
        mine.replace(b"APK Sig Block 42", b"APK Sig Block 43"),
        b"",
        b"PK\x05\x06",
    ]
    code = "return Promise.all(arguments[0].map((one) => butChannel(base64(one))));"
    assert run(browser, code, list(map(b64, contents))) == [same_but_channel(one) for one in contents]


def test_the_page_that_verify_writes_alone_is_the_same(office: Desk) -> None:
    path = office.folder / "alone.html"
    assert office.examgate("verify", "--page", str(path))[0] == 0
    assert path.read_text(encoding="utf-8") == verifier.page()
    assert "http" not in verifier.page().replace("https://in-toto.io/Statement/v1", "").replace(
        "https://examgate.example/", ""
    ).replace("http-equiv", "")
