"""What was found in a document, as a terminal shows it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yalu.documents.page import Text
    from yalu.documents.shelf import Document

MOST = 40
"""Lines of a kind; ``--json`` has all."""


def print_findings(document: Document, content: Text, found: dict[str, Any]) -> None:
    """Print the document, what could not be read, who is named where, numbers, sums, dates, proposals."""
    from yalu.documents.page import CUT, EMPTY, GARBLED, SCANNED, spans

    public = (
        f"public {document.public}" if document.public else f"public day unknown, brought {document.brought}"
    )
    print(f"{document.title}\n{document.publisher or 'publisher unknown'}, {public}, {document.grade}")
    print(f"sha256 {document.sha256}; {len(content.pages):,} pages, read by {content.reader}")
    told = {
        SCANNED: "images without text: NOT READ; run text recognition over them",
        GARBLED: "letters without meaning: NOT READ rightly; run text recognition over them",
        CUT: "too long: only the first million letters were read",
        EMPTY: "empty",
    }
    for mark, words in told.items():
        if numbers := content.marked(mark):
            print(f"pages {spans(numbers)}: {words}")
    for note in content.notes:
        if note.code != "title":
            print(f"note: {note.what}")
    print(f"\nlooked for {found['names']:,} names")
    if found["left"]:
        print(f"{found['left']:,} rows of capitalized words were not compared: there were too many")
    _mentions(found["mentions"])
    _list("Numbers", found["identifiers"], _number)
    _list("Sums", found["amounts"], lambda a: f"p. {a['page']}: {a['currency']} {a['amount']}")
    _list("Dates", found["dates"], _date)
    _proposals(found["proposals"])


def _mentions(mentions: list[dict[str, Any]]) -> None:
    if not mentions:
        print("No known party is named. To do: load lists with yalu sync, or ask a later day with --as-of.")
        return
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for m in mentions:
        groups[tuple(m["parties"])].append(m)
    print(f"\n{len(mentions):,} mentions of {len(groups):,} known parties (being named is no finding):")
    ranked = sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    for ids, some in ranked[:MOST]:
        pages = sorted({m["page"] for m in some})
        where = ", ".join(map(str, pages[:12])) + (", ..." if len(pages) > 12 else "")
        best = max(some, key=lambda m: m["score"])
        who = ids[0] if len(ids) == 1 else f"{ids[0]} or {len(ids) - 1} more of this name"
        written = " ".join(best["text"].split())
        print(f"  {who:<26} {written}  ×{len(some)}, p. {where}  [{best['score']:.2f}, {best['how']}]")
    if len(ranked) > MOST:
        print(f"  and {len(ranked) - MOST:,} more; --json has all")


def _date(d: dict[str, Any]) -> str:
    doubt = "  (day and month may be the other way round)" if d["doubt"] else ""
    return f"p. {d['page']}: {d['value']}{doubt}"


def _number(i: dict[str, Any]) -> str:
    check = {True: ", check digit holds", False: ", CHECK DIGIT FAILS", None: ""}[i["valid"]]
    who = f"  = {', '.join(i['parties'])}" if i["parties"] else ""
    return f"p. {i['page']}: {i['kind']} {i['value']}{check}{who}"


def _list(title: str, rows: list[dict[str, Any]], line: Any) -> None:
    if not rows:
        return
    print(f"\n{title}: {len(rows):,}")
    for row in rows[:MOST]:
        print("  " + line(row))
    if len(rows) > MOST:
        print(f"  and {len(rows) - MOST:,} more; --json has all")


def _proposals(proposals: list[dict[str, Any]]) -> None:
    if not proposals:
        return
    print(
        f"\n{len(proposals):,} ties proposed; none stands until a person accepts it"
        " (yalu cite accept ID --why TEXT):"
    )
    for p in proposals[:MOST]:
        print_proposal(p)
    if len(proposals) > MOST:
        print(f"  and {len(proposals) - MOST:,} more: yalu cite list")


def print_proposal(p: dict[str, Any]) -> None:
    """One proposal with its passage."""
    print(f"  {p['id']}  {p['subject_name']} ({p['subject']}) {p['tie']} {p['object_name']} ({p['object']})")
    print(f"      p. {p['page']}: “{' '.join(p['passage'].split())}”")
    if p["also"]:
        print(
            f"      other parties bear these names: {', '.join(p['also'])};"
            " name whom you mean when you accept"
        )
