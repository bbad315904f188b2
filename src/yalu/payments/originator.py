"""What must be known of the payer and payee, and is missing: a finding, for a gap may be an omission.

The recommendation on payment transparency (FATF R.16) asks for name, account and address (or a number, or
date and place of birth) of the originator, and name and account of the beneficiary, all along the chain.
"""

from __future__ import annotations

from yalu.payments.model import Finding, Party, Payment

TRANSFERS = frozenset(("pacs.008", "pain.001", "MT103"))
COVERS = frozenset(("pacs.009COV", "MT202COV", "MT205COV"))


def check(payment: Payment, kind: str) -> None:
    """Add what is missing to the payment's findings."""
    if payment.cover or kind in COVERS:
        _sides(payment, "underlying ", "cover_without_")
    elif kind in TRANSFERS:
        _sides(payment, "", "no_")


def _sides(payment: Payment, prefix: str, code: str) -> None:
    said = payment.findings
    debtor, creditor = payment.party(f"{prefix}debtor"), payment.party(f"{prefix}creditor")
    if debtor is None or not (debtor.name or debtor.identifiers):
        if payment.agent(f"{prefix}debtor") is None:
            said.append(Finding(f"{code}originator", f"the {prefix}debtor has no name"))
    else:
        if not debtor.account:
            said.append(Finding(f"{code}originator_account", f"the {prefix}debtor has no account"))
        if not _placed(debtor):
            said.append(
                Finding(
                    f"{code}originator_address",
                    f"the {prefix}debtor has no address, number or date of birth",
                )
            )
    if (creditor is None or not (creditor.name or creditor.identifiers)) and payment.agent(
        f"{prefix}creditor"
    ) is None:
        said.append(Finding(f"{code}beneficiary", f"the {prefix}creditor has no name"))


def _placed(one: Party) -> bool:
    return bool(one.address or one.town or one.identifiers or one.birth_date)
