"""Red flags that several payments show together: set work, as expressions over one table."""

from yalu.payments.flags.batch.finding import Group, groups
from yalu.payments.flags.batch.table import Ledger

__all__ = ["Group", "Ledger", "groups"]
