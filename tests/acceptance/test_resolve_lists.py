"""Resolution of the real lists: namesakes, renamed ships, wrong references and shared numbers."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.jp_workbook import official
from tests.acceptance.loaded import load
from tests.sources.workbooks import workbook
from yalu.coalition.coverage import coverage
from yalu.evidence.view import Evidence
from yalu.evidence.workspace import Workspace
from yalu.ledger.store import Ledger
from yalu.model.clock import Mode
from yalu.regimes import load_regime
from yalu.resolve import Grouped, decide, opened
from yalu.resolve.facts import conflicts

pytestmark = pytest.mark.acceptance

MEMO = "2017-06-13"

WRONG = [
    ("gb-13331", "un-KPi.056"),  # Kang Ryong quotes the reference of Jang Song Chol
    ("gb-13569", "un-KPi.074"),  # Pak Mun Il
    ("gb-13571", "un-KPi.076"),  # Ri Chun Song
    ("gb-11287", "un-KPe.035"),
    *((gb, "un-KPe.023") for gb in ("gb-11286", "gb-13355", "gb-13484", "gb-13485", "gb-13537")),
]


def dprk_rows(path: Path) -> bytes:
    """Australia's list without the rows of other regimes, which take minutes to compare."""
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    first, *rest = sheet.iter_rows(values_only=True)
    return workbook({"Sheet1": [list(first), *(list(r) for r in rest if "DPRK" in str(r[10]))]})


