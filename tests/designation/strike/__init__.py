"""The day of a wave."""
