"""Nothing of the compiled facts is lost: each value stands in the row of the regime that carries it.

Both sides are read as plain YAML, without the models of the project. A value is compared together with
its key; facts_mapping.py is the whole translation, and its DROPPED the whole list of what is left out on
purpose.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.acceptance.facts_mapping import (
    DROPPED,
    DROPPED_TEXT,
    KINDS,
    REFERENCES,
    RENAMED,
    REWORDED,
    SAME_PARTY,
    SAME_SOURCE,
    TABLE,
)

CONTENT = Path(__file__).resolve().parents[2] / "src" / "yalu" / "regimes" / "dprk"
Leaf = tuple[str, Any]


class _Loader(yaml.CSafeLoader):
    pass


_Loader.yaml_implicit_resolvers = {
    key: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
    for key, forms in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    return content


def ids(text: str) -> str:
    """Old ids in a text as they are written now."""
    if text.startswith("http"):
        return text
    for old, new in SAME_PARTY.items():
        text = re.sub(rf"{re.escape(old)}\b", new, text)
    text = re.sub(r"\bvessel:(?=(imo|name)-)", "", text)
    text = re.sub(r"\bsdn:(?=\d)", "ofac-", text)
    return re.sub(r"\b(un|eu|jp|au|x|iran|aircraft):(?=[A-Za-z0-9])", r"\1-", text)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def leaves(value: Any, key: str = "") -> Iterator[Leaf]:
    if isinstance(value, dict):
        if value.get("change") in DROPPED_TEXT:  # a correction: with the row that it is about
            return
        for name, part in value.items():
            if name not in DROPPED or (name == "listed" and part is not False):
                yield from leaves(part, RENAMED.get(name, name))
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part, key)
    elif value is not None and not (isinstance(value, str) and value in DROPPED_TEXT):
        value = REFERENCES.get((key, value), value) if isinstance(value, str) else value
        text = REWORDED.get(digest(value), ids(value)) if isinstance(value, str) else value
        yield key, SAME_SOURCE.get(text, text) if key == "src" else text


def lost(old: Any, new: Any, **keys: str) -> list[Leaf]:
    """The leaves of ``old`` that ``new`` lacks; ``keys`` are further renamed keys."""
    wanted = Counter((keys.get(key, key), value) for key, value in leaves(old))
    return list((wanted - Counter(leaves(new))).elements())


@pytest.fixture(scope="module")
def facts(shared: Path) -> Path:
    path = shared / "facts"
    if not path.is_dir():
        pytest.skip(f"the compiled facts are not here: {path} does not exist")
    return path


def rows(content: dict[str, Any], path: str) -> list[dict[str, Any]]:
    found: Any = content
    for part in path.split("."):
        found = found[part]
    return [found] if isinstance(found, dict) else list(found)


@pytest.mark.parametrize("line", TABLE, ids=lambda line: f"{line[0]}-{line[1]}")
def test_every_row_keeps_every_value(facts: Path, line: list[str]) -> None:
    """Rows stand in the same order; slugs of the pressure files carry the file's name in front."""
    old_file, old_path, new_file, new_path, *extra = line
    keys = dict(part.split(":") for part in extra if ":" in part)
    prefix = next((f"{part}." for part in extra if ":" not in part), "")
    old, new = rows(read(facts / old_file), old_path), rows(read(CONTENT / new_file), new_path)
    assert len(old) == len(new)
    for before, after in zip(old, new, strict=True):
        if prefix:
            before = {**before, "id": prefix + before["id"]}
        if "id" in before or "row" in before:
            assert after["id"] == before.get("id", before.get("row"))
        assert not lost(before, after, **keys), after["id"]


def test_parties(facts: Path) -> None:
    casebook, ties = read(facts / "facilitators.yaml"), read(facts / "ties.yaml")
    iran = read(facts / "iran.yaml")
    new = {row["id"]: row for row in read(CONTENT / "parties.yaml")["parties"]}
    old = casebook["entities"] + casebook["aircraft"]
    old += [row for row in ties["entities"] if row["type"] != "vessel"]
    for row in old:
        after = new[ids(row["id"])]
        kind = row.pop("type")
        assert after["kind"] in KINDS[kind], row["id"]
        assert after.get("bank", False) == (kind == "bank"), row["id"]
        assert after.get("aggregate", False) or kind != "network_aggregate", row["id"]
        if uid := row.pop("sdn_uid", None):
            assert f"ofac-{uid}" in after["ids"]
        assert not lost(row, after), row["id"]
    beside = {ids(row["id"]) for row in iran["organisations"] + iran["persons_and_entities"]}
    assert len(new) == len({ids(row["id"]) for row in old} | beside)
    assert {ids(row["id"]) for row in old} | beside == set(new)


