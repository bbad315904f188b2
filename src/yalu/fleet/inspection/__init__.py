"""Who may inspect or board a ship where, with whose consent, and what follows a refusal."""
