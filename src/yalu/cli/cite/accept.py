"""``yalu cite accept``: make a proposed tie a citation."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from yalu.cli.cite.add import From, GradeOption, Note, Object, Share, Subject, Tie, To
from yalu.cli.options import Json, Quiet, Who, Why, WorkspaceOption, person
from yalu.errors import UsageError

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of proposals, such as p-3f2a91c0de.")]


def run(
    ids: Ids,
    why: Why,
    tie: Tie = "",
    subject: Subject = "",
    object_: Object = "",
    share: Share = "",
    from_: From = "",
    to: To = "",
    grade: GradeOption = "",
    note: Note = "",
    who: Who = "",
    workspace: WorkspaceOption = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Accept proposed ties: from now on they are cited facts, with their passage and with who accepted them.

    Correct a proposal on the way with --tie, --subject and --object. All of the ids are taken, or none.

    Examples: yalu cite accept p-3f2a91c0de --why "the passage says so" --grade un_panel
    """
    from yalu.cli.cite.common import file_entries, open_desk, print_json
    from yalu.documents import desk, reading, shelf
    from yalu.documents.citing import Request, entries
    from yalu.documents.desk import said
    from yalu.ledger.judgement import TEXT_LENGTH, checked

    place, view, ties = open_desk(workspace, quiet=quiet)
    by = desk.decided(person(who), checked("a reason (--why)", why, TEXT_LENGTH))
    known = reading.proposals(place)
    batch: list[tuple[Any, list[dict[str, Any]]]] = []
    for id_ in dict.fromkeys(ids):
        if id_ not in known:
            raise UsageError(f"There is no proposal {id_[:60]!r}.", do="yalu cite list --state proposed")
        p = known[id_]
        if p["also"] and not (subject and object_):
            some = ", ".join([p["subject"], p["object"], *p["also"]])
            raise UsageError(
                f"{id_}: more than one party bears a name in it: {some}.",
                expected="--subject and --object, each an id",
            )
        document = shelf.find(place, p["sha256"])
        asked = Request(
            quote=p["passage"],
            page=p["page"],
            subject=subject or p["subject"],
            tie=tie or p["tie"],
            object=object_ or p["object"],
            share=share,
            from_=from_,
            to=to,
            grade=grade,
            note=note,
            proposal=id_,
        )
        made = entries(view, ties, document, shelf.text_of(place, document), asked, by)
        batch.append((document, made))
    added, snapshot = file_entries(place, batch, by, quiet=quiet)
    fresh = [e for _, made in batch for e in made if e["id"] in added]
    if json:
        print_json({"outcome": "added" if fresh else "held", "citations": fresh, "snapshot": snapshot})
        return
    for c in fresh:
        print(f"accepted {c['id']}: {said(c)}")
    if not fresh:
        print("held already")