@pytest.mark.parametrize("section", ["organisations", "persons_and_entities"])
def test_parties_of_the_partner_program(facts: Path, section: str) -> None:
    parties = {row["id"]: row for row in read(CONTENT / "parties.yaml")["parties"]}
    old = read(facts / "iran.yaml")[section]
    new = read(CONTENT / "iran.yaml")[section.replace("organisations", "organizations")]
    assert len(old) == len(new)
    for before, after in zip(old, new, strict=True):
        own, uid = before.pop("id"), before.pop("sdn", None)
        assert after["party"] == ids(own)
        if uid:
            assert after["party"] == f"ofac-{uid}"
            assert own.replace(":", "-") in parties[f"ofac-{uid}"]["ids"]
        assert not lost(before, after), own
        assert parties[after["party"]]["name"]


def test_vessels(facts: Path) -> None:
    new = {row["id"]: row for row in read(CONTENT / "vessels.yaml")["vessels"]}
    old = read(facts / "vessels.yaml")["vessels"]
    named = [row for row in read(facts / "ties.yaml")["entities"] if row["type"] == "vessel"]
    for row in old:
        after = new[ids(row["id"])]
        for listing in row["designations"]:
            if uid := listing.pop("sdn_uid", None):
                assert f"ofac-{uid}" in after["ids"]
        assert not lost(row, after), row["id"]
    known = {ids(row["id"]) for row in old}
    for row in named:
        own = ids(row.pop("id"))
        row.pop("type")
        if own in known:
            assert not lost(row, new[own]["named_as"]), own
        else:
            assert not lost(row, new[own], name="names"), own
            known.add(own)
    assert known == set(new)


@pytest.mark.parametrize("line", ["facilitators.yaml relationships", "ties.yaml relationships"])
def test_ties(facts: Path, line: str) -> None:
    file, section = line.split()
    content = read(CONTENT / "ties.yaml")
    new = {row["id"]: row for row in content["ties"]}
    for row in read(facts / file)[section]:
        assert not lost(row, new[row["id"]]), row["id"]


def test_ties_are_counted(facts: Path) -> None:
    casebook, ties, new = (
        read(p) for p in (facts / "facilitators.yaml", facts / "ties.yaml", CONTENT / "ties.yaml")
    )
    assert len(new["ties"]) == len(casebook["relationships"]) + len(ties["relationships"])
    own = {row["id"]: row for row in new["own_knowledge"]}
    assert len(own) == len(ties["relationships_own_knowledge"])
    for row in ties["relationships_own_knowledge"]:
        assert not lost(row, own[row["id"]]), row["id"]


def test_types_of_tie_keep_their_meaning(facts: Path) -> None:
    types = read(CONTENT / "tie_types.yaml")["tie_types"]
    for name, meaning in read(facts / "ties.yaml")["meta"]["types"].items():
        assert name in types
        assert not meaning or types[name]["note"] == meaning


def test_customs_by_month_and_by_longer_periods(facts: Path) -> None:
    new = read(CONTENT / "pressure" / "revenue.yaml")
    old = read(facts / "pressure" / "revenue.yaml")["totals"]["china_customs_by_month"]
    assert len(old) == len(new["customs_by_month"]) + len(new["customs_by_period"])
    months = {row["month"]: row for row in new["customs_by_month"]}
    periods = {row["period"]: row for row in new["customs_by_period"]}
    for row in old:
        period = row["month"] in periods
        after = (periods if period else months)[row["month"]]
        assert not lost(row, after, **({"month": "period"} if period else {})), row["month"]


def test_trade_totals_of_both_estimators(facts: Path) -> None:
    new = read(CONTENT / "pressure" / "revenue.yaml")["trade_by_year"]
    totals = read(facts / "pressure" / "revenue.yaml")["totals"]
    old = [*totals["kotra_by_year"], totals["kita_2019"]]
    assert len(old) == len(new)
    assert not [gone for before, after in zip(old, new, strict=True) for gone in lost(before, after)]
    assert [row["estimator"] for row in new] == ["KOTRA"] * len(totals["kotra_by_year"]) + ["KITA"]


