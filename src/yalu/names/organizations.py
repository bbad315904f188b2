"""Names of companies, offices and ships: what the words that met, and those that did not, are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from yalu.names import acronyms, fold
from yalu.names.config import config
from yalu.names.matching import MOST_MERGED, Matching, Span, match
from yalu.names.result import Part
from yalu.names.tokens import Token, tokens

_PROPER = ("proper", "common", "number")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name of a company, office or ship, prepared: its words, and adjacent words read as one."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    acronym: str
    """The whole name, if it can be an acronym."""
    letters: str
    """All letters and digits in one row."""
    others: tuple[OrganizationName, ...] = ()
    """Other ways to read the name: without what stands in brackets, or a ship's by sound alone."""


def prepare(text: str, ship: bool = False) -> OrganizationName:
    """Prepare a cleaned name; a ship's generic words are as good as proper ones."""
    if ship:
        text = _HULL.sub("", text)
        name = _prepare(text, True, True)
        if text.isascii():
            return name
        spelled = _prepare(text, True, False)
        return name if spelled.tokens == name.tokens else replace(name, others=(spelled,))
    others = tuple(n for t in _other_texts(text) if (n := _prepare(t, False, True)).tokens) if "(" in text else ()
    return _prepare(text, False, True, others)


def _prepare(
    text: str, ship: bool, dictionary: bool, others: tuple[OrganizationName, ...] = ()
) -> OrganizationName:
    found = [t for t in tokens(text, dictionary) if t.kind != "stop"]
    found = _as_ship(found) if ship else acronyms.without_own(found)
    words = tuple(found[:24])
    acronym = words[0].text if len(words) == 1 and acronyms.may_be(words[0].text) else ""
    return OrganizationName(words, _spans(words), acronym, "".join(t.text for t in words), others)


_BRACKETS = re.compile(r"\(([^()]{3,})\)")
_ALSO = re.compile(r"^(?:a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?|also|formerly|previously|ex)\b[\s.:;,]*", re.IGNORECASE)


def _other_texts(text: str) -> list[str]:
    """What stands around brackets, and within them where they say that it is another name."""
    around = _BRACKETS.sub(" ", text)
    found = [around] if len(around.split()) > 1 else []
    return found + [_ALSO.sub("", t) for t in _BRACKETS.findall(text) if _ALSO.match(t)]


_HULL = re.compile(r"(?:号|號|轮|輪|호|丸)(?=\s|$)")
"""What Chinese, Korean and Japanese put behind the name of a ship."""
_SHIP_WORDS = frozenset(["mv", "mt", "ms", "ss", "mts", "vessel", "ship", "motor", "tanker"])


def _as_ship(found: list[Token]) -> list[Token]:
    kept = [t for t in found if t.text not in _SHIP_WORDS] or found
    return [
        t if t.kind in ("proper", "number") else Token(t.text, "proper", 0.8, t.written, t.meanings, t.folded)
        for t in kept
    ]


def _spans(words: tuple[Token, ...]) -> tuple[Span, ...]:
    found = []
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + MOST_MERGED) + 1):
            part = words[start:end]
            if any(t.kind in ("legal", "number") or t.chars for t in part):
                break
            text = "".join(t.text for t in part)
            found.append(Span(start, end, text, fold.korean(text)))
    return tuple(found)


def compare(a: OrganizationName, b: OrganizationName, ship: bool = False) -> tuple[float, list[Part]]:
    """Score two prepared names of companies, offices or ships."""
    if not (a.others or b.others):
        return _compare(a, b, ship)
    found = (_compare(x, y, ship) for x in (a, *a.others) for y in (b, *b.others))
    return max(found, key=lambda answer: answer[0])


