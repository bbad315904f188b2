"""A judgement on a pair of records, and the undo that revokes one: what was said, by whom, when, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import orjson

from yalu.errors import UsageError

ID_LENGTH, TEXT_LENGTH = 300, 10_000
"""Most characters of a record's id or a person's name, and of a reason."""


class Verdict(StrEnum):
    """Whether two records are one party. ``unsure`` says that somebody looked and could not tell."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on an unordered pair; ``a`` sorts before ``b``. ``at`` is UTC with microseconds."""

    id: str
    a: str
    b: str
    verdict: Verdict
    who: str
    at: str
    why: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two records, in sorted order."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Undo:
    """Revokes the judgement whose id is ``undoes``; that one stays on record."""

    id: str
    undoes: str
    who: str
    at: str
    why: str


Entry = Judgement | Undo


def judge(a: str, b: str, verdict: str, who: str, at: str, why: str) -> Judgement:
    """Make a judgement; its id follows from what it says. Raises UsageError."""
    first, second = sorted((checked("a record's id", a), checked("a record's id", b)))
    if first == second:
        raise UsageError(f"A judgement is on two records, and both are {first}.", expected="two ids")
    if verdict not in list(Verdict):
        raise UsageError(f"{verdict!r} is no verdict.", expected=", ".join(Verdict))
    said = {
        "a": first,
        "b": second,
        "verdict": str(verdict),
        "who": checked("the name of who decides", who),
        "at": at,
        "why": checked("a reason (--why)", why, TEXT_LENGTH),
    }
    return Judgement(_name("j", said), first, second, Verdict(verdict), said["who"], at, said["why"])


def revoke(undoes: str, who: str, at: str, why: str) -> Undo:
    """Make the undo of a judgement. Raises UsageError."""
    said = {
        "undoes": checked("the id of a judgement", undoes),
        "who": checked("the name of who decides", who),
        "at": at,
        "why": checked("a reason (--why)", why, TEXT_LENGTH),
    }
    return Undo(_name("u", said), **said)


def checked(what: str, text: str, most: int = ID_LENGTH) -> str:
    """Text that every database and file format holds alike, without blanks around it. Raises UsageError."""
    found = text.replace("\r\n", "\n").strip()
    blanks = "\n\t" if most > ID_LENGTH else ""
    if not found:
        raise UsageError(f"{what[0].upper()}{what[1:]} is missing.", expected="some text")
    if len(found) > most:
        raise UsageError(f"{what} has {len(found):,} characters.", expected=f"at most {most:,}")
    bad = next((c for c in found if "\ud800" <= c <= "\udfff" or (c < " " and c not in blanks)), "")
    if bad:
        raise UsageError(f"{what} holds the character U+{ord(bad):04X}.", expected="text that can be printed")
    return found


def as_json(entry: Entry) -> dict[str, Any]:
    """The fields of an entry, with its type."""
    kind = "judgement" if isinstance(entry, Judgement) else "undo"
    return {"type": kind, **{name: str(value) for name, value in asdict(entry).items()}}


def from_json(fields: Mapping[str, str]) -> Entry:
    """An entry from the fields that :func:`as_json` gives. Raises UsageError where they contradict."""
    who, at, why = fields["who"], fields["at"], fields["why"]
    made: Entry
    if fields["type"] == "judgement":
        made = judge(fields["a"], fields["b"], fields["verdict"], who, at, why)
    else:
        made = revoke(fields["undoes"], who, at, why)
    if fields["id"] != made.id:
        raise UsageError(f"The id {fields['id']} does not fit what the entry says.", expected=made.id)
    return made


def canonical(value: Any) -> str:
    """JSON with sorted keys and no blanks: one text for one value, on every machine."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _name(letter: str, said: Mapping[str, str]) -> str:
    return f"{letter}-{hashlib.sha256(canonical(said).encode()).hexdigest()[:16]}"
