"""The tables of obligations: they point at rows that say what they are read to say."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.regimes.small import write_regime
from yalu.regimes import Regime, RegimeError, latest_mention, load_regime

CALLS = re.compile(r"call|concern|States asked")
"""How the effect of a row begins where the resolution calls; "report" alone says nothing of it."""


@pytest.fixture(scope="module")
def rows(regime: Regime) -> dict[str, Any]:
    return {row.id: row for _, _, row in regime.rows()}


def test_a_call_is_one_where_the_row_says_so(regime: Regime, rows: dict[str, Any]) -> None:
    for o in regime.duties.table.obligations:
        if o.kind in ("report", "answer"):
            assert o.doubt or o.id.startswith("2397-8"), o.id
            continue
        effect = str(rows[o.authority].effect)
        assert (o.force == "call") == bool(CALLS.match(effect)), o.id


def test_every_resolution_and_paragraph_is_that_of_its_row(regime: Regime, rows: dict[str, Any]) -> None:
    for o in regime.duties.table.obligations:
        row = rows[o.authority]
        assert str(row.instrument) == f"UNSCR {o.resolution}", o.id
        if o.kind != "law" and o.id != "panel-answers":
            numbers = set(re.findall(r"\d+", str(row.provision)))
            asked = list(re.findall(r"\d+", o.para.split("(mid")[0].split("(final")[0]))
            low, high = min(map(int, numbers)), max(map(int, numbers))
            assert all(low <= int(n) <= high for n in asked), o.id


def test_every_duty_of_the_un_on_states_has_an_obligation(regime: Regime) -> None:
    """What binds states, and is no listing, exemption, committee or panel, is asked of them here."""
    asked = {o.authority for o in regime.duties.table.obligations}
    other = {"designation", "exemption", "committee", "panel_of_experts"}
    un = [a for a in regime.authorities.authorities if a.jurisdiction == "UN" and a.measure_type not in other]
    assert [a.id for a in un if a.id not in asked] == []


def test_a_record_speaks_of_the_state_of_its_rows(regime: Regime, rows: dict[str, Any]) -> None:
    powers = {"UK": "GB"}
    for record in regime.duties.records:
        for name in record.rests_on:
            row = rows[name]
            state = getattr(row, "state", None) or row.jurisdiction
            assert powers.get(state, state) in record.states, record.id


def test_a_report_is_done_or_missing_as_its_row_says(regime: Regime, rows: dict[str, Any]) -> None:
    for record in regime.duties.records:
        for name in record.rests_on:
            status = getattr(rows[name], "status", None)
            if status and not record.field:
                assert record.says == ("missing" if status.startswith("not ") else "done"), record.id


def test_every_report_and_case_of_a_state_is_read(regime: Regime) -> None:
    read = {name for record in regime.duties.records for name in record.rests_on}
    held = regime.implementation
    rows = [*held.known_report_status, *held.national_law_seen, *held.cases, *held.monitoring_cases]
    assert [row.id for row in rows if row.id not in read] == []


def test_every_day_is_its_span_after_the_start_of_its_row(regime: Regime, rows: dict[str, Any]) -> None:
    spans = [rule for rule in regime.duties.dates if rule.after]
    assert len(spans) >= 10
    for rule in spans:
        number, unit = str(rule.after).split()
        start = date.fromisoformat(str(rows[rule.row].start))
        if rule.id in ("money-laundering-201", "foreign-units-7122"):
            start = {"a099": date(2016, 2, 18), "a223": date(2019, 12, 20)}[rule.row]
        if unit == "days":
            assert rule.day == (start + timedelta(days=int(number))).isoformat(), rule.id
        else:
            months = start.year * 12 + start.month - 1 + int(number) * (12 if unit == "years" else 1)
            assert rule.day == start.replace(year=months // 12, month=months % 12 + 1).isoformat(), rule.id


DUTIES = {
    "obligations.yaml": """
kinds:
  act: {question: "What of {title} in {state}?", help: a model, decides: [a text]}
obligations:
- {id: o-one, authority: x-one, resolution: '1718', para: '8', force: duty, kind: act,
   title: do it, clause: Do it.}
- {id: o-two, authority: x-two, resolution: '1718', para: '9', force: call, kind: act,
   title: do more, clause: Do more.}
""",
    "carried_out.yaml": """
records:
- {id: k001, states: [NA], obligations: [o-one], says: done, rests_on: [x-one], field: name}
""",
    "dates.yaml": """
rules:
- {id: d-one, row: x-one, field: name, kind: deadline, what: a day, day: 2018-01-01, every: year}
""",
}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("carried_out.yaml", "[o-one]", "[o-six]", "there is no 'o-six'"),
        ("carried_out.yaml", "field: name", "field: nome", "has no field 'nome'"),
        ("carried_out.yaml", "says: done", "says: perhaps", "says"),
        ("obligations.yaml", "authority: x-one,", "authority: x-six,", "there is no 'x-six'"),
        ("obligations.yaml", "id: o-two,", "id: o-one,", "given twice: o-one"),
        ("obligations.yaml", "kind: act,", "kind: law,", "kinds without words: law"),
        ("dates.yaml", "row: x-one", "row: x-six", "there is no 'x-six'"),
        ("dates.yaml", "day: 2018-01-01, ", "", "needs its first day"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    folder = write_regime(tmp_path)
    for name, text in DUTIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert load_regime(folder).duties.records
    assert old in DUTIES[file]
    (folder / file).write_text(DUTIES[file].replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegimeError) as error:
        load_regime(folder)
    assert message in str(error.value) and file in str(error.value)


def test_no_text_speaks_of_something_later_than_its_row(regime: Regime, rows: dict[str, Any]) -> None:
    """Days that the paragraph itself sets are no hindsight."""
    own = {"2397-8-repatriate": "2019-12-22", "2375-14": "2017-12-31"}
    texts = [
        (o.id, f"{o.title}\n{o.clause}\n{o.doubt or ''}", rows[o.authority])
        for o in regime.duties.table.obligations
    ]
    texts += [(d.id, d.what, rows[d.row]) for d in regime.duties.dates]
    for name, text, row in texts:
        latest = latest_mention(text, regime.mentions)
        effect_since = row.text_since.get("effect", "")
        assert not latest or latest.isoformat() <= max(row.start, effect_since, own.get(name, "")), name
    for record in regime.duties.records:
        assert latest_mention(record.reading or "", regime.mentions) is None, record.id
