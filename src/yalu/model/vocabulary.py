"""The names of kinds, properties and grades, as followthemoney spells them where it has one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

PARTY_KINDS = frozenset(
    {"Person", "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane", "BankAccount"}
)

EDGE_KINDS = frozenset(
    {
        "Associate",
        "Directorship",
        "Employment",
        "Family",
        "Membership",
        "Ownership",
        "Payment",
        "Representation",
        "Succession",
        "UnknownLink",
    }
)

LISTING = "Sanction"
"""The property of a listing: its value is the code of the authority."""

QUOTES: Final = "quotes"
"""The property by which a list says which record of another list its own record is: ``un-KPi.001``.

It is a statement like any other, and may be wrong. It makes two records one party only where a later step,
or a curator's ``sameAs``, takes it up.
"""
OWN_LISTING = "ownListing"
"""The property of an entry of a user's own list; its value is that list. Never a listing of an authority."""

POSITIONS: Final = "positions"
"""The source of what was read from ships' positions that a user took in: figures, never facts of a list."""

NAME_PROPS = ("name", "alias", "weakAlias", "previousName")

OWN_KNOWLEDGE: Final = "own_knowledge"
"""The basis of a lead that no stored text backs: shown as unverified, it decides nothing."""

AUTHORITIES = ("UN", "US", "EU", "UK", "JP", "KR", "AU", "CH", "CA")


class Grade(StrEnum):
    """How good the evidence is, best first; the order is for sorting, not for adding up."""

    COURT_FINDING = "court_finding"
    PLEA = "plea"
    REGULATOR_FINDING = "regulator_finding"
    GOVERNMENT_LISTING = "government_listing"
    GOVERNMENT_LISTING_NARRATIVE = "government_listing_narrative"
    GOVERNMENT_RECORD = "government_record"
    UN_PANEL = "un_panel"
    ALLEGATION = "charge_or_complaint_allegation"
    ACQUITTED = "charge_later_acquitted"
    COMPANY_DISCLOSURE = "company_disclosure"
    THINK_TANK = "think_tank"
    PRESS = "press"
    REGISTER = "register"
    SOURCED = "sourced"  # the source is named, its kind was not graded
    UNVERIFIED = "unverified"  # own knowledge: a lead that decides nothing


class Basis(StrEnum):
    """Whether the compiler read the text that a fact cites."""

    STORED = "stored"
    STORED_IN_PART = "stored_in_part"
    MIXED = "mixed"
    DERIVED = "derived"
    OWN_KNOWLEDGE = OWN_KNOWLEDGE
