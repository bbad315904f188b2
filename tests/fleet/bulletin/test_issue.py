"""Bulletins are numbered, signed and whole; whatever is changed in one is found, with the one reason."""

from __future__ import annotations

import csv
import io
import shutil
import stat
from pathlib import Path

import orjson
import pytest

from tests.fleet.bulletin.states import A, B, fact, fleet, hull, listing
from yalu.errors import ContractError, StorageError, UsageError
from yalu.evidence.workspace import Workspace
from yalu.fleet.bulletin import keys
from yalu.fleet.bulletin.shelf import Shelf
from yalu.fleet.bulletin.verify import verify
from yalu.publish.bulletin.issue import Issued, issue

FIRST = fleet(hull(A, "=CMD|' /C calc'!A0", listing=[listing()]))
SECOND = fleet(hull(A, "=CMD|' /C calc'!A0"), hull(B, "OTHER", flag=[fact("Togo")]), copy="2024-06-01")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bulletins") / "home"


@pytest.fixture(scope="module")
def issued(root: Path) -> list[Issued]:
    place = Workspace(root)
    return [issue(place, state, snapshot="s1") for state in (FIRST, SECOND, SECOND)]


@pytest.fixture
def copy(issued: list[Issued], tmp_path: Path) -> Path:
    return shutil.copytree(issued[1].folder, tmp_path / "copy")


def test_numbers_follow_each_other_and_each_names_the_one_before(issued: list[Issued], root: Path) -> None:
    assert [i.manifest.number for i in issued] == Shelf(Workspace(root)).numbers == [1, 2, 3]
    first, second, third = (i.manifest for i in issued)
    assert first.previous is None and first.since is None and first.changes == 0
    assert second.previous and second.previous.number == 1
    assert third.previous and third.previous.manifest_sha256 != second.previous.manifest_sha256
    assert third.changes == 0 and "Nothing changed" in issued[2].bulletin.subtitle


def test_the_key_is_made_once_and_is_for_its_owner_alone(issued: list[Issued], root: Path) -> None:
    assert [i.new_key for i in issued] == [True, False, False]
    path = root / "bulletins" / "key.pem"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len({i.manifest.key.fingerprint for i in issued}) == 1
    assert b"PRIVATE" not in b"".join(p.read_bytes() for p in issued[1].folder.iterdir())


def test_each_verifies_by_itself_and_by_the_key_that_was_handed_over(
    issued: list[Issued], root: Path
) -> None:
    for one in issued:
        assert not verify(one.folder).origin
        assert verify(one.folder, root / "bulletins" / "public.pem").origin


def test_the_tables_hold_what_the_json_holds_and_no_formula(issued: list[Issued]) -> None:
    folder = issued[1].folder
    data = orjson.loads((folder / "bulletin.json").read_bytes())
    rows = list(csv.DictReader(io.StringIO((folder / "changes.csv").read_text(encoding="utf-8-sig"))))
    assert [(r["imo"], r["after"]) for r in rows] == [(c["imo"], c["after"]) for c in data["changes"]]
    assert {c["kind"] for c in data["changes"]} == {"delisted", "new hull"}
    cells = [cell for row in rows for cell in row.values()]
    assert "'=CMD|' /C calc'!A0" in cells and not [c for c in cells if c.startswith(("=", "+", "@"))]
    assert (folder / "bulletin.pdf").read_bytes().startswith(b"%PDF-")


