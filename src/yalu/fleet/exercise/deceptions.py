"""The deceptions that an exercise injects, and the innocent things that look like them.

They are the practices of the guidance of the US State Department, Treasury and Coast Guard of 14 May 2020, as
far as tracks and papers can show them.
"""

from __future__ import annotations

from collections.abc import Mapping

DECEPTIONS: Mapping[str, str] = {
    "ais_off": "switched its AIS off at sea, under way, where others were heard",
    "identity_altered": "sent the name and IMO number of a ship that was broken up",
    "meeting_at_sea": "lay beside another ship at sea for hours",
    "false_papers": "its papers name another last port than its track shows",
    "flag_hopping": "had three flags or more within a year",
    "cover_cargo": "lies far deeper than the cargo that it declares",
}
"""Each with what is true of the ship."""

DECOYS: Mapping[str, str] = {
    "silent_in_port": "its AIS was silent in port, as is common",
    "passing_meeting": "was near another ship too briefly, too far off, or under way",
    "gnss_jump": "its positions jump for an hour, as under jamming, and come back",
    "name_slip": "its name was misspelled in the AIS for a while, the IMO number was right",
    "declared_call": "called at the port under embargo and says so",
    "flag_changed": "changed its flag once, with its sale",
    "rounded_weight": "its declared weight is a little off, as draughts are rounded",
}
"""Innocent: a ship with nothing else is not to be inspected for it."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "ais_off": ("ais off", "ais_off", "dark", "gap", "silent", "switched off"),
    "identity_altered": ("identity", "renamed", "another imo", "scrapped", "broken up"),
    "meeting_at_sea": ("meeting", "ship to ship", "ship-to-ship", "sts", "transfer"),
    "false_papers": ("false papers", "false_papers", "papers", "last port", "certificate"),
    "flag_hopping": ("flag",),
    "cover_cargo": ("cover cargo", "cover_cargo", "draught", "draft", "weight", "deeper"),
}
"""Words by which a reason names a deception."""


def named(reason: str) -> set[str]:
    """The deceptions that a reason names.

    >>> sorted(named("AIS off for 9 h, then STS with another tanker"))
    ['ais_off', 'meeting_at_sea']
    """
    text = " ".join(reason.casefold().split())
    return {one for one, words in WORDS.items() if any(_word(w, text) for w in words)}


def _word(word: str, text: str) -> bool:
    """Whether a word or phrase stands in a text, and not only within another word."""
    return any(
        not text[max(at - 1, 0) : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalnum()
        for at in range(len(text))
        if text.startswith(word, at)
    )
