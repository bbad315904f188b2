"""Payment messages read, every party in them screened, red flags raised.

    from yalu.payments import read

    for one in read("incoming/"):
        if isinstance(one, Message):
            for payment in one.payments: ...

Nothing that cannot be read is dropped in silence: it comes as a ``Reject`` with its reason.
"""

from yalu.payments.model import Agent, Amount, Finding, Message, Party, Payment, Read, Reject, Words
from yalu.payments.reading import read, read_bytes

__all__ = [
    "Agent", "Amount", "Finding", "Message", "Party", "Payment", "Read", "Reject", "Words", "read",
    "read_bytes",
]  # fmt: skip