def change(name: str, old: bytes, new: bytes, folder: Path) -> None:
    path = folder / name
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("changes.csv", b"Togo", b"Fiji", "changes.csv was changed"),
        ("hulls.csv", b"Togo", b"Fiji", "hulls.csv was changed"),
        ("bulletin.json", b"delisted", b"listed", "bulletin.json was changed"),
        ("bulletin.pdf", b"%PDF", b"%PDX", "bulletin.pdf was changed"),
        ("manifest.json", b'"number": 2', b'"number": 9', "the signature is not that of the key"),
        ("manifest.json", b'"changes"', b'"c\xff"', "the signature is not that of the key"),
        ("public.pem", b"BEGIN", b"BEGUN", "public.pem holds no Ed25519 key"),
    ],
)
def test_what_was_changed_is_named(copy: Path, name: str, old: bytes, new: bytes, why: str) -> None:
    if name == "changes.csv":  # the changes of this bulletin tell no flag: that of a new hull is in the list
        old, new = b"OTHER", b"ANOTHER"
    change(name, old, new, copy)
    with pytest.raises(ContractError, match=why) as error:
        verify(copy)
    assert error.value.exit_code == 5


@pytest.mark.parametrize("name", ["bulletin.pdf", "manifest.json", "manifest.sig", "public.pem"])
def test_what_is_missing_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ContractError, match=f"{name} is missing"):
        verify(copy)


def test_what_was_added_is_named(copy: Path) -> None:
    (copy / "more.csv").write_text("imo\n")
    with pytest.raises(ContractError, match=r"more\.csv is no file of this bulletin"):
        verify(copy)


def test_a_link_is_no_file_of_a_bulletin(copy: Path, issued: list[Issued]) -> None:
    (copy / "hulls.csv").unlink()
    (copy / "hulls.csv").symlink_to(issued[1].folder / "hulls.csv")
    with pytest.raises(ContractError, match=r"hulls\.csv is no plain file"):
        verify(copy)


def test_another_key_is_told_apart_from_a_changed_manifest(
    copy: Path, issued: list[Issued], tmp_path: Path
) -> None:
    other = issue(Workspace(tmp_path / "other"), FIRST, snapshot="s1")
    key = other.folder.parent / "public.pem"
    with pytest.raises(ContractError, match="signed by another key") as error:
        verify(copy, key)
    assert issued[1].manifest.key.fingerprint in str(error.value)
    with pytest.raises(UsageError, match=r"holds no public Ed25519 key"):
        verify(copy, copy / "bulletin.json")


def test_the_manifest_of_another_bulletin_does_not_pass(copy: Path, issued: list[Issued]) -> None:
    for name in ("manifest.json", "manifest.sig"):
        shutil.copyfile(issued[2].folder / name, copy / name)
    with pytest.raises(ContractError, match="was changed"):
        verify(copy)


def test_a_bulletin_compares_with_the_one_that_is_asked_for(issued: list[Issued], root: Path) -> None:
    again = issue(Workspace(root), SECOND, snapshot="s1", since=1)
    assert again.manifest.since and again.manifest.since.number == 1
    assert again.bulletin.changes == issued[1].bulletin.changes
    with pytest.raises(UsageError, match="There is no bulletin 9"):
        issue(Workspace(root), SECOND, snapshot="s1", since=9)
    shutil.rmtree(again.folder)


def test_an_earlier_day_is_refused_and_uses_no_number(issued: list[Issued], root: Path) -> None:
    assert issued
    with pytest.raises(UsageError, match="later than 2024-05-01"):
        issue(Workspace(root), FIRST, snapshot="s1")
    assert Shelf(Workspace(root)).numbers == [1, 2, 3]


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    place = Workspace(tmp_path / "home")
    issue(place, FIRST, snapshot="s1")
    path = place.root / "bulletins" / keys.PRIVATE
    path.chmod(0o644)
    with pytest.raises(StorageError, match="can be read by others"):
        issue(place, FIRST, snapshot="s1")
    brought = issue(place, FIRST, snapshot="s1", key=path)
    assert verify(brought.folder, path.parent / "public.pem").origin


def test_a_file_that_is_no_key_is_refused_without_showing_it(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_text("secret words")
    with pytest.raises(UsageError, match="no private Ed25519 key") as error:
        issue(Workspace(tmp_path / "home"), FIRST, snapshot="s1", key=path)
    assert "secret" not in str(error.value)
    assert Shelf(Workspace(tmp_path / "home")).numbers == []
