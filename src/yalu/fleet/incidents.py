"""What happened with ships, as far as a source of the day tells it."""

from __future__ import annotations

from collections.abc import Sequence

from yalu.evidence.view import Item, items
from yalu.fleet.ships import Fleet
from yalu.fleet.slots import counted, number, plain, tally
from yalu.fleet.states import state
from yalu.model import figures as f
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement
from yalu.model.vocabulary import LISTING

SHOWN = ("kind", "date", "place", "acting_state", "cargo")
ACTED = f.having("acting_state")
INVOLVED = f.having("vessels")
KIND = f.having("kind")


def told(fleet: Fleet) -> list[Sentence]:
    """How many incidents are known, and in how many a state acted."""
    if not fleet.incidents:
        return [sentence("No source of the day tells what a ship did.", [])]
    first = [s for i in fleet.incidents for s in (*i.all("vessels")[:1], *i.all("acting_state"))]
    return [
        sentence(
            "Sources of the day tell of {incidents} with ships; in {acted} of them they name a state that"
            " acted: {states}.",
            first,
            incidents=counted(INVOLVED, lambda s: s.party, "incident", "incidents"),
            acted=number(ACTED, lambda s: s.party),
            states=tally(ACTED, lambda s: state(s.value)),
        )
        if any(map(ACTED, first))
        else sentence(
            "Sources of the day tell of {incidents} with ships, and of none do they say that a state acted.",
            first,
            incidents=counted(INVOLVED, lambda s: s.party, "incident", "incidents"),
        )
    ]


def latest(fleet: Fleet, most: int = 3) -> list[Sentence]:
    """The latest incidents in which a state acted and the cargo is known, newest first."""
    chosen = [i for i in fleet.incidents if i.one("acting_state") and i.one("cargo")][::-1][:most]
    if not chosen:
        return []
    statements = [s for i in chosen for s in i.all("vessels", *SHOWN)]
    names = fleet.names(s.value for s in statements if s.prop == "vessels")
    accounts = [_account(fleet, i) for i in chosen]
    return [
        sentence(
            "The latest in which a state acted on a known cargo: {accounts}.",
            [*statements, *names],
            accounts=lambda seen: "; ".join(account(seen) for account in accounts),
        )
    ]


def by_kind(fleet: Fleet) -> list[Sentence]:
    """The incidents by kind, where the sources of the day allow to tell it."""
    kinds = [s for i in fleet.incidents for s in i.all("kind")]
    if not kinds:
        return []
    return [
        sentence("Incidents by kind: {kinds}.", kinds, kinds=tally(lambda s: True, lambda s: plain(s.value)))
    ]


def noted(fleet: Fleet, recommendation: str) -> list[Sentence]:
    """What the memo's own notes say to this recommendation."""
    notes = [i for i in items(fleet.scope.view, "MemoNote") if i.text("recommendation") == recommendation]
    return [
        sentence(
            "Note {note} of the memo: {supports}.",
            i.all("note", "supports"),
            note=f.value(f.of_party(i.id, "note")),
            supports=f.value(f.of_party(i.id, "supports")),
        )
        for i in notes
        if i.verified and i.one("note") and i.one("supports")
    ]


def silent(fleet: Fleet) -> list[Sentence]:
    """For how many listed ships no incident is told."""
    involved: dict[str, Statement] = {}
    for i in fleet.incidents:
        for s in i.all("vessels"):
            involved.setdefault(fleet.scope.head(s.value), s)
    listings = [rows[0] for rows in fleet.listed.values()]
    if not listings:
        return []
    on_list = f.having(LISTING)

    def untold(seen: Sequence[Statement]) -> str:
        acting = {fleet.scope.head(s.value) for s in seen if s.prop == "vessels"}
        return f"{len({fleet.hull(s) for s in seen if on_list(s)} - acting):,}"

    return [
        sentence(
            "For {untold} of the {ships} on a list no source of the day tells of any incident: that does not"
            " make them clean, it leaves open what they did.",
            [*listings, *(s for ship, s in involved.items() if ship in fleet.listed)],
            untold=untold,
            ships=counted(on_list, fleet.hull, "ship", "ships"),
        )
    ]


def incident_table(fleet: Fleet) -> list[Table]:
    """Every incident, in the order in which they happened."""
    columns = {
        "date": "Date",
        "kind": "Kind",
        "vessels": "Ships",
        "place": "Place",
        "cargo": "Cargo",
        "quantity": "Quantity",
        "acting_state": "State that acted",
        "outcome": "Outcome",
    }
    if not fleet.incidents:
        return []

    def row(item: Item) -> Row:
        cells = tuple(_cell(fleet, prop) for prop in columns)
        rows = item.all(*columns)
        return Row(cells, (*rows, *fleet.names(s.value for s in item.all("vessels"))))

    return [
        Table(
            id="ship-incidents",
            title="What ships are told to have done or suffered",
            columns=tuple(columns.values()),
            rows=tuple(map(row, fleet.incidents)),
            note="An empty cell means that no source of the day tells it. A ship without a public name stands"
            " with its id.",
        )
    ]


def _cell(fleet: Fleet, prop: str) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        return f.joined([_word(fleet, s, seen) for s in seen if s.prop == prop] or [""])

    return made


def _word(fleet: Fleet, s: Statement, seen: Sequence[Statement]) -> str:
    """A field of an incident as a reader sees it: the ship by its name, the state and the kind in words."""
    if s.prop == "vessels":
        ship = fleet.scope.head(s.value)
        return next((n.value for n in seen if n.prop == "name" and fleet.hull(n) == ship), s.value)
    if s.prop == "acting_state":
        return state(s.value)
    return plain(s.value) if s.prop == "kind" else s.value


def _account(fleet: Fleet, item: Item) -> SlotFunction:
    """One incident in a few words, with what the day shows of it."""

    def made(seen: Sequence[Statement]) -> str:
        said = {
            prop: f.joined(
                [_word(fleet, s, seen) for s in seen if s.party == item.id and s.prop == prop] or [""]
            )
            for prop in ("vessels", *SHOWN)
        }
        around = [said[p] for p in ("kind", "date", "place") if said[p]]
        return f"{said['vessels']} ({', '.join([*around, said['acting_state'] + ' acted'])}), {said['cargo']}"

    return made
