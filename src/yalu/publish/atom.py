"""Changes of lists as an Atom feed (RFC 4287), with ids that stay the same when the feed is made again."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from yalu.evidence.changes import Change, Changes

ATOM = "http://www.w3.org/2005/Atom"
_URN = "urn:yalu:change:"


def feed(found: Changes, chosen: Sequence[str] = ()) -> bytes:
    """The feed as UTF-8 XML; ``chosen`` are the sources that it is about, by default all.

    An entry is dated by the day on which its change had certainly happened. Nothing in the feed comes from
    the computer's clock, so the same evidence gives the same bytes.
    """
    root = etree.fromstring(f'<feed xmlns="{ATOM}"/>')
    about = ", ".join(chosen) or "all lists"
    _text(root, "id", f"urn:yalu:changes:{'+'.join(chosen) or 'all'}")
    _text(root, "title", f"Changes on {about}")
    _text(root, "subtitle", f"What became known after {found.start} and by {found.end}")
    latest = max((c.certain for c in found.changes), default=found.end)
    _text(root, "updated", _time(latest))
    _text(etree.SubElement(root, _tag("author")), "name", "Yalu")
    _text(root, "generator", "Yalu")
    for change in reversed(found.changes):
        _entry(root, change)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(root: etree._Element, change: Change) -> None:
    entry = etree.SubElement(root, _tag("entry"))
    _text(entry, "id", _URN + change.id)
    _text(
        entry, "title", f"{change.authority or change.source}: {change.what} {change.name} ({change.party})"
    )
    _text(entry, "updated", _time(change.certain))
    for term in (change.what, change.source, change.kind):
        if term:
            etree.SubElement(entry, _tag("category"), term=term)
    _text(entry, "summary", "\n".join(summary(change)))


def summary(change: Change) -> list[str]:
    """The change in lines: when, and which fields."""
    lines = [f"{change.what}: {when(change)}"]
    lines += [f.text() for f in change.fields]
    return lines


def when(change: Change) -> str:
    """When it happened, and how that is known."""
    if change.dated_by == "listing":
        return f"{change.day}, the record's own day"
    if change.dated_by:
        return f"{change.day}, from the casebook"
    said = f"after {change.between.lo} and by {change.between.hi}, from the copies of those days"
    return said + (f"; the record says it was amended on {change.amended}" if change.amended else "")


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _tag(name)).text = "".join(c for c in text if _allowed(c))


def _allowed(c: str) -> bool:
    """XML has no way to write most control characters, and lists hold some."""
    return c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
