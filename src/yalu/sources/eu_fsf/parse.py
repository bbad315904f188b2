"""Read the EU's financial sanctions file, CSV 1.0 or XML 1.1.

Each name, birth, document and address names the act that contains it, and bears the day on which that act
was published. The listing bears the day of designation where the edition gives it, else the day of the
earliest act that the list still names: it was in force by then at the latest.
"""

from __future__ import annotations

from yalu.errors import ContractError
from yalu.model.dates import Interval
from yalu.sources.eu_fsf.csv_edition import FILE, read_csv
from yalu.sources.eu_fsf.facts import SOURCE, say
from yalu.sources.eu_fsf.xml_edition import read_xml
from yalu.sources.sighting import Parsed, Problem


def parse(content: bytes, part: str) -> Parsed:
    """Read one copy in either edition; ``part`` is ``list``. Records are parties.

    Raises:
        ContractError: the file is not the list in a known edition, or not whole.
    """
    if part != "list":
        raise ContractError(SOURCE, f"there is no part {part!r}", expected="the part 'list'")
    parsed = Parsed()
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        subjects, day, unknown = read_xml(content)
        if unknown:
            what = f"{', '.join(unknown)}: unknown, passed over"
            parsed.problems.append(Problem("unread_fields", "eu_fsf.xml", what))
    else:
        subjects, day, rewrapped, _ = read_csv(content)
        if rewrapped:
            what = "a spreadsheet saved the file anew: its commas were restored"
            parsed.problems.append(Problem("rewrapped", FILE.where(), what))
    parsed.stated = Interval(day, day)
    parsed.records = len(subjects)
    lost = sum(say(subject, day, parsed) for subject in subjects.values())
    if lost:
        what = f"{lost} names hold question marks where letters were lost; they are kept and flagged"
        parsed.problems.append(Problem("letters_lost", FILE.where(), what))
    return parsed