def test_adaptation(facts: Path) -> None:
    """Four first sightings are prose: the year stands in first_seen, the words in first_seen_text."""
    old = read(facts / "pressure" / "adaptation.yaml")["rows"]
    new = read(CONTENT / "pressure" / "adaptation.yaml")["rows"]
    assert len(old) == len(new)
    for before, after in zip(old, new, strict=True):
        words = before["first_seen"]
        prose = not re.fullmatch(r"[\d-]+", words)
        before["id"] = f"adaptation.{before['id']}"
        assert not lost(before, after, **({"first_seen": "first_seen_text"} if prose else {}))
        assert words.startswith(after["first_seen"])


def test_the_first_panel_assessment_stands_once(facts: Path) -> None:
    old = read(facts / "implementation.yaml")
    assert not lost(
        old["panel_assessment_2017"], read(CONTENT / "implementation.yaml")["panel_assessments"][0]
    )


def test_notes_of_the_memo_and_the_works_they_cite(facts: Path) -> None:
    sources = read(CONTENT / "sources.yaml")["sources"]
    old, new = read(facts / "footnotes.yaml"), read(CONTENT / "memo.yaml")["notes"]
    assert len(old["footnotes"]) == len(new)
    works = set()
    for before, after in zip(old["footnotes"], new, strict=True):
        cited = before.pop("citations")
        assert not lost(before, after), after["id"]
        assert len(cited) == len(after["cites"])
        for work, source in zip(cited, after["cites"], strict=True):
            works.add(source)
            assert not lost(work, sources[source]), (after["id"], source)
    assert not lost(old["meta"]["memo"], sources["S_MEMO"])
    assert all(row["src"] for row in read(CONTENT / "memo.yaml")["claims"])


def test_sources(facts: Path) -> None:
    """Each source as the draft registry and as each file gives it; what differs is kept in variants."""
    new = read(CONTENT / "sources.yaml")["sources"]
    copies = [read(facts / "sources.yaml")["sources"]]
    for path in sorted(facts.rglob("*.yaml")):
        copies.append((read(path).get("meta") or {}).get("sources") or {})
    for copy in copies:
        for own, doc in copy.items():
            after = new[SAME_SOURCE.get(own, own)]
            assert own in new or own in after["ids"]
            gone = lost(doc, after)
            if own in SAME_SOURCE:
                gone = [(key, value) for key, value in gone if key != "basis"]
                assert doc["basis"] in after["variants"]["basis_note"]
            assert not gone, own
            assert doc["date"] == after["date"], own


NAMES = """
ties vessels labor travel iran authorities boarding goods ports implementation redflags legal_forms surnames
pressure/revenue pressure/imports pressure/effects pressure/adaptation pressure/studies pressure/tourism
"""
ABOUT = {"facilitators.yaml": "parties.yaml"} | {f"{name}.yaml": f"{name}.yaml" for name in NAMES.split()}


@pytest.mark.parametrize("file", ABOUT)
def test_what_is_said_about_each_file(facts: Path, file: str) -> None:
    meta = read(facts / file)["meta"]
    for key in ("sources", "types"):
        meta.pop(key, None)
    assert not lost(meta, read(CONTENT / ABOUT[file])["about"])


def test_every_file_of_the_facts_is_looked_at(facts: Path) -> None:
    files = {path.relative_to(facts).as_posix() for path in facts.rglob("*.yaml")}
    assert files == {*ABOUT, "footnotes.yaml", "sources.yaml", "expected_2017-06-13.yaml"}


def test_listings_in_force_on_the_day_of_the_memo(facts: Path) -> None:
    """Aircraft apart; only listings whose date was read in a stored copy."""
    expected, day = read(facts / "expected_2017-06-13.yaml"), "2017-06-13"
    found: dict[str, set[str]] = {}
    persons: Counter[bool] = Counter()
    for party in read(CONTENT / "parties.yaml")["parties"]:
        by = {
            listing["by"]
            for listing in party.get("listings", [])
            if listing["date_basis"] == "stored" and (listing["date"] or "9999") <= day
            if not ("removed" in listing and listing["removed"]["by"] <= day)
        }
        if by and party["kind"] != "Airplane":
            found[party["id"]] = by
            persons[party["kind"] == "Person"] += "UN" in by
    assert found == {ids(own): set(by) for own, by in expected["listed"].items()}
    assert Counter(one for by in found.values() for one in by) == expected["counts"]
    assert persons == {True: 53, False: 46}
