"""Files that have arrived at the platform, by the digests that the records name."""

import hashlib

from tests.bench.client import Client


def test_a_photo_comes_back_as_it_was_handed_in(bench: Client) -> None:
    candidate = bench.world("photos")["candidates"][0]
    assert bench.post("/probes/photo", udid=candidate["phones"]["main"], page=1)["accepted"]
    (photo,) = [one for one in bench.get("/records")["records"] if one["what"] == "photo"]
    content = bench.fetch(f"/files/{photo['detail']['sha256']}")
    assert hashlib.sha256(content).hexdigest() == photo["detail"]["sha256"]


def test_what_has_not_arrived_is_not_there(bench: Client) -> None:
    bench.world("photos")
    status, payload = bench.ask("GET", f"/files/{'0' * 64}")
    assert status == 404
    assert "arrived whole" in payload["error"]["message"]


def test_no_path_leads_out_of_the_files(bench: Client) -> None:
    bench.world("photos")
    for name in ("%2e%2e%2fevents", "a.draft", "0"):
        assert bench.ask("GET", f"/files/{name}")[0] in (404, 501)
