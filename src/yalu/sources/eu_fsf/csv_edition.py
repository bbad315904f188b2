"""The CSV edition: a row for each name, address, birth, document or citizenship of a party."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yalu.sources.delimited import TextFile, plain
from yalu.sources.eu_fsf.facts import KINDS, SOURCE, Fact, Subject, party_id, published_day

FILE = TextFile(SOURCE, "eu_fsf.csv")
_ACT = ("leba_numtitle", "leba_publication_date", "leba_url", "programme")
_BLOCKS = {
    "Naal": ("lastname", "firstname", "middlename", "wholename", "gender", "title", "function", "language"),
    "Addr": ("number", "street", "zipcode", "city", "country", "other"),
    "Birt": ("date", "place", "country"),
    "Iden": ("number", "country"),
    "Citi": ("country",),
}
COLUMNS = (
    *("Date_file", "Entity_logical_id", "Subject_type", "Leba_numtitle", "Leba_publication_date", "Leba_url"),
    *("Programme", "Entity_remark"),
    *(
        column
        for block, fields in _BLOCKS.items()
        for column in (
            f"{block}_logical_id",
            "Entity_logical_id",
            *(f"{block}_{f}" for f in (*_ACT, *fields)),
        )
    ),
    "EU_ref_num",
)
_KEYS = tuple("Block_entity" if c == "Entity_logical_id" and n > 1 else c for n, c in enumerate(COLUMNS))
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_DOCUMENT = re.compile(r"(.*?) ?\((\w+)-([^()]*)\) ?(.*)", re.DOTALL)
_NOTHING = ("", "N/A")

Row = Mapping[str, str]


def read_csv(content: bytes) -> tuple[dict[str, Subject], str, bool, int]:
    """The parties by id, the day of the file, whether it was saved anew by a spreadsheet, and its rows.

    Raises:
        ContractError: not this edition, not whole, or a row without what every row has.
    """
    text = FILE.decode(content)
    rewrapped = text.lstrip().startswith('"Date_file')
    if rewrapped:
        text = _unwrapped(text)
    rows = FILE.rows(text, ";")
    header = [re.sub(r"\ADate_filex*\Z", "Date_file", c) for c in (rows[0] if rows else [])]
    FILE.check_header(header, COLUMNS, 1)
    subjects: dict[str, Subject] = {}
    days = set()
    for number, values in enumerate(rows[1:], 2):
        if not any(values):
            continue
        row = _checked(number, values)
        days.add(row["Date_file"])
        party = party_id(row["EU_ref_num"], row["Entity_logical_id"])
        kind = KINDS[row["Subject_type"]]
        subject = subjects.setdefault(party, Subject(party, kind, FILE.where(number)))
        if subject.kind != kind:
            subject.clash = f"{party} is a person and an entity"
        _read_row(subject, row)
    if len(days) != 1:
        raise FILE.refuse(f"the rows bear {len(days)} days", "one Date_file in all rows")
    return subjects, _iso(days.pop(), 2), rewrapped, len(rows) - 1


def _unwrapped(text: str) -> str:
    """The rows as the publisher wrote them: a spreadsheet took each apart at its commas and joined the
    pieces by tabs into one quoted cell."""
    rows = FILE.rows_as_written(text)
    return "\n".join(row[0].rstrip("\t").replace("\t", ",") for row in rows if row)


def _checked(number: int, values: list[str]) -> dict[str, str]:
    if len(values) != len(COLUMNS):
        raise FILE.refuse(f"{len(values)} fields", f"{len(COLUMNS)}", number)
    row = dict(zip(_KEYS, values, strict=True))
    if not row["Entity_logical_id"].isdigit():
        raise FILE.refuse(f"Entity_logical_id is {row['Entity_logical_id'][:40]!r}", "a number", number)
    if row["Subject_type"] not in KINDS:
        raise FILE.refuse(f"Subject_type is {row['Subject_type'][:40]!r}", "P or E", number)
    if not row["Programme"]:
        raise FILE.refuse("Programme is empty", "a program such as PRK", number)
    _iso(row["Date_file"], number)
    return row


def _iso(text: str, row: int) -> str:
    match = _DAY.fullmatch(text)
    value = published_day("-".join(reversed(match.groups()))) if match else ""
    if not value:
        raise FILE.refuse(f"Date_file is {text[:40]!r}", "a day of the form dd/mm/yyyy", row)
    return value


def _read_row(subject: Subject, row: Row) -> None:
    published = published_day(row["Leba_publication_date"])
    subject.under(row["Programme"], published)
    _add(subject, "notes", row["Entity_remark"], published, field="Entity_remark")
    _read_name(subject, row)
    _read_address(subject, row)
    _read_birth(subject, row)
    day = published_day(row["Iden_leba_publication_date"])
    if number := row["Iden_number"]:
        _read_document(subject, number, row["Iden_country"], day)
    _add(subject, "nationality", row["Citi_country"], published_day(row["Citi_leba_publication_date"]))


def _add(subject: Subject, prop: str, value: str, published: str, lang: str = "", **detail: str) -> None:
    value = plain(value.replace("\\n", " "))
    if value not in _NOTHING:
        subject.facts.append(Fact(prop, value, published, lang, {k: v for k, v in detail.items() if v}))


def _read_name(subject: Subject, row: Row) -> None:
    parts = (row["Naal_firstname"], row["Naal_middlename"], row["Naal_lastname"])
    name = row["Naal_wholename"] or " ".join(filter(None, parts))
    day = published_day(row["Naal_leba_publication_date"])
    prop = "alias" if any(f.prop == "name" for f in subject.facts) else "name"
    _add(subject, prop, name, day, row["Naal_language"].lower())
    _add(subject, "gender", {"M": "male", "F": "female"}.get(row["Naal_gender"], ""), day)
    _add(subject, "title", row["Naal_title"], day)
    _add(subject, "position", row["Naal_function"].rstrip(";"), day)


def _read_address(subject: Subject, row: Row) -> None:
    day = published_day(row["Addr_leba_publication_date"])
    country = row["Addr_country"]
    pieces = [row[f"Addr_{part}"] for part in ("number", "street", "city", "zipcode")]
    place = ", ".join(p for p in pieces if p not in _NOTHING)
    if place:
        _add(subject, "address", ", ".join(filter(None, (place, country))), day, country=country)
    _add(subject, "country", country, day)
    _add(subject, "notes", row["Addr_other"], day, field="Addr_other")


def _read_birth(subject: Subject, row: Row) -> None:
    day = published_day(row["Birt_leba_publication_date"])
    _add(subject, "birthDate", row["Birt_date"], day)
    country = row["Birt_country"]
    place = ", ".join(p for p in (row["Birt_place"], country) if p not in _NOTHING)
    _add(subject, "birthPlace", place, day, country=country)


def _read_document(subject: Subject, text: str, country: str, day: str) -> None:
    """``AD001095 (passport-National passport) ((passport))``: number, kind of document, and a note."""
    match = _DOCUMENT.fullmatch(text)
    if not match:
        _add(subject, "notes", text, day, field="Iden_number")
        return
    number, kind, description, note = match.groups()
    prop = "passportNumber" if "passport" in kind else "idNumber"
    type_ = "" if prop == "passportNumber" else description
    _add(subject, prop, number, day, type=type_, note=note.strip(), country=country)
