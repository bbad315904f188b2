"""Saved views and notes: forms with a token; what is removed can be brought back at once."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import Field

from yalu.errors import UsageError
from yalu.network.explore import Picture
from yalu.workbench.frame import ActionRequest, Done, Params
from yalu.workbench.frame.route import Id, Text
from yalu.workbench.limits import MAX_URL
from yalu.workbench.network.asked import PATH
from yalu.workbench.network.model import KeptLine
from yalu.workbench.saved import Saved

Address = Annotated[str, Field(max_length=MAX_URL)]


class Keep(Params):
    """A view: its name, and the address of the page of the network that it is."""

    name: Text
    address: Address


class Note(Params):
    """A note on a party; ``address`` is the page to go back to."""

    about: Id
    text: Annotated[str, Field(max_length=4000)]
    address: Address = PATH


class Remove(Params):
    """The id of a view or note; ``address`` is the page to go back to."""

    id: Id
    address: Address = PATH


def keep(request: ActionRequest[Keep]) -> Done:
    """Save a view under a name."""
    address = _here(request.form.address)
    Saved(request.ask.workspace).keep("view", request.form.name, who=request.who, address=address)
    return Done(f"{address}#kept")


def note(request: ActionRequest[Note]) -> Done:
    """Write a note on a party."""
    form = request.form
    Saved(request.ask.workspace).keep("note", form.text, who=request.who, about=form.about)
    return Done(f"{_here(form.address)}#kept")


def remove(request: ActionRequest[Remove]) -> Done:
    """Remove a view or note."""
    Saved(request.ask.workspace).remove(request.form.id)
    address = _here(request.form.address)
    return Done(f"{address}{'&' if '?' in address else '?'}undo={quote(request.form.id)}#kept")


def back(request: ActionRequest[Remove]) -> Done:
    """Bring back what was removed."""
    Saved(request.ask.workspace).remove(request.form.id, back=True)
    return Done(f"{_here(request.form.address)}#kept")


def kept(saved: Saved, picture: Picture) -> tuple[KeptLine, ...]:
    """The saved views, then the notes on the parties that are shown."""
    names = {n.id: n.name for n in picture.nodes}
    return tuple(
        KeptLine(
            id=k.id,
            kind=k.kind,
            about=k.about,
            name=names.get(k.about, ""),
            text=k.text,
            address=k.address,
            who=k.who,
            day=k.created[:10],
        )
        for k in (*saved.views(), *saved.notes(names))
    )


def _here(address: str) -> str:
    """The address, if it is one of this page."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path != PATH or "\\" in address:
        raise UsageError("That is no view of the network.", expected=f"an address that begins with {PATH}")
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
