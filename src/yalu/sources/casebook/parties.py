"""Parties, vessels and ties of the casebook as dated statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu.model.clock import KnownBy
from yalu.model.dates import OPEN, Interval, earliest, latest, partial
from yalu.model.vocabulary import LISTING, OWN_KNOWLEDGE, Basis, Grade
from yalu.regimes import Regime
from yalu.regimes.parties import Listing, Party
from yalu.regimes.ties import Tie
from yalu.regimes.vessels import Vessel
from yalu.sources.casebook.clocks import Calendar, Known, exact, later
from yalu.sources.casebook.rows import record, text_clock, texts
from yalu.sources.sighting import Sighting, sighting


class Maker:
    """Makes the sightings of one party: all share its id, kind, place in the file and basis."""

    def __init__(self, calendar: Calendar, row: Party | Vessel, kind: str, locator: str) -> None:
        self.calendar = calendar
        self.row = row
        self.kind = kind
        self.locator = f"{locator} {row.id}"
        self.by_sources = calendar.by_sources(row.src, not_before=row.first_public or "")

    def make(self, prop: str, value: str, known: Known, **more: Any) -> Sighting:
        """One statement of the party."""
        columns: dict[str, Any] = record(self.row) | {"locator": self.locator} | more
        return sighting(self.row.id, self.kind, prop, value, known=known.when, known_by=known.by, **columns)

    def fact(self, prop: str, value: Any, *, field: str = "") -> Iterator[Sighting]:
        """A field of the row, dated by the row's sources and, where it is text, by what it mentions."""
        known = text_clock(self.calendar, self.row, field or prop, self.by_sources)
        for text, detail in texts(value if value is not None else []):
            yield self.make(prop, text, known, detail=detail)


def party_sightings(
    calendar: Calendar, party: Party, named: Known | None, locator: str
) -> Iterator[Sighting]:
    """The statements of a party; ``named`` is when the first tie that names it could be known."""
    maker = Maker(calendar, party, party.kind, locator)
    name_known = _name_clock(maker, party.listings, named)
    yield maker.make("name", party.name, name_known)
    if party.aggregate:
        yield maker.make("aggregate", "true", name_known)
    for listing in party.listings:
        yield from _listing(maker, listing)
    yield from maker.fact("alias", party.aliases)
    yield from maker.fact("country", party.countries)
    yield from maker.fact("position", party.position)
    yield from maker.fact("notes", party.note, field="note")
    yield from maker.fact("basis_note", party.basis_note)
    yield from maker.fact("confidence", party.confidence)
    yield from maker.fact("bank", True if party.bank else None)
    yield from maker.fact("sameAs", party.ids)
    yield from maker.fact("sameAs", party.alias_of)
    if party.listing_reported is not None:
        reported = party.listing_reported
        known = later(calendar.by_sources(reported.src), reported.date)
        yield maker.make(
            "listingReported",
            reported.by,
            known,
            detail={"date": reported.date, "note": reported.note},
            cites=";".join(reported.src),
        )


def vessel_sightings(
    calendar: Calendar, vessel: Vessel, named: Known | None, locator: str
) -> Iterator[Sighting]:
    """The statements of a vessel. Its first name is the primary one."""
    maker = Maker(calendar, vessel, "Vessel", locator)
    first, *others = vessel.names
    yield maker.make("name", first, _name_clock(maker, vessel.listings, named))
    yield from maker.fact("alias", others)
    if vessel.named_as is not None:
        seen = vessel.named_as
        known = calendar.by_sources(seen.src, not_before=seen.first_public)
        yield maker.make("alias", seen.name, known, cites=";".join(seen.src), basis=seen.basis)
    for listing in vessel.listings:
        yield from _listing(maker, listing)
    if vessel.imo:
        own = vessel.imo_basis == OWN_KNOWLEDGE
        more = {"basis": Basis.OWN_KNOWLEDGE, "grade": Grade.UNVERIFIED} if own else {}
        yield maker.make("imoNumber", vessel.imo, maker.by_sources, **more)
    unsure = {"basis": Basis.OWN_KNOWLEDGE, "grade": Grade.UNVERIFIED}
    if vessel.imo_candidate:
        yield maker.make("imoCandidate", vessel.imo_candidate, maker.by_sources, **unsure)
    for flag in vessel.flags:
        known = calendar.by_sources(flag.src)
        detail = {
            "per": flag.per,
            "as_of": flag.as_of,
            "as_of_basis": flag.as_of_basis,
            "note": flag.flag_note,
        }
        yield maker.make("flag", flag.flag, known, detail=detail, cites=";".join(flag.src))
    for link in vessel.linked_to:
        detail = {"role": "linked to", "as_listed": link.as_listed}
        yield maker.make("UnknownLink", link.id, maker.by_sources, detail=detail)
    yield from maker.fact("mmsi", vessel.mmsi)
    yield from maker.fact("type", vessel.type)
    yield from maker.fact("deadweightTonnage", vessel.tonnage_dwt)
    yield from maker.fact("country", vessel.countries)
    yield from maker.fact("sameAs", vessel.ids)
    for field, prop in (("note", "notes"), ("imo_note", "imo_note"), ("src_note", "src_note")):
        yield from maker.fact(prop, getattr(vessel, field), field=field)
    yield from maker.fact("basis_note", vessel.basis_note)


