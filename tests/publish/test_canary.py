"""Facts that were public one day after the day asked must appear nowhere in what is published for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from yalu.evidence.snapshot import Snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.view import Evidence, When
from yalu.model.statement import COLUMNS, Statement, statement_id
from yalu.model.vocabulary import EDGE_KINDS, LISTING, PARTY_KINDS
from yalu.publish.brief import make_brief
from yalu.publish.write import write_brief
from yalu.regimes import Regime

DAY, DAY_AFTER = "2017-06-13", "2017-06-14"
MARK, NUMBER = "CANARY", 98765
JOINING = ("sameAs", "imoNumber", "quotes", "aggregate")


def canaries(evidence: Evidence) -> list[Statement]:
    """For each kind of row in the casebook a copy of one, marked, and public one day too late."""
    by_item: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in evidence.rows("true"):
        by_item[s.kind, s.party].append(s)
    fullest: dict[str, tuple[str, list[Statement]]] = {}
    for (kind, party), rows in by_item.items():
        if kind not in fullest or len(rows) > len(fullest[kind][1]):
            fullest[kind] = (party, rows)
    made = []
    for kind, (_, rows) in fullest.items():
        # One under its own name, which all else names, and one joined with the party it was made from.
        made += [late(s, f"canary.{kind}") for s in rows if s.prop not in JOINING]
        made += [late(s, f"canary.joined.{kind}") for s in rows]
    return [*made, *late_names(evidence)]


def late(s: Statement, party: str, known: str = DAY_AFTER) -> Statement:
    value = s.value
    if value.isdecimal() and s.prop not in ("note", "year"):
        value = str(NUMBER)
    elif s.prop == "name" or " " in value:
        value = f"{MARK} {value}"
    start = known if s.prop == LISTING else ""
    return replace(
        s,
        id=statement_id(s.id, party, known),
        party=party,
        value=value,
        basis="stored",
        unverified="",
        known_lo=known,
        known_hi=known,
        from_lo=start,
        from_hi=start,
        to_lo="",
        to_hi="",
        ended_known_lo="",
        ended_known_hi="",
    )


def late_names(evidence: Evidence) -> Iterator[Statement]:
    """Aliases and ties of parties that are on a list on the day, first seen one day or some years later."""
    listed = evidence.at(DAY).statements(prop=LISTING)[:40]
    for number, s in enumerate(listed):
        known = DAY_AFTER if number % 2 else "2019-01-15"
        yield replace(late(s, s.party, known), prop="alias", value=f"{MARK} ALIAS {number}", detail="")
        yield replace(late(s, s.party, known), prop="name", value=f"{MARK} NAME {number}", detail="")
        if s.kind in PARTY_KINDS:
            yield replace(late(s, s.party, known), prop="Ownership", value=f"canary.{s.kind}", detail="")


def joined(evidence: Evidence, more: list[Statement], folder: Path) -> Evidence:
    """The same snapshot with one more source."""
    write_parquet(folder / "statements.parquet", COLUMNS, more)
    # Under the id of a source of Yalu: what a user brings is in no brief.
    return Evidence(Snapshot(evidence.snapshot.id, evidence.snapshot.folds | {"ca_sema": folder}))


@pytest.fixture(scope="module")
def with_canaries(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    return joined(evidence, canaries(evidence), tmp_path_factory.mktemp("canary"))


def published(evidence: Evidence, regime: Regime, day: str, out: Path) -> str:
    brief = make_brief(evidence, regime, When.at(day))
    written = [path for path in write_brief(brief, out) if path.suffix != ".pdf"]
    return "\n".join(path.read_text(encoding="utf-8") for path in written)


def test_nothing_of_the_day_after_is_published(
    with_canaries: Evidence, regime: Regime, tmp_path: Path
) -> None:
    text = published(with_canaries, regime, DAY, tmp_path)
    assert MARK not in text
    assert str(NUMBER) not in text and f"{NUMBER:,}" not in text
    assert DAY_AFTER not in text


def test_what_is_published_is_the_same_without_them(
    evidence: Evidence, regime: Regime, tmp_path: Path
) -> None:
    """Claims are left out here: of one that is not yet public the id is told, and nothing else."""
    late_facts = [s for s in canaries(evidence) if s.kind not in ("Claim", "MemoNote")]
    (tmp_path / "canary").mkdir()
    told = published(joined(evidence, late_facts, tmp_path / "canary"), regime, DAY, tmp_path / "with")
    assert told == published(evidence, regime, DAY, tmp_path / "without")


def test_the_canaries_are_alive(with_canaries: Evidence, regime: Regime, tmp_path: Path) -> None:
    """One day later they show, in every section: a canary that nobody would ever see proves nothing."""
    brief = make_brief(with_canaries, regime, When.at(DAY_AFTER))
    for section in brief.sections:
        words = [one.text for _, one in section.sentences()]
        words += [cell for table in section.tables for row in table.rows for cell in row.texts]
        words += [cell for f in section.figures for row in f.data.rows for cell in row.texts]
        assert any(MARK in w or str(NUMBER) in w.replace(",", "") for w in words), section.id
    assert any(c.text and MARK in c.text.text for c in brief.claims)


def test_every_kind_of_fact_has_a_canary(evidence: Evidence) -> None:
    kinds = {s.kind for s in evidence.rows("true")}
    made = canaries(evidence)
    assert {s.kind for s in made} >= kinds
    assert {s.prop for s in made} & EDGE_KINDS
    assert all(not s.shows(DAY) for s in made)
