"""One row of a sheet: a party."""

from __future__ import annotations

import re
import unicodedata

from yalu.model.vocabulary import QUOTES
from yalu.sources.damage import imo_number
from yalu.sources.entry import Entry
from yalu.sources.jp_mof.dates import births, days
from yalu.sources.jp_mof.headings import LISTED, NAME_EN, NAME_JA, NUMBER, OF_THE_UN
from yalu.sources.jp_mof.names import JAPANESE, language, read_names
from yalu.sources.jp_mof.sheets import Row, Sheet
from yalu.sources.quoted import un_record
from yalu.sources.sighting import Parsed

AUTHORITY = "JP"
_SEVERAL = re.compile(r"[\n;；]")
_NUMBER = re.compile(r"(?:(?<=\A)|(?<=[\s;]))(?:(\w*旅券番号):\s*)?([A-Z]{0,3}[0-9]{5,}[A-Z]?)(?![年0-9])")
_IN_NOTES = {
    "birthPlace": re.compile(r"出生地:\s*([^\s。;]+)"),
    "swiftBic": re.compile(
        r"SWIFT(?:/BIC)?(?:コード)?:\s*([A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?)\b"
    ),
    "imoNumber": re.compile(r"IMO(?:番号)?:?\s*(\d{7})\b"),
}
_GENDERS = {"性別:男": "male", "性別:女": "female"}
_PLAIN = ("title", "position", "address", "phone", "fax", "area")
_PROPS = {"area": "country", "fax": "phone"}
_NOTED = {
    "notes": "その他の情報",
    "reason": "指定の根拠",
    "un_listed": "国連による指定日",
    "un_reference": "国連参照番号",
}


def kind_of(sheet: Sheet, row: Row) -> str:
    """A person where the sheet says so or the row has a birth date; a legal entity where nothing tells."""
    title = sheet.title
    if row.get("birthDate") or ("個人" in title and "団体" not in title):
        return "Person"
    return "Organization" if "団体" in title and "個人" not in title else "LegalEntity"


def read_party(party: str, sheet: Sheet, row: Row, copy: str, parsed: Parsed) -> None:
    """Add what a row says. The names in both languages are the primary name, dated by the notice."""
    named = days(row.get(LISTED))
    listed = named[0] if named else ""
    amended = max(named) if len(named) > 1 else ""
    where = sheet.where(row.number)
    entry = Entry(parsed, party, kind_of(sheet, row), where, listed=listed, amended=amended, copy=copy)
    if not listed:
        entry.problem(
            "no_listing_date", f"告示日付 is {row.get(LISTED)[:40]!r}: the listing is dated by the copies"
        )
    entry.listing(AUTHORITY, {"list": sheet.key})
    for column in (NAME_EN, NAME_JA):
        lines = [line for line in row.get(column).split("\n") if line]
        for n, line in enumerate(lines):
            if n == 0:
                entry.name(line, lang=language(line))
            else:
                entry.amendable("alias", line, lang=language(line))
    for prop in ("alias", "weakAlias", "previousName"):
        for name in read_names(row.get(prop), former=prop == "previousName"):
            entry.amendable("previousName" if name.former else prop, name.value, lang=name.lang)
    _read_person(entry, row)
    for column in _PLAIN:
        for piece in _pieces(row.get(column)):
            entry.amendable(_PROPS.get(column, column), piece, lang=language(piece))
    for column, heading in _NOTED.items():
        entry.note(heading, " ".join(row.get(column).split()))
    _quote(entry, sheet, row)
    for heading, cell in row.unknown.items():
        entry.note(heading, " ".join(cell.split()))
    _read_notes(entry, row.get("notes"))


def _quote(entry: Entry, sheet: Sheet, row: Row) -> None:
    """The UN's reference, and the number of the party on the sheet of the UN's parties."""
    if record := un_record(" ".join(row.get("un_reference").split())):
        entry.amendable(QUOTES, record, {"field": "国連参照番号"})
    numbers = re.findall(r"\d+", row.get(NUMBER))
    if len(numbers) < 2:
        return
    entry.note("告示番号", " ".join(row.get(NUMBER).split()))
    other = OF_THE_UN.get(sheet.key)
    if other and (entry.kind == "Person") == other.endswith("individuals"):
        entry.amendable(QUOTES, f"jp-{other}-{int(numbers[1])}", {"field": "告示番号"})


def _pieces(cell: str) -> list[str]:
    return [piece.strip() for piece in _SEVERAL.split(cell) if piece.strip()]


def _read_person(entry: Entry, row: Row) -> None:
    if birth := row.get("birthDate"):
        found = births(birth)
        for value, detail in found:
            entry.amendable("birthDate", value, detail)
        if not found:
            entry.problem("bad_birth_date", f"生年月日 {birth[:40]!r} is in no known form; kept as a note")
            entry.note("生年月日", " ".join(birth.split()))
    for prop in ("birthPlace", "nationality"):
        for piece in _pieces(row.get(prop)):
            entry.amendable(prop, piece, lang=language(piece))
    for prop in ("passportNumber", "idNumber"):
        _read_numbers(entry, prop, row.get(prop))


def _read_numbers(entry: Entry, prop: str, cell: str) -> None:
    """Each number with the words behind it: 旅券失効日 (expiry), 北朝鮮旅券 (whose passport)."""
    plain = unicodedata.normalize("NFKC", cell)
    found = list(_NUMBER.finditer(plain))
    for n, match in enumerate(found):
        stop = found[n + 1].start() if n + 1 < len(found) else len(plain)
        label = match[1] if match[1] != "旅券番号" else ""
        note = " ".join(plain[match.end() : stop].split()).strip("、,; ")
        entry.amendable(prop, match[2], {"label": label, "note": note})
    before = plain[: found[0].start()] if found else plain
    if before.strip("、,; \n"):
        entry.note("旅券番号" if prop == "passportNumber" else "身分登録番号", " ".join(before.split()))


def _read_notes(entry: Entry, cell: str) -> None:
    """Values that stand among the other information; the text itself is kept as a note."""
    plain = unicodedata.normalize("NFKC", cell)
    for prop, form in _IN_NOTES.items():
        for value in form.findall(plain):
            if prop == "imoNumber" and not imo_number(value):
                continue  # a company has an IMO number of another form: it stays in the note
            lang = JAPANESE if prop == "birthPlace" and language(value) else ""
            entry.amendable(prop, value.replace(" ", ""), lang=lang)
    for mark, gender in _GENDERS.items():
        if mark in plain.replace(" ", ""):
            entry.amendable("gender", gender)
