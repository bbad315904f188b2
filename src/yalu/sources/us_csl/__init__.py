"""The Consolidated Screening List of three US departments."""
