"""A small brief made by hand, with everything that is awkward to print."""

from __future__ import annotations

from yalu.evidence.view import When
from yalu.model import figures as f
from yalu.model.clock import Mode
from yalu.model.section import Figure, Row, Section, Table
from yalu.model.sentence import sentence
from yalu.model.statement import COLUMNS, Statement
from yalu.publish.brief import Brief
from yalu.publish.citations import Citations
from yalu.publish.claims import ClaimCheck
from yalu.regimes.brief import BriefPlan, SectionPlan

AS_OF = "2017-06-13"
NASTY = 'Ma & Sons <Trading> "Co"'
WORKS = {
    f"w{n}": {
        "publisher": "Press & Sons",
        "title": f"Report <{n}>",
        "date": "2016-05",
        "url": f"https://example.org/{n}",
    }
    for n in range(1, 12)
} | {"odd": {"publisher": "P", "title": "Odd", "date": "2016", "url": "javascript:alert(1)"}}


def statement(number: int, value: str, cites: str = "w1", **other: str) -> Statement:
    fields = dict.fromkeys(COLUMNS, "") | {
        "id": f"s{number}",
        "party": f"p{number}",
        "kind": "Company",
        "prop": "name",
        "value": value,
        "source": "casebook",
        "cites": cites,
        "document": "d" * 64,
        "locator": f"row {number}",
        "grade": "press",
        "basis": "stored",
        "known_lo": "2016-05-01",
        "known_hi": "2016-05-31",
        "known_by": "source_dates",
    }
    return Statement(**fields | other)


def name_table(count: int, table_id: str = "names") -> Table:
    rows = []
    for number in range(count):
        one = statement(number, f"Party {number}", "w1;w2;w3;w4;w5")
        rows.append(Row((f.value(f.having("name")), lambda _: "", lambda _, n=number: str(n * 1000)), (one,)))
    title = "Names <of> parties"
    return Table(table_id, title, ("Name", "Remark", "Count"), tuple(rows), numeric=frozenset({2}))


def line_figure() -> Figure:
    spots = [("UN", "2015", 3), ("UN", "2016", 7), ("US", "2015", 5), ("US", "2016", 8)]
    rows = tuple(
        Row((lambda _, a=a: a, lambda _, y=y: y, lambda _, n=n: str(n)), (statement(i, a),))
        for i, (a, y, n) in enumerate(spots)
    )
    data = Table("growth", "Growth", ("list", "year", "parties"), rows, numeric=frozenset({2}))
    same = {"field": "list", "type": "nominal"}
    spec = {
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "year", "type": "ordinal"},
            "y": {"field": "parties", "type": "quantitative"},
            **dict.fromkeys(("color", "strokeDash", "shape"), same),
        },
    }
    alt = sentence("The lists grew, says {who}.", [statement(1, "a source")], who=f.value(f.having("name")))
    return Figure("growth", "How <lists> grew", alt, spec, data)


def make_sample(rows: int = 40, mode: Mode = Mode.STRICT, on: str = AS_OF) -> Brief:
    name = f.value(f.having("name"))
    many = [statement(20 + n, NASTY, f"w{n}") for n in range(1, 12)]
    guess = statement(50, "An order", "odd", basis="own_knowledge", grade="unverified")
    section = Section(
        id="facilitators",
        title="Facilitators & banks",
        question="Who <serves>?",
        findings=[
            sentence("{who} is named.", many, who=name),
            sentence("{who} too.", [statement(40, "조선광선은행 and 丹东鸿祥 and テスト")], who=name),
        ],
        uncertain=[],
        next_steps=[sentence("{who} could be used.", [guess], who=name)],
        tables=[name_table(rows), name_table(3, "growth")],
        figures=[line_figure()],
        detail=[sentence("Since 2016-05 {who}.", [statement(41, "=HYPERLINK(1)")], who=name)],
    )
    held = statement(60, "about 5 < 6", "w2")
    claims = [
        ClaimCheck(
            "q1", "confirmed", sentence("{c}.", [held], c=name), sentence("Read in {c}.", [held], c=name)
        ),
        ClaimCheck("q2", "not_yet_public"),
    ]
    plan = BriefPlan(
        title="A regime's evasion",
        subtitle="What & why",
        sections=[SectionPlan(id="facilitators", title="t", question="q", recommendation="1")],
        words=[],
    )
    made = Brief(
        plan=plan,
        when=When.at(AS_OF, on, mode),
        snapshot="sabc123",
        sections=[section],
        claims=claims,
        listed={},
        copies=[],
        citations=Citations(AS_OF, WORKS),
    )
    for _, one in made.sentences():
        made.citations.of(one.statements)
    return made
