"""OFAC's Consolidated Sanctions List (non-SDN)."""
