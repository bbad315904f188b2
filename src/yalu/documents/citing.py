"""Makes the entries of a citation: a passage that stands in the document, and what it says of whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yalu.documents import properties
from yalu.documents.page import UNREAD, Text
from yalu.documents.parties import Party, party_of
from yalu.documents.passage import LONGEST, SHORTEST, Passage, fold, locate, nearest
from yalu.documents.shelf import Document, check_grade
from yalu.errors import UsageError
from yalu.evidence.view import View
from yalu.model.dates import partial
from yalu.model.statement import statement_id
from yalu.regimes.ties import TieType

_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*%?(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*%?")


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks to cite. Either ``tie`` and ``object``, or ``prop`` and ``value``."""

    quote: str
    subject: str
    page: int = 0
    tie: str = ""
    object: str = ""
    prop: str = ""
    value: str = ""
    lang: str = ""
    share: str = ""
    from_: str = ""
    to: str = ""
    grade: str = ""
    note: str = ""
    proposal: str = ""


def entries(
    view: View,
    tie_types: Mapping[str, TieType],
    document: Document,
    text: Text,
    asked: Request,
    by: dict[str, str],
) -> list[dict[str, Any]]:
    """The entries of one citation: the names of new parties, then what is said. Raises UsageError."""
    if (
        bool(asked.tie) == bool(asked.prop)
        or bool(asked.tie) != bool(asked.object)
        or bool(asked.prop) != bool(asked.value)
    ):
        raise UsageError(
            "A citation states a tie or a property.",
            expected="--tie TYPE --object PARTY, or --prop PROPERTY --value TEXT",
        )
    passage = find_passage(text, asked.quote, asked.page)
    subject = party_of(view, asked.subject, document.sha256)
    grade = check_grade(asked.grade or document.grade)
    common = {
        "type": "citation",
        "sha256": document.sha256,
        "reader": text.reader,
        "grade": grade,
        "note": asked.note.strip(),
        "proposal": asked.proposal,
        **_dates(asked),
        **by,
    }
    ends = [subject]
    if asked.prop:
        if asked.share:
            raise UsageError("--share belongs to a tie.", do="Leave it out, or give --tie and --object.")
        said = _property(asked, subject, passage)
    else:
        other = party_of(view, asked.object, document.sha256)
        ends.append(other)
        said = _tie(tie_types, asked, subject, other)
    names = [
        _name(one, text, passage)
        for one in ends
        if one.name and not (asked.prop == "name" and one is subject)
    ]
    return [
        _finished(common | made | ({} if made is said else {"from": "", "to": ""}))
        for made in (*names, said | _place(passage))
    ]


def find_passage(text: Text, quote: str, page: int) -> Passage:
    """Where a quotation stands. Raises UsageError with the nearest passage where it does not."""
    size = len(fold(quote).letters)
    if not SHORTEST <= size <= LONGEST:
        raise UsageError(f"The quotation has {size:,} letters.", expected=f"{SHORTEST} to {LONGEST:,}")
    numbers = {p.number: p for p in text.pages}
    if page and page not in numbers:
        raise UsageError(f"The document has no page {page}.", expected=f"1 to {len(numbers):,}")
    wanted = [numbers[page]] if page else text.pages
    found = [p for one in wanted if (p := locate(one, quote))]
    if len(found) == 1:
        return found[0]
    if found:
        where = ", ".join(str(p.page) for p in found[:10])
        raise UsageError(
            f"The quotation stands on {len(found)} pages: {where}.", expected="one of them", do="Give --page."
        )
    raise _not_found(text, quote, page)


def _not_found(text: Text, quote: str, page: int) -> UsageError:
    what = f"The quotation does not stand on page {page}." if page else "The quotation stands on no page."
    elsewhere = [p.page for one in text.pages if (p := locate(one, quote))] if page else []
    if elsewhere:
        return UsageError(what, expected=f"--page {elsewhere[0]}, where it stands")
    mark = next((p.mark for p in text.pages if p.number == page and p.mark in UNREAD), "")
    if mark:
        return UsageError(
            f"{what} The page is {mark}: its text could not be read.", do="Run text recognition over it."
        )
    close = nearest(text, quote, page)
    if close is None:
        return UsageError(what, expected="words as the page has them", do="yalu read FILE --text shows them.")
    likeness, passage = close
    shown = " ".join(passage.text.split())[:400]
    return UsageError(
        what,
        expected=f"words as the document has them; the nearest, {likeness:.0%} alike,"
        f" on page {passage.page}: “{shown}”",
        do="Quote these, or shorten the quotation; one that runs over two pages is cited in two parts.",
    )


