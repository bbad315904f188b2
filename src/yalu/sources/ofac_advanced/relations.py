"""What OFAC's relation types say, as ties between parties."""

from __future__ import annotations

_KINDS = {
    "Associate Of": "Associate",
    "Family member of": "Family",
    "Acting for or on behalf of": "Representation",
}
"""The other types stay links with a role: "Owned or Controlled By" may be control alone, and no ownership."""


def tie(relation_type: str) -> tuple[str, str]:
    """The property and the role of a tie.

    >>> tie("Owned or Controlled By"), tie("Family member of")
    (('UnknownLink', 'owned_or_controlled_by'), ('Family', 'family_member_of'))
    """
    prop = _KINDS.get(relation_type, "UnknownLink")
    return prop, "_".join(relation_type.lower().split()) or "related_to"
