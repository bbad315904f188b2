"""Names, aliases and names in the original script."""

from __future__ import annotations

from yalu.sources.language import language
from yalu.sources.un_sc.fields import Fields, Text
from yalu.sources.un_sc.particulars import birth_date, join
from yalu.sources.un_sc.record import Record

NOT_AVAILABLE = "na"
"""What the list writes for "not available"; in capitals it would be a name."""

QUALITIES = {"good": "alias", "a.k.a.": "alias", "low": "weakAlias", "f.k.a.": "previousName"}


def read_names(record: Record) -> None:
    """Every other name, then the primary one, which the listing dates unless the record was renamed."""
    fields = record.fields
    first = record.required("FIRST_NAME", "the name, or its first part")
    rest = [fields.one(f"{n}_NAME").text for n in ("SECOND", "THIRD", "FOURTH")]
    name = " ".join([first.text, *(part for part in rest if part and part != NOT_AVAILABLE)])
    aliases = [_read_alias(record, group) for group in fields.groups(f"{record.tag}_ALIAS")]
    former = [alias for alias in aliases if alias]
    if record.amended and former:
        # A record that was renamed is older than its name: only the amendment dates that.
        record.amendable("name", Text(name, first.line))
        record.problem(
            "name_may_be_later",
            first.line,
            f"formerly {', '.join(map(repr, former))} and amended up to {record.amended.hi}:"
            f" the primary name is dated by the amendment, not by the listing of {record.listed}",
        )
    else:
        record.listing("name", Text(name, first.line))
    for text in fields.all("NAME_ORIGINAL_SCRIPT"):
        record.amendable("alias", text, lang=language(text.text))


def _read_alias(record: Record, group: Fields) -> str:
    """Keep one alias with what stands beside it; return it if it is a former name."""
    name, quality = group.one("ALIAS_NAME"), group.one("QUALITY")
    prop = QUALITIES.get(quality.text.casefold(), "alias")
    if name and quality.text.casefold() not in QUALITIES:
        record.problem("alias_quality", quality.line, f"QUALITY {quality.text!r}; read as an alias")
    record.amendable(prop, name)
    of = {"alias": name.text}
    birth_date(record, group.inside("DATE_OF_BIRTH"), group.one("DATE_OF_BIRTH"), of)
    country = group.one("COUNTRY_OF_BIRTH")
    place = join(group.one("CITY_OF_BIRTH"), country)
    record.amendable("birthPlace", place, {**of, "country": country.text})
    record.note(group.inside("NOTE"), group.one("NOTE"), name.text)
    return name.text if prop == "previousName" else ""
