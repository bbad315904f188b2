"""``yalu ownership --edges``: the rules on a file of holdings, without evidence."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu.cli.json_line import write
from yalu.cli.options import tell, today
from yalu.errors import UsageError

if TYPE_CHECKING:
    from yalu.graph import Compiler
    from yalu.ownership import Holdings
    from yalu.ownership.rules import Rule

SHOWN = 50
"""Parties that the text names of each verdict; JSON names all."""


def run(
    file: str,
    listed: list[str],
    rules: list[Rule],
    on: str,
    shares: str,
    what_if: str,
    party: str,
    workspace: Path | None,
    quiet: bool,
    json: bool,
) -> None:
    """Read the file, apply the rules, print one object or a text."""
    from yalu.evidence.workspace import Workspace
    from yalu.graph import compile_in
    from yalu.model.dates import day
    from yalu.ownership.file import read
    from yalu.ownership.unit import Unit

    ids = [one.strip() for text in listed for one in _split(text) if one.strip()]
    if not ids and not what_if:
        raise UsageError(
            "Nobody is listed, so nobody can be blocked.", do="Give --listed ID,ID or --what-if ID."
        )
    try:
        asked, unit = day(on or today()), Unit(shares)
    except ValueError as error:
        raise UsageError(
            str(error), expected="a day such as 2014-08-13; for --shares auto, percent or fraction"
        ) from None
    for rule in rules if len(rules) == 1 else []:
        rule.on(asked)  # a day without a rule is told before a long file is read
    shown = sys.stderr.isatty() and not quiet
    holdings = read(file, asked, unit, lambda message: tell(message, quiet=not shown))
    if party and party not in holdings.number:
        raise UsageError(f"{party} is not in {file}.", expected="the id of an owner or of an owned party")
    compiler = compile_in(Workspace.find(workspace).root)
    answers = [_answer(holdings, one, asked, ids, what_if, party, compiler) for one in rules]
    if json:
        from yalu.ownership.report import VERSION

        several = {"version": VERSION, "on": asked, "rules": answers}
        write(answers[0] if len(rules) == 1 else several)
    else:
        for answer in answers:
            _print(answer)


def _split(text: str) -> list[str]:
    """The ids of an option: with commas between them, or the lines of a file."""
    if not text.startswith("@"):
        return text.split(",")
    try:
        return Path(text[1:]).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{text[1:]} cannot be read: {error}.", expected="a file with an id a line"
        ) from None


def _answer(
    holdings: Holdings, rule: Rule, on: str, ids: list[str], what_if: str, party: str, compiler: Compiler
) -> dict[str, Any]:
    from yalu.ownership.report import VERSION, count_each, file_json
    from yalu.ownership.verdict import Court

    try:
        court = Court(holdings, rule, on, set(ids), compiler)
    except UsageError as error:
        return {"version": VERSION, "rule": rule.id, "name": rule.name, "on": on, "no_rule": error.what}
    answer = file_json(court, ids, "" if what_if == "all" else what_if, party)
    if what_if == "all":
        answer["what_if_each"] = count_each(court)
    return answer


def _print(answer: dict[str, Any]) -> None:
    if "no_rule" in answer:
        print(answer["no_rule"] + "\n")
        return
    print(f"{answer['name']} on {answer['on']}: {answer['threshold']}")
    print(
        f"  {answer['parties']:,} parties, {answer['holdings']:,} holdings, {len(answer['listed']):,} listed"
    )
    for name in ("blocked", "control_indicated", "uncertain"):
        _print_ids(name.replace("_", " "), answer[name])
    if supposed := answer.get("what_if"):
        print(f"  If {supposed['party']} were listed, besides:")
        for name in ("blocked", "control_indicated", "uncertain"):
            _print_ids("  " + name.replace("_", " "), supposed[name])
    for one in answer.get("what_if_each", [])[:SHOWN]:
        print(f"  listing {one['party']} would block {one['would_block']:,}")
    if verdict := answer.get("verdict"):
        print(
            f"  {verdict['party']}: {verdict['verdict']};"
            f" blocked parties hold {verdict['low']} to {verdict['high']}%"
        )
        for step in verdict["proof"]:
            print(
                f"    {step['owner']} -> {step['owned']}: {step['ground']}, {step['low']} to {step['high']}%"
            )
        for change in verdict["what_would_change"]:
            print(f"    would change it: {change['text']}")
    for finding in answer["findings"]:
        some = ", ".join(finding["parties"])
        print(f"  {finding['finding']} ({finding['count']:,}): {finding['text']}{' ' + some if some else ''}")
    print(f"  {answer['citation']}\n")


def _print_ids(title: str, ids: list[str]) -> None:
    more = f" and {len(ids) - SHOWN:,} more: --json names all" if len(ids) > SHOWN else ""
    print(f"  {title}: {len(ids):,}{': ' + ', '.join(ids[:SHOWN]) if ids else ''}{more}")
