"""A regime loads whole or not at all, and says where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.regimes.small import write_regime
from yalu.regimes import RegimeError, load_regime


def fault(folder: Path, **changes: tuple[str, str]) -> RegimeError:
    with pytest.raises(RegimeError) as caught:
        load_regime(write_regime(folder, **changes))
    return caught.value


def test_a_small_regime_loads_and_its_rows_are_walked(tmp_path: Path) -> None:
    regime = load_regime(write_regime(tmp_path))
    assert [(file, section, row.id) for file, section, row in regime.rows()] == [
        ("parties.yaml", "parties", "x-one"),
        ("parties.yaml", "parties", "x-two"),
        ("ties.yaml", "ties", "t1"),
        ("vessels.yaml", "vessels", "imo-9074729"),
        ("incidents.yaml", "incidents", "i1"),
    ]
    assert regime.ties.ties[0].from_ == "x-two"
    assert regime.id == "sample" and regime.compiled == "2020-01-01"


def test_a_file_may_be_absent(tmp_path: Path) -> None:
    regime = load_regime(write_regime(tmp_path))
    assert regime.labor.estimates == [] and regime.mentions == []


FAULTS = [
    # file, text of the sample, text in its place; the item, the field, and what the error must say
    ("parties.yaml", "\n  basis: stored", "\n  bassis: stored", "x-one", "bassis", "unknown key"),
    ("parties.yaml", "\n  basis: stored", "\n  basis: guessed", "x-one", "basis", "guessed"),
    ("parties.yaml", "\n  basis: stored", "\n  text_since: {name: '2011'}", "x-one", "", "no text field"),
    ("parties.yaml", "  name: One\n", "", "x-one", "name", "missing"),
    ("parties.yaml", "kind: Company", "kind: Firm", "x-one", "kind", "Firm"),
    ("parties.yaml", "kind: Company", "kind: Company\n  ids: [x-two]", "x-one", "ids", "x-two"),
    ("parties.yaml", "first_public: 2010-06", "first_public: 2010-13", "x-two", "first_public", "2010-13"),
    ("parties.yaml", "date: 2010-05-04", "date: 2010-02-30", "x-one", "listings[0].date", "2010-02-30"),
    ("parties.yaml", "src: [S_LIST]}", "src: [S_GONE]}", "x-one", "listings[0].src", "S_GONE"),
    ("parties.yaml", "id: x-two", "id: x-one", "x-one", "id", "also in"),
    ("ties.yaml", "to: x-one", "to: x-three", "t1", "to", "x-three"),
    ("ties.yaml", "from: x-two", "from: x-three", "t1", "from", "x-three"),
    ("ties.yaml", "owner_of", "friend_of", "t1", "type", "friend_of"),
    ("ties.yaml", "src: [S_LIST]", "overlaps: [t9], src: [S_LIST]", "t1", "overlaps", "t9"),
    ("vessels.yaml", "imo: '9074729'", "imo: '907'", "imo-9074729", "imo", "907"),
    ("incidents.yaml", "vessels: [imo-9074729]", "vessels: [imo-1]", "i1", "vessels", "imo-1"),
    ("sources.yaml", "basis: stored", "basis: heard", "sources.S_LIST", "basis", "heard"),
    ("sources.yaml", "date: 2010-05-04", "date: May 2010", "sources.S_LIST", "date", "May 2010"),
    ("tie_types.yaml", "Ownership", "Friendship", "tie_types.owner_of", "kind", "Friendship"),
    ("regime.yml", "country: XX", "country: Nowhere", "", "country", "Nowhere"),
    ("regime.yml", "ties.yaml", "tides.yaml", "", "files", "tides.yaml"),
    ("regime.yml", "ties.yaml, ", "", "", "files", "ties.yaml lies in the folder"),
    ("regime.yml", "country: XX", "country: XX\nmemo: S_MEMO", "", "memo", "S_MEMO"),
]


@pytest.mark.parametrize(("file", "old", "new", "item", "field", "says"), FAULTS)
def test_an_error_names_file_item_and_field(
    tmp_path: Path, file: str, old: str, new: str, item: str, field: str, says: str
) -> None:
    error = fault(tmp_path, **{file.partition(".")[0]: (old, new)})
    assert (error.file, error.item, error.field) == (file, item, field)
    assert says in f"{error.found} {error.expected}"
    assert str(error).startswith(": ".join(part for part in (file, item, field) if part))
    assert "To do: " in str(error)


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    error = fault(tmp_path, ties=("ties:", "ties: ]"))
    assert (error.file, error.item) == ("ties.yaml", "line 2")


def test_a_repeated_key_names_the_line_and_the_key(tmp_path: Path) -> None:
    error = fault(tmp_path, parties=("name: One", "name: One\n  name: Uno"))
    assert (error.file, error.item) == ("parties.yaml", "line 6")
    assert "'name' stands twice" in error.found


def test_a_file_that_is_no_mapping(tmp_path: Path) -> None:
    folder = write_regime(tmp_path)
    (folder / "ties.yaml").write_text("- one\n", encoding="utf-8")
    with pytest.raises(RegimeError, match=r"ties.yaml: the file holds list"):
        load_regime(folder)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    folder = write_regime(tmp_path)
    (folder / "ties.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegimeError, match=r"ties.yaml"):
        load_regime(folder)


def test_a_listed_file_that_is_missing(tmp_path: Path) -> None:
    folder = write_regime(tmp_path)
    (folder / "vessels.yaml").unlink()
    with pytest.raises(RegimeError, match=r"vessels.yaml: there is no such file"):
        load_regime(folder)


def test_a_folder_without_a_regime(tmp_path: Path) -> None:
    with pytest.raises(RegimeError, match=r"regime.yml"):
        load_regime(tmp_path)


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    folder = write_regime(tmp_path)
    (folder / "mentions.yaml").write_text(
        "mentions:\n- {name: X, match: '(', date: 2010}\n", encoding="utf-8"
    )
    with pytest.raises(RegimeError) as caught:
        load_regime(folder)
    assert (caught.value.file, caught.value.item, caught.value.field) == (
        "mentions.yaml",
        "mentions[0]",
        "match",
    )


def test_dates_are_text(tmp_path: Path) -> None:
    regime = load_regime(write_regime(tmp_path))
    assert regime.sources["S_LIST"].date == "2010-05-04"
    assert regime.parties.parties[1].own_dates() == ["2010-06"]
    assert regime.incidents.incidents[0].date == "2011-02"
