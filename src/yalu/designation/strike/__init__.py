"""A wave on its day: who publishes when, what must be done before, and what goes to whom."""
