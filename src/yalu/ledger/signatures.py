"""The signatures of a workspace, in the ledger and its chain: two persons for one content, none twice."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select

from yalu.errors import UsageError
from yalu.ledger import reading, tables
from yalu.ledger import signature as made
from yalu.ledger.chain import Head
from yalu.ledger.place import Place, find
from yalu.ledger.signature import Signature, Signed, Verdict
from yalu.ledger.writing import SIGN, Warn, writing


class Signatures:
    """Reads and writes signatures. Making the object opens nothing; reading makes no file."""

    def __init__(self, place: Place, warn: Warn = lambda _: None) -> None:
        self.place = place
        self.warn = warn

    @classmethod
    def find(cls, root: Path, given: str = "", warn: Warn = lambda _: None) -> Signatures:
        """The signatures in the ledger of the workspace, or in the one that the URL ``given`` names."""
        return cls(find(root, given), warn)

    def sign(self, plan: str, digest: str, *, who: str, why: str) -> tuple[Signature, Signed, Head]:
        """Sign a content; where the plan stands with it. Raises UsageError for who has signed it already."""
        return self._write(plan, digest, Verdict.SIGNED, who=who, why=why)

    def withdraw(self, plan: str, digest: str, *, who: str, why: str) -> tuple[Signature, Signed, Head]:
        """Take a signature back; it stays on record. Raises UsageError for who has not signed it."""
        return self._write(plan, digest, Verdict.WITHDRAWN, who=who, why=why)

    def all(self) -> list[Signature]:
        """Every signature and withdrawal, in order."""
        with reading.reading(self.place) as connection:
            return _rows(connection) if connection else []

    def of(self, plan: str, digest: str) -> Signed:
        """Where the signatures under a plan stand, for one content of it."""
        return made.stand(self.all(), plan, digest)

    def _write(
        self, plan: str, digest: str, verdict: Verdict, *, who: str, why: str
    ) -> tuple[Signature, Signed, Head]:
        made.make(plan, digest, verdict, who=who, at="", why=why)  # refuse before anything is made
        with writing(self.place, who, self.warn) as writer:
            held = _rows(writer.connection)
            one = made.make(plan, digest, verdict, who=who, at=writer.now, why=why)
            _refuse(made.stand(held, one.plan, digest), one)
            writer.append(SIGN, made.payload(one), one.at)
            head = writer.head
            assert head is not None, "a row was just written"
            return one, made.stand([*held, one], one.plan, digest), head


def _rows(connection: Connection) -> list[Signature]:
    if not inspect(connection).has_table(tables.signature.name):
        return []
    rows = connection.execute(select(tables.signature).order_by(tables.signature.c.seq)).mappings()
    return [made.from_fields({k: v for k, v in row.items() if k != "seq"}) for row in rows]


def _refuse(stands: Signed, one: Signature) -> None:
    """One person counts once, and takes back only what is theirs. Raises UsageError."""
    mine = next((s for s in stands.here if made.person(s.who) == made.person(one.who)), None)
    if mine is not None and one.verdict is Verdict.SIGNED:
        raise UsageError(
            f"{mine.who} signed this plan already, on {mine.at[:10]}.",
            expected="a second person: two different ones must sign the same content",
            do="Let somebody else sign it with --who NAME.",
        )
    if mine is None and one.verdict is Verdict.WITHDRAWN:
        raise UsageError(
            f"{one.who} has no signature under this content of {one.plan}.",
            expected="somebody who signed it",
            do="See who did: yalu wave status PLAN.",
        )
