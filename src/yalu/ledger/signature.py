"""A signature under a plan: who stands for which content, said once, and taken back only in the open."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from yalu.errors import UsageError
from yalu.ledger.judgement import TEXT_LENGTH, canonical, checked

NEEDED = 2
"""Persons whose signatures a plan needs."""


class Verdict(StrEnum):
    """``withdrawn`` takes the same person's signature under the same content back."""

    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Signature:
    """What one person said of one content. ``digest`` is its sha256; ``at`` is UTC with microseconds."""

    id: str
    plan: str
    digest: str
    verdict: Verdict
    who: str
    at: str
    why: str

    @property
    def words(self) -> str:
        """``signed on 2026-11-24 08:30 UTC by Ann: read it``."""
        when = self.at[:16].replace("T", " ")
        return f"{self.verdict} on {when} UTC by {self.who}: {self.why}"


@dataclass(frozen=True, slots=True)
class Signed:
    """Where the signatures under a plan stand: those on this content, and those on any other of its name."""

    here: tuple[Signature, ...]
    elsewhere: tuple[Signature, ...]

    @property
    def missing(self) -> int:
        """How many more persons must sign."""
        return max(0, NEEDED - len(self.here))

    @property
    def complete(self) -> bool:
        """Whether two different persons stand for this content."""
        return not self.missing


def make(plan: str, digest: str, verdict: str, *, who: str, at: str, why: str) -> Signature:
    """Make a signature; its id follows from what it says. Raises UsageError."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise UsageError(f"{digest[:70]!r} is no sha256.", expected="64 characters, 0 to 9 and a to f")
    said = {
        "plan": checked("the name of the plan", plan),
        "digest": digest,
        "verdict": str(Verdict(verdict)),
        "who": checked("the name of who signs", who),
        "at": at,
        "why": checked("a reason (--why)", why, TEXT_LENGTH),
    }
    return from_fields({"id": f"s-{hashlib.sha256(canonical(said).encode()).hexdigest()[:16]}", **said})


def payload(one: Signature) -> dict[str, str]:
    """The fields as the audit records them."""
    return {"type": "signature", **{name: str(value) for name, value in asdict(one).items()}}


def from_fields(fields: dict[str, str]) -> Signature:
    """A signature of the fields of its row."""
    rest = {name: value for name, value in fields.items() if name != "verdict"}
    return Signature(**rest, verdict=Verdict(fields["verdict"]))


def person(name: str) -> str:
    """Whom a name means, whatever its case, width and blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def stand(signatures: Iterable[Signature], plan: str, digest: str) -> Signed:
    """What stands under a plan, given all signatures in the order of the ledger."""
    last: dict[tuple[str, str], Signature] = {}
    for one in signatures:
        if one.plan == plan:
            last.pop((one.digest, person(one.who)), None)
            if one.verdict is Verdict.SIGNED:
                last[one.digest, person(one.who)] = one
    here = tuple(s for s in last.values() if s.digest == digest)
    return Signed(here, tuple(s for s in last.values() if s.digest != digest))
