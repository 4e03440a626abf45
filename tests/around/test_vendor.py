"""The official site: its codes can be scanned, and lead to the app and to nothing else."""

import base64
import re
from typing import Any

import pytest
import urllib3

from tests.bench.client import Client

PACKAGES = {"main": "com.xiaoyibang.main", "aux": "com.xiaoyibang.aux"}


def without_app(bench: Client, role: str) -> str:
    phone = str(bench.world("enrolled")["candidates"][0]["phones"][role])
    bench.put(f"/phones/{phone}/app", uninstall=PACKAGES[role])
    return phone


def picture(bench: Client, app: str, on: str) -> str:
    (code,) = [one for one in bench.get("/official-site")["codes"] if (one["app"], one["on"]) == (app, on)]
    return str(code["picture"])


@pytest.mark.parametrize("on", ["site", "manual"])
@pytest.mark.parametrize("app", ["main", "aux"])
def test_a_code_leads_to_its_app(bench: Client, app: str, on: str) -> None:
    phone = without_app(bench, app)
    bench.post("/releases", app=app, version="1.2.0")
    bench.put(f"/phones/{phone}/camera", pointed_at={"picture": picture(bench, app, on)})
    apps = bench.put(f"/phones/{phone}/scan")["info"]["apps"]
    assert (apps[PACKAGES[app]]["version"], apps[PACKAGES[app]]["source"]) == ("1.2.0", "official")


def test_what_shows_no_code_installs_nothing(bench: Client) -> None:
    phone = without_app(bench, "main")
    status, said = bench.ask("PUT", f"/phones/{phone}/scan")
    assert (status, "no code" in said["error"]["message"]) == (409, True)
    assert PACKAGES["main"] not in bench.get(f"/phones/{phone}")["info"]["apps"]


def test_a_code_of_another_address_leads_nowhere(bench: Client) -> None:
    phone = str(bench.world("paired")["candidates"][0]["phones"]["aux"])
    bench.put(f"/phones/{phone}/app", uninstall=PACKAGES["aux"])
    other = bench.there.town.vendor.address.replace("www", "cheap")
    with pytest.raises(ValueError, match="leads nowhere"):
        bench.there.town.resolve(f"{other}download/aux")


def test_without_network_nothing_is_installed(bench: Client) -> None:
    phone = without_app(bench, "main")
    bench.put(f"/phones/{phone}/camera", pointed_at={"picture": picture(bench, "main", "site")})
    bench.put(f"/phones/{phone}/network", up=False)
    assert bench.ask("PUT", f"/phones/{phone}/scan")[0] == 409


def test_the_page_shows_the_codes_that_the_bench_gives(bench: Client) -> None:
    bench.world("enrolled")
    vendor = bench.there.town.where("vendor")
    page = urllib3.request("GET", f"{vendor}/").data.decode()
    shown = [
        urllib3.request("GET", f"{vendor}/{source}").data for source in re.findall('src="([^"]+)"', page)
    ]
    given: list[Any] = [one for one in bench.get("/official-site")["codes"] if one["on"] == "site"]
    assert shown == [base64.b64decode(one["picture"]) for one in given]
    assert urllib3.request("GET", f"{vendor}/download/third").status == 404
