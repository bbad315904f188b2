"""Sentences that cannot say more than their statements.

A sentence is a template without figures or names of its own, and named functions that make them from the
cited statements. So each number and name is computed from evidence each time, and a test can change a
statement and see the sentence change.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yalu.model.statement import Statement

SlotFunction = Callable[[Sequence[Statement]], str]
"""Makes one figure or name of a sentence from its statements. Raises ValueError where it cannot."""

MUTATION = "⟂"
"""What the mutation test puts before a value: no value of a source begins with it."""


_TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")


@dataclass(frozen=True)
class Sentence:
    """A template such as ``{count} parties stood on the list of {list}.`` and what fills it."""

    template: str
    slots: Mapping[str, SlotFunction]
    statements: tuple[Statement, ...]
    asked: Mapping[str, str] = field(default_factory=dict)
    """What the question brings (its day, the day of the regime's memo), and so no statement can back."""

    @property
    def text(self) -> str:
        """The sentence, computed from its statements."""
        filled = {name: function(self.statements) for name, function in self.slots.items()}
        # A value that ends in an abbreviation ("Ltd.") brings the full stop of its sentence with it.
        return _TWO_STOPS.sub(".", self.template.format(**filled, **self.asked))

    def with_statements(self, statements: Iterable[Statement]) -> Sentence:
        """The same sentence over other statements."""
        return replace(self, statements=tuple(statements))

    def fixed_text(self) -> str:
        """The words of the template without its slots."""
        return " ".join(literal for literal, *_ in string.Formatter().parse(self.template))


def sentence(
    template: str,
    statements: Iterable[Statement],
    asked: Mapping[str, str] | None = None,
    fill: Mapping[str, SlotFunction] | None = None,
    **slots: SlotFunction,
) -> Sentence:
    """Make a sentence; a slot that the template lacks, or the reverse, is a ValueError at once.

    Slots are given by name, or as a mapping in ``fill`` where a loop makes them.
    """
    slots = {**(fill or {}), **slots}
    wanted = {name for _, name, *_ in string.Formatter().parse(template) if name}
    given = set(slots) | set(asked or {})
    if wanted != given:
        raise ValueError(f"the template asks for {sorted(wanted)}, given are {sorted(given)}: {template!r}")
    return Sentence(template, slots, tuple(statements), asked or {})


def uncited(one: Sentence, words: frozenset[str]) -> list[str]:
    """What stands in the sentence without a statement behind it; empty when all is cited.

    A figure in the template is uncited, and so is a capitalized word that is neither the first one nor
    among the regime's fixed ``words``; so is a sentence that claims something and cites nothing.
    """
    found = re.findall(r"\d[\d,.]*", one.fixed_text())
    starts = {m.end() for m in re.finditer(r"(?:^|[.!?:]\s+)(?=\w)", one.template)}
    for match in re.finditer(r"[^\W\d_][\w’'-]*", _blanked(one.template)):
        token = match.group()
        if token[:1].isupper() and token not in words and match.start() not in starts:
            found.append(token)
    if one.slots and not one.statements:
        found.append("(no statement)")
    return found


def _blanked(template: str) -> str:
    """The template with its slots replaced by blanks of the same length, so that places stay."""
    return re.sub(r"\{[^}]*\}", lambda m: " " * len(m.group()), template)


def mutations(one: Sentence) -> Iterable[tuple[Statement, Sentence]]:
    """The sentence with each of its statements changed in turn."""
    for index, original in enumerate(one.statements):
        changed = replace(original, value=MUTATION + original.value)
        yield original, one.with_statements((*one.statements[:index], changed, *one.statements[index + 1 :]))


def survives(changed: Sentence, original_text: str) -> bool:
    """Whether a changed statement went unnoticed: the text is the same and nothing failed."""
    try:
        return changed.text == original_text
    except (ValueError, ArithmeticError, KeyError, IndexError):
        return False
