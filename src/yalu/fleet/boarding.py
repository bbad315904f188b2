"""Who may inspect, refuse or board a ship, where, and with whose consent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yalu.evidence.view import Item, items
from yalu.fleet.ships import Fleet
from yalu.fleet.slots import counted, plain
from yalu.model import figures as f
from yalu.model.section import Row, Table
from yalu.model.sentence import Sentence, SlotFunction, sentence
from yalu.model.statement import Statement

UNITED_NATIONS = "UN"
HIGH_SEAS = "high_seas"
_ONTO = re.compile(r"\b(inspect|board|stop|search|seize)")
DUTY = ("who", "force", "power", "instrument", "provision", "ground")
COLUMNS = {
    "jurisdiction": "Law of",
    "who": "Who",
    "force": "Force",
    "power": "Power",
    "where": "Where",
    "consent": "Consent",
    "instrument": "Instrument",
    "provision": "Provision",
}


def rules(fleet: Fleet) -> list[Item]:
    """The rules of the day that a stored text backs, those of the United Nations first."""
    found = (i for i in items(fleet.scope.view, "BoardingPower") if i.verified and i.one("power"))
    return sorted(
        found, key=lambda i: (i.text("jurisdiction") != UNITED_NATIONS, i.text("jurisdiction"), i.id)
    )


def high_seas(held: list[Item]) -> list[Sentence]:
    """Whose consent the resolutions ask for on the high seas, from every rule that reaches them."""
    reaching = [i for i in held if i.text("jurisdiction") == UNITED_NATIONS and _at(i, HIGH_SEAS)]
    boarding = [i for i in reaching if _ONTO.search(i.text("power")) and i.text("force") != "limits"]
    if not boarding or any("flag State consent" not in i.text("consent") for i in boarding):
        return []
    where = [s for i in reaching for s in _at(i, HIGH_SEAS)]
    consent = [s for i in boarding for s in i.all("consent", "instrument", "provision")]
    ids = [i.id for i in boarding]

    def cited(seen: Sequence[Statement]) -> str:
        parts = {(s.party, s.prop): s.value for s in seen}
        return f.joined([f"{parts[i, 'instrument']}, para {parts[i, 'provision']}" for i in ids])

    return [
        sentence(
            "On the high seas {board} for {consent} before a ship is inspected ({cited}). Of {reach}"
            " so far, none gives a right to board a foreign ship without it.",
            [*where, *consent],
            board=counted(
                f.having("consent"),
                lambda s: s.party,
                "rule of the resolutions asks",
                "rules of the resolutions ask",
            ),
            consent=f.value(f.having("consent")),
            cited=cited,
            reach=counted(f.having("where"), lambda s: s.party, "rule that reaches", "rules that reach"),
        )
    ]


def in_port(held: list[Item]) -> list[Sentence]:
    """What the resolutions oblige states to inspect in port."""
    chosen = [
        i
        for i in held
        if i.text("jurisdiction") == UNITED_NATIONS
        and i.text("force") == "shall"
        and _at(i, "port")
        and _ONTO.search(i.text("power"))
    ]
    return [_duty(i) for i in chosen if all(i.one(prop) for prop in DUTY)]


def _duty(item: Item) -> Sentence:
    slots: dict[str, SlotFunction] = {prop: f.value(f.of_party(item.id, prop)) for prop in DUTY}
    slots["own"] = _unread("provision")
    return sentence(
        "In port, by {instrument}, para {provision}{own}: {who} {force} {power}. Ground: {ground}.",
        item.all(*DUTY),
        fill=slots,
    )


def power_table(held: list[Item]) -> list[Table]:
    """Every rule of the day that a stored text backs."""
    if not held:
        return []
    return [
        Table(
            id="boarding-powers",
            title="Who may inspect, board, refuse or seize a ship or its cargo",
            columns=tuple(COLUMNS.values()),
            rows=tuple(Row(tuple(map(_cell, COLUMNS)), tuple(i.all(*COLUMNS))) for i in held),
            note="A cell marked unverified rests on memory. A call is no duty. A rule about the high seas "
            "gives no more than its consent column allows.",
        )
    ]


def _at(item: Item, place: str) -> list[Statement]:
    return [s for s in item.all("where") if s.value == place]


def _unread(prop: str) -> SlotFunction:
    return lambda seen: (
        ", number from memory" if any(prop in s.unverified.split(";") for s in seen if s.prop == prop) else ""
    )


def _cell(prop: str) -> SlotFunction:
    def made(seen: Sequence[Statement]) -> str:
        mine = [s for s in seen if s.prop == prop and s.value != "-"]
        text = ", ".join(plain(s.value) if prop == "where" else s.value for s in mine)
        return f"{text} (unverified)" if any(prop in s.unverified.split(";") for s in mine) else text

    return made
