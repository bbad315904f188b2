"""The ledger as the rest of Yalu uses it: decide, undo, look up, and where its chain stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu.errors import UsageError
from yalu.ledger import reading, standing
from yalu.ledger.chain import Head
from yalu.ledger.judgement import Entry, Judgement, Undo, checked, judge, revoke
from yalu.ledger.place import Place, find
from yalu.ledger.standing import Conflict, Pair
from yalu.ledger.writing import Warn, writing


class Ledger:
    """The judgements of a workspace. Making the object opens nothing; reading makes no file."""

    def __init__(self, place: Place, warn: Warn = lambda _: None) -> None:
        self.place = place
        self.warn = warn

    @classmethod
    def find(cls, root: Path, given: str = "", warn: Warn = lambda _: None) -> Ledger:
        """The ledger of the workspace in ``root``, or the one that the URL ``given`` names."""
        return cls(find(root, given), warn)

    def decide(self, a: str, b: str, verdict: str, *, who: str, why: str) -> tuple[Judgement, Head]:
        """Keep a judgement on two records; it is on the disk when this returns. Raises YaluError."""
        judge(a, b, verdict, who, "", why)  # refuse what cannot be kept before anything is made
        with writing(self.place, who, self.warn) as writer:
            made = judge(a, b, verdict, who, writer.now, why)
            writer.record("decide", made, made.at)
            return made, _stood(writer.head)

    def undo(self, target: Sequence[str], *, who: str, why: str) -> tuple[Judgement, Undo, Head]:
        """Revoke a judgement: by its id, the one in force on a pair, or the last one of ``who``.

        What it revoked comes back with the undo. Raises UsageError where there is none to revoke.
        """
        revoke("j", who, "", why)
        with writing(self.place, who, self.warn) as writer:
            entries = reading.entries(writer.connection)
            found = _to_undo(list(entries.values()), target, writer.who)
            made = revoke(found.id, who, writer.now, why)
            writer.record("undo", made, made.at)
            return found, made, _stood(writer.head)

    def entries(self) -> list[Entry]:
        """Every judgement and undo, in order."""
        with reading.reading(self.place) as connection:
            return list(reading.entries(connection).values()) if connection else []

    def standing(self, as_of: str = "") -> dict[Pair, Judgement]:
        """The judgement in force on each pair, now or at the end of a day."""
        return standing.standing(self.entries(), as_of)

    def current(self, a: str, b: str, as_of: str = "") -> Judgement | None:
        """The judgement in force on a pair."""
        return self.standing(as_of).get(pair(a, b))

    def conflicts(self, as_of: str = "") -> list[Conflict]:
        """Judgements in force that contradict each other."""
        return standing.conflicts(self.standing(as_of).values())

    def head(self) -> Head | None:
        """Where the chain stands, or ``None`` where there are no judgements."""
        with reading.reading(self.place) as connection:
            return reading.head(connection) if connection else None


def pair(a: str, b: str) -> Pair:
    """Two records in the order in which they are kept."""
    first, second = sorted((checked("a record's id", a), checked("a record's id", b)))
    return first, second


def history(entries: Sequence[Entry], records: Sequence[str]) -> list[Entry]:
    """What was ever said on a record, or on a pair, undos included."""
    wanted = set(records)
    about = {e.id for e in entries if isinstance(e, Judgement) and wanted <= set(e.pair)}
    return [e for e in entries if (e.undoes if isinstance(e, Undo) else e.id) in about]


def _to_undo(entries: list[Entry], target: Sequence[str], who: str) -> Judgement:
    judgements = {e.id: e for e in entries if isinstance(e, Judgement)}
    revoked = standing.undone(entries)
    if len(target) == 2:
        found = standing.standing(entries).get(pair(*target))
        what = f"No judgement stands on {target[0]} and {target[1]}"
    elif target:
        found = judgements.get(target[0])
        what = f"There is no judgement {target[0]}"
        if found and found.id in revoked:
            by = revoked[found.id]
            what, found = f"{found.id} was undone already, on {by.at[:10]} by {by.who}", None
    else:
        mine = [j for j in judgements.values() if j.id not in revoked and j.who == who]
        found = mine[-1] if mine else None
        what = f"{who} has no judgement that stands"
    if not found:
        raise UsageError(f"{what}.", expected="a judgement that stands", do="See yalu ledger log.")
    return found


def _stood(head: Head | None) -> Head:
    assert head is not None, "a row was just written"
    return head
