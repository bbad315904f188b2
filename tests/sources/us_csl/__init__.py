"""The US Consolidated Screening List, CSV."""
