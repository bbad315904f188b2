"""Names of companies, offices and ships: what the words that met, and those that did not, are worth."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from yalu.names import acronyms
from yalu.names.config import config
from yalu.names.matching import MISSPELLED, Matching, match
from yalu.names.result import Part, Parts
from yalu.names.spans import Words
from yalu.names.spelling import TWO_LETTERS
from yalu.names.tokens import Token, tokens

_WHERE = ("place", "country")
_PROPER = ("proper", "common", "number")


class OrganizationName:
    """A name of a company, office or ship, prepared.

    ``acronym`` is the whole name, if it can be one; ``letters`` are all letters and digits in one row;
    ``others`` are other ways to read the name: without what stands in brackets, or a ship's by sound alone.
    """

    __slots__ = ("_words", "acronym", "letters", "others", "tokens")

    def __init__(self, tokens: tuple[Token, ...], others: tuple[OrganizationName, ...] = ()) -> None:
        self.tokens = tokens
        alone = tokens[0].text if len(tokens) == 1 else ""
        self.acronym = alone if alone and acronyms.may_be(alone) else ""
        self.letters = "".join([t.text for t in tokens])
        self.others = others
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        """The words with their spans, made when first compared."""
        if self._words is None:
            self._words = Words.of(self.tokens)
        return self._words


def prepare(text: str, ship: bool = False) -> OrganizationName:
    """Prepare a cleaned name; a ship's generic words are as good as proper ones."""
    if ship:
        text = _HULL.sub("", text)
        name = _prepare(text, True, True)
        if text.isascii():
            return name
        spelled = _prepare(text, True, False)
        return name if spelled.tokens == name.tokens else OrganizationName(name.tokens, (spelled,))
    others = (
        tuple(n for t in _other_texts(text) if (n := _prepare(t, False, True)).tokens) if "(" in text else ()
    )
    return _prepare(text, False, True, others)


def _prepare(
    text: str, ship: bool, dictionary: bool, others: tuple[OrganizationName, ...] = ()
) -> OrganizationName:
    found = [t for t in tokens(text, dictionary) if t.kind != "stop"]
    found = _as_ship(found) if ship else acronyms.without_own(found)
    return OrganizationName(tuple(found[:24]), others)


_BRACKETS = re.compile(r"\(([^()]{3,})\)")
_ALSO = re.compile(
    r"^(?:a\.?k\.?a\.?|f\.?k\.?a\.?|n\.?k\.?a\.?|also|formerly|previously|ex)\b[\s.:;,]*", re.IGNORECASE
)


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


def compare(a: OrganizationName, b: OrganizationName, ship: bool = False) -> tuple[float, Parts]:
    """Score two prepared names of companies, offices or ships."""
    if not (a.others or b.others):
        return _compare(a, b, ship)
    found = (_compare(x, y, ship) for x in (a, *a.others) for y in (b, *b.others))
    return max(found, key=lambda answer: answer[0])


def _compare(a: OrganizationName, b: OrganizationName, ship: bool) -> tuple[float, Parts]:
    if not a.tokens or not b.tokens:
        return 0.0, [Part("", "", "nothing to compare", 0.0)]
    if (a.acronym and not b.acronym) or (b.acronym and not a.acronym):
        score, parts = _acronym(a, b)
        if score:
            return score, parts
    if len(a.tokens) != len(b.tokens) and _one_space_off(a.letters, b.letters):
        ours, theirs = (" ".join(t.written for t in n.tokens) for n in (a, b))
        return config().organization.space, [Part(ours, theirs, "one letter or space off", 0.95)]
    m = match(a.words, b.words)
    return (_ship_score(m) if ship else _score(m)), lambda: _parts(m)


def _parts(m: Matching) -> list[Part]:
    parts = m.parts()
    parts += [Part(m.a[i].written, "", _left(m.a[i]), 0.0) for i in m.left]
    parts += [Part("", m.b[j].written, _left(m.b[j]), 0.0) for j in m.right]
    return parts


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
    where = [any(t[k].kind in _WHERE for k in rest) for t, rest in ((m.a, m.left), (m.b, m.right))]
    if all(where):
        return share * rules.difference
    numbers = {m.a[i].text for i in m.left if m.a[i].kind == "number"} | {
        m.b[j].text for j in m.right if m.b[j].kind == "number"
    }
    if m.proper >= 0.4 and _named(m):
        inside = m.mass / (m.total + opposed * 2)
        score = min(quality, 0.45 * share + 0.55 * inside)
        score -= rules.opposed * max(0.0, opposed - 0.05) / max(m.total / 2, 0.5)
        if max(mine, yours) >= 0.9 * m.proper or (max(mine, yours) >= 0.9 and m.proper < 1.7):
            score = min(score, rules.missing_proper_word)
    else:
        score = share**rules.no_proper_word
    if numbers:
        score *= rules.number
    if _only_an_error(m):
        score = min(score, rules.only_an_error)
    return max(0.0, min(score, 0.995))


def _only_an_error(m: Matching) -> bool:
    """Whether nothing but one misspelled word speaks for the pair: a short one, or one two letters off.

    Trade names of five letters are too near to each other for that, unless all else is the same.
    """
    told = [row for row in m.met if max(m.a[k].weight for k in row[0]) > 0.1]
    if len(told) != 1 or told[0][2] != MISSPELLED:
        return False
    i, j, _, fit = told[0]
    short = min(len(m.a[i.start].text), len(m.b[j.start].text)) <= 5
    return fit <= TWO_LETTERS or (short and bool(m.left or m.right))


def _named(m: Matching) -> bool:
    """Whether a word met that can name a body, on either side.

    A number of one digit only counts bodies of a kind: Institute 2; Office 39 is called by its number.
    """
    return any(
        any(map(_names, m.a[i.start : i.stop])) or any(map(_names, m.b[j.start : j.stop]))
        for i, j, _, _ in m.met
    )


def _names(token: Token) -> bool:
    return token.kind in ("proper", "common") or (token.kind == "number" and len(token.text) > 1)


def _ship_score(m: Matching) -> float:
    rules = config().vessel
    ours, theirs = sum(m.a[i].weight for i in m.left), sum(m.b[j].weight for j in m.right)
    whole = m.total + ours + theirs
    share = m.mass / whole if whole else 0.0
    if any(m.a[i].kind == "number" for i in m.left) or any(m.b[j].kind == "number" for j in m.right):
        return share * rules.number
    if ours and theirs:
        return share * rules.difference
    return share
