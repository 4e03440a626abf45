"""`certify` and `verify` as whoever signs, and whoever is handed a certificate, use them."""

from __future__ import annotations

import base64
import errno
import gzip
import json
import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from jsonschema import Draft202012Validator

import contracts
from conformance.certificate import statement
from conformance.certificate.statement import DEMO, SELF_TEST, STATEMENT
from tests.certificate.conftest import Desk, judged, target
from tests.frozen import frozen


def said_by(path: Path) -> dict[str, Any]:
    envelope = json.loads(path.read_bytes())
    found: dict[str, Any] = json.loads(base64.b64decode(envelope["payload"]))
    return found


def test_a_run_on_real_phones_is_certified_and_holds(office: Desk) -> None:
    code, said = office.certify(*office.apps)
    assert code == 0, said
    season = json.loads((office.run / "results.json").read_bytes())["season"]
    assert said.splitlines()[0] == f"season {season['id']}: SHA-256 {season['sha256']}"
    assert "no certification by a licensed body" in said
    assert "signed by Test Office" in said
    found = said_by(office.certificate)
    assert (found["_type"], found["predicateType"]) == (STATEMENT, SELF_TEST)
    assert [one["name"] for one in found["subject"]] == ["main/main.apk", "aux/aux.apk"]
    assert found["predicate"]["title"]["zh"] == "符合性自测声明"
    assert found["predicate"]["counts"]["counted"] == {"PASS": 2}
    assert found["predicate"]["basis"]["scenarios"] == {"reading": 1, "text": 2}
    assert list(found["predicate"]["files"]) == sorted(found["predicate"]["files"])
    assert office.evidence in found["predicate"]["files"]
    Draft202012Validator(contracts.schema("certificate")).validate(found)
    code, said = office.verify(*office.apps, "--run", str(office.run))
    assert code == 0, said
    assert "not checked" not in said
    assert (office.folder / "verify.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_published_schema_is_that_of_the_form() -> None:
    assert contracts.schema("certificate") == statement.schema()


def test_no_key_reaches_a_certificate_or_the_terminal(office: Desk) -> None:
    secret = office.key.read_text(encoding="utf-8").splitlines()[2]
    _, made = office.certify(*office.apps)
    _, told = office.verify(*office.apps)
    written = office.certificate.read_text("utf-8") + (office.folder / "verify.html").read_text("utf-8")
    assert secret not in made + told + written
    assert stat.S_IMODE(office.key.stat().st_mode) == 0o600


def test_without_run_and_apps_it_says_what_nobody_checked(office: Desk) -> None:
    office.certify(*office.apps)
    code, said = office.verify()
    assert code == 0
    assert "evidence was not checked" in said
    assert "main app: base.apk not checked" in said


def test_a_rehearsal_names_no_app(rehearsal: Desk) -> None:
    code, said = rehearsal.certify("--demo")
    assert code == 0, said
    found = said_by(rehearsal.certificate)
    assert found["predicateType"] == DEMO
    assert [one["name"] for one in found["subject"]] == ["journal.jsonl", "results.json"]
    code, said = rehearsal.verify("--run", str(rehearsal.run))
    assert code == 0, said
    assert "about no vendor's product" in said
    rehearsal.flip(rehearsal.evidence)
    code, said = rehearsal.verify("--run", str(rehearsal.run))
    assert code == 1
    assert f"{rehearsal.evidence} was changed" in said


def test_one_byte_of_an_app_is_noticed_and_named(office: Desk) -> None:
    office.certify(*office.apps)
    path = office.folder / "main.apk"
    path.write_bytes(path.read_bytes()[:-1] + b"2")
    code, said = office.verify(*office.apps, "--run", str(office.run))
    assert code == 1
    assert f"main app: {path} was changed or is another file" in said
    assert f"holds  aux app: {office.folder / 'aux.apk'}" in said


def test_a_changed_screenshot_is_named(rehearsal: Desk) -> None:
    """Of a rehearsal, as real phones are not photographed in a formal sitting (C51)."""
    rehearsal.certify("--demo", *rehearsal.apps)
    path = rehearsal.run / rehearsal.evidence
    kept = json.loads(gzip.decompress(path.read_bytes()))
    name = next(iter(kept["shots"]))
    kept["shots"][name] = base64.b64encode(base64.b64decode(kept["shots"][name]) + b"!").decode()
    path.unlink()
    path.write_bytes(gzip.compress(json.dumps(kept).encode()))
    code, said = rehearsal.verify("--run", str(rehearsal.run))
    assert code == 1
    assert f"{rehearsal.evidence} was changed: screenshot {name}" in said


def test_a_changed_verdict_is_named_with_what_was_certified(office: Desk) -> None:
    office.certify(*office.apps)
    path = office.run / "results.json"
    results = json.loads(path.read_bytes())
    results["rules"][1]["verdict"] = "WARN"
    path.unlink()
    path.write_text(json.dumps(results), encoding="utf-8")
    code, said = office.verify("--run", str(office.run))
    assert code == 1
    assert "results.json: the verdict of GREEN-02 is WARN, certified PASS" in said


def test_a_changed_season_is_named(office: Desk) -> None:
    office.certify(*office.apps)
    mine = office.folder / "mine.toml"
    mine.write_bytes((office.run / "season.toml").read_bytes())
    assert office.verify("--season", str(mine))[0] == 0
    path = office.flip("season.toml")
    for words in (["--run", str(office.run)], ["--season", str(path)]):
        code, said = office.verify(*words)
        assert code == 1
        assert "season.toml was changed (SHA-256" in said


def test_a_changed_certificate_counts_for_nothing(office: Desk) -> None:
    office.certify(*office.apps)
    envelope = json.loads(office.certificate.read_bytes())
    payload = base64.b64decode(envelope["payload"]).replace(b'"PASS":2', b'"PASS":9')
    office.certificate.write_text(json.dumps({**envelope, "payload": base64.b64encode(payload).decode()}))
    code, said = office.verify(*office.apps)
    assert code == 1
    assert "the certificate itself was changed" in said
    assert "Test Office" not in said


def test_another_key_is_named(office: Desk) -> None:
    office.certify(*office.apps)
    office.examgate("keys", "new", "--out", str(office.folder / "other"))
    code, said = office.examgate(
        "verify", str(office.certificate), "--key", str(office.folder / "other.pub"), *office.apps
    )
    assert code == 1
    assert "signed with another key" in said


def test_missing_added_and_foreign_evidence(office: Desk) -> None:
    office.certify(*office.apps)
    (office.run / "evidence" / "more.json.gz").write_bytes(b"")
    (office.run / office.evidence).unlink()
    code, said = office.verify("--run", str(office.run))
    assert code == 1
    assert "evidence/more.json.gz was added since" in said
    assert "is missing" in said
    assert office.verify("--run", str(office.folder / "nowhere"))[0] == 3


def test_one_byte_of_whatever_the_run_left_is_noticed_and_named(office: Desk) -> None:
    office.certify(*office.apps)
    names = said_by(office.certificate)["predicate"]["files"]
    assert {"index.html", "journal.jsonl", "junit.xml", "results.json", "season.toml"} < set(names)
    for name in names:
        content = (office.run / name).read_bytes()
        office.flip(name, len(content) // 2)
        code, said = office.verify("--run", str(office.run))
        assert code == 1, name
        changed = [line for line in said.splitlines() if line.startswith("CHANGED")]
        assert changed
        assert all(name in line for line in changed)
        (office.run / name).write_bytes(content)
    assert office.verify("--run", str(office.run))[0] == 0


def test_a_view_that_was_made_later_is_told_and_changes_nothing(office: Desk) -> None:
    office.certify(*office.apps)
    assert office.examgate("render", str(office.run), "--as", "markdown")[0] == 0
    code, said = office.verify("--run", str(office.run))
    assert code == 0, said
    assert "not part of what was certified: summary.md" in said


def test_a_certificate_ends(office: Desk) -> None:
    office.certify(*office.apps, "--days", "30")
    until = said_by(office.certificate)["predicate"]["until"]
    with frozen(f"{until} 12:00"):
        assert office.verify()[0] == 0
    with frozen("2099-01-01"):
        code, said = office.verify()
    assert code == 1
    assert f"it was valid until {until} only" in said


def test_a_package_that_is_not_what_ran_is_refused(office: Desk) -> None:
    (office.folder / "aux.apk").write_bytes(b"another")
    code, said = office.certify(*office.apps)
    assert code == 3
    assert "this is not the aux app that ran" in said
    assert not office.certificate.exists()


def test_both_apps_have_to_be_given(office: Desk) -> None:
    code, said = office.certify("--main", str(office.folder / "main.apk"))
    assert code == 3
    assert "--aux: the aux app that ran has base.apk" in said


@pytest.fixture(scope="module")
def unsteady(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unsteady")
    return judged(folder, str(target(folder, "packaged", "updates-itself")))


def test_an_app_that_changed_during_the_run_is_not_certified(office: Desk, unsteady: Path) -> None:
    code, said = office.certify(*office.apps, "--run", str(unsteady))
    assert code == 3
    assert "the main app on the phone and the aux app on the phone changed during the run" in said


def test_a_platform_that_tells_no_build_is_told(
    office: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("buildless")
    run = judged(folder, str(target(folder, "packaged", "no-build")))
    code, said = office.certify(*office.apps, "--run", str(run))
    assert code == 0, said
    assert "note: the bench does not tell the platform's build" in said


def test_nothing_is_left_of_what_cannot_be_written(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path, *_more: object, **_others: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, said = office.certify(*office.apps)
    assert (code, "No space left on device" in said) == (3, True)
    assert not office.certificate.exists()
    (office.folder / "L.pub").mkdir()
    code, said = office.examgate("keys", "new", "--out", str(office.folder / "L"))
    assert (code, (office.folder / "L").exists()) == (3, False)


REFUSED = {
    "simulated without --demo": ("simulated", [], "only --demo"),
    "real with --demo": ("device", ["--demo"], "--demo is for runs on the simulated ones"),
}


@pytest.mark.parametrize(("kind", "words", "why"), REFUSED.values(), ids=REFUSED)
def test_demo_and_real_are_never_mixed_up(
    kind: str, words: list[str], why: str, office: Desk, simulated_run: Path
) -> None:
    where = office.run if kind == "device" else simulated_run
    code, said = office.certify(*office.apps, *words, "--run", str(where))
    assert code == 3
    assert why in said


def test_a_journal_without_footer_is_refused(office: Desk) -> None:
    path = office.run / "journal.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.unlink()
    path.write_bytes(b"".join(lines[:-1]))
    code, said = office.certify(*office.apps)
    assert code == 3
    assert "its journal has no footer" in said


@pytest.mark.parametrize("name", ["results.json", "season.toml", "evidence"])
def test_a_folder_that_was_changed_since_is_refused(name: str, office: Desk) -> None:
    changed = office.evidence if name == "evidence" else name
    content = (office.run / changed).read_bytes()
    (office.run / changed).unlink()
    (office.run / changed).write_bytes(content + b"\n")
    code, said = office.certify(*office.apps)
    assert code == 3
    assert f"changed since the run ended: {changed}" in said


def test_keys_that_cannot_be_used_are_refused(office: Desk) -> None:
    office.key.chmod(0o640)
    code, said = office.certify(*office.apps)
    assert (code, f"chmod 600 {office.key}" in said) == (3, True)
    office.key.chmod(0o600)
    other = ec.generate_private_key(ec.SECP256R1())
    office.key.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    code, said = office.certify(*office.apps)
    assert (code, "not a private Ed25519 key" in said) == (3, True)
    office.key.unlink()
    code, said = office.certify(*office.apps)
    assert (code, "examgate keys new --out K" in said) == (3, True)


def test_nothing_that_is_there_is_written_over(office: Desk) -> None:
    office.certify(*office.apps)
    before = office.certificate.read_bytes()
    assert office.certify(*office.apps)[0] == 3
    assert office.certificate.read_bytes() == before
    before = office.key.read_bytes()
    assert office.examgate("keys", "new", "--out", str(office.key))[0] == 3
    assert office.key.read_bytes() == before
    page = office.folder / "verify.html"
    page.write_text("mine")
    office.certificate.unlink()
    assert office.certify(*office.apps)[0] == 0
    assert page.read_text() == "mine"


BAD = {
    "no certificate": (["verify"], "say which certificate"),
    "no key": (["verify", "C"], "say which certificate"),
    "not a certificate": (["verify", "run/results.json", "--key", "K.pub"], "no certificate of examgate's"),
    "no such file": (["verify", "none", "--key", "K.pub"], "cannot be read"),
    "a private key to verify with": (["verify", "C", "--key", "K"], "verified with K.pub"),
    "no words": (["certify"], "give --key and --out"),
    "no days": (["certify", "--key", "K", "--out", "C", "--days", "0"], "from 1 to"),
    "a key that is none": (["verify", "C", "--key", "main.apk"], "not a public Ed25519 key"),
    "no run": (["certify", "--key", "K", "--out", "C", "--run", "none", "--demo"], "there is no run here"),
    "a name that ends a key": (["keys", "new", "--out", "L", "--owner", "-----END"], "without -----"),
    "a name of two lines": (["keys", "new", "--out", "L", "--owner", "a\nb"], "one line"),
    "keys of what": (["keys"], "new"),
    "keys where": (["keys", "new"], "--out K"),
    "a place that is none": (["keys", "new", "--out", "none/K"], "cannot be written"),
}


@pytest.mark.parametrize(("words", "why"), BAD.values(), ids=BAD)
def test_bad_input_is_3_with_a_sentence(
    words: list[str], why: str, office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    code, said = office.examgate(*words)
    assert code == 3, said
    assert why in said
