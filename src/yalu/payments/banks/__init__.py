"""What each bank carried: processed, alertable as public that day, alerted, missed, and hindsight apart.

    from yalu.payments.banks import exposure

    found = exposure(read("2018/"), chain, alerts=alerts)
    found.banks[0].missed

No figure here is a finding against a bank.
"""

from yalu.payments.banks.alerts import Alerts, read_alerts
from yalu.payments.banks.counting import exposure
from yalu.payments.banks.model import BankExposure, Case, Class, Exposure, Period, Role

__all__ = [
    "Alerts", "BankExposure", "Case", "Class", "Exposure", "Period", "Role", "exposure", "read_alerts",
]  # fmt: skip
