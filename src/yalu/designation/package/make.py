"""Makes the package of a party, or says why there is none."""

from __future__ import annotations

from collections.abc import Iterator

from yalu.coalition.coverage.listings import CRAFT, Listings
from yalu.coalition.coverage.lists import last_copy
from yalu.designation.assessment import Assessment, Verdict
from yalu.designation.eligibility import assess
from yalu.designation.held import Held, held
from yalu.designation.namesakes import Namesakes
from yalu.designation.package import flags, identity, ownership
from yalu.designation.package.entries import readback
from yalu.designation.package.model import Line, Package
from yalu.designation.package.network import Surroundings
from yalu.designation.package.subject import subject
from yalu.errors import YaluError
from yalu.evidence.dossier import Dossier
from yalu.evidence.view import View
from yalu.model.figures import counted
from yalu.regimes.brief import BriefPlan

MARKS = {"UN": "un_sc", "EU": "eu_fsf", "UK": "uk_ofsi"}
"""The source whose mark of the regime each layout bears."""
EXPECTED = {
    "Person": (
        ("birthDate", "birth date"),
        ("nationality", "nationality"),
        ("passportNumber", "passport number"),
    ),
    "Vessel": (("imoNumber", "IMO number"), ("flag", "flag"), ("callSign", "call sign")),
    "Airplane": (("registrationNumber", "registration"), ("serialNumber", "serial number")),
    "": (("registrationNumber", "register number"), ("country", "country"), ("address", "address")),
}
"""What a list asks of each kind of party, by property and in words; the last is for all other bodies."""


class NoPackage(YaluError):
    """There is nothing that a package could be made of; the message says why."""


def make_package(view: View, plan: BriefPlan, party: str, authority: str) -> Package:
    """The package on a party for an authority, as the view knows it.

    ``plan`` gives the marks of the regime on each list.

    Raises NoPackage where the authority lists the party already, has no criterion in force, or where nothing
    that is verified meets one even in part.
    """
    known = held(view)
    dossier = identity.gathered(known, party)
    assessments = _assessed(known, dossier, authority)
    about = subject(dossier)
    marks = _marks(plan)
    around = Surroundings(known, dossier.ids[0])
    network = around.network()
    met = [f.statement for a in assessments if a.verdict is not Verdict.NONE for f in a.met]
    listings = Listings(view, plan, known.joins)
    may_be = [
        *_by_law(known, dossier.ids[0], authority),
        *Namesakes(known, listings, authority).of(dossier.ids[0]),
    ]
    relatives = [t.statement for t in network.ties if t.statement.prop == "Family"]
    drafts = readback.entries(about, marks, view.when.as_of)
    return Package(
        ids=dossier.ids,
        name=dossier.name,
        kind=dossier.kind,
        authority=authority,
        when=view.when,
        snapshot=view.evidence.snapshot.id,
        subject=about,
        names=identity.names(dossier),
        known=identity.known(dossier),
        listed=identity.listed(dossier, authority),
        assessments=tuple(assessments),
        network=network,
        holdings=around.holdings(network.ties),
        reached=tuple(ownership.reached(known, dossier.ids[0], authority)),
        entries=tuple(drafts),
        differences=readback.differences(drafts),
        contrary=tuple(_contrary(assessments)),
        unknown=tuple(_unknown(listings, dossier, authority)),
        leads=tuple(_leads(dossier, assessments)),
        flags=(
            *flags.from_evidence(known, dossier, authority, met, may_be, relatives),
            *flags.safeguards(view, dossier, authority),
        ),
        routes=flags.routes(view, authority),
    )


