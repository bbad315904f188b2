"""A bulletin in print: what changed, or the full list, on what it rests, and how to verify it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from yalu.fleet.bulletin.difference import Change, Kind
from yalu.fleet.bulletin.state import HullState
from yalu.model.words import DISCLAIMERS, MODES
from yalu.publish.bulletin.bulletin import LIMIT, NOTICE, Bulletin
from yalu.publish.bulletin.numbering import Numbering
from yalu.publish.package.blocks import Block, Document, Grid, Para, Row, Section

TABLES: tuple[tuple[str, tuple[str, ...], tuple[Kind, ...], tuple[str, ...]], ...] = (
    ("Listed", ("List and measure", "Since"), (Kind.LISTED,), ()),
    ("No longer on a list", ("Was", "Why it is told"), (Kind.DELISTED, Kind.NOT_SHOWN), ()),
    ("Measure changed", ("Was", "Is"), (Kind.MEASURE,), ()),
    ("Hulls that are new here", ("Status",), (Kind.NEW,), ()),
    ("Names", ("Was", "Is", "Note"), (Kind.ADDED, Kind.REMOVED), ("name",)),
    ("Flags", ("Was", "Is", "Note"), (Kind.ADDED, Kind.REMOVED), ("flag",)),
    (
        "Numbers and call signs",
        ("What", "Was", "Is"),
        (Kind.ADDED, Kind.REMOVED, Kind.JOINED),
        ("imo", "mmsi", "call_sign"),
    ),
    ("Owners and managers", ("What", "Was", "Is"), (Kind.ADDED, Kind.REMOVED), ("owner", "manager")),
    (
        "Incidents and results of inspections",
        ("Date", "What"),
        (Kind.ADDED, Kind.RETOLD, Kind.REMOVED),
        ("incident", "result"),
    ),
    ("Behavior at sea", ("Date", "What"), (Kind.ADDED, Kind.REMOVED), ("event",)),
    ("Hulls that are no longer held", ("Why it is told",), (Kind.GONE,), ()),
)
"""The tables of changes: title, columns beside IMO number and ship, kinds, and fields where not all."""


def document(b: Bulletin) -> Document:
    """Put a bulletin into words. Equal bulletins give equal documents."""
    n = Numbering(b.state.as_of)
    sections = [Section("short", "In short", tuple(_short(b)))]
    if b.since is not None:
        if b.changes:
            sections.append(Section("changes", "What changed", tuple(_changes(b.changes, n))))
    else:
        sections.append(Section("hulls", "Every hull", tuple(_hulls(b.state.hulls, n))))
    sections.append(Section("verify", "On what it rests, and how to verify it", tuple(_rests(b))))
    since = f"No. {b.since.number} of {b.since.as_of}" if b.since else "none: this is the full list"
    return Document(
        title=b.title,
        subtitle=b.subtitle,
        head=f"No. {b.number}, as known on {b.state.as_of}",
        day=b.state.as_of,
        facts=(
            ("Issued", b.issued.replace("T", " ").replace("Z", " UTC")),
            ("As known on", b.state.as_of),
            ("Mode", f"{b.state.mode}: {MODES[b.state.mode]}"),
            ("Compared with", since),
            ("Snapshot", b.snapshot),
            ("Ledger", f"{b.ledger.seq}:{b.ledger.hash[:12]}" if b.ledger else "no judgements"),
            ("Key", _grouped(b.fingerprint)),
        ),
        notice=NOTICE,
        sections=tuple(sections),
        sources=tuple(n.citations),
        disclaimers=DISCLAIMERS,
    )


def _short(b: Bulletin) -> Iterable[Block]:
    hulls = b.state.hulls
    lists = Counter(code for hull in hulls for code in set(hull.lists))
    on = ", ".join(f"{code} {count}" for code, count in sorted(lists.items(), key=lambda p: (-p[1], p[0])))
    valid = len({h.number for h in hulls if h.number})
    yield Para(
        f"{len(hulls):,} hulls are held, {valid:,} with a valid IMO number; on lists: {on or 'none'}."
        " Each hull counts once, whatever its records are called."
    )
    if b.since is None:
        yield Para("This is the first bulletin, so it gives the full list; later ones give what changed.")
    elif not b.changes:
        yield Para(
            f"Nothing changed since bulletin No. {b.since.number}. It is issued all the same, so that a"
            " reader knows that the lists were looked at on this day and that no number is missing."
        )
    else:
        counts = Counter(c.text for c in b.changes)
        ranked = sorted(counts.items(), key=lambda p: (-p[1], p[0]))
        yield Para("Changes by kind: " + ", ".join(f"{kind} {count:,}" for kind, count in ranked) + ".")
    if not b.state.positions:
        yield Para(
            "No positions of ships were held, so nothing is told of behavior at sea.", mark="not known"
        )
    else:
        yield Para(LIMIT, mark="limit", dashed=True)


def _changes(changes: Sequence[Change], n: Numbering) -> Iterable[Block]:
    for title, columns, kinds, fields in TABLES:
        mine = [c for c in changes if c.kind in kinds and (not fields or c.field in fields)]
        if mine:
            rows = tuple(_rows(mine, columns, n))
            yield Grid(f"{title} ({len(mine):,})", ("IMO number", "Ship", *columns), rows)


def _rows(changes: Sequence[Change], columns: Sequence[str], n: Numbering) -> Iterable[Row]:
    """A row a change; new values of a hull that differ in nothing else share one."""
    found: dict[tuple[str, ...], list[tuple[str, Change]]] = {}
    for number, c in enumerate(changes):
        alike = (*_cells(replace(c, after=""), columns), c.field)
        key = alike if "Is" in columns and c.kind is Kind.ADDED else (str(number),)
        found.setdefault(key, []).append((c.after, c))
    for same in found.values():
        first = replace(same[0][1], after="; ".join(after for after, _ in same))
        yield Row(_cells(first, columns), n.of([s for _, c in same for s in c.sources]))


def _cells(c: Change, columns: Sequence[str]) -> tuple[str, ...]:
    told = {
        "List and measure": c.after,
        "Since": c.day,
        "Was": c.before,
        "Is": c.after if c.kind is not Kind.REMOVED else "no longer given",
        "Note": c.note,
        "What": c.text if "Was" in columns else _what(c),
        "Date": c.day,
        "Why it is told": c.note or "no source of the day shows it",
        "Status": c.note,
    }
    return (c.imo or "not public", c.ship, *(told[column] for column in columns))


def _what(c: Change) -> str:
    text = c.after or f"no longer told: {c.before}"
    text = f"told anew: {text}" if c.kind is Kind.RETOLD else text
    return f"{text} ({c.note})" if c.note else text


def _hulls(hulls: Sequence[HullState], n: Numbering) -> Iterable[Block]:
    def row(hull: HullState) -> Row:
        listings = hull.facts.get("listing", [])
        names = hull.facts.get("name", [])
        others = [f.value for f in names if f.value.casefold() != hull.name.casefold()]
        told = [f"{f.value} {f.day}: {f.detail}".replace("  ", " ") for f in listings]
        flags = [f.value for f in hull.facts.get("flag", []) if not f.detail]
        sources = [s for f in (*listings, *names[:1]) for s in f.sources]
        number = hull.imo + ("" if hull.number or not hull.imo else " (check digit wrong)")
        cells = (number or "not public", hull.name, "; ".join(others), ", ".join(flags))
        return Row((*cells, "; ".join(told) or "named in a source, on no list held"), n.of(sources))

    columns = ("IMO number", "Ship", "Other and former names", "Flag", "Lists, since, measure")
    note = "An empty cell means that no source of the day shows it."
    yield Grid(f"Hulls ({len(hulls):,})", columns, tuple(map(row, hulls)), note)


def _rests(b: Bulletin) -> Iterable[Block]:
    copies = "; ".join(f"{name} of {day}" for name, day in sorted(b.state.lists.items()))
    if copies:
        yield Para(f"The newest copies of lists that are held for the day: {copies}.")
    else:
        yield Para("No copy of a list is held; what is told rests on the casebook that comes with Yalu.")
    yield Para(
        "The folder of this bulletin holds this PDF, the same as CSV and JSON, and a manifest with the digest"
        " of each, signed by the key above. Verify it with: yalu fleet verify FOLDER --key public.pem, where"
        " public.pem is the key that the issuer handed over by another way than this bulletin."
    )


def _grouped(digest: str) -> str:
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