def _property(asked: Request, subject: Party, passage: Passage) -> dict[str, Any]:
    prop = properties.property_of(asked.prop)
    value = properties.checked(prop, asked.value)
    if prop == "name" and not subject.name:
        raise UsageError(f"{subject.id} has a name.", expected="--prop alias, or --prop previous-name")
    if prop in properties.NAMES | properties.NUMBERS and not _holds(passage.text, value):
        raise UsageError(
            f"The passage does not hold {value!r}.", expected=f"a quotation that states the {asked.prop}"
        )
    return {"subject": subject.id, "kind": subject.kind, "prop": prop, "value": value, "lang": asked.lang}


def _holds(passage: str, value: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"[\W_]", "", fold(text).letters.casefold())

    return plain(value) in plain(passage)


def _tie(types: Mapping[str, TieType], asked: Request, subject: Party, other: Party) -> dict[str, Any]:
    kind = types.get(asked.tie)
    if kind is None or kind.same_party:
        do = "That two records are one party is a judgement: yalu decide A B same." if kind else ""
        known = ", ".join(name for name, one in types.items() if not one.same_party)
        raise UsageError(
            f"{asked.tie[:60]!r} is no tie that can be cited.", expected=f"one of: {known}", do=do
        )
    if subject.id == other.id:
        raise UsageError("Both ends of the tie are one party.", expected="two parties")
    near, far = (other, subject) if kind.reverse else (subject, other)
    detail = {"type": asked.tie, "role": kind.role, "reversed": kind.reverse, **_share(asked.share)}
    return {"subject": near.id, "kind": near.kind, "prop": kind.kind, "value": far.id, "detail": detail}


def _share(text: str) -> dict[str, str]:
    """A share as worded; one figure also in percent, a span by its ends."""
    if not text.strip():
        return {}
    found = _SHARE.fullmatch(text.strip())
    ends = [Decimal(x) for x in found.groups() if x] if found else []
    if not ends or max(ends) > 100 or ends[0] > ends[-1]:
        raise UsageError(f"{text[:40]!r} is no share.", expected="51%, or 25-50%")
    if len(ends) == 1:
        return {"share": f"{ends[0]}%", "share_pct": str(ends[0])}
    return {"share": f"{ends[0]}-{ends[1]}%", "share_pct_lo": str(ends[0]), "share_pct_hi": str(ends[1])}


def _dates(asked: Request) -> dict[str, str]:
    found = {"from": asked.from_.strip(), "to": asked.to.strip()}
    for name, date in found.items():
        try:
            partial(date or "2000")
        except ValueError as error:
            raise UsageError(f"--{name}: {error}", expected="2016, 2016-08 or 2016-08-11") from None
    if found["from"] and found["to"] and partial(found["to"]).hi < partial(found["from"]).lo:
        raise UsageError(f"--to {found['to']} is before --from {found['from']}.")
    return found


def _name(party: Party, text: Text, passage: Passage) -> dict[str, Any]:
    """The name of a new party, where the document gives it: in the passage, on its page, or on another."""
    pages = sorted(text.pages, key=lambda p: (p.number != passage.page, p.number))
    if locate_in := _within(passage, party.name):
        place = locate_in
    else:
        found = next((p for one in pages if (p := locate(one, party.name))), None)
        if found is None:
            raise UsageError(
                f"The document does not hold the name {party.name!r}.",
                expected="the name as the document writes it",
            )
        place = found
    return {
        "subject": party.id,
        "kind": party.kind,
        "prop": "name",
        "value": party.name,
        "detail": {},
    } | _place(place)


def _within(passage: Passage, name: str) -> Passage | None:
    return passage if fold(name).letters in fold(passage.text).letters else None


def _place(passage: Passage) -> dict[str, Any]:
    return {"page": passage.page, "start": passage.start, "end": passage.end, "passage": passage.text}


def _finished(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry under an id that follows from what it says, whoever says it and when."""
    said = {k: v for k, v in entry.items() if k not in ("type", "who", "at", "why", "reader", "proposal")}
    parts = (f"{k}={v}" for k, v in sorted(said.items()))
    return {**entry, "id": f"c-{statement_id(*parts)[:12]}"}
