"""Who is blocked through ownership or control, by whose rule, on which day."""

from yalu.ownership.docket import Answer, Docket, consequences
from yalu.ownership.holdings import Holdings
from yalu.ownership.rules import RULES, rule
from yalu.ownership.verdict import Court, Says, Verdict

__all__ = ["RULES", "Answer", "Court", "Docket", "Holdings", "Says", "Verdict", "consequences", "rule"]
