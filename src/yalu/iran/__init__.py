"""Cooperation with a partner's missile program: what is reported, who takes part, what may be done."""
