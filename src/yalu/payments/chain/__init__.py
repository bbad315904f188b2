"""Screening the chain: every party, bank and word of a payment, at the payment's own day."""

from yalu.payments.chain.screening import Chain

__all__ = ["Chain"]
