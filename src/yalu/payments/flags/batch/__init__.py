"""Red flags that several payments show together: set work, as SQL over one table of payments."""

from yalu.payments.flags.batch.finding import Group, groups
from yalu.payments.flags.batch.table import Ledger

__all__ = ["Group", "Ledger", "groups"]