def tie_sightings(regime: Regime, calendar: Calendar, tie: Tie, kinds: dict[str, str]) -> Iterator[Sighting]:
    """A tie in followthemoney's direction, with its type and figures as detail."""
    kind = regime.tie_types[tie.type]
    subject, value = (tie.to, tie.from_) if kind.reverse else (tie.from_, tie.to)
    known = tie_clock(calendar, tie)
    ended = partial(tie.event_to) if tie.event_to else OPEN
    note = tie.note if text_clock(calendar, tie, "note", known) == known else None
    detail = {
        "tie": tie.id,
        "type": tie.type,
        "role": kind.role,
        "reversed": kind.reverse,
        "share": tie.share_text,
        "share_pct": str(tie.share_pct) if tie.share_pct is not None else None,
        "amount": str(tie.amount) if tie.amount is not None else None,
        "currency": tie.currency,
        "note": note,
        "public_basis": tie.public_basis,
        "overlaps": tie.overlaps,
    }
    yield sighting(
        subject,
        kinds[subject],
        kind.kind,
        value,
        detail=detail,
        known=known.when,
        known_by=known.by,
        from_=partial(tie.event_from) if tie.event_from else OPEN,
        to=ended,
        ended_known=Interval(latest(known.when.lo, ended.lo), latest(known.when.hi, ended.hi))
        if ended
        else OPEN,
        locator=f"ties.yaml {tie.id}" + (f", source: {tie.locator}" if tie.locator else ""),
        **record(tie),
    )
    if tie.note and note is None:
        late = text_clock(calendar, tie, "note", known)
        where: dict[str, Any] = {"locator": f"ties.yaml {tie.id}"}
        yield sighting(
            tie.id, "Tie", "note", tie.note, known=late.when, known_by=late.by, **where, **record(tie)
        )


def tie_clock(calendar: Calendar, tie: Tie) -> Known:
    """Rule 3 where the day of publication is stated, else rule 5 with ``known_since`` as lower bound."""
    if tie.basis == OWN_KNOWLEDGE:
        return calendar.by_sources(tie.src, not_before=tie.known_since)
    if tie.public_since:
        return exact(tie.public_since, KnownBy.PUBLIC)
    return calendar.by_sources(tie.src, not_before=tie.known_since)


def first_named(regime: Regime, calendar: Calendar) -> dict[str, Known]:
    """For each party, the clock of the tie or incident that names it first: who reads that reads the name."""
    naming: list[tuple[Known, tuple[str, ...]]] = [
        (tie_clock(calendar, tie), (tie.from_, tie.to)) for tie in regime.ties.ties
    ]
    for incident in regime.incidents.incidents:
        if incident.basis != OWN_KNOWLEDGE:
            public = incident.public_since if "vessels" in incident.public_fields else None
            known = exact(public, KnownBy.PUBLIC) if public else calendar.by_sources(incident.src)
            naming.append((known, tuple(incident.vessels)))
    found: dict[str, Known] = {}
    for known, named in naming:
        for one in named:
            if one not in found or known.when.hi < found[one].when.hi:
                found[one] = known
    return found


def _name_clock(maker: Maker, listings: list[Listing], named: Known | None) -> Known:
    """Rule 1: the first dated listing dates the primary name; else the sources, or a tie that names it."""
    dated = [_listing_known(maker.calendar, x) for x in listings if x.status != "special_measure"]
    sure = [k for k in dated if k.by is KnownBy.LISTING]
    candidates = [*sure, maker.by_sources, *([named] if named else [])]
    return min(candidates, key=lambda k: (k.when.hi or "9999", k.when.lo))


def _listing_known(calendar: Calendar, listing: Listing) -> Known:
    if listing.date is None:
        return calendar.by_sources(listing.src)
    if listing.date_basis == OWN_KNOWLEDGE:
        # Only the day rests on memory; that the listing stands is in the stored copies of the list.
        stored = [name for name in listing.src if calendar.sources[name].basis != OWN_KNOWLEDGE]
        return calendar.by_sources(stored or listing.src, not_before=listing.date)
    when = partial(listing.date)
    if listing.date_not_before:
        when = Interval(earliest(partial(listing.date_not_before).lo, when.lo), when.hi)
    return Known(when, KnownBy.LISTING)


def _listing(maker: Maker, listing: Listing) -> Iterator[Sighting]:
    known = _listing_known(maker.calendar, listing)
    own_date = listing.date_basis == OWN_KNOWLEDGE
    from_ = OPEN
    if listing.date:
        from_ = Interval(partial(listing.date).lo, "") if own_date else known.when
    removed = listing.removed
    to = Interval(partial(removed.after).hi, partial(removed.by).hi) if removed else OPEN
    detail = {
        "authority": listing.authority,
        "date": listing.date,
        "ref": listing.ref,
        "measures": listing.measures,
        "url": listing.url,
        "not_before": listing.date_not_before,
    }
    for program in listing.programs:
        # Rule 1 dates the listing alone: the programs are those of the copies at hand.
        later_known = maker.calendar.by_sources(listing.src)
        yield maker.make(
            "program", program, later_known, detail={"by": listing.by}, cites=";".join(listing.src)
        )
    late = {
        f: getattr(listing, f)
        for f in ("note", "date_note", "date_basis_note", "status_text", "authority_text")
    }
    yield maker.make(
        "specialMeasure" if listing.status == "special_measure" else LISTING,
        listing.by,
        known,
        detail={k: v for k, v in detail.items() if k not in listing.text_since},
        from_=from_,
        to=to,
        ended_known=to,
        cites=";".join(listing.src),
        grade=Grade.GOVERNMENT_LISTING,
        unverified="date" if own_date else "",
    )
    for field, text in late.items():
        if text:
            compiled = Known(Interval(maker.calendar.compiled, maker.calendar.compiled), KnownBy.SOURCES)
            yield maker.make(
                "listingNote", text, compiled, detail={"by": listing.by, "date": listing.date, "field": field}
            )
    if listing.ref and listing.by == "UN":
        yield maker.make("sameAs", f"un-{listing.ref}", known, cites=";".join(listing.src))
