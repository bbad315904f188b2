"""Parties and queries of the screening benchmark: the official lists and seeded synthetic parties."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml

from benchmarks import _lists
from benchmarks._name_measures import _sounds as sounds
from yalu.evidence import intake, packaged
from yalu.evidence.files import read_files
from yalu.evidence.snapshot import Snapshot, open_snapshot
from yalu.evidence.table import write_parquet
from yalu.evidence.workspace import Workspace
from yalu.model.dates import OPEN, Interval
from yalu.model.statement import COLUMNS, Statement
from yalu.screening.index import Index
from yalu.sources.registry import source

SEED = 7
HERE = Path(__file__).resolve().parent
LISTS = (
    ("ofac_sdn", "ofac-2022-01-31", "2022-01-31"),
    ("un_sc", "un/un_2026-02-27.xml", ""),
    ("eu_fsf", "eu-fsf-sample/EUSanctionsShort_2018-07-04.csv", ""),
    ("uk_ofsi", "uk/sanctionsconlist_2018-04-13.csv", ""),
)


def workspace(folder: Path) -> Workspace:
    """A workspace with the lists; made once."""
    made = Workspace(folder)
    if not made.current.exists():
        packaged.ensure(made)
        for name, path, dated in LISTS:
            day = Interval(dated, dated) if dated else OPEN
            documents = read_files(source(name), [_lists.shared() / "data" / "lists" / path], day)
            intake.take(made, source(name), documents)
    return made


def snapshot(folder: Path, parties: int) -> Snapshot:
    """The lists, and as many synthetic parties as are wanting to ``parties``."""
    real = open_snapshot(workspace(folder / "workspace"))
    from yalu.screening.store import make

    index = Index(*make(replace_folds(real, {})), real.id)
    wanting = parties - index.parties
    if wanting <= 0:
        return real
    fold = folder / f"synthetic-{wanting}"
    if not (fold / "statements.parquet").exists():
        write_parquet(fold / "statements.parquet", COLUMNS, synthetic(wanting))
    return replace_folds(real, {"synthetic": fold})


def replace_folds(real: Snapshot, more: dict[str, Path]) -> Snapshot:
    """The snapshot with more folds."""
    return replace(real, folds=real.folds | more)


def synthetic(count: int) -> Iterator[Statement]:
    """Persons, companies and ships with one or two names, a birth date and a country; none is real."""
    rng = random.Random(SEED)
    words = _words(rng, 6000)
    for i in range(count):
        party = f"syn-{i:07d}"
        pick = rng.random()
        if pick < 0.7:
            kind = "Person"
            given = " ".join(rng.sample(words, rng.choice((1, 2, 2)))).title()
            surname = rng.choice(words).title()
            names = [f"{given} {surname}"]
            if rng.random() < 0.6:
                names.append(f"{surname}, {given.split()[0]}")
        elif pick < 0.95:
            kind = "Company"
            trade = rng.choice(
                ("Trading", "Shipping", "Industrial", "Electronics", "Import Export", "Holding")
            )
            form = rng.choice(("LLC", "Co Ltd", "GmbH", "S.A.", "Limited"))
            names = [f"{' '.join(rng.sample(words, 2)).title()} {trade} {form}"]
            if rng.random() < 0.6:
                names.append(" ".join(names[0].split()[:3]))
        else:
            kind, names = "Vessel", [" ".join(rng.sample(words, rng.choice((1, 2)))).upper()]
        for n, name in enumerate(names):
            yield _statement(party, kind, "alias" if n else "name", name)
        if kind == "Person":
            day = f"{rng.randrange(1940, 2000)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
            yield _statement(party, kind, "birthDate", day)
        yield _statement(party, kind, "country", rng.choice(("IR", "RU", "CN", "KP", "SY", "AE", "TR", "MX")))
        yield _statement(party, kind, "Sanction", "XX")


def _words(rng: random.Random, count: int) -> list[str]:
    """Made-up words of two to four syllables."""
    starts, vowels, ends = (
        [*"bdfghklmnprstvz", "ch", "sh", "kh"],
        [*"aeiou"],
        ["", "n", "r", "l"],
    )
    return [
        "".join(rng.choice(starts) + rng.choice(vowels) for _ in range(rng.choice((2, 2, 3))))
        + rng.choice(ends)
        for _ in range(count)
    ]


def _statement(party: str, kind: str, prop: str, value: str) -> Statement:
    empty = dict.fromkeys(COLUMNS, "")
    known = {"known_lo": "2020-01-01", "known_hi": "2020-01-01", "known_by": "copies"}
    fields = empty | known | {"id": f"{party}{prop}{value}", "party": party, "kind": kind, "prop": prop}
    return Statement(**fields | {"value": value, "source": "synthetic", "basis": "stored"})


def typo(name: str, rng: random.Random) -> str:
    """A letter left out, two letters turned, or a letter replaced; never the first or last two."""
    at, kind = rng.randrange(1, len(name) - 2), rng.random()
    if kind < 0.33:
        return name[:at] + name[at + 1 :]
    if kind < 0.66:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + rng.choice("aeionrst") + name[at + 1 :]


def queries(index: Index, count: int, seed: int = SEED + 1) -> list[tuple[str, str, str]]:
    """Name, schema and the id of the party meant: half are listed, with one typing error."""
    rng = random.Random(seed)
    found: list[tuple[str, str, str]] = []
    while len(found) < count // 2:
        name = rng.randrange(index.names)
        text = index.name(name)
        if len(text) >= 5 and index.name_family[name] != 3:
            schema = ("Person", "Organization", "Vessel")[index.name_family[name]]
            row = int(index.rows_of_name(name)[0])
            found.append((typo(text, rng), schema, index.party_id(int(index.party[row]))))
    return found + [(name, "Person", "") for name in clean(index, count - len(found), rng)]


def clean(index: Index, count: int, rng: random.Random) -> list[str]:
    """Names of persons that no list holds in the same letters or a usual transliteration of them."""
    groups = yaml.safe_load((HERE / "clean_names.yaml").read_text(encoding="utf-8"))
    listed = {sounds(index.name(name)) for name in range(index.names)}
    asked: dict[str, None] = {}
    while len(asked) < count:
        group = rng.choice(groups)
        given, surname = rng.choice(group["given"].split()), rng.choice(group["surname"].split())
        middle = rng.choice(group["given"].split())
        name = f"{given} {middle} {surname}" if group["order"] == "given" else f"{surname} {given}"
        if name in asked or sounds(name) in listed:  # a namesake is no false alert
            name = f"{name} {rng.choice(group['given'].split())}"
        if name not in asked and sounds(name) not in listed:
            asked[name] = None
    return list(asked)
