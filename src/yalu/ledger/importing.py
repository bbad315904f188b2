"""Takes judgements and undos in: all of a file or nothing, and each once however often it comes."""

from __future__ import annotations

from dataclasses import dataclass

from yalu.errors import UsageError
from yalu.ledger import clock, exchange, reading, standing
from yalu.ledger.exchange import Fields
from yalu.ledger.judgement import Entry, Judgement, Undo, Verdict, from_json, judge, revoke
from yalu.ledger.place import Place
from yalu.ledger.writing import Warn, Writer, writing


@dataclass(frozen=True, slots=True)
class Taken:
    """How many entries were new, and how many the ledger held already."""

    new: int
    held: int


def take(place: Place, lines: list[tuple[int, Fields]], name: str, *, who: str, warn: Warn) -> Taken:
    """Write what the ledger lacks, in one transaction. Raises UsageError, which names the line.

    A line without ``id`` and ``at`` is a judgement made now, unless the same person's same words on the
    pair stand already.
    """
    with writing(place, who, warn) as writer:
        intake = _Intake(writer, list(reading.entries(writer.connection).values()))
        for number, fields in lines:
            try:
                intake.take(fields)
            except UsageError as error:
                raise exchange.wrong(name, number, error.what.rstrip("."), error.expected) from None
            except KeyError as error:
                raise exchange.wrong(name, number, f"the field {error} is missing", "it") from None
        return Taken(intake.new, len(lines) - intake.new)


class _Intake:
    def __init__(self, writer: Writer, held: list[Entry]) -> None:
        self.writer = writer
        self.held = {entry.id: entry for entry in held}
        self.standing = standing.standing(held)
        self.new = 0

    def take(self, fields: Fields) -> None:
        """Write one entry, unless it is held."""
        entry = self._entry(fields)
        if entry is None or entry.id in self.held:
            return
        if entry.at > self.writer.now:
            raise UsageError(f"it is of {entry.at}, which has not come yet", expected="a time in the past")
        if isinstance(entry, Undo) and not isinstance(self.held.get(entry.undoes), Judgement):
            raise UsageError(
                f"it undoes {entry.undoes}, which is not there", expected="a judgement before it"
            )
        self.writer.record("import", entry)
        self.held[entry.id] = entry
        self.new += 1

    def _entry(self, fields: Fields) -> Entry | None:
        kind = fields.get("type", "judgement")
        if kind not in ("judgement", "undo"):
            raise UsageError(f"the type {kind!r} is unknown", expected="judgement or undo")
        if "at" in fields:
            given = {"type": kind, **fields, "at": clock.instant(fields["at"])}
            return from_json({"id": self._id(kind, given), **given})
        if "id" in fields or kind == "undo":
            raise UsageError("it has no time (at)", expected="a time with its zone: 2026-11-24T08:30:00Z")
        who = fields.get("who", self.writer.who)
        made = judge(fields["a"], fields["b"], fields["verdict"], who, self.writer.now, fields["why"])
        now = self.standing.get(made.pair)
        if now and (now.verdict, now.who, now.why) == (Verdict(made.verdict), made.who, made.why):
            return None
        self.standing[made.pair] = made
        return made

    @staticmethod
    def _id(kind: str, given: Fields) -> str:
        """The id that follows from what an entry says, for one that came without."""
        said = (given["who"], given["at"], given["why"])
        if kind == "undo":
            return revoke(given["undoes"], *said).id
        return judge(given["a"], given["b"], given["verdict"], *said).id
