"""How this package puts counts and lists of statements into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from yalu.model import figures as f
from yalu.model.figures import Chosen
from yalu.model.sentence import MUTATION, SlotFunction
from yalu.model.statement import Statement

Key = Callable[[Statement], Hashable]


def whole(s: Statement) -> bool:
    """Whether the value is one that a source gave."""
    return not s.value.startswith(MUTATION)


def number(chosen: Chosen, key: Key) -> SlotFunction:
    """How many different things, told apart by ``key``, have such a statement."""
    return lambda seen: f"{len({key(s) for s in seen if chosen(s)}):,}"


def counted(chosen: Chosen, key: Key, one: str, many: str) -> SlotFunction:
    """The same, with the noun in the right number: ``1 ship is``, ``23 ships are``."""

    def made(seen: Sequence[Statement]) -> str:
        n = len({key(s) for s in seen if chosen(s)})
        return f"{n:,} {one if n == 1 else many}"

    return made


def tally(chosen: Chosen, label: Callable[[Statement], str], most: int = 40) -> SlotFunction:
    """How often each label occurs, the most frequent first: ``US 39, EU 22 and UN 22``."""

    def made(seen: Sequence[Statement]) -> str:
        counts = Counter(label(s) for s in seen if chosen(s))
        if not counts:
            raise ValueError("nothing is there to be counted")
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        shown = [f"{name} {n:,}" for name, n in ranked[:most]]
        rest = sum(n for _, n in ranked[most:])
        return f.joined([*shown, f"others {rest:,}"] if rest else shown)

    return made


def plain(code: str) -> str:
    """A code of the casebook as words: ``coal_loading`` is ``coal loading``."""
    return code.replace("_", " ")
