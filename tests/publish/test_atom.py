"""The Atom feed of changes: well formed, whole, and the same each time."""

from __future__ import annotations

from lxml import etree

from yalu.evidence.changes import Change, Changes, FieldChange, What
from yalu.model.dates import Interval
from yalu.publish.atom import ATOM, feed

BETWEEN = Interval("2018-01-26", "2019-01-15")
ADDED = Change(
    What.ADDED, "uk_ofsi", "UK", "gb-2", Interval(), "2016-03-05", "listing", "Person", "RI <&> \x01Won"
)
AMENDED = Change(
    What.AMENDED,
    "ofac_sdn",
    "US",
    "ofac-1",
    BETWEEN,
    kind="Company",
    name="ALPHA",
    fields=(FieldChange("birthDate", ("1966",), ("1966-03-25",)),),
)


def made(*changes: Change) -> etree._Element:
    found = Changes("2016-01-01", "2020-01-01", list(changes), [], {})
    return etree.fromstring(feed(found))


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(e.text) for e in root.iterfind(path, {"a": ATOM})]


def test_a_feed_has_what_the_standard_asks_for() -> None:
    root = made(ADDED, AMENDED)
    assert root.tag == f"{{{ATOM}}}feed"
    assert texts(root, "a:id") == ["urn:yalu:changes:all"]
    assert texts(root, "a:updated") == ["2019-01-15T00:00:00Z"]
    assert texts(root, "a:author/a:name") == ["Yalu"]
    for name in ("id", "title", "updated", "summary"):
        assert len(texts(root, f"a:entry/a:{name}")) == 2


def test_the_latest_change_comes_first_and_says_what_and_when() -> None:
    root = made(ADDED, AMENDED)
    assert texts(root, "a:entry/a:updated") == ["2019-01-15T00:00:00Z", "2016-03-05T00:00:00Z"]
    first, second = texts(root, "a:entry/a:summary")
    assert "after 2018-01-26 and by 2019-01-15" in first
    assert "birthDate: 1966 → 1966-03-25" in first
    assert "2016-03-05, the record's own day" in second


def test_markup_and_control_characters_do_no_harm() -> None:
    assert texts(made(ADDED), "a:entry/a:title") == ["UK: added RI <&> Won (gb-2)"]


def test_ids_are_unique_and_stable() -> None:
    ids = texts(made(ADDED, AMENDED), "a:entry/a:id")
    assert len(set(ids)) == 2
    assert texts(made(ADDED), "a:entry/a:id") == [ids[1]]
    assert all(i.startswith("urn:yalu:change:") for i in ids)


def test_a_feed_without_changes_is_a_feed() -> None:
    root = made()
    assert texts(root, "a:updated") == ["2020-01-01T00:00:00Z"]
    assert not texts(root, "a:entry/a:id")
