"""Read a user's own list. Its entries are on that list, and on no authority's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yalu.errors import ContractError
from yalu.model.dates import OPEN
from yalu.model.statement import statement_id
from yalu.model.vocabulary import OWN_LISTING, Grade
from yalu.sources.damage import imo_number, spreadsheet_made
from yalu.sources.ftm.record import date_of
from yalu.sources.own.columns import FIELDS
from yalu.sources.own.table import Row, read_rows
from yalu.sources.sighting import Parsed, Problem, Quarantined, sighting
from yalu.sources.written_dates import births, iso

KINDS = {
    **dict.fromkeys(("person", "individual", "natural person", "p", "i"), "Person"),
    **dict.fromkeys(("company", "business", "c"), "Company"),
    **dict.fromkeys(("organization", "organisation", "o"), "Organization"),
    **dict.fromkeys(("entity", "legal entity", "legal person", "e", ""), "LegalEntity"),
    **dict.fromkeys(("public body", "government"), "PublicBody"),
    **dict.fromkeys(("vessel", "ship", "v"), "Vessel"),
    **dict.fromkeys(("airplane", "aircraft", "plane"), "Airplane"),
}
_PERSONAL = ("birth_date", "birth_place", "nationality", "passport")
_SEVERAL = re.compile(r"\s*[;|]\s*")


def parse(content: bytes, source: str, columns: Mapping[str, str]) -> Parsed:
    """Read one copy by the columns that the user named. Rows that cannot be used are set aside.

    Raises:
        ContractError: no table, not whole, without those columns, or with more bad rows than good ones.
    """
    rows = list(read_rows(content, source, columns))
    parsed = Parsed(records=len(rows))
    by_id: dict[str, list[Row]] = {}
    for row in rows:
        if not row.fields["name"]:
            known = row.fields.get("id", "")
            party = f"{source}-{known if _usable(known) else '?'}"
            _set_aside(parsed, party, row, "no_name", "the row has no name")
        elif "id" in columns and not _usable(row.fields["id"]):
            _set_aside(parsed, f"{source}-?", row, "no_id", "the row has no usable id")
        else:
            by_id.setdefault(_party(source, row, columns), []).append(row)
    for party, same in by_id.items():
        names = sorted({r.fields["name"] for r in same})
        if len(names) > 1:
            for row in same:
                _set_aside(parsed, party, row, "id_on_two_parties", f"one id means {' / '.join(names)}"[:300])
        else:
            for row in same:
                _state(parsed, source, party, row)
    bad = len(parsed.quarantined)
    if not rows or bad * 2 > len(rows):
        raise ContractError(
            source,
            f"{bad:,} of {len(rows):,} rows cannot be used"
            + (f"; the first: {parsed.problems[0].where}: {parsed.problems[0].what}" if bad else ""),
            expected="a table whose rows have a name"
            + (" and an id of their own" if "id" in columns else ""),
            do="Check the file, or name its columns anew with --columns.",
        )
    return parsed


def _party(source: str, row: Row, columns: Mapping[str, str]) -> str:
    """By the user's id; else by name and birth date, which outlive a new order of the rows."""
    if "id" in columns:
        return f"{source}-{row.fields['id']}"
    return f"{source}-{statement_id(row.fields['name'].casefold(), row.fields.get('birth_date', ''))[:12]}"


def _usable(text: str) -> bool:
    return bool(text) and len(text) <= 200 and text.isprintable()


def _set_aside(parsed: Parsed, party: str, row: Row, code: str, why: str) -> None:
    parsed.problems.append(Problem(code, row.where, why, party))
    parsed.quarantined.append(Quarantined(party, row.where, row.text, why))


def _state(parsed: Parsed, source: str, party: str, row: Row) -> None:
    fields = row.fields
    kind = _kind(parsed, party, row)

    def say(prop: str, value: str, detail: Mapping[str, object] | None = None, since: str = "") -> None:
        made = sighting(
            *(party, kind, prop, value),
            detail=detail,
            from_=(date_of(since) or OPEN) if since else OPEN,
            locator=row.where,
            grade=Grade.SOURCED,
        )
        if all((s.prop, s.value, s.detail) != (prop, value, made.detail) for s in said):
            said.append(made)

    def complain(code: str, what: str) -> None:
        parsed.problems.append(Problem(code, row.where, what, party))

    said = [s for s in parsed.sightings[-50:] if s.party == party]
    before = len(said)
    since = iso(fields.get("since", ""))
    if fields.get("since") and not since:
        complain("bad_date", f"since {fields['since'][:40]!r} is in no known form; left out")
    say(OWN_LISTING, source, {"reason": fields.get("reason", ""), "since": since}, since)
    for field, text in fields.items():
        prop = FIELDS[field]
        if not prop or not text:
            continue
        for piece in [text] if field in ("name", "note", "address") else _SEVERAL.split(text):
            if not piece:
                continue
            if field == "birth_date":
                found = births(piece)
                if not found:
                    complain("bad_birth_date", f"{piece[:40]!r} is in no known form; kept as a note")
                    say("notes", piece, {"field": "birth_date"})
                for value, detail in found:
                    say(prop, value, detail)
                continue
            if field == "imo":
                piece = piece.upper().removeprefix("IMO").strip(" .:")
                if not imo_number(piece):
                    complain("imo_check_digit", f"IMO number {piece[:20]!r} fails its check digit")
            elif field in ("passport", "id_number", "registration") and spreadsheet_made(piece):
                complain("made_by_a_spreadsheet", f"{field} {piece[:40]!r} was changed by a spreadsheet")
            say(prop, piece.upper() if prop in ("country", "nationality") and len(piece) == 2 else piece)
    parsed.sightings += said[before:]


def _kind(parsed: Parsed, party: str, row: Row) -> str:
    given = row.fields.get("kind", "").casefold()
    if given in KINDS and given:
        return KINDS[given]
    if given:
        told = f"kind {given[:40]!r} is not known; known are {', '.join(k for k in KINDS if len(k) > 1)}"
        parsed.problems.append(Problem("unknown_kind", row.where, told, party))
    if row.fields.get("imo"):
        return "Vessel"
    return "Person" if any(row.fields.get(f) for f in _PERSONAL) else "LegalEntity"
