"""Out and in again: the same parties with the same names, numbers, ties and listings."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from tests.publish.ftm.evidence import export, make
from tests.running import yalu
from yalu.evidence.view import Evidence, View
from yalu.evidence.workspace import Workspace
from yalu.model.statement import Statement
from yalu.model.vocabulary import EDGE_KINDS, LISTING, NAME_PROPS, OWN_KNOWLEDGE, PARTY_KINDS
from yalu.publish.ftm.parties import schema_of

NUMBERS = ("imoNumber", "registrationNumber", "passportNumber", "idNumber", "taxNumber", "birthDate", "mmsi")
DAY = "2026-11-24"
BACK = "back"


@pytest.fixture(scope="module", params=["casebook", "ofac_sdn un_sc reports"])
def views(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[View, View]:
    """What was exported, and what came back of it."""
    folder = tmp_path_factory.mktemp("round")
    home, sources = make(folder), str(request.param).split()
    file = folder / "out.json"
    file.write_bytes(b"".join(export(home, *sources).lines()))
    other = folder / "other"
    yalu("sync", "ftm", "--name", BACK, "--from", file, "--dated", DAY, workspace=other)
    before = Evidence.open(Workspace(home)).at(DAY)
    before.evidence.snapshot.folds.keys()
    after = Evidence.open(Workspace(other)).at(DAY)
    return _only(before, tuple(sources)), _only(after, (BACK,))


class _Sources(View):
    """A view of some sources alone."""

    sources: tuple[str, ...] = ()

    def held(self, **where: str | tuple[str, ...]) -> list[Statement]:
        found = self.statements(source=self.sources, **where)
        return [s for s in found if s.basis != OWN_KNOWLEDGE and not s.flag]


def _only(view: View, sources: tuple[str, ...]) -> _Sources:
    made = _Sources(view.evidence, view.when)
    made.sources = sources
    return made


def _plain(party: str) -> str:
    return party.removeprefix(f"{BACK}-")


def _by_party(view: View, *props: str) -> dict[str, set[tuple[str, str]]]:
    assert isinstance(view, _Sources)
    kinds: dict[str, list[str]] = defaultdict(list)
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for s in view.held():
        kinds[view.ids(s.party)[0]].append(s.kind)
    for s in view.held(prop=props):
        head = view.ids(s.party)[0]
        if schema_of([k for k in kinds[head] if k in PARTY_KINDS]):
            found[_plain(head)].add((s.prop, s.value))
    return dict(found)


def test_names_and_numbers_come_back(views: tuple[View, View]) -> None:
    before, after = (_by_party(v, *NAME_PROPS, *NUMBERS) for v in views)
    assert len(before) > 10
    assert after == before


def test_ties_come_back(views: tuple[View, View]) -> None:
    def ties(view: View) -> Counter[tuple[str, str, str, str, bool, str, str]]:
        assert isinstance(view, _Sources)
        return Counter(
            (
                _plain(view.ids(s.party)[0]),
                s.prop,
                _plain(view.ids(s.value)[0]),
                str(s.details.get("role", "")),
                bool(s.details.get("reversed")),
                str(s.details.get("share") or s.details.get("share_pct") or "")
                if s.prop == "Ownership"
                else "",
                s.from_hi if s.from_lo and not s.unverified else "",
            )
            for s in view.held(prop=tuple(EDGE_KINDS))
            if view.ids(s.party) != view.ids(s.value)
        )

    before, after = (ties(v) for v in views)
    assert before.total() > 1
    assert after == before


def test_listings_come_back(views: tuple[View, View]) -> None:
    def listings(view: View) -> set[tuple[str, str]]:
        assert isinstance(view, _Sources)
        return {(_plain(view.ids(s.party)[0]), s.value) for s in view.held(prop=LISTING)}

    before, after = (listings(v) for v in views)
    assert len(before) > 0
    assert after == before


def test_nothing_that_comes_back_was_known_earlier_than_it_was(views: tuple[View, View]) -> None:
    before, after = views
    known: dict[str, str] = {}
    for s in before.statements():
        head = before.ids(s.party)[0]
        known[head] = min(known.get(head, "9999"), s.known_hi)
    for s in after.statements(source=BACK):
        if s.prop in NAME_PROPS:
            assert s.known_hi >= known[_plain(s.party)]