def _assessed(known: Held, dossier: Dossier, authority: str) -> list[Assessment]:
    """The criteria in force, the best met first. Raises NoPackage."""
    name, when, party = dossier.name, known.view.when, dossier.ids[0]
    day = when.as_of if when.on == when.as_of else f"{when.on}, as known on {when.as_of}"
    if listing := known.listed_by(party, authority):
        since = listing.clocks.from_.text()
        raise NoPackage(
            f"{name} ({party}) is listed by {authority} already"
            + (f", since {since}." if since else "; since when is not known."),
            expected=f"a party that {authority} does not list on {day}",
            do=f"Ask an earlier day with --as-of, or look at it: yalu entity {party} --as-of {when.as_of}",
        )
    assessments = assess(known.view, party, authority)
    if not assessments:
        raise NoPackage(
            f"No criterion of {authority} for a party such as {name} ({party}) was in force on {day}.",
            expected="an authority that may act on that day",
            do=f"Look at what is in force: yalu coalition authorities --as-of {when.as_of}",
        )
    if assessments[0].verdict is Verdict.NONE:
        raise NoPackage(
            f"No package on {name} ({party}): nothing verified that was public on {day} meets a criterion of"
            f" {authority}, even in part. {_held_against(assessments)}",
            expected="a verified statement on what the party did or is, under one criterion",
            do="Cite the passage that shows it with yalu cite add, and give its grade.",
        )
    return assessments


def _by_law(known: Held, party: str, authority: str) -> Iterator[str]:
    """That the authority's law takes the UN list over as it stands."""
    if known.listed_by(party, "UN"):
        for law in known.criteria.taken_over:
            if law.by == authority and law.since <= known.view.when.on:
                yield f"the UN lists it, and {law.instrument} takes the UN list over as it stands"


def _held_against(assessments: list[Assessment]) -> str:
    leads = {f.id for a in assessments for f in a.leads}
    said = f"{counted(len(assessments), 'criterion', 'criteria')} held against it"
    return said + (f"; {counted(len(leads), 'unverified lead')} not counted." if leads else ".")


def _marks(plan: BriefPlan) -> dict[str, str]:
    return {a: m.values[0] for a, source in MARKS.items() for m in plan.scope if m.source == source}


def _contrary(assessments: list[Assessment]) -> Iterator[Line]:
    seen: set[str] = set()
    for one in assessments:
        for found in one.contrary:
            if found.id not in seen:
                seen.add(found.id)
                said = found.says[0].upper() + found.says[1:]
                yield Line(
                    f"{said}{': ' + found.why if found.why else ''}.", (found.statement, *found.rests_on)
                )


def _unknown(listings: Listings, dossier: Dossier, authority: str) -> Iterator[Line]:
    """Facts that a list asks for and that nobody verified states; and what lists were looked at."""
    for prop, words in EXPECTED.get(dossier.kind, EXPECTED[""]):
        if not any(not s.lead for s in dossier.facts.get(prop, ())):
            yield Line(f"No verified {words} of the party is held.")
    damaged = [s for s in dossier.names if s.flag]
    if damaged:
        yield Line(
            f"{counted(len(damaged), 'name')} damaged in the source, and used nowhere here.", tuple(damaged)
        )
    if copy := last_copy(listings, authority, craft=dossier.kind in CRAFT):
        yield Line(
            f"The last copy of the {authority} list that is held is of {copy}: a later listing is not known."
        )
    else:
        yield Line(
            f"No list of {authority} is loaded: that it does not list the party rests on the casebook alone."
        )


def _leads(dossier: Dossier, assessments: list[Assessment]) -> Iterator[Line]:
    """What is stated without a stored text: shown once, counted nowhere."""
    seen: set[str] = set()
    for one in assessments:
        for found in one.leads:
            if found.id not in seen:
                seen.add(found.id)
                yield Line(f"{found.says[0].upper() + found.says[1:]}.", (found.statement,))
    for rows in (dossier.names, *(dossier.facts.get(p, []) for p in identity.WORDS)):
        for s in rows:
            if s.lead and s.id not in seen:
                seen.add(s.id)
                what = identity.WORDS.get(s.prop, identity.KINDS_OF_NAME.get(s.prop, s.prop))
                yield Line(f"{what[0].upper() + what[1:]}: {s.value}.", (s,))
