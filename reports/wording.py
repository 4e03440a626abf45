"""The printers' own words, in both languages: ``wording.toml``, read once."""

import tomllib
from functools import cache
from importlib.resources import files

from reports.form import PARTIES, Party, Results, Target, Text


@cache
def wording() -> dict[str, dict[str, Text]]:
    """All words, by group (``verdict``, ``ui``, ...) and key."""
    raw = tomllib.loads(files("reports").joinpath("wording.toml").read_text(encoding="utf-8"))
    return {group: {key: Text(**said) for key, said in rows.items()} for group, rows in raw.items()}


def word(group: str, key: object) -> Text:
    """The word for ``key``; a key that the group lacks stands for itself, as a foreign name would."""
    return wording()[group].get(str(key)) or Text(str(key), str(key))


def place(section: str) -> Text:
    """A label of the document's places, such as ``Manual 三.2``, with its words in both languages."""
    said = section
    for key, part in wording()["place"].items():
        said = said.replace(key, part.zh)
    return Text(section, said)


def banner(results: Results) -> Text | None:
    """What has to be said before anything else: that no vendor's product was judged, where none was."""
    told, target = banner_of(results.target.kind), results.target
    if told is None or not target.real:
        return told
    named = {kind: [word("binds", one) for one in those] for kind, those in _sides(target).items()}
    parts = {
        kind: Text(", ".join(one.en for one in those), "、".join(one.zh for one in those))
        for kind, those in named.items()
    }
    who = word("ui", "real_parties")
    return Text(
        f"{told.en} {who.en.format(real=parts['real'].en, simulated=parts['simulated'].en)}",
        f"{told.zh}{who.zh.format(real=parts['real'].zh, simulated=parts['simulated'].zh)}",
    )


def _sides(target: Target) -> dict[str, list[Party]]:
    """The parties by whether they were there for real."""
    real = [one for one in PARTIES if one in target.real]
    return {"real": real, "simulated": [one for one in PARTIES if one not in real]}


def banner_of(kind: str) -> Text | None:
    """The same for a kind of target."""
    return wording()["banner"].get(kind)