@pytest.fixture(scope="module")
def workspace(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    lists = shared / "data" / "lists"
    place = Workspace(tmp_path_factory.mktemp("lists") / "home")
    load(place, "un_sc", {"list": lists / "un" / "un_2018-06-08.xml"}, "2018-06-08")
    vessels = lists / "un" / "un_1718_vessels_2020-06-04.html"
    load(place, "un_1718_vessels", {"list": vessels}, "2020-06-04")
    load(place, "uk_ofsi", {"list": lists / "uk" / "sanctionsconlist_2018-04-13.csv"}, "2018-04-13")
    annexes = lists / "eu-1509" / "32017R1509_2026-08-14.csv"
    load(place, "eu_1509", {"list": annexes}, "2026-08-14")
    australia = lists / "au" / "regulation8_consolidated_2024-12-17.xlsx"
    of_dprk = tmp_path_factory.mktemp("australia") / australia.name
    of_dprk.write_bytes(dprk_rows(australia))
    load(place, "au_dfat", {"list": of_dprk}, "2024-12-17")
    japan = tmp_path_factory.mktemp("japan") / "shisantouketsu.xlsx"
    japan.write_bytes(official(lists / "jp"))
    load(place, "jp_mof", {"list": japan}, "2026-03-05")
    ofac = lists / "ofac-2022-01-31"
    parts = {"sdn": ofac / "sdn.csv", "alt": ofac / "alt.csv", "add": ofac / "add.csv"}
    load(place, "ofac_sdn", parts, "2022-01-31")
    return place


@pytest.fixture(scope="module")
def grouped(workspace: Workspace) -> Grouped:
    return opened(workspace, Ledger.find(workspace.root))


def ids(grouped: Grouped, one: str, as_of: str = "2026-01-01") -> set[str]:
    return set(grouped.merged(as_of).party(one))


@pytest.mark.parametrize(("gb", "un"), WRONG)
def test_a_wrong_reference_merges_nothing(grouped: Grouped, gb: str, un: str) -> None:
    assert un not in ids(grouped, gb)
    assert decide(grouped, gb, un, None).decision != "same"


NAMESAKES = {
    "KIM YONG CHOL": [
        {"ofac-12211", "gb-12439", "eu-1509-xv.a-7", "au-2649"},  # born in 1946
        {"ofac-17614", "un-KPi.024", "gb-13334", "eu-1509-xiii.a-24", "au-3158"}
        | {"jp-dprk-coord-individuals-14", "jp-dprk-un-individuals-24"},  # born on 18 February 1962
    ],
    "KIM TONG CHOL": [
        {"ofac-22702", "au-3413", "jp-dprk-coord-individuals-36"},  # born on 7 August 1968
        {"ofac-22996", "un-KPi.068", "gb-13563", "eu-1509-xiii.a-68", "au-3434"}
        | {"jp-dprk-coord-individuals-48", "jp-dprk-un-individuals-68"},  # born in January 1966
    ],
    "KIM CHOL NAM": [
        {"ofac-20604", "un-KPi.044", "gb-13474", "eu-1509-xiii.a-44", "au-3244"}
        | {"jp-dprk-un-individuals-44"},  # born on 19 February 1970
        {"eu-kim-chol-nam", "eu-1509-xvi.a-3"},  # the EU's own, without a birth date
    ],
}
"""Men of one name: the records of each, read off the birth dates and references of the lists by hand."""


@pytest.mark.parametrize("name", NAMESAKES)
def test_men_of_one_name_stay_apart_and_each_is_whole(grouped: Grouped, name: str) -> None:
    # What the lists hold in 2026, since the EU's annexes are a copy of August.
    parties = [ids(grouped, min(man), "2026-09-01") for man in NAMESAKES[name]]
    assert parties == NAMESAKES[name]
    one, other = (next(i for i in sorted(man) if not i.startswith("un-")) for man in NAMESAKES[name])
    assert decide(grouped, one, other, None).decision != "same"


@pytest.mark.parametrize("name", ["KIM YONG CHOL", "KIM TONG CHOL", "KIM CHOL NAM"])
def test_no_party_of_a_common_name_holds_two_records_of_a_list(
    workspace: Workspace, grouped: Grouped, name: str
) -> None:
    view = Evidence(Evidence.open(workspace).snapshot, grouped).at("2026-01-01")
    wanted = set(name.split())
    found = {
        s.party
        for s in view.statements(kind="Person", prop=("name", "alias"))
        if set(s.value.upper().replace("-", " ").replace(",", " ").split()) == wanted
    }
    assert len(found) > 1
    for one in found:
        held = [grouped.resolution.records[i] for i in view.ids(one) if i in grouped.resolution.records]
        lists = [name for record in held for name in record.lists]
        assert len(lists) == len(set(lists)), view.ids(one)


@pytest.mark.parametrize(
    ("imo", "names"),
    [
        ("8914934", ("EVER BRIGHT 88", "FAN KE")),
        ("8916293", ("CHONG RIM 2", "SAEBYOL")),
        ("8791667", ("WAN HENG 11", "KUM JIN GANG 3")),
    ],
)
def test_a_renamed_ship_is_one_by_its_number(
    workspace: Workspace, grouped: Grouped, imo: str, names: tuple[str, str]
) -> None:
    view = Evidence(Evidence.open(workspace).snapshot, grouped).at("2026-01-01")
    parties = {s.party for s in view.statements(prop="imoNumber") if s.value == imo}
    assert parties, "the lists hold the ship"
    assert len({tuple(view.ids(p)) for p in parties}) == 1
    group = tuple(view.ids(parties.pop()))
    said = view.statements(party=group, prop=("name", "alias", "previousName", "notes"))
    called = " | ".join(s.value.upper() for s in said)
    assert all(name in called for name in names), called


def test_an_mmsi_on_two_hulls_merges_neither(workspace: Workspace, grouped: Grouped) -> None:
    view = Evidence(Evidence.open(workspace).snapshot, grouped).at("2026-01-01")
    bearers = {s.party for s in view.statements(prop="mmsi") if s.value == "445114000"}
    hulls = {tuple(view.ids(p)) for p in bearers}
    assert len(bearers) > 1 and len(hulls) == 2
    assert {"7937317", "8909575"} == {
        s.value for h in hulls for s in view.statements(party=h, prop="imoNumber")
    }
    numbers = [{s.value for s in view.statements(party=h, prop="imoNumber")} for h in hulls]
    assert all(len(n) <= 1 for n in numbers)


def test_the_figures_of_the_memos_day_are_those_without_resolution(
    workspace: Workspace, grouped: Grouped
) -> None:
    """Nobody is counted twice whom the casebook and a list call by two ids."""
    evidence = Evidence(Evidence.open(workspace).snapshot, grouped)
    brief = load_regime().brief
    assert brief is not None
    for as_of, european in ((MEMO, (135, 22)), ("2026-11-24", (136, 22))):  # Ri Yong Mu's has no day
        found = coverage(evidence.at(as_of, MEMO), brief)
        counted = {column: found.counts(column) for column in found.columns}
        assert counted["UN"][0] == counted["AU (UN list)"][0] == 99
        assert (counted["US"], counted["EU"]) == ((199, 55), european)
        assert (counted["JP"], counted["AU"], counted["UK"]) == ((128, 0), (9, 0), (140, 0))


def test_no_party_holds_a_conflict(grouped: Grouped) -> None:
    records = grouped.resolution.records
    strong = {(e.a, e.b) for e in grouped.resolution.edges}
    wrong = [
        (a, b, conflict.text)
        for group in grouped.groups()
        for a, b in combinations(sorted(i for i in group if i in records), 2)
        if (a, b) not in strong
        for conflict in conflicts(records[a], records[b])
    ]
    assert not wrong


def test_references_join_from_the_day_on_which_they_were_public(grouped: Grouped) -> None:
    quoted = [e for e in grouped.resolution.edges if e.rule == "quoted" and e.since.strict > 20170613]
    assert len(quoted) > 100
    early = grouped.merged("2017-06-13")
    assert not [e for e in early.taken if e in quoted]
    waiting = set(grouped.pending("2017-06-13", Mode.STRICT))
    apart = [e for e in quoted if e.b not in early.party(e.a)]
    assert all({e.a, e.b} & waiting for e in apart)