def _compare(a: OrganizationName, b: OrganizationName, ship: bool) -> tuple[float, list[Part]]:
    if not a.tokens or not b.tokens:
        return 0.0, [Part("", "", "nothing to compare", 0.0)]
    if (a.acronym and not b.acronym) or (b.acronym and not a.acronym):
        score, parts = _acronym(a, b)
        if score:
            return score, parts
    if len(a.tokens) != len(b.tokens) and _one_space_off(a.letters, b.letters):
        ours, theirs = (" ".join(t.written for t in n.tokens) for n in (a, b))
        return config().organization.space, [Part(ours, theirs, "one letter or space off", 0.95)]
    m = match(a.tokens, b.tokens, a.spans, b.spans)
    parts = m.parts + [Part(m.a[i].written, "", _left(m.a[i]), 0.0) for i in m.left]
    parts += [Part("", m.b[j].written, _left(m.b[j]), 0.0) for j in m.right]
    return (_ship_score(m) if ship else _score(m)), parts


def _one_space_off(a: str, b: str) -> bool:
    """Whether two rows of letters are the same but for one letter, where words were joined or parted."""
    if min(len(a), len(b)) < 8 or abs(len(a) - len(b)) > 1:
        return False
    digits = [[c for c in text if c.isdigit()] for text in (a, b)]
    return digits[0] == digits[1] and OSA.distance(a, b, score_cutoff=1) <= 1


def _left(token: Token) -> str:
    return f"met by nothing ({'proper word' if token.kind in ('proper', 'common') else token.kind})"


def _acronym(a: OrganizationName, b: OrganizationName) -> tuple[float, list[Part]]:
    short, whole = (a, b) if a.acronym else (b, a)
    way = acronyms.meets(short.acronym, whole.tokens)
    if not way:
        return 0.0, []
    rules = config().organization
    written = " ".join(t.written for t in whole.tokens)
    texts = (short.acronym.upper(), written) if a.acronym else (written, short.acronym.upper())
    return (rules.acronym if way == "acronym" else rules.part_acronym), [Part(*texts, way, 0.9)]


def _score(m: Matching) -> float:
    rules = config().organization
    ours, theirs = sum(m.a[i].weight for i in m.left), sum(m.b[j].weight for j in m.right)
    mine = sum(m.a[i].weight for i in m.left if m.a[i].kind in _PROPER)
    yours = sum(m.b[j].weight for j in m.right if m.b[j].kind in _PROPER)
    whole = m.total + ours + theirs
    if not m.total or not whole:
        return 0.0
    share = m.mass / whole
    quality = m.mass / m.total
    opposed = min(ours, theirs)
    if min(mine, yours) >= 0.4:
        return share * rules.difference
    numbers = {m.a[i].text for i in m.left if m.a[i].kind == "number"} | {
        m.b[j].text for j in m.right if m.b[j].kind == "number"
    }
    if m.proper >= 0.4:
        inside = m.mass / (m.total + opposed * 2)
        score = min(quality, 0.45 * share + 0.55 * inside)
        score -= rules.opposed * max(0.0, opposed - 0.05) / max(m.total / 2, 0.5)
        if max(mine, yours) >= 0.9 * m.proper or (max(mine, yours) >= 0.9 and m.proper < 1.7):
            score = min(score, rules.missing_proper_word)
    else:
        score = share**rules.no_proper_word
    if numbers:
        score *= rules.number
    ordered = [p.a for p in m.parts]
    spelled = m.left or m.right or ordered != [t.written for t in m.a if t.weight > 0]
    return max(0.0, min(score, 0.995 if spelled else 1.0))


def _ship_score(m: Matching) -> float:
    rules = config().vessel
    ours, theirs = sum(m.a[i].weight for i in m.left), sum(m.b[j].weight for j in m.right)
    whole = m.total + ours + theirs
    share = m.mass / whole if whole else 0.0
    if any(m.a[i].kind == "number" for i in m.left) or any(m.b[j].kind == "number" for j in m.right):
        return share * rules.number
    if ours and theirs:
        return share * rules.difference
    return share if ours or theirs else min(share, 1.0)
